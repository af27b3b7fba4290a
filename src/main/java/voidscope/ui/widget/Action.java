package voidscope.ui.widget;

import java.util.List;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something the user can do, however it is asked for.
///
/// @param id name that buttons in the layout refer to
/// @param label what it does, in a few words
/// @param icon its sign on a button, or null
/// @param keys that do it, the one that is told first
/// @param handler does it
public record Action(
    String id, String label, @Nullable Ikon icon, List<KeyCombination> keys, Runnable handler) {
  /// The key that is told, or null.
  public @Nullable KeyCombination accelerator() {
    return keys.isEmpty() ? null : keys.getFirst();
  }

  /// The key as people write it.
  public String keyText() {
    KeyCombination accelerator = accelerator();
    return accelerator == null
        ? ""
        : switch (accelerator.getName()) {
          case "Right" -> "→";
          case "Shift+Right" -> "Shift+→";
          case "Esc" -> "Esc";
          case "F1" -> "?, F1";
          case "Alt+Left" -> "Alt+←";
          case "Alt+Right" -> "Alt+→";
          case "Alt+Up" -> "Alt+↑";
          case "Alt+Down" -> "Alt+↓";
          default -> accelerator.getDisplayText();
        };
  }
}
