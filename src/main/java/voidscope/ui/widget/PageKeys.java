package voidscope.ui.widget;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Keeps the page keys, which the clickers of lecturers send, from sliders that nobody means: they
/// move a slider only if it was clicked or reached by Tab since the last key that did something
/// else, and never while something is presented. For the window's thread.
final class PageKeys {
  private final BooleanSupplier presenting;
  private @Nullable Node meant;

  /// @param presenting whether no slider has page keys
  PageKeys(Scene scene, BooleanSupplier presenting) {
    this.presenting = presenting;
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> meant = event.getTarget() instanceof Node node ? slider(node) : null);
    scene
        .focusOwnerProperty()
        .subscribe(
            owner -> {
              if (owner != null && owner.isFocusVisible()) {
                meant = slider(owner);
              } else if (owner == null || !owner.equals(meant)) {
                meant = null;
              }
            });
  }

  private static @Nullable Node slider(@Nullable Node node) {
    return node == null || node instanceof Slider ? node : slider(node.getParent());
  }

  /// A key has done something that is no slider's.
  void elsewhere() {
    meant = null;
  }

  /// Takes a page key from a slider that it is not for.
  void guard(@Nullable Node owner, KeyEvent event) {
    boolean page = event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN;
    if (page && owner instanceof Slider && (presenting.getAsBoolean() || !owner.equals(meant))) {
      event.consume();
    }
  }
}
