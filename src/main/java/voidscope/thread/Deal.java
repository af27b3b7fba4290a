package voidscope.thread;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Chunks of work that one thread lays out again and again and whoever comes takes, each once. It
/// allocates nothing.
final class Deal {
  private static final long SPIN_NANOS = 50_000;

  /// High half the number of the deal, low half its unclaimed chunks: a claim succeeds only in the
  /// deal it was meant for.
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private ThreadTeam.@Nullable Task task;
  private int chunks;
  private @Nullable Thread owner;

  /// Lays out chunks; the calling thread owns the deal until [#settle].
  void open(int count, ThreadTeam.Task work) {
    owner = Thread.currentThread();
    task = work;
    chunks = count;
    pending.setPlain(count);
    ticket.set((((ticket.getPlain() >>> 32) + 1) << 32) | count);
  }

  /// Which deal it is, another one each time.
  long number() {
    return ticket.get() >>> 32;
  }

  /// Chunks that have not ended.
  int pending() {
    return pending.get();
  }

  /// Takes chunks until none is left. Task and number of chunks are read after a claim: it holds
  /// the deal open.
  void work(int worker) {
    for (long now = ticket.get(); (int) now > 0; now = ticket.get()) {
      if (ticket.compareAndSet(now, now - 1)) {
        attempt(chunks - (int) now, worker);
        Thread waiting = owner;
        if (pending.decrementAndGet() == 0 && waiting != Thread.currentThread()) {
          LockSupport.unpark(waiting);
        }
      }
    }
  }

  private void attempt(int chunk, int worker) {
    try {
      if (task != null) {
        task.run(chunk, worker);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /// Waits until all chunks have ended; for the owner, who spins for a moment and then parks.
  void await() {
    if (pending.get() == 0) {
      return;
    }
    long deadline = System.nanoTime() + SPIN_NANOS;
    while (pending.get() > 0) {
      if (System.nanoTime() < deadline) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  /// Ends the deal, all of whose chunks have ended, and throws what one of them threw.
  void settle() {
    task = null;
    if (failure.getPlain() != null) {
      Throwable thrown = failure.getAndSet(null);
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
