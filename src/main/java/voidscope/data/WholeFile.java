package voidscope.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: beside its place first, then moved there. What was there
/// before stays whole whatever happens. Such a draft tells the process that is at it; what a dead
/// one has left is cleared by whoever writes the file next.
public final class WholeFile {
  private static final String END = ".part";

  private WholeFile() {}

  /// What goes into the file.
  public interface Content {
    /// Writes it.
    void write(OutputStream out) throws IOException;
  }

  /// Writes a file.
  ///
  /// @throws DiskFullException if there is no room for it
  /// @throws IOException if it cannot be written
  public static void write(Path file, Content content) throws IOException {
    draft(file, content, true);
  }

  /// Tries whether a file could be written as it would be, and leaves all as it was.
  ///
  /// @throws DiskFullException if there is no room for it
  /// @throws IOException if it cannot be written
  public static void rehearse(Path file, Content content) throws IOException {
    draft(file, content, false);
  }

  private static void draft(Path file, Content content, boolean kept) throws IOException {
    Path target = file.toAbsolutePath();
    Path draft = target.resolveSibling(start(target) + ProcessHandle.current().pid() + END);
    try {
      if (Files.isDirectory(target)) {
        throw new IOException("there is a folder of that name");
      }
      clear(target);
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
        content.write(out);
      }
      if (kept) {
        move(draft, target);
      }
    } catch (IOException e) {
      throw DiskFullException.found(e, target.getParent());
    } finally {
      discard(draft);
    }
  }

  /// How the names of a file's drafts begin.
  private static String start(Path target) {
    return "." + target.getFileName() + ".";
  }

  /// Removes the drafts that dead processes have left, as far as they can be found and removed.
  private static void clear(Path target) {
    String start = start(target);
    Path folder = target.getParent();
    if (folder == null) {
      return;
    }
    try (var drafts =
        Files.newDirectoryStream(folder, each -> stale(start, "" + each.getFileName()))) {
      for (Path draft : drafts) {
        if (Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(draft);
        }
      }
    } catch (IOException | DirectoryIteratorException | UnsupportedOperationException _) {
      // They take some room and do no harm.
    }
  }

  private static boolean stale(String start, String name) {
    if (!name.startsWith(start)
        || !name.endsWith(END)
        || name.length() <= start.length() + END.length()) {
      return false;
    }
    String process = name.substring(start.length(), name.length() - END.length());
    try {
      return ProcessHandle.of(Long.parseLong(process)).isEmpty();
    } catch (NumberFormatException e) {
      return false;
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
