package voidscope;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Events of a mouse's left button, made by hand.
public final class Mouse {
  private Mouse() {}

  /// A single one.
  ///
  /// @param x in the scene, or in the node where that is in none
  /// @param still whether the mouse has not moved since it was pressed
  public static MouseEvent event(EventType<MouseEvent> type, double x, double y, boolean still) {
    return event(type, x, y, 1, false, still);
  }

  /// One of several clicks, or with Shift.
  public static MouseEvent event(
      EventType<MouseEvent> type, double x, double y, int clicks, boolean shift, boolean still) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        clicks,
        shift,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        still,
        null);
  }
}
