package voidscope.ui.file;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for a file.
public interface Chooser {
  /// A file to read.
  ///
  /// @param kind what it is, such as `Scenario`
  /// @param ending how its name ends, such as `.toml`
  Optional<Path> open(String kind, String ending);

  /// A file to write.
  ///
  /// @param kind what it is
  /// @param ending how its name ends
  /// @param name a good name for it
  Optional<Path> save(String kind, String ending, String name);

  /// A folder to write into.
  ///
  /// @param now the folder of now
  default Optional<Path> folder(Path now) {
    return Optional.empty();
  }

  /// Shows a folder in the system's file manager.
  default void reveal(Path folder) {}
}
