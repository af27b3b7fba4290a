package voidscope.text;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as people type them: `−0.5`, `0,499`, `1/3`, `12 000`, `5·10⁻³`.
///
/// A comma is a decimal comma, unless there are several of them, or a point as well. Where it may
/// stand before thousands as well, as in `1,719`, the text has two readings and is none.
public final class TypedNumber {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern SPACED =
      Pattern.compile("(?<=\\d)[ \\u00a0\\u2009\\u202f'’](?=\\d{3}(?!\\d))");
  private static final Pattern POWER = Pattern.compile("\\s*[·×*]\\s*10([⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$");
  private static final Pattern TWOFOLD =
      Pattern.compile("([+-]?)([1-9]\\d{0,2}),(\\d{3})((?:[eE].*)?)");
  private static final Pattern POINTED_GROUPS =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+\\.\\d*(?:[eE].*)?");
  private static final Pattern GROUPS =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3}){2,}(?:[eE].*)?");
  private static final Pattern COMMA_GROUPS =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+,\\d*(?:[eE].*)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?(\\d+,\\d*|,\\d+)(?:[eE].*)?");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private TypedNumber() {}

  /// The number of a text; empty if it is none, or may be two.
  public static OptionalDouble parse(String text) {
    String plain = plain(text);
    int slash = plain.indexOf('/');
    if (slash < 0) {
      return simple(plain);
    }
    OptionalDouble above = simple(plain.substring(0, slash).strip());
    OptionalDouble below = simple(plain.substring(slash + 1).strip());
    return above.isPresent() && below.isPresent() && below.getAsDouble() != 0
        ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
        : OptionalDouble.empty();
  }

  /// The two readings of a text that may be two numbers, such as `1.719 or 1719`; else empty.
  public static String readings(String text) {
    Matcher twofold = TWOFOLD.matcher(plain(text));
    if (!twofold.matches()) {
      return "";
    }
    String start = twofold.group(1).replace('-', '−') + twofold.group(2);
    return start
        + "."
        + twofold.group(3)
        + twofold.group(4)
        + " or "
        + start
        + twofold.group(3)
        + twofold.group(4);
  }

  /// The text with the signs of a keyboard.
  private static String plain(String text) {
    String plain = text.strip().replace('−', '-').replace('–', '-').replace('⁄', '/');
    plain = SPACED.matcher(plain).replaceAll("");
    Matcher power = POWER.matcher(plain);
    return power.find()
        ? plain.substring(0, power.start()) + "e" + exponent(power.group(1))
        : plain;
  }

  private static String exponent(String superscripts) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < superscripts.length(); i++) {
      char c = superscripts.charAt(i);
      digits.append(c == '⁻' ? "-" : c == '⁺' ? "+" : "" + SUPERSCRIPTS.indexOf(c));
    }
    return digits.toString();
  }

  private static OptionalDouble simple(String text) {
    String pointed;
    if (TWOFOLD.matcher(text).matches()) {
      return OptionalDouble.empty();
    } else if (POINTED_GROUPS.matcher(text).matches() || GROUPS.matcher(text).matches()) {
      pointed = text.replace(",", "");
    } else if (COMMA_GROUPS.matcher(text).matches()) {
      pointed = text.replace(".", "").replace(',', '.');
    } else if (DECIMAL_COMMA.matcher(text).matches()) {
      pointed = text.replace(',', '.');
    } else {
      pointed = text;
    }
    return NUMBER.matcher(pointed).matches()
        ? OptionalDouble.of(Double.parseDouble(pointed))
        : OptionalDouble.empty();
  }
}
