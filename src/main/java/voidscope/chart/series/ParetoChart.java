package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Ink;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Sweep;
import voidscope.experiment.record.Track;

/// Variance of ĝ against the measured compute time of a step, a marker for each contender; those
/// that no other beats in both are joined by a line, the others are faint. Before the first step no
/// time is known.
final class ParetoChart {
  private static final String FRONT = "optimum";
  private static final double ROOM = 1.5;

  /// What is left of the colour of those that another beats in both.
  private static final double BEATEN = .5;

  private ParetoChart() {}

  /// A contender's place.
  private record Place(double seconds, double variance) {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    List<Figure.Line> lines = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (SweepLines.Swept swept : SweepLines.shown(snapshot, view)) {
      Track track = swept.track();
      Sweep.Worth present = swept.sweep().present();
      if (track.step() > 0 && Double.isFinite(present.variance())) {
        double seconds = track.clock().taken(track.step()) / track.step();
        double[] y = {present.variance()};
        boolean exact = swept.sweep().exact();
        lines.add(
            new Figure.Line(
                track.id(),
                SweepLines.name(swept),
                track.label() + (exact ? " exact" : " measured"),
                Figure.Style.POINTS,
                new double[] {seconds},
                y,
                exact ? null : new double[] {y[0] - present.varianceError()},
                exact ? null : new double[] {y[0] + present.varianceError()}));
        places.add(new Place(seconds, y[0]));
      }
    }
    List<Place> front = front(places);
    Map<String, String> inks = ChartEntry.inks(snapshot.scenario().estimators());
    for (int i = 0; i < places.size(); i++) {
      Figure.Line line = lines.get(i);
      if (!front.contains(places.get(i))) {
        String ink = inks.getOrDefault(line.key(), line.key());
        lines.set(i, line.inked(Ink.faded(ink, BEATEN)));
      }
    }
    if (front.size() > 1) {
      lines.add(
          new Figure.Line(
              FRONT,
              "dashed: none beats these in both",
              "front",
              Figure.Style.COMPANION,
              front.stream().mapToDouble(Place::seconds).toArray(),
              front.stream().mapToDouble(Place::variance).toArray(),
              null,
              null));
    }
    double least = places.stream().mapToDouble(Place::seconds).min().orElse(Double.NaN);
    double most = places.stream().mapToDouble(Place::seconds).max().orElse(Double.NaN);
    return SweepLines.figure(
        snapshot,
        view,
        "Variance and time of a step",
        new Figure.Axis("compute seconds a step", least / ROOM, most * ROOM, AxisScale.LOG),
        Figure.Axis.fitting(SweepLines.variance(snapshot)).with(AxisScale.LOG),
        lines,
        List.of());
  }

  /// Those that none beats in both, from the fastest on.
  private static List<Place> front(List<Place> places) {
    List<Place> front = new ArrayList<>();
    for (Place place :
        places.stream()
            .sorted(Comparator.comparingDouble(Place::seconds).thenComparingDouble(Place::variance))
            .toList()) {
      if (front.isEmpty() || place.variance() < front.getLast().variance()) {
        front.add(place);
      }
    }
    return front;
  }
}
