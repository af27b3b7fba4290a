package voidscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.SteadyState;
import voidscope.random.RandomStream;
import voidscope.simd.SharedRange;
import voidscope.thread.ThreadTeam;

/// Who works on which parameters shows in no bit, and what lies beside them stays.
final class SharedOptimizerTest {
  private static final int COUNT = 4 * SharedRange.LIGHT + 77;

  @Test
  void step_hasTheBitsOfTheOptimizerItself_andAllocatesNothing() {
    float[] g = new float[COUNT];
    RandomStream.of(3, "shared", 0).uniform(0, 0, COUNT, g);
    for (Optimizer optimizer :
        List.of(new Sgd(0), new Sgd(.9f), new RmsProp(.99f, 1e-8f), new Adam())) {
      float[] plain = new float[COUNT];
      float[] memory = new float[optimizer.slots() * COUNT];
      for (int t = 1; t <= 5; t++) {
        optimizer.step(plain, g, memory, 3, COUNT - 5, t, .01f);
      }
      for (int threads = 1; threads <= 4; threads++) {
        float[] theta = new float[COUNT];
        float[] state = new float[memory.length];
        SharedOptimizer shared = new SharedOptimizer(optimizer);
        assertEquals(optimizer.slots(), shared.slots());
        try (ThreadTeam team = new ThreadTeam(threads)) {
          for (int t = 1; t <= 5; t++) {
            int now = t;
            team.run(1, (chunk, worker) -> shared.step(theta, g, state, 3, COUNT - 5, now, .01f));
          }
          assertArrayEquals(plain, theta);
          assertArrayEquals(memory, state);
          ThreadTeam.Task further =
              (chunk, worker) -> shared.step(theta, g, state, 3, COUNT - 5, 6, .01f);
          assertEquals(0, SteadyState.bytes(() -> team.run(1, further)));
        }
      }
    }
  }
}
