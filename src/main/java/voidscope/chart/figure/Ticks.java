package voidscope.chart.figure;

import java.util.Locale;

/// Round tick values for a range and their text, the same in every locale: `0.2491`, `10k`, `2.5M`,
/// with a true minus sign.
///
/// @param step distance of two ticks: 1, 2 or 5 times a power of ten
/// @param largest largest magnitude on the axis
public record Ticks(double step, double largest) {
  private static final char THIN = '\u2009';

  /// About `count` ticks over the range.
  public static Ticks of(double low, double high, double count) {
    double raw = (high - low) / Math.max(1, count);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    double step = (lead < 1.5 ? 1 : lead < 3.2 ? 2 : lead < 7.1 ? 5 : 10) * power;
    return new Ticks(step, Math.max(Math.abs(low), Math.abs(high)));
  }

  public String text(double value) {
    if (Math.abs(value) < step * 1e-6) {
      return "0";
    }
    if (largest >= 9_999.5 && step >= 10) {
      boolean millions = largest >= 999_999.5 && step >= 10_000;
      double unit = millions ? 1e6 : 1e3;
      if (largest < 1e10) {
        return strip(fixed(value / unit, decimals(step / unit))) + (millions ? "M" : "k");
      }
      return scientific(value);
    }
    return largest < 1e-4 ? scientific(value) : fixed(value, decimals(step));
  }

  /// A value to read off, with enough digits to tell two neighbouring pixels apart.
  public static String reading(double value, double range) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double magnitude = Math.abs(value);
    if (magnitude != 0 && (magnitude < 1e-5 || magnitude >= 1e9)) {
      return new Ticks(magnitude * 1e-3, magnitude).scientific(value);
    }
    int decimals = Math.clamp(decimals(range / 1000), 0, 8);
    return grouped(value, decimals);
  }

  /// A value to read off with that many significant digits; zero, which has none, is `0`.
  public static String significant(double value, int digits) {
    if (Double.isNaN(value) || value == 0) {
      return value == 0 ? "0" : "–";
    }
    double magnitude = Math.abs(value);
    if (magnitude < 1e-3 || magnitude >= 1e7) {
      return new Ticks(Math.pow(10, Math.floor(Math.log10(magnitude)) - digits + 1), magnitude)
          .scientific(value);
    }
    int whole = (int) Math.floor(Math.log10(magnitude));
    int decimals = Math.clamp(digits - 1 - whole, 0, 8);
    return grouped(value, decimals);
  }

  private String scientific(double value) {
    int exponent = (int) Math.floor(Math.log10(largest));
    double unit = Math.pow(10, exponent);
    String mantissa = strip(fixed(value / unit, decimals(step / unit)));
    return mantissa + "·10" + superscript(exponent);
  }

  public static String superscript(int exponent) {
    var text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }

  private static int decimals(double step) {
    return Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
  }

  private static String fixed(double value, int decimals) {
    return sign(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /// With thin spaces before thousands, as counts have them.
  private static String grouped(double value, int decimals) {
    return sign(String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', THIN));
  }

  private static String sign(String number) {
    return number.replace('-', '−');
  }

  private static String strip(String number) {
    return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
  }
}
