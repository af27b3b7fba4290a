package voidscope.chart.series;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Clock;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Exhibit;
import voidscope.problem.Problem;
import voidscope.problem.catalogue.Problems;

/// Snapshots made by hand.
public final class Snapshots {
  static final Series.View EMPTY = series(1);

  private Snapshots() {}

  public static Series.View series(long spacing, double... values) {
    Series series = new Series(1024, spacing);
    for (double value : values) {
      series.add(value);
    }
    return series.view();
  }

  public static Track.Band band(Series.View view) {
    return new Track.Band(view, null, null);
  }

  /// A contender at a step with θ = 0, 1 and nothing else recorded.
  public static Track track(String key, long step) {
    Entrant entrant = Scenarios.estimator(key);
    String label = Estimators.catalogue().get(key).label();
    return new Track(
        entrant,
        label,
        step,
        List.of(band(series(1, 0, 1))),
        band(series(1, 0.25, 0.24)),
        band(EMPTY),
        null,
        new Track.ExactPoints(0, new double[0], new double[0]),
        null,
        List.of(),
        new Track.Tuned(List.of(Map.of())),
        new Track.Cost(1, 0, Clock.START),
        null);
  }

  static Track with(
      Track t,
      Track.Band variance,
      Track.ExactPoints exact,
      Track.@Nullable SurrogateCurve curve,
      double correlation) {
    Measurement measured =
        new Measurement(
            0,
            100,
            Map.of(
                Measurement.Figure.EXACT_MEAN,
                0.0,
                Measurement.Figure.EXACT_VARIANCE,
                0.0,
                Measurement.Figure.CORRELATION,
                correlation));
    return new Track(
        t.entrant(),
        t.label(),
        t.step(),
        t.quantities(),
        t.loss(),
        variance,
        t.control(),
        exact,
        measured,
        exhibits(curve, t.sample()),
        t.tuned(),
        t.cost(),
        t.failure());
  }

  private static List<Exhibit> exhibits(@Nullable Exhibit... those) {
    return Arrays.stream(those).filter(Objects::nonNull).toList();
  }

  /// The same with all that is to be shown of it.
  static Track showing(Track t, List<Exhibit> exhibits) {
    return new Track(
        t.entrant(),
        t.label(),
        t.step(),
        t.quantities(),
        t.loss(),
        band(series(1, -3)),
        t.control(),
        t.exact(),
        t.measured(),
        exhibits,
        t.tuned(),
        t.cost(),
        t.failure());
  }

  /// The same with that many evaluations of f a step.
  static Track evaluating(Track t, double evaluations) {
    return new Track(
        t.entrant(),
        t.label(),
        t.step(),
        t.quantities(),
        t.loss(),
        t.variance(),
        t.control(),
        t.exact(),
        t.measured(),
        t.exhibits(),
        t.tuned(),
        new Track.Cost(evaluations, 0, Clock.START),
        t.failure());
  }

  /// The same with what its control variate leaves.
  public static Track controlled(Track t, Track.Control control) {
    return new Track(
        t.entrant(),
        t.label(),
        t.step(),
        t.quantities(),
        t.loss(),
        t.variance(),
        control,
        t.exact(),
        t.measured(),
        t.exhibits(),
        t.tuned(),
        t.cost(),
        t.failure());
  }

  public static Snapshot snapshot(Scenario scenario, Track... tracks) {
    Problem problem =
        Problems.catalogue()
            .get(scenario.problem().key())
            .maker()
            .apply(scenario.problem().settings());
    return new Snapshot(
        0,
        scenario,
        Snapshot.State.PAUSED,
        List.of(tracks),
        new Snapshot.Rates(0, 0, 1),
        problem.quantities(),
        problem.distribution().parameters(),
        0.125);
  }

  public static Scenario standard(Event... events) {
    return Scenarios.standard().withEvents(List.of(events));
  }
}
