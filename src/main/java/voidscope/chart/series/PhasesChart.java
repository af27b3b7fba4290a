package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Ink;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.SurrogatePins;
import voidscope.experiment.record.Track;
import voidscope.text.Count;

/// One surrogate as it was at the steps where it was pinned, the older the fainter, and as it is
/// now, beside f and the optimal surrogate. It is that of the estimator in focus, or of the last
/// one shown that has some.
final class PhasesChart {
  /// What is left of the colour of the oldest and of the newest.
  private static final double OLDEST = 0.3;

  private static final double NEWEST = 0.8;

  private PhasesChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    List<Figure.Line> lines = new ArrayList<>();
    Optional<Track> chosen = chosen(snapshot, view);
    Track.SurrogateCurve now = chosen.map(Track::curve).orElse(null);
    chosen.ifPresent(
        track -> {
          String ink =
              ChartEntry.inks(snapshot.scenario().estimators()).getOrDefault(track.id(), "f");
          // Of an old checkpoint the temperatures of what was pinned are not known.
          List<SurrogatePins.Pin> pins =
              pins(track).stream()
                  .filter(
                      pin ->
                          view.abscissa() != Abscissa.SOFT
                              || Double.isFinite(pin.curve().temperature()))
                  .toList();
          for (int i = 0; i < pins.size(); i++) {
            double age = pins.size() == 1 ? 1 : i / (pins.size() - 1.0);
            SurrogatePins.Pin pin = pins.get(i);
            lines.add(
                line(
                        track.id() + "@" + pin.step(),
                        "step " + Count.grouped(pin.step()),
                        "c at step " + pin.step(),
                        view,
                        pin.curve(),
                        pin.curve().c())
                    .inked(Ink.faded(ink, OLDEST + (NEWEST - OLDEST) * age)));
          }
        });
    if (now != null) {
      Track track = chosen.orElseThrow();
      String step = "step " + Count.grouped(track.step()) + ", now";
      lines.add(line(track.id(), step, "c now", view, now, now.c()));
      lines.add(line("f", "f(b) now", "f(b)", view, now, now.hard()));
      Track.BestCurve best = now.best();
      if (best != null) {
        String at = best.step() == track.step() ? "" : " (step " + Count.grouped(best.step()) + ")";
        lines.addFirst(
            line(SurrogateChart.OPTIMUM, "c*" + at, "c*", view, now, best.c())
                .inked(Estimators.EXACT));
      }
    }
    return new Figure(
        "Phases of c: " + chosen.map(t -> whose(t, snapshot)).orElse("no surrogate has any yet"),
        SurrogateChart.abscissa(view.abscissa(), now(now, chosen), snapshot.parameters() > 1),
        Figure.Axis.fitting("c(z), f"),
        lines,
        List.of(),
        List.of());
  }

  /// A curve that tells what it is drawn along.
  private static Track.@Nullable SurrogateCurve now(
      Track.@Nullable SurrogateCurve now, Optional<Track> chosen) {
    return now != null
        ? now
        : chosen
            .map(PhasesChart::pins)
            .filter(p -> !p.isEmpty())
            .map(p -> p.getFirst().curve())
            .orElse(null);
  }

  private static String whose(Track track, Snapshot snapshot) {
    return track.label() + RunAxis.first(snapshot, ", ");
  }

  private static List<SurrogatePins.Pin> pins(Track track) {
    SurrogatePins pins = track.exhibit(SurrogatePins.class);
    return pins == null ? List.of() : pins.pins();
  }

  private static Optional<Track> chosen(Snapshot snapshot, ChartView view) {
    List<Track> able =
        RunAxis.shown(snapshot, view).stream()
            .filter(track -> track.curve() != null || !pins(track).isEmpty())
            .toList();
    return able.stream()
        .filter(track -> track.id().equals(view.focus()))
        .findFirst()
        .or(() -> able.isEmpty() ? Optional.empty() : Optional.of(able.getLast()));
  }

  private static Figure.Line line(
      String key,
      String name,
      String column,
      ChartView view,
      Track.SurrogateCurve curve,
      double[] y) {
    double[] x = SurrogateChart.along(curve, view.abscissa());
    return new Figure.Line(key, name, column, Figure.Style.MAIN, x, y, null, null);
  }
}
