package voidscope.catalogue;

import java.util.List;
import java.util.Locale;

/// One thing that can be set: the source of its slider, scenario key, command-line option and
/// documentation.
///
/// @param key name in scenario files and on the command line, in kebab-case
/// @param symbol what formulas call it, such as `λ`; empty if nothing
/// @param label what the screen calls it
/// @param unit unit of its values; empty if none
/// @param kind real, integer, flag, choice or file
/// @param minimum smallest allowed value
/// @param maximum largest allowed value
/// @param scale how a slider lays it out
/// @param initial value where nothing is said
/// @param live whether a change holds from the next step; otherwise it needs a restart
/// @param choices names of a choice's values, and of those of a file, in order; empty for other
///   kinds
/// @param sentence one sentence for tooltips and help
/// @param hands key of the parameter that a flag hands over to whoever tunes it; empty if none
public record Parameter(
    String key,
    String symbol,
    String label,
    String unit,
    Kind kind,
    double minimum,
    double maximum,
    Scale scale,
    double initial,
    boolean live,
    List<String> choices,
    String sentence,
    String hands) {

  /// What kind of value a parameter has.
  public enum Kind {
    /// Any number in the range.
    REAL,
    /// A whole number in the range.
    INTEGER,
    /// Yes (1) or no (0).
    FLAG,
    /// One of the named choices; the value is its index.
    CHOICE,
    /// One of the named choices, or any file; values behind the choices' stand for files, and mean
    /// the same only while the program runs. Texts have the file's path.
    FILE
  }

  /// A real number; live unless [#onRestart] is called.
  public static Parameter real(
      String key,
      String symbol,
      String label,
      double minimum,
      double maximum,
      Scale scale,
      double initial,
      String sentence) {
    return new Parameter(
        key, symbol, label, "", Kind.REAL, minimum, maximum, scale, initial, true, List.of(),
        sentence, "");
  }

  /// A whole number; live unless [#onRestart] is called.
  public static Parameter integer(
      String key,
      String symbol,
      String label,
      double minimum,
      double maximum,
      Scale scale,
      double initial,
      String sentence) {
    return new Parameter(
        key,
        symbol,
        label,
        "",
        Kind.INTEGER,
        minimum,
        maximum,
        scale,
        initial,
        true,
        List.of(),
        sentence,
        "");
  }

  /// Yes or no; live unless [#onRestart] is called.
  public static Parameter flag(String key, String label, boolean initial, String sentence) {
    return new Parameter(
        key,
        "",
        label,
        "",
        Kind.FLAG,
        0,
        1,
        Scale.LINEAR,
        initial ? 1 : 0,
        true,
        List.of(),
        sentence,
        "");
  }

  /// One of several names, the first being the default; live unless [#onRestart] is called.
  public static Parameter choice(String key, String label, List<String> choices, String sentence) {
    return new Parameter(
        key,
        "",
        label,
        "",
        Kind.CHOICE,
        0,
        choices.size() - 1,
        Scale.LINEAR,
        0,
        true,
        choices,
        sentence,
        "");
  }

  /// One of several names, the first being the default, or a file; live unless [#onRestart] is
  /// called.
  public static Parameter file(String key, String label, List<String> choices, String sentence) {
    return new Parameter(
        key,
        "",
        label,
        "",
        Kind.FILE,
        0,
        Integer.MAX_VALUE,
        Scale.LINEAR,
        0,
        true,
        choices,
        sentence,
        "");
  }

  /// The same, taking effect only on a restart.
  public Parameter onRestart() {
    return new Parameter(
        key, symbol, label, unit, kind, minimum, maximum, scale, initial, false, choices, sentence,
        hands);
  }

  /// The same with another default.
  public Parameter withInitial(double value) {
    return new Parameter(
        key, symbol, label, unit, kind, minimum, maximum, scale, value, live, choices, sentence,
        hands);
  }

  /// The same flag, as one that hands a parameter over to whoever tunes it: the screen sets both in
  /// one row.
  public Parameter handing(Parameter tuned) {
    return new Parameter(
        key,
        symbol,
        label,
        unit,
        kind,
        minimum,
        maximum,
        scale,
        initial,
        live,
        choices,
        sentence,
        tuned.key());
  }

  /// The same with a unit.
  public Parameter in(String newUnit) {
    return new Parameter(
        key, symbol, label, newUnit, kind, minimum, maximum, scale, initial, live, choices,
        sentence, hands);
  }

  /// Whether a value may be taken.
  public boolean accepts(double value) {
    double most = kind == Kind.FILE ? choices.size() + FileNumbers.count() - 1 : maximum;
    return value >= minimum && value <= most && (kind == Kind.REAL || value == Math.rint(value));
  }

  /// What a valid value looks like, for error messages.
  public String expectation() {
    return switch (kind) {
      case REAL -> "a number from " + format(minimum) + " to " + format(maximum);
      case INTEGER -> "a whole number from " + format(minimum) + " to " + format(maximum);
      case FLAG -> "true or false";
      case CHOICE -> "one of " + String.join(", ", choices);
      case FILE -> "one of " + String.join(", ", choices) + ", or the path of a file";
    };
  }

  /// The shortest text that reads back to the same value.
  public String format(double value) {
    return switch (kind) {
      case REAL -> shortest(value);
      case INTEGER -> String.format(Locale.ROOT, "%d", (long) value);
      case FLAG -> value == 0 ? "false" : "true";
      case CHOICE -> choices.get((int) value);
      case FILE ->
          value < choices.size()
              ? choices.get((int) value)
              : FileNumbers.file((int) value - choices.size());
    };
  }

  /// Reads a value.
  ///
  /// @throws IllegalArgumentException if the text is no valid value; the message is [#expectation]
  public double parse(String text) {
    String trimmed = text.strip();
    double value =
        switch (kind) {
          case REAL, INTEGER -> number(trimmed);
          case FLAG -> trimmed.equals("true") ? 1 : trimmed.equals("false") ? 0 : Double.NaN;
          case CHOICE -> choices.contains(trimmed) ? choices.indexOf(trimmed) : Double.NaN;
          case FILE ->
              choices.contains(trimmed)
                  ? choices.indexOf(trimmed)
                  : trimmed.isEmpty() ? Double.NaN : choices.size() + FileNumbers.of(trimmed);
        };
    if (!accepts(value)) {
      throw new IllegalArgumentException(
          "expected " + expectation() + ", found \"" + trimmed + "\"");
    }
    return value;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) value)
        : Double.toString(value);
  }
}
