package voidscope.ui.file;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voidscope.library.Preferences;
import voidscope.library.PreferencesFile;
import voidscope.library.UserPlace;

/// What a window finds of its user when it opens.
///
/// @param place where things are kept, or null for nowhere
/// @param found the preferences
public record Home(@Nullable UserPlace place, PreferencesFile.Found found) {
  /// No place: nothing is kept.
  public static final Home NONE =
      new Home(null, new PreferencesFile.Found(Preferences.DEFAULTS, Optional.empty()));

  /// Looks into a place; not on the window's thread, which must not wait for a disk.
  ///
  /// @param place or null for nowhere
  public static Home of(@Nullable UserPlace place) {
    return place == null ? NONE : new Home(place, place.preferences().read());
  }
}
