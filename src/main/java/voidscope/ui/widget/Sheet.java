package voidscope.ui.widget;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Something that lies over the whole window until it is put away: by Esc, by a click beside it, or
/// as it was brought.
public final class Sheet {
  private @Nullable Node before;
  private final StackPane node = Styles.with(new StackPane(), "help-veil");

  /// A sheet that is not shown yet.
  public Sheet(String id) {
    node.setId(id);
    node.setVisible(false);
    node.setOnMouseClicked(
        event -> {
          if (node.equals(event.getTarget())) {
            hide();
          }
        });
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  /// What lies over the window.
  public Node node() {
    return node;
  }

  /// Replaces what is on it.
  public void fill(Region content) {
    node.getChildren().setAll(Styles.with(content, "help-sheet"));
  }

  /// Whether it is there.
  public boolean shown() {
    return node.isVisible();
  }

  /// Brings it, with the keys.
  public void show() {
    before = node.getScene().getFocusOwner();
    node.setVisible(true);
    node.requestFocus();
  }

  /// Puts it away, and gives the keys back.
  public void hide() {
    if (!node.isVisible()) {
      return;
    }
    node.setVisible(false);
    Node owner = before;
    before = null;
    if (owner != null) {
      owner.requestFocus();
    }
  }
}
