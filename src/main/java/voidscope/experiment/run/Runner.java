package voidscope.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.text.Reason;
import voidscope.thread.Errands;
import voidscope.thread.Mailbox;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

/// Runs a scenario on a compute thread of its own. Every method may be called from any thread and
/// returns at once, but for the first picture of one that is still being made ([#beside]).
///
/// What is asked travels as one [Request] in a mailbox; the thread looks at it between bursts of a
/// few milliseconds and publishes a [Snapshot] after each. While it has nothing to do it sleeps. It
/// guarantees, each held by a test of `RunnerTest`:
///
/// 1. Nothing asked is lost: steps add up, every saving is answered, and values hold in the run for
///    which they were meant, also where that is still being made.
/// 2. Of restarts, resumptions, values, wishes and commands to run or pause the newest counts.
/// 3. What is refused is told, and leaves the run as it was.
/// 4. Nothing dies silently: whatever fails, the thread lives on and the reason is told; a run that
///    failed in the middle of a step is paused and does not go on, one of which something cannot be
///    shown does.
/// 5. Another run does not wait until the one under way has been measured.
/// 6. It closes within a second, whatever it computes.
/// 7. A run that was left can be brought back, of the last few, and goes on to the same bits as if
///    it had not been left; one that was left before it had begun begins.
public final class Runner implements Engine {
  private static final double BURST_SECONDS = 0.006;
  private static final double FRAME_SECONDS = 0.012;
  private static final long CLOSING_MILLIS = 900;
  private static final String LEFT = "another run was asked for before it was saved";
  private static final String PASSED = "another run was asked for before that one began";

  private final Mailbox<Request> mailbox = new Mailbox<>(Request::merge);
  private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
  private final Recall recall;
  private final ThreadTeam team;
  private final Thread thread;
  private final CompletableFuture<Snapshot> first = new CompletableFuture<>();
  private volatile @Nullable Snapshot newest;
  private volatile Runnable answered = () -> {};
  private volatile boolean closed;

  /// How many beginnings were asked for, and the last that was obeyed or refused; the number of the
  /// run that new values are meant for, and that of the one under way.
  private final AtomicLong asked = new AtomicLong();

  private volatile long heard;
  private volatile long meant;
  private volatile long present;

  private final Parking parking = new Parking();
  private final Unbegun unbegun = new Unbegun();
  private volatile Consumer<Experiment> retired = run -> {};
  private Experiment experiment;
  private @Nullable String halted;
  private boolean running;
  private long until = Long.MAX_VALUE;
  private long remaining;
  private double speed = Double.POSITIVE_INFINITY;
  private long generation;
  private int burst = 1;

  /// Whether a burst is under way that a pause may cut short.
  private volatile boolean computing;

  private double allowance;
  private long looked = System.nanoTime();
  private long published;
  private boolean unpublished;
  private final RateMeter rates = new RateMeter();

  /// Prepares a run, paused at step 0.
  ///
  /// @param scenario what to run
  /// @param threads threads that compute, the compute thread included
  /// @throws IllegalArgumentException naming what an estimator needs that the problem does not
  ///   offer
  public Runner(Scenario scenario, int threads) {
    this(new ThreadTeam(threads), scenario);
    ready();
  }

  @SuppressWarnings("NullAway.Init") // the compute thread makes its run before it looks at it
  private Runner(ThreadTeam team, Scenario scenario) {
    this.team = team;
    recall =
        new Recall(
            () ->
                closed
                    || (first.isDone() && mailbox.holds(Request::leaves))
                    || (computing && mailbox.holds(Request::pauses)));
    thread =
        Errands.thread(
            "compute",
            () -> {
              if (make(scenario)) {
                loop();
              }
            });
    thread.start();
  }

  /// One for a window, to which one core is left. It is made on its own thread, and can be asked
  /// for anything meanwhile.
  public static Runner beside(Scenario scenario) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new Runner(new ThreadTeam(threads), scenario);
  }

  private boolean make(Scenario scenario) {
    try {
      experiment = new Experiment(scenario, team, recall);
      Snapshot begun = experiment.snapshot();
      newest = begun;
      first.complete(begun);
      return true;
    } catch (RuntimeException | Error e) {
      team.close();
      first.completeExceptionally(e);
      return false;
    }
  }

  /// Waits until the run is made; throws what kept it from being made.
  public void ready() {
    Errands.await(first);
  }

  private void ask(Request request) {
    mailbox.put(request);
    LockSupport.unpark(thread);
  }

  @Override
  public void submit(Scenario wanted, long gesture) {
    ask(Request.values(new Request.Values(meant, wanted.settled(), gesture)));
  }

  @Override
  public long restart(Scenario scenario, boolean keeping) {
    return make(new Request.Beginning.Restart(asked.incrementAndGet(), scenario, keeping));
  }

  @Override
  public long resume(Checkpoint checkpoint) {
    return make(new Request.Beginning.Resume(asked.incrementAndGet(), checkpoint, true));
  }

  private long make(Request.Beginning beginning) {
    unbegun.add(beginning);
    ask(beginning.number(), beginning);
    return beginning.number();
  }

  @Override
  public long bringBack(long run) {
    long order = asked.incrementAndGet();
    ask(run, new Request.Beginning.Return(order, run, true));
    return order;
  }

  private void ask(long run, Request.Beginning beginning) {
    meant = run;
    ask(Request.begin(beginning));
  }

  @Override
  public void save(Path checkpoint, Consumer<String> told) {
    ask(Request.save(new Request.Saving(checkpoint, told)));
  }

  @Override
  public void bound(
      int samples, int images, Consumer<List<Experiment.Bound>> told, Consumer<String> failed) {
    ask(Request.bound(new Request.Bounding(samples, images, told, failed)));
  }

  @Override
  public void wish(Set<Wish> wishes) {
    ask(Request.wish(wishes));
  }

  @Override
  public void run() {
    ask(Request.drive(new Request.Drive(true, true, 0, Long.MAX_VALUE)));
  }

  @Override
  public void runTo(long step) {
    ask(Request.drive(new Request.Drive(true, true, 0, step)));
  }

  @Override
  public void pause() {
    ask(Request.drive(new Request.Drive(true, false, 0, Long.MAX_VALUE)));
  }

  @Override
  public void step(long count) {
    ask(Request.drive(new Request.Drive(false, false, count, Long.MAX_VALUE)));
  }

  @Override
  public void speed(double stepsPerSecond) {
    ask(Request.speed(stepsPerSecond));
  }

  @Override
  public void onAnswer(Runnable told) {
    answered = told;
  }

  @Override
  public void onRetired(Consumer<Experiment> told) {
    retired = told;
  }

  @Override
  public Snapshot poll() {
    Snapshot picture = newest;
    return picture == null ? Errands.await(first) : picture;
  }

  @Override
  public @Nullable String takeRefusal() {
    String why = refusal.getAndSet(null);
    if (why != null && heard == asked.get()) {
      // Who knows that a run was refused means the one under way from now on.
      meant = present;
    }
    return why;
  }

  /// Stops computing, and joins the compute thread unless it is in the middle of something that
  /// takes its time: it is a daemon.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive() && newest != null) {
      parking.clear(run -> told(() -> retired.accept(run)));
      if (halted == null) {
        told(() -> retired.accept(experiment));
      }
      team.close();
    }
  }

  private void loop() {
    while (!closed) {
      try {
        turn();
      } catch (Recall.Left e) {
        // Another run is waiting, a pause, or the end; this one can go on where it was left.
      } catch (RuntimeException | Error e) {
        halt(sentence(e, experiment.scenario()));
        told(answered);
      }
    }
  }

  /// The run under way can no longer be trusted: what it has found stays to be seen.
  private void halt(String why) {
    halted = why;
    running = false;
    remaining = 0;
    refusal.set(why);
    newest = poll().in(Snapshot.State.PAUSED);
  }

  /// Tells someone who may fail at it.
  private static void told(Runnable someone) {
    try {
      someone.run();
    } catch (RuntimeException e) {
      System.getLogger(Runner.class.getName()).log(System.Logger.Level.WARNING, "not told", e);
    }
  }

  private void turn() {
    boolean changed = obey();
    if (mailbox.holds(Request::leaves)) {
      return; // overtaken: what it was told to do is for the one that comes
    }
    long target = target();
    long time = System.nanoTime();
    double elapsed = Math.min(0.1, (time - looked) * 1e-9);
    looked = time;
    if (halted != null || experiment.done(target)) {
      rest(changed);
      return;
    }
    if (changed) {
      // What was asked for is to be seen before the next burst is done.
      answer();
    }
    compute(target, elapsed);
    unpublished = true;
    if (System.nanoTime() - published > FRAME_SECONDS * 1e9) {
      publish();
    }
  }

  private void rest(boolean changed) {
    rates.pause();
    running = false;
    remaining = 0;
    if (changed) {
      answer();
    } else if (unpublished || poll().state() != state() || refines()) {
      publish();
    }
    if (!closed && !mailbox.holds(any -> true) && !refines()) {
      LockSupport.parkNanos(1_000_000_000L);
    }
    looked = System.nanoTime();
  }

  /// Whether a second look at what stands still shows more.
  private boolean refines() {
    return halted == null && poll().refines();
  }

  /// Where the present order ends.
  private long target() {
    long budget = experiment.budget();
    return Math.min(budget, running ? until : experiment.tail() + remaining);
  }

  private void compute(long target, double elapsed) {
    long most = burst;
    if (running && speed < Double.POSITIVE_INFINITY) {
      allowance = Math.min(allowance + elapsed * speed, Math.max(1, speed * 0.1));
      if (allowance < 1) {
        LockSupport.parkNanos((long) Math.min(5e6, (1 - allowance) / speed * 1e9));
        return;
      }
      most = Math.min(most, (long) allowance);
    }
    long from = experiment.tail();
    long start = System.nanoTime();
    computing = experiment.slow();
    try {
      experiment.burst(target, (int) Math.min(most, Contender.BURST));
    } finally {
      computing = false;
    }
    long nanos = System.nanoTime() - start;
    long advanced = experiment.tail() - from;
    allowance -= advanced;
    remaining = Math.max(0, remaining - advanced);
    adapt(experiment.lastBurst(), nanos);
    rates.accept((double) advanced, advanced * experiment.samplesPerStep(), nanos);
  }

  /// Chooses bursts that last a few milliseconds, so that every request is soon obeyed.
  private void adapt(long done, long nanos) {
    double wish = done * BURST_SECONDS / Math.max(1e-7, nanos * 1e-9);
    burst = (int) Math.clamp(wish, Math.max(1, burst / 2), Math.min(Contender.BURST, burst * 2));
  }

  /// Does what has been asked since it last looked.
  ///
  /// @return whether a picture is due
  private boolean obey() {
    Request request = mailbox.take();
    if (request == null) {
      return false;
    }
    request.passed().forEach(saving -> told(() -> saving.told().accept(PASSED)));
    request.before().forEach(this::save);
    Request.Beginning beginning = request.beginning();
    boolean begun = beginning == null || begin(beginning);
    if (request.speed() != null) {
      speed = request.speed();
    }
    if (request.wishes() != null) {
      experiment.wish(request.wishes());
    }
    Request.Values values = request.values();
    if (values != null && values.run() == present && halted == null) {
      try {
        experiment.retune(values.scenario(), values.gesture());
      } catch (IllegalArgumentException e) {
        refusal.set(e.getMessage());
      } catch (Recall.Left e) {
        // Another run is waiting; whoever brings this one back asks for its values again.
      }
    }
    request
        .after()
        .forEach(begun ? this::save : saving -> told(() -> saving.told().accept(PASSED)));
    Request.Bounding bound = request.bound();
    if (bound != null) {
      bound(bound);
    }
    Request.Drive drive = request.drive();
    if (drive != null) {
      drive(drive);
    }
    return beginning != null || values != null || request.wishes() != null;
  }

  private void drive(Request.Drive drive) {
    if (halted != null && !mailbox.holds(Request::leaves)) {
      if (drive.running() || drive.steps() > 0) {
        refusal.set(halted + " Restart it (R).");
      }
      return;
    }
    running = drive.running();
    until = drive.until();
    remaining = (drive.anew() ? 0 : remaining) + drive.steps();
  }

  /// Puts another run in place of the one under way, unless it cannot be made.
  private boolean begin(Request.Beginning beginning) {
    try {
      Experiment next = made(beginning);
      next.wishLike(experiment);
      // Drawn before it takes the place: what cannot be shown is not begun.
      newest = next.snapshot(beginning.order(), beginning(next), rates.rates(team.threads()));
      if (beginning.keeps() && next != experiment && halted == null) {
        parking.keep(present, experiment, run -> told(() -> retired.accept(run)));
      }
      parking.take(beginning.number());
      unbegun.remove(beginning.number());
      experiment = next;
      present = beginning.number();
      heard = beginning.order();
      generation = beginning.order();
      halted = null;
      burst = 1; // a step may now take a thousand times as long
      return true;
    } catch (Recall.Left e) {
      // A newer one is waiting, or the window closes.
      return false;
    } catch (IllegalArgumentException | ScenarioException e) {
      refuse(beginning, Objects.requireNonNullElseGet(e.getMessage(), e::toString));
    } catch (RuntimeException | Error e) {
      refuse(beginning, sentence(e, beginning));
    }
    return false;
  }

  private Experiment made(Request.Beginning beginning) throws ScenarioException {
    return switch (beginning) {
      case Request.Beginning.Restart restart -> experiment.restarted(restart.scenario());
      case Request.Beginning.Resume resume -> resume.checkpoint().experiment(team, recall);
      case Request.Beginning.Return back -> left(back.number());
    };
  }

  private static String sentence(Throwable failure, Request.Beginning beginning) {
    return switch (beginning) {
      case Request.Beginning.Restart restart -> sentence(failure, restart.scenario());
      case Request.Beginning.Resume resume -> sentence(failure, resume.checkpoint().scenario());
      case Request.Beginning.Return _ -> Errands.sentence(failure);
    };
  }

  /// A failure of a scenario's run; of too little memory, what was too big.
  private static String sentence(Throwable failure, Scenario scenario) {
    return failure instanceof OutOfMemoryError
        ? MemoryNeed.shortage(scenario)
        : Errands.sentence(failure);
  }

  /// The state in which a run begins: it goes on if the one before did, unless it has ended.
  private Snapshot.State beginning(Experiment next) {
    if (next.done(next.budget())) {
      return Snapshot.State.FINISHED;
    }
    return running ? Snapshot.State.RUNNING : Snapshot.State.PAUSED;
  }

  /// A run that was left, before it had begun or after, or the one under way.
  private Experiment left(long number) throws ScenarioException {
    Experiment found = number == present ? experiment : parking.find(number);
    if (found != null) {
      return found;
    }
    Request.Beginning never = unbegun.find(number);
    if (never == null) {
      throw new IllegalArgumentException(
          "The run before is no longer kept: the last few are, as far as the memory goes");
    }
    return made(never);
  }

  private void refuse(Request.Beginning beginning, String why) {
    heard = beginning.order();
    unbegun.remove(beginning.number());
    refusal.set(halted == null ? why : why + " " + halted);
  }

  private void bound(Request.Bounding asked) {
    List<Supplier<Experiment.Bound>> bounds;
    try {
      bounds = experiment.bounding(1, asked.samples(), asked.images(), () -> closed);
    } catch (RuntimeException | Error e) {
      told(() -> asked.failed().accept(Errands.sentence(e)));
      return;
    }
    Errands.begin(
        "bound",
        () -> asked.told().accept(bounds.stream().map(Supplier::get).toList()),
        asked.failed());
  }

  private void save(Request.Saving asked) {
    String why = "";
    try {
      if (halted == null) {
        Checkpoint.write(experiment, asked.file());
      } else {
        why = halted;
      }
    } catch (IOException e) {
      why = Reason.unnamed(e);
    } catch (Recall.Left e) {
      why = LEFT;
    } catch (RuntimeException | Error e) {
      why = Errands.sentence(e);
    }
    String answer = why;
    told(() -> asked.told().accept(answer));
  }

  private Snapshot.State state() {
    if (halted == null && experiment.done(experiment.budget())) {
      return Snapshot.State.FINISHED;
    }
    return running ? Snapshot.State.RUNNING : Snapshot.State.PAUSED;
  }

  /// The run as it is. Where what is wished for beside its curves cannot be made, the run is sound
  /// all the same and is shown without.
  private Snapshot picture() {
    try {
      return experiment.snapshot(generation, state(), rates.rates(team.threads()));
    } catch (Recall.Left e) {
      throw e;
    } catch (RuntimeException | Error e) {
      experiment.wish(Set.of());
      refusal.set("Nothing is shown beside the curves: " + Errands.sentence(e));
      return experiment.snapshot(generation, state(), rates.rates(team.threads()));
    }
  }

  private void answer() {
    publish();
    told(answered);
  }

  private void publish() {
    newest = halted == null ? picture() : poll().in(Snapshot.State.PAUSED);
    published = System.nanoTime();
    unpublished = false;
  }
}
