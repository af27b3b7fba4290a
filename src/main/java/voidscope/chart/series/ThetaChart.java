package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Ticks;
import voidscope.data.ImageSet;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.Quantity;
import voidscope.problem.catalogue.Problems;

/// θ trajectories. The toy's optimum lies at infinity, so the axis names its direction.
final class ThetaChart {
  private ThetaChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    RunAxis axis = new RunAxis(snapshot, view);
    List<Quantity> quantities = snapshot.quantities();
    int quantity = view.up().quantity() < quantities.size() ? view.up().quantity() : 0;
    List<Figure.Line> lines = new ArrayList<>();
    for (Track track : axis.shown()) {
      lines.add(axis.line(track, RunAxis.name(track), track.quantities().get(quantity)));
    }
    String towards = quantity == 0 ? direction(snapshot) : "";
    return axis.figure(
        RunAxis.titles(snapshot).followed() + (quantity == 0 ? images(snapshot, axis) : ""),
        Figure.Axis.fitting(quantities.get(quantity).label() + towards),
        axis.smoothed(lines),
        List.of());
  }

  /// Over how many images what is trained is validated and how well that is known for it, the
  /// greatest standard error of those that are shown; nothing where there are none.
  private static String images(Snapshot snapshot, RunAxis axis) {
    ImageSet images = snapshot.images();
    int error = Quantity.error(snapshot.quantities());
    if (images == null || error < 0) {
      return "";
    }
    double greatest =
        axis.shown().stream()
            .mapToDouble(track -> track.quantities().get(error).middle().newest())
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NaN);
    String count = String.format(Locale.ROOT, ", %,d validation images", images.validation());
    return Double.isNaN(greatest) ? count : count + " ± " + Ticks.significant(greatest, 2);
  }

  /// Where the optimum is; nothing where it is no single direction.
  private static String direction(Snapshot snapshot) {
    Scenario now = snapshot.values();
    if (!now.problem().settings().parameters().contains(Problems.TARGET)) {
      return "";
    }
    double target = now.problem().settings().real(Problems.TARGET.key());
    if (target == 0.5) {
      return " (t = ½: ∇ = 0)";
    }
    return target > 0.5 ? " (optimum → +∞)" : " (optimum → −∞)";
  }
}
