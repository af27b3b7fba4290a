package voidscope.laboratory;

/// A file that cannot be opened; the message tells the file, what was expected and what was found.
public final class OpeningException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message the whole of it
  /// @param cause what the file's reader says
  OpeningException(String message, Throwable cause) {
    super(message, cause);
  }

  /// @param message the whole of it
  OpeningException(String message) {
    super(message);
  }
}
