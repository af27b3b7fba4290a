package voidscope.ui;

import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What a right click on a chart offers.
///
/// @param board maximises
record ChartMenu(ChartBoard board) {
  /// Gives a chart its menu.
  void install(ChartCard card) {
    card.menu(
        item("Copy", () -> copy(card)), item("Maximise or restore", () -> board.toggle(card)));
  }

  private static void copy(ChartCard card) {
    WritableImage image = card.node().snapshot(new SnapshotParameters(), null);
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static MenuItem item(String label, Runnable action) {
    MenuItem item = new MenuItem(label);
    item.setOnAction(event -> action.run());
    return item;
  }
}
