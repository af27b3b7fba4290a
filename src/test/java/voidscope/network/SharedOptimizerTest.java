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
  void step_hasTheBitsOfTheOptimizerItself() {
    float[] g = new float[COUNT];
    RandomStream.of(3, "shared", 0).uniform(0, 0, COUNT, g);
    for (Optimizer optimizer :
        List.of(new Sgd(0), new Sgd(.9f), new RmsProp(.99f, 1e-8f), new Adam())) {
      float[] plain = new float[COUNT];
      float[] memory = new float[optimizer.slots() * COUNT];
      for (int t = 1; t <= 5; t++) {
        optimizer.step(plain, g, 3, memory, 3, COUNT - 5, t, .01f);
      }
      for (int threads = 1; threads <= 4; threads++) {
        float[] theta = new float[COUNT];
        float[] state = new float[memory.length];
        SharedOptimizer shared = new SharedOptimizer(optimizer, new OuterProducts());
        assertEquals(optimizer.slots(), shared.slots());
        try (ThreadTeam team = new ThreadTeam(threads)) {
          for (int t = 1; t <= 5; t++) {
            int now = t;
            team.run(
                1, (chunk, worker) -> shared.step(theta, g, 3, state, 3, COUNT - 5, now, .01f));
          }
          assertArrayEquals(plain, theta);
          assertArrayEquals(memory, state);
        }
      }
    }
  }

  /// What an optimizer's own kernels allocate until they are compiled is not counted here: this one
  /// has none.
  @Test
  void step_allocatesNothing() {
    Optimizer descent =
        new Optimizer() {
          @Override
          public int slots() {
            return 0;
          }

          @Override
          public void step(
              float[] theta,
              float[] g,
              int gAt,
              float[] state,
              int from,
              int to,
              long t,
              float lr) {
            for (int i = from; i < to; i++) {
              theta[i] -= lr * g[gAt + i - from];
            }
          }
        };
    float[] theta = new float[COUNT];
    float[] g = new float[COUNT];
    float[] state = {};
    for (int threads = 1; threads <= 3; threads++) {
      SharedOptimizer shared = new SharedOptimizer(descent, new OuterProducts());
      ThreadTeam.Task step = (chunk, worker) -> shared.step(theta, g, 3, state, 3, COUNT, 1, .01f);
      try (ThreadTeam team = new ThreadTeam(threads)) {
        assertEquals(0, SteadyState.bytes(() -> team.run(1, step)));
      }
    }
  }
}
