package voidscope.chart.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import voidscope.thread.Errands;

/// The threads that paint charts, shared by all of a window's charts.
public final class Painter implements AutoCloseable {
  private final ExecutorService threads;

  /// Starts with that many daemon threads, one or two.
  public Painter(int count) {
    threads = Errands.pool("painter", count);
  }

  /// Has work done for a chart.
  ///
  /// @return whether it was taken; after closing it is not
  public boolean submit(Runnable work) {
    try {
      threads.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /// Ends the threads after what they are painting; panes then keep their last picture.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
