package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import voidscope.thread.ThreadTeam;

/// Every element once, in parts that begin at whole grains, as many as there are hands for.
final class SharedRangeTest {
  @Test
  void over_worksOnEveryElementOnce_inPartsThatBeginAtGrains() {
    for (int threads = 1; threads <= 4; threads++) {
      int hands = threads;
      try (ThreadTeam team = new ThreadTeam(threads)) {
        for (int grain : new int[] {16, 48, 64}) {
          for (int length = 0; length < 300; length += 7) {
            int to = 5 + length;
            int[] done = new int[310];
            AtomicInteger parts = new AtomicInteger();
            SharedRange range =
                new SharedRange(
                    (first, end) -> {
                      parts.incrementAndGet();
                      assertEquals(0, (first - 5) % grain);
                      assertTrue(end == to || (end - 5) % grain == 0);
                      assertTrue(end - first >= Math.min(16, to - 5));
                      for (int i = first; i < end; i++) {
                        done[i]++;
                      }
                    });
            team.run(1, (chunk, worker) -> range.over(5, to, grain));
            int[] once = new int[310];
            Arrays.fill(once, 5, to, 1);
            assertArrayEquals(once, done);
            int grains = length / grain + (length % grain >= 16 ? 1 : 0);
            assertEquals(Math.max(1, Math.min(hands, grains)), parts.get());
          }
        }
      }
    }
  }
}
