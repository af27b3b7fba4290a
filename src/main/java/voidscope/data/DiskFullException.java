package voidscope.data;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// There is no room for what is to be written: the disk, or what one may use of it, is full.
public final class DiskFullException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /// What systems say, in English.
  private static final String[] SAYINGS = {
    "no space left", "not enough space", "quota exceeded", "disk full"
  };

  /// Less than that is no room: the block of most file systems.
  private static final long BLOCK = 4096;

  private DiskFullException(IOException cause) {
    super("no space left on device", cause);
  }

  /// A failure as what it is: of this kind, or as it was.
  ///
  /// @param folder in which something could not be written
  static IOException found(IOException failure, @Nullable Path folder) {
    return is(failure) || (folder != null && full(folder))
        ? new DiskFullException(failure)
        : failure;
  }

  /// Whether a failure, or what caused it, is that there is no room.
  public static boolean is(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = each instanceof IOException ? each.getMessage() : null;
      String said = message == null ? "" : message.toLowerCase(Locale.ROOT);
      if (each instanceof DiskFullException || Stream.of(SAYINGS).anyMatch(said::contains)) {
        return true;
      }
    }
    return false;
  }

  /// Systems tell the reason in the user's language, so the disk itself is asked, too. What has no
  /// size at all is no disk.
  private static boolean full(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.getTotalSpace() > 0 && store.getUsableSpace() < BLOCK;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
