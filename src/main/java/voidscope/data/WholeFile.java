package voidscope.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: beside its place first, then moved there. What was there
/// before stays whole whatever happens.
public final class WholeFile {
  private WholeFile() {}

  /// What goes into the file.
  public interface Content {
    /// Writes it.
    void write(OutputStream out) throws IOException;
  }

  /// Writes a file.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path draft =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      if (Files.isDirectory(target)) {
        throw new IOException("there is a folder of that name");
      }
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
        content.write(out);
      }
      move(draft, target);
    } finally {
      discard(draft);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      draft.toFile().deleteOnExit();
    }
  }
}
