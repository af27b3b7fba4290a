package voidscope.cli;

/// Something the user asked for that cannot be; the message says what and why.
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
