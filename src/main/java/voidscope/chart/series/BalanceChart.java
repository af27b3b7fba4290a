package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// What RELAX learns to balance: the measured variance of each term of one estimator's gradient
/// along the run, beside that of their sum. It is the estimator of [TermsChart]. What is not known
/// of a term is not drawn.
public final class BalanceChart {
  private BalanceChart() {}

  /// The chart of a snapshot.
  public static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    Optional<Track> track = TermsChart.chosen(snapshot, view, t -> t.control() != null);
    List<Figure.Line> lines = new ArrayList<>();
    track
        .filter(axis.measure()::places)
        .ifPresent(
            shown -> {
              lines.add(
                  axis.line(shown, "ĝ of " + RunAxis.name(shown), shown.variance()).map(Math::exp));
              Track.Control control = shown.control();
              List<Track.TermVariance> terms = control == null ? List.of() : control.terms();
              for (int t = 0; t < terms.size(); t++) {
                Track.TermVariance term = terms.get(t);
                lines.add(
                    axis.line(shown, term.name(), term.variance())
                        .map(Math::exp)
                        .of(TermsChart.INKS.get(t))
                        .as(term.name()));
              }
            });
    String trace = snapshot.parameters() > 1 ? "tr Cov" : "Var";
    return axis.figure(
        "Variance of the terms: "
            + track
                .map(t -> TermsChart.whose(t, view, snapshot))
                .orElse("no estimator here has any"),
        Figure.Axis.fitting(trace + " of each term" + RunAxis.space(snapshot)).with(AxisScale.LOG),
        lines,
        List.of());
  }
}
