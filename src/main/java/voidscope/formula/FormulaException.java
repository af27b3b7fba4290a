package voidscope.formula;

/// A text that is no formula: where, what was expected there and what was found.
public final class FormulaException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int at;
  private final String expectation;
  private final String found;

  /// @param at character at which it is wrong, counted from 0
  /// @param expectation what was expected there
  /// @param found what stands there
  FormulaException(int at, String expectation, String found) {
    super("expected " + expectation + " at character " + (at + 1) + ", found " + found);
    this.at = at;
    this.expectation = expectation;
    this.found = found;
  }

  /// Character at which it is wrong, counted from 0; the text's length where it ends too soon.
  public int at() {
    return at;
  }

  /// What was expected there.
  public String expectation() {
    return expectation;
  }

  /// What stands there.
  public String found() {
    return found;
  }
}
