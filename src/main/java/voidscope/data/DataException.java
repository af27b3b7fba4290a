package voidscope.data;

import java.nio.file.Path;

/// A file of images that is not what it should be; the message tells the file, what was expected
/// and what was found.
public final class DataException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param file the file
  /// @param expectation what a valid file has there
  /// @param found what stands there instead
  public DataException(Path file, String expectation, String found) {
    super(file + ": expected " + expectation + ", found " + found);
  }
}
