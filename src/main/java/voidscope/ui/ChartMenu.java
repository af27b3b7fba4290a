package voidscope.ui;

import javafx.scene.control.MenuItem;

/// What a right click on a chart offers.
///
/// @param exports saves and copies
/// @param board maximises
record ChartMenu(ExportDesk exports, ChartBoard board) {
  /// Gives a chart its menu.
  void install(ChartCard card) {
    card.menu(
        item("Export…", () -> exports.ask(card)),
        item("Copy", () -> exports.copy(card)),
        item("Maximise or restore", () -> board.toggle(card)));
  }

  private static MenuItem item(String label, Runnable action) {
    MenuItem item = new MenuItem(label);
    item.setOnAction(event -> action.run());
    return item;
  }
}
