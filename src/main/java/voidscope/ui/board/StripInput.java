package voidscope.ui.board;

import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import voidscope.ui.model.Looks;

/// What the strips above the charts have in common: a slider, a drag of which is one step to be
/// taken back, and its number to be typed.
final class StripInput {
  private StripInput() {}

  /// @param typed takes what stands in the field
  static void listen(Slider slider, TextField field, Looks looks, Runnable typed) {
    slider.setOnMousePressed(event -> looks.grip(true));
    slider.setOnMouseReleased(event -> looks.grip(false));
    field.setOnAction(event -> typed.run());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                typed.run();
              }
            });
  }
}
