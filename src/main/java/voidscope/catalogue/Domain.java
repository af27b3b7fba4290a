package voidscope.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import voidscope.text.TypedNumber;

/// Which values a parameter may have, and how they are written and read: in scenario files, on the
/// command line, in tables. Immutable.
public sealed interface Domain {
  /// Whether a value may be taken.
  boolean accepts(Value value);

  /// What a valid value looks like, for error messages.
  String expectation();

  /// The shortest text that reads back to the same value.
  ///
  /// @param value that is accepted
  String format(Value value);

  /// The value of a text; null if there is none.
  @Nullable Value parse(String text);

  /// The value of what a file has in place of one: a `Long`, `Double`, `Boolean` or `String`; null
  /// if there is none.
  @Nullable Value read(@Nullable Object plain);

  /// Whether files have its values in quotation marks.
  default boolean quoted() {
    return true;
  }

  /// A range of numbers.
  sealed interface Range extends Domain {
    /// The smallest allowed value.
    double minimum();

    /// The largest allowed value.
    double maximum();

    /// How a slider lays it out.
    Scale scale();

    /// The value of a number, whether or not it is in the range.
    Value value(double number);

    @Override
    default boolean quoted() {
      return false;
    }

    @Override
    default @Nullable Value parse(String text) {
      OptionalDouble number = TypedNumber.parse(text);
      return number.isPresent() ? accepted(number.getAsDouble()) : null;
    }

    @Override
    default @Nullable Value read(@Nullable Object plain) {
      return switch (plain) {
        case Long whole when (long) (double) whole == whole -> accepted(whole);
        case Double real -> accepted(real);
        case null, default -> null;
      };
    }

    private @Nullable Value accepted(double number) {
      boolean inside = number >= minimum() && number <= maximum();
      Value value = inside ? value(number) : null;
      return value != null && Domain.number(value) == number ? value : null;
    }
  }

  /// Any number in a range.
  record Real(double minimum, double maximum, Scale scale) implements Range {
    @Override
    public Value value(double number) {
      return new Value.Real(number);
    }

    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Real(double number) && number >= minimum && number <= maximum;
    }

    @Override
    public String expectation() {
      return "a number from " + shortest(minimum) + " to " + shortest(maximum);
    }

    @Override
    public String format(Value value) {
      return shortest(number(value));
    }
  }

  /// Any whole number in a range.
  record Whole(double minimum, double maximum, Scale scale) implements Range {
    @Override
    public Value value(double number) {
      return new Value.Whole((long) number);
    }

    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Whole(long number) && number >= minimum && number <= maximum;
    }

    @Override
    public String expectation() {
      return "a whole number from " + (long) minimum + " to " + (long) maximum;
    }

    @Override
    public String format(Value value) {
      return Long.toString(((Value.Whole) value).number());
    }
  }

  /// Yes or no.
  record Flag() implements Domain {
    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Flag;
    }

    @Override
    public String expectation() {
      return "true or false";
    }

    @Override
    public String format(Value value) {
      return Boolean.toString(((Value.Flag) value).on());
    }

    @Override
    public @Nullable Value parse(String text) {
      return switch (text) {
        case "true" -> new Value.Flag(true);
        case "false" -> new Value.Flag(false);
        default -> null;
      };
    }

    @Override
    public @Nullable Value read(@Nullable Object plain) {
      return plain instanceof Boolean on ? new Value.Flag(on) : null;
    }

    @Override
    public boolean quoted() {
      return false;
    }
  }

  /// What files have as a text.
  sealed interface Written extends Domain {
    @Override
    default @Nullable Value read(@Nullable Object plain) {
      return plain instanceof String text ? parse(text) : null;
    }
  }

  /// One of several names.
  record Choice(List<String> names) implements Written {
    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Choice(String name) && names.contains(name);
    }

    @Override
    public String expectation() {
      return "one of " + String.join(", ", names);
    }

    @Override
    public String format(Value value) {
      return ((Value.Choice) value).name();
    }

    @Override
    public @Nullable Value parse(String text) {
      return names.contains(text) ? new Value.Choice(text) : null;
    }
  }

  /// A text of one line.
  ///
  /// @param most letters at most
  record Text(int most) implements Written {
    @Override
    public boolean accepts(Value value) {
      return value instanceof Value.Text(String text)
          && text.length() <= most
          && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String expectation() {
      return "a text of one line and at most " + most + " letters";
    }

    @Override
    public String format(Value value) {
      return ((Value.Text) value).text();
    }

    @Override
    public @Nullable Value parse(String text) {
      Value value = new Value.Text(text);
      return accepts(value) ? value : null;
    }
  }

  /// Some whole numbers of steps, ascending, as a text with spaces between them; it may be empty.
  ///
  /// @param most of them at most
  record Steps(int most) implements Written {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern STEP = Pattern.compile("[1-9]\\d{0,14}");

    /// Those of a value.
    ///
    /// @throws IllegalArgumentException if it has none
    public static long[] of(Value value) {
      if (value instanceof Value.Text(String text)) {
        return BETWEEN
            .splitAsStream(text.strip())
            .filter(step -> !step.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
      }
      throw new IllegalArgumentException("no steps: " + value);
    }

    /// The value of some steps, in whatever order.
    public static Value value(LongStream steps) {
      return new Value.Text(
          steps.sorted().distinct().mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }

    @Override
    public boolean accepts(Value value) {
      if (!(value instanceof Value.Text(String text))
          || !BETWEEN
              .splitAsStream(text.strip())
              .allMatch(step -> step.isEmpty() || STEP.matcher(step).matches())) {
        return false;
      }
      long[] steps = of(value);
      return steps.length <= most && value.equals(value(LongStream.of(steps)));
    }

    @Override
    public String expectation() {
      return "at most " + most + " whole steps, ascending, such as 30 300 3000";
    }

    @Override
    public String format(Value value) {
      return ((Value.Text) value).text();
    }

    @Override
    public @Nullable Value parse(String text) {
      Value value = new Value.Text(BETWEEN.matcher(text.strip()).replaceAll(" "));
      return accepts(value) ? value : null;
    }
  }

  /// One of several names, or a file.
  record File(List<String> names) implements Written {
    @Override
    public boolean accepts(Value value) {
      return switch (value) {
        case Value.Choice(String name) -> names.contains(name);
        case Value.File(String path, String _) -> !path.isEmpty() && !names.contains(path);
        default -> false;
      };
    }

    @Override
    public String expectation() {
      return "one of " + String.join(", ", names) + ", or the path of a file";
    }

    @Override
    public String format(Value value) {
      return value instanceof Value.Choice(String name) ? name : ((Value.File) value).path();
    }

    @Override
    public @Nullable Value parse(String text) {
      Value value = names.contains(text) ? new Value.Choice(text) : new Value.File(text);
      return accepts(value) ? value : null;
    }
  }

  /// The number that a value is.
  ///
  /// @throws IllegalArgumentException if it is none
  static double number(Value value) {
    return switch (value) {
      case Value.Real(double number) -> number;
      case Value.Whole(long number) -> number;
      default -> throw new IllegalArgumentException("no number: " + value);
    };
  }

  private static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) value)
        : Double.toString(value);
  }
}
