package voidscope.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Says in words why a file could not be read or written.
public final class Reason {
  private Reason() {}

  /// The words with the file's name, without a class's name or a full stop.
  public static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      case NotDirectoryException place -> place.getFile() + " is not a folder";
      case FileAlreadyExistsException place -> place.getFile() + " is not a folder";
      case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
      case FileSystemException failed when failed.getReason() != null ->
          failed.getFile() + ": " + failed.getReason();
      default -> message(e);
    };
  }

  /// Why a file could not be written, for a sentence that names it already.
  public static String unnamed(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "the folder does not exist";
      case NotDirectoryException _ -> "its place is not a folder";
      case AccessDeniedException _ -> "the folder may not be written";
      case FileSystemException failed when failed.getReason() != null -> failed.getReason();
      default -> message(e);
    };
  }

  private static String message(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
