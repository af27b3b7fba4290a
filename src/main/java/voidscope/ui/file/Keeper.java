package voidscope.ui.file;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import voidscope.thread.Errands;

/// Work at the disk, one piece after another, on a thread of its own. For any thread.
final class Keeper {
  private final ExecutorService thread;
  private final Consumer<String> failed;

  /// @param name of the thread
  /// @param failed told in a sentence, on that thread or the asker's, what could not be done
  Keeper(String name, Consumer<String> failed) {
    thread = Errands.pool(name, 1);
    this.failed = failed;
  }

  /// Work that may fail at the disk.
  interface Work {
    /// Does it.
    ///
    /// @throws IOException saying in a sentence why it cannot be done
    void run() throws IOException;
  }

  /// Has something done after all that was asked for before.
  void begin(Work work) {
    try {
      thread.execute(
          () -> {
            try {
              work.run();
            } catch (IOException e) {
              failed.accept(Objects.requireNonNullElseGet(e.getMessage(), e::toString));
            } catch (RuntimeException | Error e) {
              failed.accept(Errands.sentence(e));
            }
          });
    } catch (RejectedExecutionException e) {
      failed.accept("the window closes");
    }
  }

  /// Whether it takes no more work.
  boolean closed() {
    return thread.isShutdown();
  }

  /// Takes no more work and waits for what was asked for, but not for ever.
  ///
  /// @return whether all of it was done
  boolean close(long seconds) {
    thread.shutdown();
    try {
      return thread.awaitTermination(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
