package voidscope.chart.figure;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import voidscope.text.TypedNumber;

/// The ends of an axis as somebody has typed them; either may be left to the data.
///
/// @param low lower end, or NaN
/// @param high upper end, or NaN
public record Limits(double low, double high) {
  /// Both ends left to the data.
  public static final Limits NONE = new Limits(Double.NaN, Double.NaN);

  private static final String BETWEEN = ":";
  private static final String EXPECTED =
      "expected the lower and the upper end, such as 0:1000, 0: or :1e-3, found \"";

  /// @throws IllegalArgumentException if an end is infinite, or the lower one not below the upper
  public Limits {
    if (Double.isInfinite(low) || Double.isInfinite(high) || low >= high) {
      throw new IllegalArgumentException(
          "expected a lower end below the upper one, both finite, found \""
              + text(low)
              + BETWEEN
              + text(high)
              + "\"");
    }
  }

  /// Reads `0:1000`, `0:`, `:1` or `:`.
  ///
  /// @throws IllegalArgumentException saying what is expected, if the text is nothing of the kind
  public static Limits parse(String typed) {
    String[] ends = typed.strip().split(BETWEEN, -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(EXPECTED + typed + "\"");
    }
    return new Limits(end(ends[0], typed), end(ends[1], typed));
  }

  private static double end(String end, String typed) {
    if (end.isBlank()) {
      return Double.NaN;
    }
    OptionalDouble number = TypedNumber.parse(end);
    if (number.isEmpty()) {
      throw new IllegalArgumentException(EXPECTED + typed + "\"");
    }
    return number.getAsDouble();
  }

  /// What [#parse] reads; empty where both ends are left to the data.
  public String text() {
    return equals(NONE) ? "" : text(low) + BETWEEN + text(high);
  }

  private static String text(double end) {
    return Double.isNaN(end) ? "" : Double.toString(end);
  }

  /// Both ends, if neither is left to the data; else null.
  public @Nullable Extent closed() {
    return Double.isNaN(low) || Double.isNaN(high) ? null : new Extent(low, high);
  }

  /// Whether some of the data lies between these ends.
  public boolean meets(Extent data) {
    return !(low >= data.high() || high <= data.low());
  }
}
