package voidscope.text;

import java.util.Locale;

/// Measured numbers in three or four digits, in texts of even length that do not jump about as they
/// change.
public final class Decimals {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};

  private Decimals() {}

  /// Such as `6.25·10⁻²`; zero stays `0`, and `1.01` has no power.
  public static String scientific(double value) {
    return scientific(value, 2);
  }

  private static String scientific(double value, int places) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    String text = String.format(Locale.ROOT, "%." + places + "e", value);
    int e = text.indexOf('e');
    int exponent = Integer.parseInt(text.substring(e + 1));
    StringBuilder result = new StringBuilder(text.substring(0, e).replace('-', '−'));
    if (exponent == 0) {
      return result.toString();
    }
    result.append("·10").append(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      result.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return result.toString();
  }

  /// Such as `0.0312`, and where it is far from one as [#scientific] has it.
  public static String ratio(double value) {
    return value >= 0.001 && value < 1000
        ? String.format(
            Locale.ROOT, "%." + Math.max(0, 2 - (int) Math.floor(Math.log10(value))) + "f", value)
        : scientific(value);
  }

  /// Four significant digits, such as `−0.01312` or `2.500`; a whole number of less as it is, and
  /// what is far from one with a power of ten.
  public static String significant(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 10000) {
      return Long.toString((long) value).replace('-', '−');
    }
    if (!Double.isFinite(value)) {
      return scientific(value, 3);
    }
    // The rounded number may have a digit more before its point.
    String rounded = String.format(Locale.ROOT, "%.3e", value);
    int exponent = Integer.parseInt(rounded.substring(rounded.indexOf('e') + 1));
    return exponent < -3 || exponent > 3
        ? scientific(value, 3)
        : String.format(Locale.ROOT, "%." + (3 - exponent) + "f", value).replace('-', '−');
  }

  /// A share in whole percent, such as `−12 %`; what rounds to zero has no sign.
  public static String percent(double share) {
    return Double.isNaN(share) ? "–" : (Math.round(100 * share) + " %").replace('-', '−');
  }

  /// Four decimals and a sign, such as `−0.0131`; with a power of ten where that would say too
  /// little.
  public static String signed(double value) {
    double size = Math.abs(value);
    if (size < 0.001 || size >= 1000) {
      return (value > 0 ? "+" : "") + scientific(value);
    }
    return String.format(Locale.ROOT, size < 10 ? "%+.4f" : "%+.2f", value).replace('-', '−');
  }

  /// A time in the unit that leaves one to three digits before the point, such as `12.3 µs`.
  public static String seconds(double seconds) {
    double value = seconds * 1e9;
    int unit = 0;
    while (value >= 999.5 && unit < TIMES.length - 1) {
      value /= 1000;
      unit++;
    }
    int places = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + places + "f %s", value, TIMES[unit]);
  }
}
