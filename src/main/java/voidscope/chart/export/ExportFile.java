package voidscope.chart.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import voidscope.data.WholeFile;

/// Writes an exported file whole or not at all, and says in words why it could not.
final class ExportFile {
  private ExportFile() {}

  static void write(Path file, WholeFile.Content content) throws ExportException {
    try {
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new ExportException(file, reason(e), e);
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
