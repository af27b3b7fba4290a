package voidscope.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that one chart shows at one moment: axes and data, no pixels. Immutable by convention
/// (arrays are never written after construction), so the painter may read it on any thread, and the
/// live painter, the exported picture and the CSV are made from the same figure.
///
/// @param title short heading
/// @param x horizontal axis
/// @param y vertical axis
/// @param lines the series, in legend order
/// @param levels horizontal reference lines, such as the optimum
/// @param events vertical dashed lines with a caption, such as `lr .01 → .03`
public record Figure(
    String title, Axis x, Axis y, List<Line> lines, List<Level> levels, List<Event> events) {

  /// An axis.
  ///
  /// @param label its caption, unit included
  /// @param minimum fixed lower end, or NaN to fit the data
  /// @param maximum fixed upper end, or NaN to fit the data
  public record Axis(String label, double minimum, double maximum) {
    /// An axis that fits the data.
    public static Axis fitting(String label) {
      return new Axis(label, Double.NaN, Double.NaN);
    }
  }

  /// A series: points joined by a line, with an optional band around it. NaN interrupts the line.
  ///
  /// @param key whose colour, dash and marker it has: an estimator's key, or another key of the ink
  ///   list
  /// @param name legend text
  /// @param style how the line is drawn
  /// @param x abscissae, ascending
  /// @param y ordinates
  /// @param low lower edge of the band, or null
  /// @param high upper edge of the band, or null
  public record Line(
      String key,
      String name,
      Style style,
      double[] x,
      double[] y,
      double @Nullable [] low,
      double @Nullable [] high) {}

  /// How a line is drawn.
  public enum Style {
    /// Solid in the key's colour (live) or with the key's dash (export).
    MAIN,
    /// Thin and dashed in the key's colour: an exact or relaxed companion of a main line.
    COMPANION,
    /// Points only, without a line.
    POINTS
  }

  /// A horizontal reference line.
  public record Level(String key, String name, double y) {}

  /// A vertical event line.
  public record Event(double x, String caption) {}
}
