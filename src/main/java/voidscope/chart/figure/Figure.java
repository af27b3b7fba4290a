package voidscope.chart.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
/// @param hidden what is not drawn but may be brought back from the legend of a live chart
/// @param front key of the lines that are drawn over the others, or empty
/// @param note last words of the legend, which belong to no single line: what the faint lines are,
///   or why there are none; or empty
/// @param ground what lies under the lines, or null
public record Figure(
    String title,
    Axis x,
    Axis y,
    List<Line> lines,
    List<Level> levels,
    List<Event> events,
    List<Hidden> hidden,
    String front,
    String note,
    @Nullable Ground ground) {

  /// Half the width of a bar.
  private static final double BAR = .36;

  /// More bands than that are a muddle.
  private static final int MOST_BANDS = 3;

  /// A figure that hides nothing and puts nothing in front.
  public Figure(
      String title, Axis x, Axis y, List<Line> lines, List<Level> levels, List<Event> events) {
    this(title, x, y, lines, levels, events, List.of(), "", "", null);
  }

  /// The same data, of which some are hidden and some in front.
  public Figure with(List<Hidden> hiddenOnes, String frontKey) {
    return new Figure(title, x, y, lines, levels, events, hiddenOnes, frontKey, note, ground);
  }

  /// The same figure with other lines and levels.
  public Figure with(List<Line> otherLines, List<Level> otherLevels) {
    return new Figure(title, x, y, otherLines, otherLevels, events, hidden, front, note, ground);
  }

  /// The same figure with the lines of another behind its own, and words on them behind its note.
  ///
  /// @param others in the style of a baseline
  public Figure before(List<Line> others, String words) {
    List<Line> all = Stream.concat(lines.stream(), others.stream()).toList();
    String said = note.isEmpty() || words.isEmpty() ? note + words : note + "; " + words;
    return new Figure(title, x, y, all, levels, events, hidden, front, said, ground);
  }

  /// The same figure over something.
  public Figure over(@Nullable Ground other) {
    return new Figure(title, x, y, lines, levels, events, hidden, front, note, other);
  }

  /// The map under the lines, or null.
  public @Nullable HeatMap map() {
    return ground instanceof HeatMap found ? found : null;
  }

  /// The same figure as it was when it had come to an abscissa: what lies beyond is not known.
  public Figure until(double end) {
    return new Figure(
        title,
        x,
        y,
        lines.stream().map(line -> line.until(end)).toList(),
        levels,
        events.stream().filter(event -> event.x() <= end).toList(),
        hidden,
        front,
        note,
        ground);
  }

  /// The same figure under another heading.
  public Figure titled(String other) {
    return new Figure(other, x, y, lines, levels, events, hidden, front, note, ground);
  }

  /// The same data on other axes.
  public Figure on(Axis otherX, Axis otherY) {
    return new Figure(title, otherX, otherY, lines, levels, events, hidden, front, note, ground);
  }

  /// The same figure with estimators in the inks of which kind and variant they are; who has
  /// another ink than that of its key already keeps it.
  ///
  /// @param inks by the estimators' ids
  public Figure inked(Map<String, String> inks) {
    List<Line> inked =
        lines.stream()
            .map(
                line ->
                    line.ink().equals(line.key())
                        ? line.inked(inks.getOrDefault(line.key(), line.key()))
                        : line)
            .toList();
    List<Hidden> inkedHidden =
        hidden.stream()
            .map(
                h -> new Hidden(h.before(), h.key(), inks.getOrDefault(h.key(), h.ink()), h.name()))
            .toList();
    return new Figure(title, x, y, inked, levels, events, inkedHidden, front, note, ground);
  }

  /// The lines from back to front: those of a baseline, the others, those in front.
  public List<Line> backToFront() {
    List<Line> own = own().toList();
    return Stream.of(
            baseline(),
            own.stream().filter(line -> !line.key().equals(front)),
            own.stream().filter(line -> line.key().equals(front)))
        .flatMap(some -> some)
        .toList();
  }

  /// The lines whose bands are drawn, in that order, those of a baseline first. Where bands pile
  /// up, of more than three lines, only those of the line that stands out are, or of that in front;
  /// all of them if there is no such line.
  ///
  /// @param lit key of the line that stands out, or empty
  public List<Line> bandsBackToFront(String lit) {
    List<Line> banded =
        own().filter(line -> (line.low() != null) && (line.style() == Style.MAIN)).toList();
    String chosen =
        Stream.of(lit, front)
            .filter(key -> banded.stream().anyMatch(line -> line.key().equals(key)))
            .findFirst()
            .orElse("");
    boolean piled = banded.size() > MOST_BANDS && !chosen.isEmpty();
    return Stream.concat(baseline(), own())
        .filter(line -> !piled || line.key().equals(chosen))
        .toList();
  }

  private Stream<Line> baseline() {
    return lines.stream().filter(line -> line.style() == Style.BASELINE);
  }

  private Stream<Line> own() {
    return lines.stream().filter(line -> line.style() != Style.BASELINE);
  }

  /// An axis.
  ///
  /// @param label its caption, unit included
  /// @param minimum fixed lower end, or NaN to fit the data
  /// @param maximum fixed upper end, or NaN to fit the data
  /// @param scale how it spreads its values
  /// @param names what stands at 1, 2, 3 … in place of numbers; empty where numbers do
  public record Axis(
      String label, double minimum, double maximum, AxisScale scale, List<String> names) {
    /// Copies the names.
    public Axis {
      names = List.copyOf(names);
    }

    /// An axis of numbers.
    public Axis(String label, double minimum, double maximum, AxisScale scale) {
      this(label, minimum, maximum, scale, List.of());
    }

    /// A linear axis.
    public Axis(String label, double minimum, double maximum) {
      this(label, minimum, maximum, AxisScale.LINEAR);
    }

    /// A linear axis that fits the data.
    public static Axis fitting(String label) {
      return new Axis(label, Double.NaN, Double.NaN);
    }

    /// The same axis, otherwise spread.
    public Axis with(AxisScale other) {
      return new Axis(label, minimum, maximum, other, names);
    }

    /// The same axis under another caption.
    public Axis called(String other) {
      return new Axis(other, minimum, maximum, scale, names);
    }

    /// The same axis with names in place of numbers.
    public Axis named(List<String> others) {
      return new Axis(label, minimum, maximum, scale, others);
    }

    /// The same axis with the ends that are typed.
    public Axis within(Limits limits) {
      return new Axis(
          label,
          Double.isNaN(limits.low()) ? minimum : limits.low(),
          Double.isNaN(limits.high()) ? maximum : limits.high(),
          scale,
          names);
    }

    /// Whether a value can be no end of it.
    public boolean excludes(double end) {
      return scale == AxisScale.LOG && end <= 0;
    }

    /// The same axis with fixed ends, or with its own for null.
    Axis within(@Nullable Extent ends) {
      return ends == null ? this : new Axis(label, ends.low(), ends.high(), scale, names);
    }
  }

  /// An entry of the legend whose lines are hidden.
  ///
  /// @param before index of the line that it would stand before
  /// @param key whose it is
  /// @param ink whose colour, dash and marker it has
  /// @param name legend text
  public record Hidden(int before, String key, String ink, String name) {
    /// An entry in the ink of its own key.
    public Hidden(int before, String key, String name) {
      this(before, key, key, name);
    }
  }

  /// A series: points joined by a line, with an optional band around it. NaN interrupts the line.
  ///
  /// @param key whose it is: an estimator's id, or another key of the ink list
  /// @param ink whose colour, dash and marker it has, as the ink list names it
  /// @param name legend text, which may tell numbers that change
  /// @param column what tables and readings call it, whatever the run does: no other line of the
  ///   figure has that name
  /// @param style how the line is drawn
  /// @param x abscissae, ascending but for a path
  /// @param y ordinates
  /// @param low lower edge of the band, or null
  /// @param high upper edge of the band, or null
  /// @param outline whether it is the outline of a histogram: where it is zero along, nothing is
  ///   drawn, and tables tell the zeros
  public record Line(
      String key,
      String ink,
      String name,
      String column,
      Style style,
      double[] x,
      double[] y,
      double @Nullable [] low,
      double @Nullable [] high,
      boolean outline) {

    /// A line in the ink of its own key.
    public Line(
        String key,
        String name,
        String column,
        Style style,
        double[] x,
        double[] y,
        double @Nullable [] low,
        double @Nullable [] high) {
      this(key, key, name, column, style, x, y, low, high, false);
    }

    /// The same points as somebody else's line, in the ink of the key.
    public Line of(String otherKey) {
      return new Line(otherKey, otherKey, name, column, style, x, y, low, high, outline);
    }

    /// The same line in another ink.
    public Line inked(String otherInk) {
      return new Line(key, otherInk, name, column, style, x, y, low, high, outline);
    }

    /// A line whose legend text never changes and is its name in tables as well.
    public Line(
        String key,
        String name,
        Style style,
        double[] x,
        double[] y,
        double @Nullable [] low,
        double @Nullable [] high) {
      this(key, name, name, style, x, y, low, high);
    }

    /// The same points as the outline of a histogram, up and down in turns.
    public Line outlined() {
      return new Line(key, ink, name, column, style, x, y, low, high, true);
    }

    /// An outline as it is drawn: cut where it is zero along, with its edges down to there.
    ///
    /// @param zero where the axis has its zero, or what stands for it
    Line cut(double zero) {
      int most = 2 * x.length;
      double[] atX = new double[most];
      double[] atY = new double[most];
      int n = 0;
      for (int i = 0; i < x.length; i++) {
        boolean rises = i + 1 < x.length && y[i + 1] != 0;
        boolean falls = i > 0 && y[i - 1] != 0;
        atX[n] = x[i];
        atY[n++] = y[i] != 0 ? y[i] : rises || falls ? zero : Double.POSITIVE_INFINITY;
        if (y[i] == 0 && falls) {
          atX[n] = x[i];
          atY[n++] = Double.POSITIVE_INFINITY;
        }
      }
      return new Line(
          key,
          ink,
          name,
          column,
          style,
          Arrays.copyOf(atX, n),
          Arrays.copyOf(atY, n),
          null,
          null,
          true);
    }

    /// Bars as what is filled: a rectangle from the lower to the upper edge about each abscissa.
    Line boxes() {
      int corners = 5;
      double[] atX = new double[corners * x.length];
      double[] atY = new double[atX.length];
      double[] down = new double[atX.length];
      double[] up = new double[atX.length];
      for (int i = 0; i < x.length; i++) {
        double bottom = low == null ? 0 : low[i];
        double top = high == null ? y[i] : high[i];
        int at = corners * i;
        Arrays.fill(atX, at, at + 2, x[i] - BAR);
        Arrays.fill(atX, at + 2, at + corners, x[i] + BAR);
        double[] outline = {bottom, top, top, bottom, Double.POSITIVE_INFINITY};
        System.arraycopy(outline, 0, atY, at, corners);
        Arrays.fill(down, at, at + corners - 1, bottom);
        Arrays.fill(up, at, at + corners - 1, top);
        down[at + corners - 1] = Double.POSITIVE_INFINITY;
        up[at + corners - 1] = Double.POSITIVE_INFINITY;
      }
      return new Line(key, ink, name, column, style, atX, atY, down, up, outline);
    }

    /// The same line under another name in tables.
    public Line as(String otherColumn) {
      return new Line(key, ink, name, otherColumn, style, x, y, low, high, outline);
    }

    /// The same line, of which nothing is known beyond an abscissa.
    Line until(double end) {
      return new Line(
          key,
          ink,
          name,
          column,
          style,
          x,
          known(y, end),
          low == null ? null : known(low, end),
          high == null ? null : known(high, end),
          outline);
    }

    private double[] known(double[] values, double end) {
      return IntStream.range(0, values.length)
          .mapToDouble(i -> x[i] <= end ? values[i] : Double.POSITIVE_INFINITY)
          .toArray();
    }

    /// The points that fulfil a condition on x and y.
    public Line where(Condition condition) {
      int[] kept = IntStream.range(0, x.length).filter(i -> condition.holds(x[i], y[i])).toArray();
      return kept.length == x.length
          ? this
          : new Line(
              key,
              ink,
              name,
              column,
              style,
              pick(x, kept),
              pick(y, kept),
              low == null ? null : pick(low, kept),
              high == null ? null : pick(high, kept),
              outline);
    }

    private static double[] pick(double[] values, int[] kept) {
      return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }

    /// The ordinate of the point nearest to an abscissa; NaN without points.
    public double at(double abscissa) {
      int found = Arrays.binarySearch(x, abscissa);
      int above = found >= 0 ? found : -found - 1;
      if (found >= 0 || x.length == 0) {
        return x.length == 0 ? Double.NaN : y[found];
      }
      boolean before =
          above == x.length || (above > 0 && abscissa - x[above - 1] < x[above] - abscissa);
      return y[before ? above - 1 : above];
    }

    /// The same line with an ascending function of its ordinates.
    public Line map(DoubleUnaryOperator function) {
      return new Line(
          key,
          ink,
          name,
          column,
          style,
          x,
          Arrays.stream(y).map(function).toArray(),
          low == null ? null : Arrays.stream(low).map(function).toArray(),
          high == null ? null : Arrays.stream(high).map(function).toArray(),
          outline);
    }

    /// The same points, faint and without an entry in the legend.
    public Line raw() {
      return new Line(key, ink, "", column, Style.RAW, x, y, low, high, outline);
    }

    /// The same points and band as those of another run, without an entry in the legend.
    ///
    /// @param run what tables call that run
    public Line baseline(String run) {
      String other = column + " (baseline " + run + ")";
      return new Line(key, ink, "", other, Style.BASELINE, x, y, low, high, outline);
    }

    /// The same points as a thin companion without a band.
    public Line companion(String otherName, String otherColumn) {
      return new Line(key, ink, otherName, otherColumn, Style.COMPANION, x, y, null, null, outline);
    }
  }

  /// A condition on a point.
  public interface Condition {
    /// Whether it holds.
    boolean holds(double x, double y);
  }

  /// How a line is drawn.
  public enum Style {
    /// Solid in the key's colour (live) or with the key's dash (export).
    MAIN,
    /// Thin and dashed in the key's colour: an exact or relaxed companion of a main line.
    COMPANION,
    /// Faint: what a smoothed main line was made of.
    RAW,
    /// Thin and faint in the key's colour or dash, behind all others: the main line of another run.
    BASELINE,
    /// Points only, without a line.
    POINTS,
    /// A few points that are to be seen on any ground.
    SPOTS,
    /// Thin, through the points in their order wherever they lie, on a halo that lets it be seen on
    /// any ground; it begins with a spot.
    PATH,
    /// Filled bars from the lower to the upper edge; the ordinate is what they tell.
    BAR
  }

  /// A horizontal reference line.
  public record Level(String key, String name, double y) {}

  /// A vertical event line.
  public record Event(double x, String caption) {}
}
