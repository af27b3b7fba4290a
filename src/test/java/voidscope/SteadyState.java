package voidscope;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What work allocates once it is compiled: until then vectors are boxed, and how long that takes
/// depends on what else the compiler has to do.
public final class SteadyState {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private SteadyState() {}

  /// The fewest bytes that a round has allocated on this thread: 0 as soon as one has allocated
  /// nothing, else the least within a minute.
  public static long bytes(Runnable round) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long begun = System.nanoTime();
    long least = Long.MAX_VALUE;
    while (least > 0 && System.nanoTime() - begun < PATIENCE_NANOS) {
      long before = threads.getCurrentThreadAllocatedBytes();
      round.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
