package voidscope.library;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a user likes the window. Immutable.
///
/// @param theme which colours it has
/// @param paused whether a scenario waits to be run when it is opened
/// @param window where the window stood last, or null
/// @param export how figures were exported last, or null
public record Preferences(
    Theme theme, boolean paused, @Nullable Place window, @Nullable ExportStyle export) {
  /// What holds where nothing is said.
  public static final Preferences DEFAULTS = new Preferences(Theme.SYSTEM, false, null, null);

  /// Which colours.
  public enum Theme {
    /// Those of the system.
    SYSTEM,
    /// Dark on light.
    LIGHT,
    /// Light on dark.
    DARK
  }

  /// Where a window stands, in the screen's logical pixels, frame included.
  ///
  /// @param maximised whether it fills its screen instead
  public record Place(double x, double y, double width, double height, boolean maximised) {}

  /// Where the window stood last; empty if that is not known.
  public Optional<Place> place() {
    return Optional.ofNullable(window);
  }

  /// The same with other colours.
  public Preferences with(Theme other) {
    return new Preferences(other, paused, window, export);
  }

  /// The same with another beginning.
  public Preferences beginning(boolean waiting) {
    return new Preferences(theme, waiting, window, export);
  }

  /// The same with the window elsewhere.
  public Preferences at(Place place) {
    return new Preferences(theme, paused, place, export);
  }

  /// How figures were exported last; empty if that is not known.
  public Optional<ExportStyle> exported() {
    return Optional.ofNullable(export);
  }

  /// The same after an export.
  public Preferences exporting(ExportStyle style) {
    return new Preferences(theme, paused, window, style);
  }
}
