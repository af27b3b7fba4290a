package voidscope.library;

/// A file of the library that is not what it should be; the message tells file, line, key, what was
/// expected and what was found, such as `library.toml:3: entries: expected a whole number from 1 to
/// 10000, found "many"`.
final class LibraryException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param file name of the file
  /// @param expectation what a valid file has there
  /// @param found what stands there instead
  LibraryException(String file, String expectation, String found) {
    this(file, 0, "", expectation, found);
  }

  /// @param file name of the file
  /// @param line its line, counted from 1; 0 if the fault is in none
  /// @param key what is wrong; empty if no key is
  /// @param expectation what a valid value looks like
  /// @param found what stands there instead
  LibraryException(String file, int line, String key, String expectation, String found) {
    super(
        file
            + (line > 0 ? ":" + line : "")
            + (key.isEmpty() ? "" : ": " + key)
            + ": expected "
            + expectation
            + ", found "
            + found);
  }

  /// @param message the whole of it
  /// @param cause what the file's reader says
  LibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
