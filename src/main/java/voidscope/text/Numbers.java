package voidscope.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Values that people set, as texts that read back to them.
public final class Numbers {
  private Numbers() {}

  /// A short text that reads back to the value, up to what fits a field.
  public static String text(double value) {
    if (value == 0 || Math.abs(value) >= 1e-3 || !Double.isFinite(value)) {
      return Double.isFinite(value)
          ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
          : Double.toString(value);
    }
    return BigDecimal.valueOf(value)
        .stripTrailingZeros()
        .unscaledValue()
        .toString()
        .transform(digits -> scientific(value, digits));
  }

  /// A value in at most three significant digits, for read-outs.
  public static String shortText(double value) {
    return text(rounded(value));
  }

  /// A value rounded to three significant digits.
  public static double rounded(double value) {
    return Double.isFinite(value) && value != 0
        ? new BigDecimal(value).round(new MathContext(3)).doubleValue()
        : value;
  }

  /// A number as charts write it: `.499`, `−1.5`, `1200`.
  ///
  /// @param digits significant digits at most; those before the point stay
  public static String caption(double value, int digits) {
    int whole = Math.abs(value) < 1 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(Math.max(digits, whole)));
    String plain = rounded.stripTrailingZeros().toPlainString();
    return plain.replaceFirst("^(-?)0\\.", "$1.").replace('-', '−');
  }

  private static String scientific(double value, String digits) {
    int exponent = BigDecimal.valueOf(value).precision() - BigDecimal.valueOf(value).scale() - 1;
    String sign = digits.startsWith("-") ? "-" : "";
    String bare = digits.substring(sign.length());
    String mantissa = bare.length() == 1 ? bare : bare.charAt(0) + "." + bare.substring(1);
    return String.format(Locale.ROOT, "%s%se%d", sign, mantissa, exponent);
  }
}
