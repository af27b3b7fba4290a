package voidscope.chart;

import java.util.Set;

/// How the user looks at the charts; a change of it changes no result.
///
/// @param hidden keys of estimators that are not shown
/// @param focus key of the estimator in focus, or empty: its coordinates are shown where there are
///   several
/// @param overZ whether the surrogate chart's abscissa is z instead of u
/// @param columns pixel columns to thin for
public record ChartView(Set<String> hidden, String focus, boolean overZ, int columns) {
  /// Copies the set.
  public ChartView {
    hidden = Set.copyOf(hidden);
  }

  /// Everything shown, over u.
  public static ChartView plain(int columns) {
    return new ChartView(Set.of(), "", false, columns);
  }

  /// The same for another width.
  public ChartView withColumns(int count) {
    return new ChartView(hidden, focus, overZ, count);
  }
}
