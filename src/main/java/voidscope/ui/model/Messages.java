package voidscope.ui.model;

import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the user is told. For the window's thread.
@FunctionalInterface
public interface Messages {
  /// The message to be shown, or null.
  ObjectProperty<@Nullable Message> message();

  /// Tells something.
  default void tell(Message message) {
    message().set(message);
  }
}
