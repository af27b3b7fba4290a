package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// What RELAX learns to balance: the measured variance of the score part of one estimator's
/// gradient and that of its path part along the run, beside that of ĝ; or of each of its terms,
/// which is all there is where all are of one part. The variance of ĝ is that of the parts and
/// twice their covariance. It is the estimator of [TermsChart]. What is not known is not drawn.
final class BalanceChart {
  /// What it can draw where there are parts, by the quantity that its view asks for.
  private static final List<String> CHOICES = List.of("Score and path part", "Single terms");

  /// The parts have the inks of the terms that they are most of: REINFORCE of f, and ∂c(z)/∂θ.
  private static final List<String> PART_INKS =
      List.of(TermsChart.INKS.getFirst(), TermsChart.INKS.get(2));

  private BalanceChart() {}

  /// Which lines there are to choose from; none where it draws the single terms anyway.
  static List<String> choices(Snapshot snapshot, ChartView view) {
    return chosen(snapshot, view).filter(BalanceChart::parted).isPresent() ? CHOICES : List.of();
  }

  private static Optional<Track> chosen(Snapshot snapshot, ChartView view) {
    return TermsChart.chosen(snapshot, view, track -> track.control() != null);
  }

  private static boolean parted(Track track) {
    Track.Control control = track.control();
    return control != null && !control.parts().isEmpty();
  }

  /// The chart of a snapshot.
  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    Optional<Track> track = chosen(snapshot, view);
    boolean parts = view.up().quantity() == 0 && track.filter(BalanceChart::parted).isPresent();
    List<Figure.Line> lines = new ArrayList<>();
    track
        .filter(axis.measure()::places)
        .ifPresent(
            shown -> {
              lines.add(
                  axis.line(shown, "ĝ of " + RunAxis.name(shown), shown.variance()).map(Math::exp));
              Track.Control control = shown.control();
              if (control != null) {
                lines.addAll(
                    parts
                        ? lines(axis, shown, control.parts(), PART_INKS)
                        : lines(axis, shown, control.terms(), TermsChart.INKS));
              }
            });
    String trace = snapshot.parameters() > 1 ? "tr Cov" : "Var";
    return axis.figure(
        "Variance of the terms: "
            + track
                .map(t -> TermsChart.whose(t, view, snapshot))
                .orElseGet(() -> TermsChart.none(snapshot, view)),
        Figure.Axis.fitting(
                trace + (parts ? " of each part" : " of each term") + RunAxis.space(snapshot))
            .with(AxisScale.LOG),
        lines,
        List.of());
  }

  private static List<Figure.Line> lines(
      RunAxis axis, Track shown, List<Track.TermVariance> variances, List<String> inks) {
    List<Figure.Line> lines = new ArrayList<>();
    for (int t = 0; t < variances.size(); t++) {
      Track.TermVariance each = variances.get(t);
      lines.add(
          axis.line(shown, each.name(), each.variance())
              .map(Math::exp)
              .of(inks.get(t))
              .as(each.name()));
    }
    return lines;
  }
}
