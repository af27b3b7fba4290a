package voidscope.chart.figure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the user looks at a chart; a change of it changes no result.
///
/// @param hidden keys of estimators that are not shown
/// @param focus key of the estimator in focus, or empty: its coordinates are shown where there are
///   several, and its lines are drawn over the others
/// @param abscissa what surrogates are drawn over
/// @param columns pixel columns to thin for
/// @param across the x axis
/// @param up the y axis
/// @param averaged how many estimates a mean is taken of where its error is shown, N
/// @param discount γ at which the parts of a variance are shown, the nearest of those that are
///   measured; null for that of the run
public record ChartView(
    Set<String> hidden,
    String focus,
    Abscissa abscissa,
    int columns,
    Across across,
    Up up,
    long averaged,
    @Nullable Double discount) {
  /// N where nobody has said otherwise.
  public static final long USUALLY_AVERAGED = 100;

  /// The greatest N.
  public static final long MOST_AVERAGED = 1_000_000;

  private static final int EVERYTHING = 1 << 30;

  /// Copies the set.
  public ChartView {
    hidden = Set.copyOf(hidden);
  }

  /// With as many estimates averaged as usual.
  public ChartView(
      Set<String> hidden, String focus, Abscissa abscissa, int columns, Across across, Up up) {
    this(hidden, focus, abscissa, columns, across, up, USUALLY_AVERAGED, null);
  }

  /// The whole chart on the axes it is made for.
  public ChartView(Set<String> hidden, String focus, Abscissa abscissa, int columns) {
    this(hidden, focus, abscissa, columns, Across.PLAIN, Up.PLAIN);
  }

  /// Everything shown, over u.
  public static ChartView plain(int columns) {
    return new ChartView(Set.of(), "", Abscissa.NOISE, columns);
  }

  /// The same for another width.
  public ChartView withColumns(int count) {
    return new ChartView(hidden, focus, abscissa, count, across, up, averaged, discount);
  }

  /// The same with another x axis.
  public ChartView withAcross(Across other) {
    return new ChartView(hidden, focus, abscissa, columns, other, up, averaged, discount);
  }

  /// The same with another y axis.
  public ChartView withUp(Up other) {
    return new ChartView(hidden, focus, abscissa, columns, across, other, averaged, discount);
  }

  /// The same with other estimators hidden.
  public ChartView withHidden(Set<String> keys) {
    return new ChartView(keys, focus, abscissa, columns, across, up, averaged, discount);
  }

  /// The same with another estimator in focus.
  public ChartView withFocus(String key) {
    return new ChartView(hidden, key, abscissa, columns, across, up, averaged, discount);
  }

  /// The same with the mean of another number of estimates.
  public ChartView withAveraged(long count) {
    return new ChartView(hidden, focus, abscissa, columns, across, up, count, discount);
  }

  /// The same at another γ, or at the run's for null.
  public ChartView withDiscount(@Nullable Double gamma) {
    return new ChartView(hidden, focus, abscissa, columns, across, up, averaged, gamma);
  }

  /// The same lines from end to end with everything that was recorded.
  public ChartView unthinned() {
    return new ChartView(
        hidden, focus, abscissa, EVERYTHING, across.within(null), up.whole(), averaged, discount);
  }

  /// The figure on the axes that are wished for.
  public Figure place(Figure figure) {
    AxisScale scale = up.scale();
    Figure.Axis y = scale == null ? figure.y() : figure.y().with(scale);
    return figure.on(figure.x().within(across.window()), y.within(up.window()));
  }
}
