package voidscope.library;

import java.nio.file.Path;
import java.util.Optional;

/// What the program keeps for its user, in one folder.
///
/// @param runs the runs
/// @param preferences how the window is liked
/// @param recent the files used last
public record UserPlace(RunLibrary runs, PreferencesFile preferences, RecentFiles recent) {
  /// That of this process' user; empty where there is no home.
  public static Optional<UserPlace> here() {
    return LibraryPlace.here().map(UserPlace::of);
  }

  /// That with the runs in a folder and the rest beside it.
  public static UserPlace of(Path runs) {
    Path whole = runs.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    Path folder = parent == null ? whole : parent;
    return new UserPlace(
        new RunLibrary(whole), new PreferencesFile(folder), new RecentFiles(folder));
  }
}
