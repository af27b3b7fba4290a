package voidscope.experiment.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.problem.Quantity;

/// When a run of episodes has solved a problem, of means that are made by hand.
final class ReturnLogTest {
  private static final List<Quantity> RECORDED =
      List.of(
          new Quantity("return", Quantity.Source.BATCH, 0),
          new Quantity("mean return of 100 steps", Quantity.Source.RECENT, 0));

  /// Three replicates: the first reaches the level before the hundredth step and is there at it,
  /// the second at step 105 and falls below it again, the third never.
  private static Trace[] traces(int from, int to) {
    Trace[] traces = new Trace[3];
    for (int i = 0; i < 3; i++) {
      traces[i] = new Trace(300, RECORDED.size());
      for (int step = from; step <= to; step++) {
        float mean = i == 0 ? 200 : i == 1 && step == 105 ? 195 : 194;
        traces[i].add(0, 10 * i + step);
        traces[i].add(1, mean);
      }
    }
    return traces;
  }

  @Test
  void solved_isTheFirstStepWhoseMeanReachesTheLevel_fromTheHundredthOn() {
    ReturnLog log = ReturnLog.of(3, RECORDED, 195);
    assertNotNull(log);
    log.take(traces(0, 99));
    assertArrayEquals(new long[] {-1, -1, -1}, log.view().solved());
    log.take(traces(100, 102));
    log.take(traces(103, 120));
    EpisodeReturns view = log.view();
    assertArrayEquals(new long[] {100, 105, -1}, view.solved());
    assertEquals(2, view.count());
    assertEquals(120, view.first().row(120), "the first replicate's return");
    assertEquals(121, view.first().rows());
  }

  /// The step by which a share of the replicates have: of four, a quarter by the first.
  @Test
  void step_isThatByWhichAShareHave() {
    EpisodeReturns returns =
        new EpisodeReturns(new Series(1024, 1).view(), 195, new long[] {400, -1, 150, 300});
    assertEquals(150, returns.step(.25));
    assertEquals(300, returns.step(.5));
    assertEquals(400, returns.step(.75));
    assertEquals(Double.POSITIVE_INFINITY, returns.step(1));
  }

  @Test
  void log_isNone_whereNoReturnIsTold() {
    assertNull(ReturnLog.of(1, Quantity.each(List.of("θ₀")), Double.NaN));
  }
}
