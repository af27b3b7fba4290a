package voidscope.thread;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A fixed team of threads that share out the chunks of one piece of work after another.
///
/// Whoever is free takes the next chunk; the caller takes part and returns when all chunks are
/// done, also when some member slept through it. Members spin for a moment between two runs and
/// then park, so an idle team uses no processor. A run allocates nothing. Which worker does a chunk
/// is left to chance: results must depend on the chunk alone.
public final class ThreadTeam implements AutoCloseable {
  /// One piece of work.
  @FunctionalInterface
  public interface Task {
    /// Does chunk number `chunk` on worker `worker`, which may use scratch memory of its own.
    void run(int chunk, int worker);
  }

  private static final long SPIN_NANOS = 50_000;

  /// High half the number of the run, low half its unclaimed chunks: a claim succeeds only in the
  /// run it was meant for.
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger pending = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Member[] members;
  private @Nullable Task task;
  private int chunks;
  private boolean running;
  private volatile @Nullable Thread waiting;
  private volatile boolean closed;

  /// A team of the caller and `threads`−1 daemon threads.
  public ThreadTeam(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("A team needs at least one thread, not " + threads);
    }
    members = new Member[threads - 1];
    for (int i = 0; i < members.length; i++) {
      members[i] = new Member(i + 1);
    }
    for (Member member : members) {
      member.thread.start();
    }
  }

  /// Members, the caller among them.
  public int threads() {
    return members.length + 1;
  }

  /// Runs the task for every chunk from 0 to `chunks`−1, each once, and returns when all have
  /// ended. The caller is worker 0. If chunks throw, one of their exceptions is thrown here after
  /// the join. One caller at a time.
  public void run(int chunks, Task task) {
    if (closed) {
      throw new IllegalStateException("The team is closed");
    }
    if (running) {
      throw new IllegalStateException("The team is already running");
    }
    running = true;
    try {
      if (members.length == 0 || chunks <= 1) {
        alone(chunks, task);
      } else {
        together(chunks, task);
      }
    } finally {
      running = false;
    }
    if (failure.getPlain() != null) {
      rethrow();
    }
  }

  private void rethrow() {
    Throwable thrown = failure.getAndSet(null);
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void alone(int chunks, Task task) {
    for (int chunk = 0; chunk < chunks; chunk++) {
      attempt(task, chunk, 0);
    }
  }

  private void together(int chunks, Task task) {
    this.task = task;
    this.chunks = chunks;
    pending.setPlain(chunks);
    ticket.set((((ticket.getPlain() >>> 32) + 1) << 32) | chunks);
    for (Member member : members) {
      if (member.parked) {
        LockSupport.unpark(member.thread);
      }
    }
    work(0);
    await();
    this.task = null;
  }

  private void await() {
    if (pending.get() == 0) {
      return;
    }
    long deadline = System.nanoTime() + SPIN_NANOS;
    while (pending.get() > 0) {
      if (System.nanoTime() < deadline) {
        Thread.onSpinWait();
      } else {
        waiting = Thread.currentThread();
        if (pending.get() > 0) {
          LockSupport.park(this);
        }
        waiting = null;
      }
    }
  }

  /// Takes chunks of the present run until none is left. Task and number of chunks are read after a
  /// claim: it holds the run open.
  private void work(int worker) {
    for (long now = ticket.get(); (int) now > 0; now = ticket.get()) {
      if (ticket.compareAndSet(now, now - 1)) {
        Task work = task;
        if (work != null) {
          attempt(work, chunks - (int) now, worker);
        }
        if (pending.decrementAndGet() == 0) {
          LockSupport.unpark(waiting);
        }
      }
    }
  }

  private void attempt(Task task, int chunk, int worker) {
    try {
      task.run(chunk, worker);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /// Ends the team's threads and waits for them.
  @Override
  public void close() {
    closed = true;
    for (Member member : members) {
      LockSupport.unpark(member.thread);
    }
    boolean interrupted = false;
    for (Member member : members) {
      while (member.thread.isAlive()) {
        try {
          member.thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Member implements Runnable {
    private final Thread thread;
    private final int worker;
    private volatile boolean parked;

    Member(int worker) {
      this.worker = worker;
      thread = Thread.ofPlatform().daemon().name("voidscope-team-" + worker).unstarted(this);
    }

    @Override
    public void run() {
      long seen = 0;
      while (!closed) {
        long now = ticket.get() >>> 32;
        if (now == seen) {
          rest(seen);
        } else {
          seen = now;
          work(worker);
        }
      }
    }

    /// Waits for another run than the one seen.
    private void rest(long seen) {
      long deadline = System.nanoTime() + SPIN_NANOS;
      while (ticket.get() >>> 32 == seen && !closed) {
        if (System.nanoTime() < deadline) {
          Thread.onSpinWait();
        } else {
          parked = true;
          if (ticket.get() >>> 32 == seen && !closed) {
            LockSupport.park(ThreadTeam.this);
          }
          parked = false;
        }
      }
    }
  }
}
