package voidscope.experiment.scenario;

/// A file, mostly of a scenario, that says something it must not; the message tells file, line,
/// field, what was expected and what was found, such as `t-45.toml:7: problem.target: expected a
/// number from 0 to 1, found "high"`.
public final class ScenarioException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String field;
  private final String expectation;

  /// @param file name of the file
  /// @param line its line, counted from 1; 0 if the fault is in none
  /// @param field what is wrong, such as `problem.target` or `event[2].step`; empty if no field is
  /// @param expectation what a valid value looks like
  /// @param found what stands there instead
  public ScenarioException(String file, int line, String field, String expectation, String found) {
    super(
        file
            + (line > 0 ? ":" + line : "")
            + (field.isEmpty() ? "" : ": " + field)
            + ": expected "
            + expectation
            + ", found "
            + found);
    this.file = file;
    this.line = line;
    this.field = field;
    this.expectation = expectation;
  }

  /// Name of the file.
  public String file() {
    return file;
  }

  /// Line counted from 1, or 0.
  public int line() {
    return line;
  }

  /// The field, or empty.
  public String field() {
    return field;
  }

  /// What a valid value looks like.
  public String expectation() {
    return expectation;
  }
}
