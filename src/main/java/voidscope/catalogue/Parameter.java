package voidscope.catalogue;

import java.util.List;
import java.util.stream.LongStream;
import voidscope.text.TypedNumber;

/// One thing that can be set: the source of its slider, scenario key, command-line option and
/// documentation.
///
/// @param key name in scenario files and on the command line, in kebab-case
/// @param symbol what formulas call it, such as `λ`; empty if nothing
/// @param label what the screen calls it
/// @param unit unit of its values; empty if none
/// @param domain which values it may have, and how they are written
/// @param initial value where nothing is said
/// @param live whether a change holds from the next step; otherwise it needs a restart
/// @param sentence one sentence for tooltips and help
/// @param hands key of the parameter that a flag hands over to whoever tunes it; empty if none
public record Parameter(
    String key,
    String symbol,
    String label,
    String unit,
    Domain domain,
    Value initial,
    boolean live,
    String sentence,
    String hands) {

  /// A parameter without unit, live unless [#onRestart] is called.
  private static Parameter of(
      String key, String symbol, String label, Domain domain, Value initial, String sentence) {
    return new Parameter(key, symbol, label, "", domain, initial, true, sentence, "");
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
    Domain.Range range = new Domain.Real(minimum, maximum, scale);
    return of(key, symbol, label, range, range.value(initial), sentence);
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
    Domain.Range range = new Domain.Whole(minimum, maximum, scale);
    return of(key, symbol, label, range, range.value(initial), sentence);
  }

  /// Yes or no; live unless [#onRestart] is called.
  public static Parameter flag(String key, String label, boolean initial, String sentence) {
    return of(key, "", label, new Domain.Flag(), new Value.Flag(initial), sentence);
  }

  /// One of several names, the first being the default; live unless [#onRestart] is called.
  public static Parameter choice(String key, String label, List<String> names, String sentence) {
    Value first = new Value.Choice(names.getFirst());
    return of(key, "", label, new Domain.Choice(List.copyOf(names)), first, sentence);
  }

  /// A text of one line; live unless [#onRestart] is called.
  ///
  /// @param most letters at most
  public static Parameter text(
      String key, String label, int most, String initial, String sentence) {
    return of(key, "", label, new Domain.Text(most), new Value.Text(initial), sentence);
  }

  /// Some whole numbers of steps; live unless [#onRestart] is called.
  ///
  /// @param most of them at most
  public static Parameter steps(
      String key, String label, int most, LongStream initial, String sentence) {
    return of(key, "", label, new Domain.Steps(most), Domain.Steps.value(initial), sentence);
  }

  /// One of several names, the first being the default, or a file; live unless [#onRestart] is
  /// called.
  public static Parameter file(String key, String label, List<String> names, String sentence) {
    Value first = new Value.Choice(names.getFirst());
    return of(key, "", label, new Domain.File(List.copyOf(names)), first, sentence);
  }

  /// The same, taking effect only on a restart.
  public Parameter onRestart() {
    return new Parameter(key, symbol, label, unit, domain, initial, false, sentence, hands);
  }

  /// The same with another default.
  public Parameter withInitial(Value value) {
    return new Parameter(key, symbol, label, unit, domain, value, live, sentence, hands);
  }

  /// The same flag, as one that hands a parameter over to whoever tunes it: the screen sets both in
  /// one row.
  public Parameter handing(Parameter tuned) {
    return new Parameter(key, symbol, label, unit, domain, initial, live, sentence, tuned.key());
  }

  /// The same with a unit.
  public Parameter in(String newUnit) {
    return new Parameter(key, symbol, label, newUnit, domain, initial, live, sentence, hands);
  }

  /// The range of a number.
  ///
  /// @throws IllegalArgumentException if it is none
  public Domain.Range range() {
    if (domain instanceof Domain.Range range) {
      return range;
    }
    throw new IllegalArgumentException(key + " is no number: expected " + domain.expectation());
  }

  /// The text of a value, as [Domain#format].
  public String format(Value value) {
    return domain.format(value);
  }

  /// Reads a value.
  ///
  /// @throws IllegalArgumentException if the text is no valid value, saying what is expected
  public Value parse(String text) {
    String stripped = text.strip();
    Value value = domain.parse(stripped);
    String readings = domain instanceof Domain.Range ? TypedNumber.readings(stripped) : "";
    if (!readings.isEmpty()) {
      throw new IllegalArgumentException(
          "expected " + readings + ", found \"" + stripped + "\", which may be both");
    }
    if (value == null) {
      throw new IllegalArgumentException(
          "expected " + domain.expectation() + ", found \"" + stripped + "\"");
    }
    return value;
  }
}
