package voidscope.text;

import java.util.Locale;

/// Large counts in a few characters, such as `12.4k`.
public final class Count {
  private static final String[] UNITS = {"", "k", "M", "G", "T"};

  private Count() {}

  public static String text(double count) {
    int unit = 0;
    double value = count;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit > 0 && value < 99.95 ? "%.1f%s" : "%.0f%s", value, UNITS[unit]);
  }

  /// All digits in groups of three, with thin spaces.
  public static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u2009');
  }
}
