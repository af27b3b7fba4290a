package voidscope.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.problem.vae.LatentEdit;
import voidscope.thread.ThreadTeam;

/// Runs a scenario on a compute thread of its own. Every method may be called from any thread and
/// returns at once; changes hold from the next step.
///
/// Requests travel through atomic references of which the newest wins; the thread looks at them
/// between bursts of a few milliseconds and publishes a [Snapshot] after each. While it has nothing
/// to do it sleeps.
public final class Runner implements AutoCloseable {
  private static final double BURST_SECONDS = 0.006;
  private static final double FRAME_SECONDS = 0.012;

  private final AtomicReference<@Nullable Scenario> wanted = new AtomicReference<>();
  private final AtomicReference<@Nullable Scenario> fresh = new AtomicReference<>();
  private final AtomicReference<@Nullable LatentEdit> edited = new AtomicReference<>();
  private final AtomicReference<@Nullable Path> resumed = new AtomicReference<>();
  private final AtomicReference<@Nullable Saving> saving = new AtomicReference<>();
  private final AtomicReference<@Nullable Bounding> bounding = new AtomicReference<>();
  private final AtomicReference<Order> order = new AtomicReference<>(new Order(false, 0, 0));
  private volatile Snapshot newest;
  private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
  private final ThreadTeam team;
  private final Thread thread;
  private volatile Runnable answered = () -> {};
  private volatile double speed = Double.POSITIVE_INFINITY;
  private volatile boolean closed;

  private Experiment experiment;
  private long generation;
  private int burst = 1;
  private double allowance;
  private long published;
  private boolean unpublished;
  private final RateMeter rates = new RateMeter();

  /// A file to be written.
  ///
  /// @param told why it could not be, or an empty text
  private record Saving(Path file, Consumer<String> told) {}

  /// A bound that is asked for.
  private record Bounding(int samples, int images, Consumer<List<Experiment.Bound>> told) {}

  /// What the user has asked for.
  ///
  /// @param running until further notice
  /// @param remaining steps still to do when not running
  /// @param series counts commands to run or pause; steps asked for one after another belong
  ///   together
  private record Order(boolean running, long remaining, long series) {
    /// What is left when some steps are done that were taken under `before`.
    Order after(Order before, long done) {
      return running || series != before.series
          ? this
          : new Order(false, Math.max(0, remaining - done), series);
    }
  }

  /// Prepares a run, paused at step 0.
  ///
  /// @param scenario what to run
  /// @param threads threads that compute, the compute thread included
  /// @throws IllegalArgumentException naming what an estimator needs that the problem does not
  ///   offer
  public Runner(Scenario scenario, int threads) {
    team = new ThreadTeam(threads);
    experiment = new Experiment(scenario, team);
    newest = experiment.snapshot();
    thread = new Thread(this::loop, "compute");
    thread.setDaemon(true);
    thread.start();
  }

  /// Asks for other values in the run under way: live parameters that differ are changed from the
  /// next step on and recorded as events; estimators that are new join and catch up, those that are
  /// missing leave. Differences that need a restart are passed over. The newest request wins.
  ///
  /// @param scenario the values that are to hold; its events are passed over
  public void submit(Scenario scenario) {
    wanted.set(scenario.settled());
    LockSupport.unpark(thread);
  }

  /// Begins a new generation, with the scenario's own events. Keeps running if it ran.
  public void restart(Scenario scenario) {
    wanted.set(null);
    fresh.set(scenario);
    LockSupport.unpark(thread);
  }

  /// Begins a new generation where a checkpoint has stopped. Keeps running if it ran; a file that
  /// cannot be used is refused, and the run goes on.
  public void resume(Path checkpoint) {
    wanted.set(null);
    resumed.set(checkpoint);
    LockSupport.unpark(thread);
  }

  /// Saves the run's whole state at the next step's end; the run waits for it.
  ///
  /// @param told on the compute thread, why the file could not be written, or an empty text
  public void save(Path checkpoint, Consumer<String> told) {
    saving.set(new Saving(checkpoint, told));
    LockSupport.unpark(thread);
  }

  /// Bounds the log likelihood of held-back images by every estimator's VAE as it is now, its first
  /// replicate, on a thread of its own while the run goes on.
  ///
  /// @param samples samples an image
  /// @param images held-back images at most
  /// @param told on that thread; no bounds where no VAE is trained
  public void bound(int samples, int images, Consumer<List<Experiment.Bound>> told) {
    bounding.set(new Bounding(samples, images, told));
    LockSupport.unpark(thread);
  }

  /// Shows what a decoder makes of latents that are set by hand, from the next picture on. The
  /// newest edit wins; one of an estimator that does not take part shows nothing.
  public void edit(LatentEdit edit) {
    edited.set(edit);
    LockSupport.unpark(thread);
  }

  /// Lets the run go on.
  public void run() {
    give(true);
  }

  /// Halts the run at the next step's end.
  public void pause() {
    give(false);
  }

  /// Goes on for some steps and pauses.
  public void step(long count) {
    order.updateAndGet(now -> new Order(false, now.remaining() + count, now.series()));
    LockSupport.unpark(thread);
  }

  private Order order() {
    return Objects.requireNonNull(order.get());
  }

  private void give(boolean running) {
    order.updateAndGet(now -> new Order(running, 0, now.series() + 1));
    LockSupport.unpark(thread);
  }

  /// Limits the speed.
  ///
  /// @param stepsPerSecond training steps a second, or infinity for as fast as possible
  public void speed(double stepsPerSecond) {
    speed = stepsPerSecond;
    LockSupport.unpark(thread);
  }

  /// Tells, on the compute thread, when a picture is there that shows what was asked for.
  public void onAnswer(Runnable told) {
    answered = told;
  }

  /// The newest picture of the run.
  public Snapshot poll() {
    return newest;
  }

  /// Why the newest request was refused, once; null if none was.
  public @Nullable String takeRefusal() {
    return refusal.getAndSet(null);
  }

  /// Stops computing and joins the compute thread.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    team.close();
  }

  private void loop() {
    long before = System.nanoTime();
    while (!closed) {
      boolean changed = takeRequests();
      Order now = order();
      long target = target(now);
      long time = System.nanoTime();
      double elapsed = Math.min(0.1, (time - before) * 1e-9);
      before = time;
      if (experiment.done(target)) {
        rates.pause();
        settle(now);
        if (changed) {
          answer();
        } else if (unpublished || newest.state() != state(order())) {
          publish();
        }
        if (!closed && idle() && order().equals(now)) {
          LockSupport.parkNanos(1_000_000_000L);
        }
        before = System.nanoTime();
        continue;
      }
      if (changed) {
        // What was asked for is to be seen before the next burst is done.
        answer();
      }
      compute(now, target, elapsed);
      unpublished = true;
      if (System.nanoTime() - published > FRAME_SECONDS * 1e9) {
        publish();
      }
    }
  }

  private boolean idle() {
    return wanted.get() == null
        && fresh.get() == null
        && edited.get() == null
        && resumed.get() == null
        && saving.get() == null
        && bounding.get() == null;
  }

  /// Where the present order ends.
  private long target(Order now) {
    long budget = experiment.budget();
    return now.running() ? budget : Math.min(budget, experiment.tail() + now.remaining());
  }

  /// An order that is carried out gives way to rest.
  private void settle(Order now) {
    if (now.running() || now.remaining() > 0) {
      order.compareAndSet(now, new Order(false, 0, now.series()));
    }
  }

  private void compute(Order now, long target, double elapsed) {
    long most = burst;
    double limit = speed;
    if (now.running() && limit < Double.POSITIVE_INFINITY) {
      allowance = Math.min(allowance + elapsed * limit, Math.max(1, limit * 0.1));
      if (allowance < 1) {
        LockSupport.parkNanos((long) Math.min(5e6, (1 - allowance) / limit * 1e9));
        return;
      }
      most = Math.min(most, (long) allowance);
    }
    long from = experiment.tail();
    long start = System.nanoTime();
    long steps = experiment.burst(target, (int) Math.min(most, Contender.BURST));
    long nanos = System.nanoTime() - start;
    long advanced = experiment.tail() - from;
    allowance -= advanced;
    if (!now.running()) {
      order.updateAndGet(order -> order.after(now, advanced));
    }
    adapt(experiment.lastBurst(), nanos);
    rates.accept((double) steps, advanced * experiment.samplesPerStep(), nanos);
  }

  /// Chooses bursts that last a few milliseconds, so that every request is soon obeyed.
  private void adapt(long done, long nanos) {
    double wish = done * BURST_SECONDS / Math.max(1e-7, nanos * 1e-9);
    burst = (int) Math.clamp(wish, Math.max(1, burst / 2), Math.min(Contender.BURST, burst * 2));
  }

  private boolean takeRequests() {
    boolean changed = false;
    Scenario restart = fresh.getAndSet(null);
    try {
      if (restart != null) {
        experiment = experiment.restarted(restart);
        burst = 1; // a step may now take a thousand times as long
        generation++;
        changed = true;
      }
      Path checkpoint = resumed.getAndSet(null);
      if (checkpoint != null) {
        experiment = Checkpoint.read(checkpoint, team);
        burst = 1;
        generation++;
        changed = true;
      }
      LatentEdit edit = edited.getAndSet(null);
      if (edit != null) {
        experiment.edit(edit);
        changed = true;
      }
      Scenario values = wanted.getAndSet(null);
      if (values != null) {
        changed = true;
        experiment.retune(values);
      }
    } catch (IllegalArgumentException | ScenarioException e) {
      refusal.set(e.getMessage());
    }
    save();
    bound();
    return changed;
  }

  private void bound() {
    Bounding now = bounding.getAndSet(null);
    if (now != null) {
      List<Supplier<Experiment.Bound>> bounds = experiment.bounding(1, now.samples(), now.images());
      Thread.ofPlatform()
          .daemon()
          .name("bound")
          .start(() -> now.told().accept(bounds.stream().map(Supplier::get).toList()));
    }
  }

  private void save() {
    Saving now = saving.getAndSet(null);
    if (now == null) {
      return;
    }
    try {
      Checkpoint.write(experiment, now.file());
      now.told().accept("");
    } catch (IOException e) {
      now.told().accept(e.toString());
    }
  }

  private Snapshot.State state(Order now) {
    if (experiment.done(experiment.budget())) {
      return Snapshot.State.FINISHED;
    }
    return now.running() ? Snapshot.State.RUNNING : Snapshot.State.PAUSED;
  }

  private void answer() {
    publish();
    answered.run();
  }

  private void publish() {
    newest = experiment.snapshot(generation, state(order()), rates.rates(team.threads()));
    published = System.nanoTime();
    unpublished = false;
  }
}
