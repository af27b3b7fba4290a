package voidscope.ui.widget;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import voidscope.simd.VectorUse;
import voidscope.thread.Errands;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;

/// Tells on the status line which vectors are in use, and once in a message why none are.
public final class VectorNote {
  private VectorNote() {}

  /// Looks away from the window's thread, for the JVM takes its time to tell.
  public static void put(Label line, Messages messages) {
    Errands.begin(
        "vectors",
        () -> {
          boolean inUse = VectorUse.inUse();
          String sentence = VectorUse.sentence();
          Platform.runLater(() -> tell(line, messages, inUse, sentence));
        },
        why -> {});
  }

  /// For the window's thread.
  static void tell(Label line, Messages messages, boolean inUse, String sentence) {
    Tooltip tooltip = new Tooltip(sentence);
    // What is found out while the program runs stands in the sentence, too.
    tooltip.setOnShowing(event -> tooltip.setText(VectorUse.sentence()));
    line.setTooltip(tooltip);
    if (!inUse) {
      messages.tell(
          new Message(
              Message.Kind.WARNING, "Vectors are not in use", sentence, Message.Remedy.NONE));
    }
  }
}
