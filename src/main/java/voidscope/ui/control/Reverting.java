package voidscope.ui.control;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;

/// Esc on a control takes its pending value back.
final class Reverting {
  private Reverting() {}

  static void install(Node control, Slot slot, Values model) {
    control.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && model.pending(slot)) {
            model.revert(slot);
            event.consume();
          }
        });
  }
}
