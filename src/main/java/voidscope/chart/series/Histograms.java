package voidscope.chart.series;

import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;

/// A chart of histograms, whose bins are those of both runs where two are drawn: shares of samples
/// can be compared over bins of one width only.
///
/// @param maker makes its figures
record Histograms(Maker maker) implements ChartEntry.Drawing {
  /// Makes figures.
  @FunctionalInterface
  interface Maker {
    /// The chart of a snapshot.
    ///
    /// @param beside whose samples the bins are to hold as well, or null
    Figure draw(Snapshot snapshot, ChartView view, @Nullable Snapshot beside);
  }

  @Override
  public Figure draw(Snapshot snapshot, ChartView view) {
    return maker.draw(snapshot, view, null);
  }

  @Override
  public Figure draw(Snapshot snapshot, ChartView view, Snapshot beside) {
    return maker.draw(snapshot, view, beside);
  }
}
