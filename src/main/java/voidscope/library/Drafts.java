package voidscope.library;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hidden folders in which entries are while they come or go. Their names tell the process that
/// is at it; what a dead one has left is cleared.
///
/// @param library the folder of the library
record Drafts(Path library) {
  private static final Pattern NAME =
      Pattern.compile("\\.voidscope\\.(\\d+)\\.[\\d-]+\\.(part|gone)");

  /// After that time a draft is nobody's, whatever process has its number by now.
  private static final Duration OLDEST = Duration.ofDays(1);

  private static final int MOST = 10_000;

  /// Makes an empty one.
  ///
  /// @throws IOException if it cannot be made
  Path open() throws IOException {
    for (int number = 0; ; number++) {
      try {
        return Files.createDirectory(path(number + ".part"));
      } catch (FileAlreadyExistsException e) {
        if (number == MOST) {
          throw e;
        }
      }
    }
  }

  /// Takes a folder out of sight.
  ///
  /// @throws IOException if it cannot be moved; it is then where it was
  Path hide(Path folder) throws IOException {
    return Files.move(folder, path(folder.getFileName() + ".gone"));
  }

  private Path path(String end) {
    return library.resolve(".voidscope." + ProcessHandle.current().pid() + "." + end);
  }

  /// Removes what dead processes have left, as far as it can be removed.
  ///
  /// @throws IOException if the library cannot be read
  void clear() throws IOException {
    try (var found = Files.newDirectoryStream(library, ".voidscope.*.{part,gone}")) {
      for (Path folder : found) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && stale(folder)) {
          discard(folder);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /// Removes one, or leaves it to whoever clears next.
  static void discard(Path folder) {
    try {
      new EntryFolder(folder).delete();
    } catch (IOException _) {
      // Whatever holds it may have let go of it by then.
    }
  }

  private static boolean stale(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    if (!name.matches()) {
      return false;
    }
    try {
      return ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
          || Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(OLDEST));
    } catch (NumberFormatException | IOException e) {
      return false;
    }
  }
}
