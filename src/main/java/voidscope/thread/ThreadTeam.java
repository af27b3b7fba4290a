package voidscope.thread;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A fixed team of threads that share out the chunks of one piece of work after another, and parts
/// of a chunk where a run has fewer chunks than the team has threads.
///
/// Whoever is free takes the next chunk; the caller takes part and returns when all chunks are
/// done, also when some member slept through it. Who finds no chunk takes parts that a chunk under
/// way shares out. Members spin for a moment after work and then park, so an idle team uses no
/// processor, and a run of one chunk that shares nothing wakes nobody. A run or a share allocates
/// nothing. Which worker does a chunk or a part is left to chance: results must depend on the chunk
/// alone, and not on how it is cut into parts.
public final class ThreadTeam implements AutoCloseable {
  /// One piece of work.
  @FunctionalInterface
  public interface Task {
    /// Does chunk number `chunk` on worker `worker`, which may use scratch memory of its own.
    void run(int chunk, int worker);
  }

  /// How long one stays awake after chunks were laid out.
  private static final long BRIEF_NANOS = 50_000;

  /// How long one stays awake after parts were, whether or not anything was left of them: a chunk
  /// shares only its dearest passes, with others between them, to wake someone costs what a part
  /// does, and who came too late must not come too late for ever.
  private static final long LONG_NANOS = 1_000_000;

  /// Where the calling thread works at present; empty outside of a run.
  private static final ThreadLocal<@Nullable Seat> SEAT = new ThreadLocal<>();

  private final Deal chunks = new Deal();

  /// Counts what has been laid out for others; who has seen nothing new may rest.
  private final AtomicLong posted = new AtomicLong();

  private final Seat[] seats;
  private volatile long spinNanos = BRIEF_NANOS;
  private boolean running;
  private volatile boolean closed;

  /// A team of the caller and `threads`−1 daemon threads.
  public ThreadTeam(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("A team needs at least one thread, not " + threads);
    }
    seats = new Seat[threads];
    for (int i = 0; i < threads; i++) {
      seats[i] = new Seat(i);
    }
    for (int i = 1; i < threads; i++) {
      seats[i].begin();
    }
  }

  /// Members, the caller among them.
  public int threads() {
    return seats.length;
  }

  /// Runs the task for every chunk from 0 to `count`−1, each once, and returns when all have ended.
  /// The caller is worker 0. If chunks throw, one of their exceptions is thrown here after the
  /// join. One caller at a time.
  public void run(int count, Task task) {
    if (closed) {
      throw new IllegalStateException("The team is closed");
    }
    if (running) {
      throw new IllegalStateException("The team is already running");
    }
    running = true;
    Seat before = SEAT.get();
    SEAT.set(seats[0]);
    try {
      seats[0].run(count, task);
    } finally {
      SEAT.set(before);
      running = false;
    }
    chunks.settle();
  }

  /// How many threads of the team there are to a chunk that has not ended, the caller's among them.
  /// 1 outside of a run, and within a part.
  public static int hands() {
    Seat seat = SEAT.get();
    return seat == null ? 1 : seat.hands();
  }

  /// Into how many parts it pays to [#share] a piece of work that begins now: as many as there are
  /// [#hands], or 1 while a [#round] was found to take less time so. To be asked once a piece,
  /// which is then shared, also in one part.
  public static int parts() {
    Seat seat = SEAT.get();
    return seat == null ? 1 : seat.parts();
  }

  /// Ends a round of the calling thread's work, which has begun with the first piece of it that was
  /// large enough to be shared: such as a training step. Rounds with and without sharing are
  /// compared, so they are to be alike.
  public static void round() {
    Seat seat = SEAT.get();
    if (seat != null) {
      seat.round();
    }
  }

  /// Runs the task for every part from 0 to `count`−1, each once, and returns when all have ended.
  /// Called within a chunk of a run that leaves threads of its team idle, it offers them the parts;
  /// several chunks may do so at once. Else, and within a part, the calling thread does all parts,
  /// one after another. A part is told its worker by the same numbers as a chunk; outside of a run
  /// it is 0.
  ///
  /// What the caller wrote before is seen by all parts, and what they wrote by the caller after. If
  /// parts throw, one of their exceptions is thrown here when no part is under way any more; others
  /// may then not have been done.
  public static void share(int count, Task task) {
    Seat seat = SEAT.get();
    if (count > 1 && seat != null && seat.hands() > 1) {
      seat.share(count, task);
    } else if (seat != null) {
      seat.alone(count, task);
    } else {
      for (int part = 0; part < count; part++) {
        task.run(part, 0);
      }
    }
  }

  /// Tells the idle that there is work for so many of them, and wakes those who are missing.
  ///
  /// @param nanos how long they are to stay awake after it
  private void post(int wanted, long nanos) {
    spinNanos = nanos;
    posted.incrementAndGet();
    int missing = wanted;
    for (Seat seat : seats) {
      missing -= seat.state.get() == Seat.AWAKE ? 1 : 0;
    }
    for (int i = 0; i < seats.length && missing > 0; i++) {
      missing -= seats[i].wake() ? 1 : 0;
    }
  }

  /// Ends the team's threads and waits for them.
  @Override
  public void close() {
    closed = true;
    for (Seat seat : seats) {
      LockSupport.unpark(seat.thread);
    }
    boolean interrupted = false;
    for (int i = 1; i < seats.length; i++) {
      Thread thread = seats[i].thread;
      while (thread != null && thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// A worker: number 0 is whoever calls [#run], the others are threads of the team.
  private final class Seat implements Runnable {
    /// At work, or waiting for what was shared.
    private static final int BUSY = 0;

    /// Without work, and spinning.
    private static final int AWAKE = 1;

    /// Without work, and parked.
    private static final int ASLEEP = 2;

    private final int worker;
    private final Deal parts = new Deal();
    private final Weighing weighing = new Weighing();
    private final AtomicInteger state = new AtomicInteger();
    private @Nullable Thread thread;

    /// Whether its thread shares or does a part: what is shared then is done alone.
    private boolean sharing;

    Seat(int worker) {
      this.worker = worker;
    }

    void begin() {
      thread = Thread.ofPlatform().daemon().name("voidscope-team-" + worker).unstarted(this);
      thread.start();
    }

    @Override
    public void run() {
      SEAT.set(this);
      serve();
    }

    void run(int count, Task task) {
      thread = Thread.currentThread();
      chunks.open(count, task);
      if (count > 1) {
        post(count - 1, BRIEF_NANOS);
      }
      serve();
    }

    int hands() {
      int open = Math.max(1, chunks.pending());
      return sharing ? 1 : (seats.length + open - 1) / open;
    }

    void alone(int count, Task task) {
      boolean before = sharing;
      sharing = true;
      try {
        for (int part = 0; part < count; part++) {
          task.run(part, worker);
        }
      } finally {
        sharing = before;
      }
    }

    int parts() {
      int hands = hands();
      if (hands == 1) {
        return 1;
      }
      if (weighing.idle(chunks.number())) {
        weighing.begin(System.nanoTime());
      }
      return weighing.shares() ? hands : 1;
    }

    void round() {
      if (!weighing.idle(chunks.number())) {
        weighing.end(System.nanoTime());
      }
    }

    void share(int count, Task task) {
      sharing = true;
      parts.open(count, task);
      post(count - 1, LONG_NANOS);
      parts.work(worker);
      parts.await();
      sharing = false;
      parts.settle();
    }

    /// Does what there is until nobody needs it any more.
    private void serve() {
      while (!dismissed()) {
        long seen = posted.get();
        chunks.work(worker);
        help();
        rest(seen);
      }
    }

    /// The caller is needed to the end of its run, the others to that of the team.
    private boolean dismissed() {
      return worker == 0 ? chunks.pending() == 0 : closed;
    }

    /// Takes parts of others' chunks, beginning with the next seat's, so that those who come at
    /// once spread.
    private void help() {
      sharing = true;
      for (int i = 1; i < seats.length; i++) {
        seats[(worker + i) % seats.length].parts.work(worker);
      }
      sharing = false;
    }

    /// Waits for something new.
    private void rest(long seen) {
      long deadline = System.nanoTime() + spinNanos;
      state.set(AWAKE);
      while (posted.get() == seen && !dismissed()) {
        if (System.nanoTime() < deadline) {
          Thread.onSpinWait();
        } else {
          state.set(ASLEEP);
          if (posted.get() == seen && !dismissed()) {
            LockSupport.park(ThreadTeam.this);
          }
          state.set(AWAKE);
        }
      }
      state.set(BUSY);
    }

    private boolean wake() {
      boolean woken = state.get() == ASLEEP && state.compareAndSet(ASLEEP, AWAKE);
      if (woken) {
        LockSupport.unpark(thread);
      }
      return woken;
    }
  }
}
