package voidscope.chart;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: beside its place first, then moved there.
final class WholeFile {
  private WholeFile() {}

  /// What goes into the file.
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  static void write(Path file, Content content) throws ExportException {
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
    } catch (IOException e) {
      throw new ExportException(file, reason(e), e);
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

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "the folder does not exist";
      case NotDirectoryException _ -> "its place is not a folder";
      case AccessDeniedException _ -> "the folder may not be written";
      default -> {
        String message = e.getMessage();
        yield message == null ? e.getClass().getSimpleName() : message;
      }
    };
  }
}
