package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Value;
import voidscope.experiment.record.Early;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Quantity;
import voidscope.thread.ThreadTeam;

/// What is measured between the first two regular measurements.
class EarlyTest {
  private static Scenario vae(long every) {
    return new Scenario(
            Scenarios.problem("vae-linear"),
            Stream.of("reinforce", "relax").map(Scenarios::estimator).toList(),
            Scenarios.standard().run(),
            List.of())
        .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
        .with(Scenario.PROBLEM, "latents", 9)
        .with(Scenario.RUN, "batch", 5)
        .with(Scenario.RUN, "replicates", 2)
        .with(Scenario.RUN, "measure-every", every)
        .with(Scenario.RUN, "measure-samples", 3);
  }

  private static List<Track> run(Scenario scenario, int threads, long steps) {
    return snapshot(scenario, threads, steps).tracks();
  }

  private static Snapshot snapshot(Scenario scenario, int threads, long steps) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(steps);
      return experiment.snapshot();
    }
  }

  private static long[] steps(Series.View view) {
    return LongStream.range(0, view.rows()).map(row -> view.rowStep((int) row)).toArray();
  }

  private static double at(Series.View view, long step) {
    for (int row = 0; row < view.rows(); row++) {
      if (view.rowStep(row) == step) {
        return view.row(row);
      }
    }
    throw new AssertionError("nothing at step " + step);
  }

  /// Rows are added, and each is what a run that is measured at every step has there; those that
  /// were there before are the same.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void rows_areThoseOfARunThatIsMeasuredAtEveryStep(int threads) {
    List<Track> seldom = run(vae(30), threads, 61);
    List<Track> always = run(vae(1), threads, 61);
    long[] expected = {0, 1, 2, 5, 10, 20, 30, 60};
    for (int i = 0; i < seldom.size(); i++) {
      Track track = seldom.get(i);
      assertArrayEquals(expected, steps(track.theta().middle()));
      assertArrayEquals(expected, steps(track.variance().middle()));
      assertEquals(62, track.loss().middle().buckets(0));
      for (int step = 0; step <= 61; step++) {
        same(track.loss(), always.get(i).loss(), step);
      }
      for (long step : expected) {
        same(track.theta(), always.get(i).theta(), step);
        same(track.variance(), always.get(i).variance(), step);
      }
    }
  }

  private static void same(Track.Band one, Track.Band other, long step) {
    assertEquals(at(other.middle(), step), at(one.middle(), step), "step " + step);
    Series.View low = Objects.requireNonNull(one.low());
    assertEquals(at(Objects.requireNonNull(other.low()), step), at(low, step), "step " + step);
  }

  /// The mean of the training ELBO up to the first regular measurement is of all its steps.
  @Test
  void trainingElbo_isNotCutShort() {
    Snapshot always = snapshot(vae(1), 1, 30);
    int which = 0;
    while (always.quantities().get(which).source() != Quantity.Source.TRAINING) {
      which++;
    }
    Series.View each = always.tracks().getFirst().quantities().get(which).middle();
    Series.View seldom =
        snapshot(vae(30), 1, 30).tracks().getFirst().quantities().get(which).middle();
    for (long end : new long[] {1, 5, 20, 30}) {
      double sum = 0;
      for (long step = 1; step <= end; step++) {
        sum += at(each, step);
      }
      double expected = sum / end; // up to the medians of two replicates
      assertEquals(expected, at(seldom, end), 1e-4 * Math.abs(expected), "step " + end);
    }
  }

  @Test
  void toys_haveNone() {
    Scenario toy = Scenarios.standard().with(Scenario.RUN, "measure-every", 30);
    Track track = run(toy, 1, 61).getLast();
    assertArrayEquals(new long[] {0, 30, 60}, steps(track.variance().middle()));
    assertEquals(62, track.theta().middle().rows());
  }

  @Test
  void steps_liesBeforeTheFirstRegularOne() {
    assertArrayEquals(new long[0], Early.steps(1));
    assertArrayEquals(new long[] {1, 2, 5}, Early.steps(10));
    assertArrayEquals(new long[] {1, 2, 5, 10, 20, 50, 100}, Early.steps(200));
    assertEquals(5, Early.next(2, 200, 200));
    assertEquals(4, Early.next(2, 200, 4));
    assertEquals(200, Early.next(100, 200, 200));
  }
}
