package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import voidscope.estimator.Estimator;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.experiment.measure.OptimumTrail.Patience;
import voidscope.experiment.record.Sweep;
import voidscope.experiment.training.Replica;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;

/// Sweeps along a run whose θ never stays, on a clock of the test's own.
class SweepTrailTest {
  private static final long MILLI = 1_000_000;

  private final AtomicLong time = new AtomicLong();
  private final Replica replica;
  private final SweepTrail trail;
  private long tick;
  private long step;

  SweepTrailTest() {
    Toy problem = new SquaredDistance(1, .45, 0);
    Estimator estimator = Estimators.catalogue().get("rebar").standard();
    Shape shape = new Shape(problem.distribution(), 1, estimator.samples(), 0);
    RandomStream stream = RandomStream.of(1, "sweep", 0);
    List<State> states = List.of(estimator.init(shape, stream));
    replica = new Replica(problem.initial(), states, 0, stream, stream, null, problem.quantities());
    trail =
        new SweepTrail(
            estimator,
            problem,
            Objects.requireNonNull(problem.known()),
            () -> false,
            () -> time.getAndAdd(tick));
  }

  private Sweep next(Patience patience) {
    step++;
    if (patience == Patience.NONE) {
      replica.theta[0] += .001f;
    }
    time.addAndGet(1000 * MILLI);
    return trail.at(replica, step, patience);
  }

  private int places() {
    return next(Patience.NONE).temperatures().at().length;
  }

  @Test
  void whileTheRunGoesOn_itIsCoarseFirst_andThenFine_ofAStepNotLongAgo() {
    tick = MILLI / 20;
    int first = places();
    int fine = 0;
    for (int i = 0; i < 8; i++) {
      fine = places();
    }
    assertTrue(first < 20 && fine > 50, first + " and " + fine);
    for (int i = 0; i < 20; i++) {
      Sweep sweep = next(Patience.NONE);
      assertEquals(fine, sweep.temperatures().at().length);
      assertTrue(step - sweep.step() <= 3, step + " and " + sweep.step());
    }
  }

  @Test
  void whereOneTakesLong_itStaysCoarse_untilTheRunStandsStill() {
    tick = 4 * MILLI;
    int most = 0;
    Sweep last = next(Patience.NONE);
    for (int i = 0; i < 400; i++) {
      last = next(Patience.NONE);
      most = Math.max(most, last.temperatures().at().length);
    }
    assertTrue(most < 20, "places " + most);
    assertTrue(last.step() > 300, "goes with the run: " + last.step());
    assertFalse(last.fine());
    for (int i = 0; i < 200 && !last.fine(); i++) {
      last = trail.at(replica, step, Patience.SOME);
    }
    assertTrue(last.fine());
    assertEquals(step, last.step());
  }
}
