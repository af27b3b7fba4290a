package voidscope.chart.series;

import voidscope.chart.figure.Across;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Up;

/// How the charts were looked at when a figure was saved.
///
/// @param chart key of the chart that the figure shows
/// @param view how it was looked at
/// @param dress how it was dressed
public record CarriedView(String chart, ChartView view, FigureDress dress) {
  /// Of a chart without a dress.
  public CarriedView(String chart, ChartView view) {
    this(chart, view, FigureDress.PLAIN);
  }

  /// How a chart is to be looked at so that the figure comes back: its own chart as it was, another
  /// with the same estimators hidden and, where both are over the run, on the same x axis.
  public ChartView of(ChartEntry entry) {
    if (entry.key().equals(chart)) {
      return view;
    }
    boolean linked =
        entry.overRun() && Charts.catalogue().find(chart).map(ChartEntry::overRun).orElse(false);
    return new ChartView(
        view.hidden(),
        view.focus(),
        view.abscissa(),
        view.columns(),
        linked ? view.across() : Across.PLAIN,
        Up.PLAIN,
        view.averaged(),
        view.discount());
  }
}
