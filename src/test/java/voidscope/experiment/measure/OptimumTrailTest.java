package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimators;
import voidscope.experiment.measure.OptimumTrail.Patience;
import voidscope.experiment.optimum.OptimumSearch;
import voidscope.experiment.record.Track;
import voidscope.problem.catalogue.Problems;

/// The optimal surrogate along a run, on a clock of the test's own: it moves 10 at every look.
class OptimumTrailTest {
  private static final float[] HERE = {0, 0};
  private static final float[] THERE = {.5f, -.5f};
  private static final float[] Z = {-1, .3f, 0, .3f, 1, .3f};

  private final AtomicLong time = new AtomicLong();
  private final AtomicBoolean unwanted = new AtomicBoolean();
  private final OptimumTrail trail = trail();

  private OptimumTrail trail() {
    var problem = Problems.catalogue().get("random-quadratic");
    var relax = Estimators.catalogue().get("relax");
    OptimumSearch search =
        OptimumSearch.of(
                problem.maker().apply(Settings.defaults(problem.parameters()).with("latents", 2)),
                relax.maker().apply(Settings.defaults(relax.parameters())))
            .orElseThrow();
    return new OptimumTrail(search, unwanted::get, () -> time.getAndAdd(10));
  }

  private Track.@Nullable BestCurve look(float[] theta, long step, Patience patience) {
    return trail.along(theta, step, patience, Z, 3);
  }

  private Track.BestCurve seen(float[] theta, long step, Patience patience) {
    return Objects.requireNonNull(look(theta, step, patience));
  }

  @Test
  void whileTheRunGoesOn_itIsCoarse_andOneOfAHundredParts() {
    Track.BestCurve first = seen(HERE, 1, Patience.NONE);
    assertEquals(1, first.step());
    assertEquals(3, first.c().length);
    assertFalse(first.fine());
    long made = time.get(); // the search itself took one tick of 10
    long step = 2;
    while (seen(THERE, step, Patience.NONE).step() == 1) {
      step++;
    }
    assertTrue(time.get() - made >= 990, "after " + (time.get() - made));
    assertTrue(time.get() - made <= 1030, "after " + (time.get() - made));
    assertFalse(seen(THERE, step, Patience.NONE).fine(), "another chart of the same picture");
    assertTrue(seen(THERE, step + 1, Patience.NONE).fine(), "θ is frozen");
  }

  @Test
  void whereTheRunStandsStill_itIsOfThatStep_andFineAtTheSecondLook() {
    seen(HERE, 1, Patience.NONE);
    Track.BestCurve coarse = seen(THERE, 2, Patience.SOME);
    assertEquals(2, coarse.step());
    assertFalse(coarse.fine());
    Track.BestCurve fine = seen(THERE, 2, Patience.SOME);
    assertTrue(fine.fine());
    assertTrue(fine.variance() < coarse.variance());
    assertEquals(fine.variance(), seen(THERE, 7, Patience.NONE).variance());
    assertEquals(7, seen(THERE, 7, Patience.NONE).step(), "θ is frozen");
    assertTrue(new OptimumTrailTest().seen(HERE, 1, Patience.ALL).fine());
  }

  @Test
  void whatIsUnwanted_leavesTheOneBefore() {
    Track.BestCurve first = seen(HERE, 1, Patience.SOME);
    unwanted.set(true);
    Track.BestCurve same = seen(THERE, 2, Patience.SOME);
    assertEquals(first.step(), same.step());
    assertEquals(first.variance(), same.variance());
    unwanted.set(false);
    assertEquals(2, seen(THERE, 2, Patience.SOME).step());
    unwanted.set(true);
    assertNull(new OptimumTrailTest().leftAtOnce());
  }

  private Track.@Nullable BestCurve leftAtOnce() {
    unwanted.set(true);
    return look(HERE, 1, Patience.ALL);
  }
}
