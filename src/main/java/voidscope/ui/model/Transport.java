package voidscope.ui.model;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Value;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.text.Count;

/// Drives the run: carries wishes down, at most one a frame but the first of them at once, and
/// pictures up once a frame.
public final class Transport {
  private static final long SETTLING_NANOS = 300_000_000L;

  /// A pin is set so far ahead of what has been seen, as the run goes on meanwhile.
  private static final double AHEAD_SECONDS = 0.5;

  private final WorkbenchModel model;
  private final Engine engine;
  private boolean running;
  private boolean handed;
  private long commanded;

  public Transport(WorkbenchModel model, Engine engine) {
    this.model = model;
    this.engine = engine;
  }

  /// Whether the run goes on, as far as the user is concerned.
  public boolean running() {
    return running;
  }

  public void toggle() {
    if (running) {
      pause();
    } else if (finished()) {
      offerBudget();
    } else {
      command(true);
      engine.run();
    }
  }

  public void run() {
    command(true);
    engine.run();
  }

  /// Halts the run at the next step's end.
  public void pause() {
    command(false);
    engine.pause();
  }

  /// Lets the run go on to a step and pause there.
  ///
  /// @return why it cannot, or empty
  public String runTo(long step) {
    Snapshot now = model.follower().current();
    long budget = (long) model.budget();
    if (now != null && step <= now.step()) {
      return "expected a step after " + Count.grouped(now.step());
    }
    if (step > budget) {
      return "expected at most the budget, " + Count.grouped(budget);
    }
    command(true);
    engine.runTo(step);
    return "";
  }

  public void step(long count) {
    if (finished()) {
      offerBudget();
      return;
    }
    command(false);
    engine.step(count);
  }

  /// Has the surrogates kept where the run stands, or, while it goes on, at a round step just
  /// ahead.
  public void pin() {
    Snapshot now = model.follower().current();
    if (now == null) {
      return;
    }
    long step = Math.max(1, now.head());
    if (running) {
      long ahead = step + (long) Math.ceil(AHEAD_SECONDS * now.rates().steps());
      long round = (long) Math.pow(10, Math.max(0, Math.floor(Math.log10(ahead)) - 2));
      step = (ahead / round + 1) * round;
    }
    Slot slot = Slot.pins();
    long[] before = Domain.Steps.of(model.values().value(slot));
    Value more = Domain.Steps.value(LongStream.concat(LongStream.of(before), LongStream.of(step)));
    if (slot.parameter().domain().accepts(more)) {
      model.values().set(slot, more);
      model.tell(Message.success("Surrogates pinned at step " + Count.grouped(step), ""));
    } else {
      model.tell(
          Message.failure(
              "Not pinned",
              "There are "
                  + before.length
                  + " pins already. Take some out under “"
                  + slot.parameter().label()
                  + "”."));
    }
  }

  /// Restarts with what is pending; the run that is left can be brought back.
  public void restart() {
    Snapshot left = model.follower().current();
    Message before = model.message().get();
    boolean seen = !model.follower().waits();
    model.begun(engine.restart(model.restart(), seen));
    long steps = left == null ? 0 : left.head();
    if (steps > 0 && Objects.equals(before, model.message().get())) {
      model
          .message()
          .set(
              new Message(
                  Message.Kind.SUCCESS,
                  "Restarted · Undo brings back "
                      + Count.grouped(steps)
                      + (steps == 1 ? " step" : " steps"),
                  "",
                  new Message.Remedy("Undo", this::undo)));
    }
  }

  /// Restarts with a scenario.
  public void restart(Scenario scenario) {
    boolean seen = !model.follower().waits();
    model.open(scenario);
    model.begun(engine.restart(scenario, seen));
  }

  /// Goes on from a checkpoint.
  public void resume(Checkpoint checkpoint) {
    model.open(checkpoint.scenario());
    model.begun(engine.resume(checkpoint));
  }

  /// Goes on from a checkpoint in a window as it was.
  public void resume(Checkpoint checkpoint, WindowState window) {
    model.open(checkpoint.scenario(), window);
    model.begun(engine.resume(checkpoint));
  }

  /// Takes the last step back.
  public void undo() {
    move(model::undo);
  }

  /// Takes a step again that was taken back.
  public void redo() {
    move(model::redo);
  }

  private void move(Runnable step) {
    long before = model.run();
    step.run();
    if (model.run() != before) {
      model.message().set(null);
      model.follower().await(engine.bringBack(model.run()));
    }
  }

  public void speed(double position) {
    engine.speed(Speed.at(position));
  }

  /// Hands a change over. The first one does not wait for the frame: the run answers within a few
  /// milliseconds, so that the frame may already draw the answer. Those that follow it in the same
  /// frame do: a mouse may move a slider a thousand times a second, and each change that is handed
  /// over is an event of the run and a picture of it.
  public void submit() {
    if (!handed) {
      hand();
    }
  }

  private void hand() {
    Optional<Scenario> changed = model.takeDirty();
    handed = changed.isPresent();
    changed.ifPresent(wanted -> engine.submit(wanted, model.gesture()));
  }

  /// One frame.
  ///
  /// @return the newest picture that belongs to the current generation, or null before it comes
  public @Nullable Snapshot pulse() {
    hand();
    return poll();
  }

  /// The newest picture that belongs to the current generation, or null before it comes.
  public @Nullable Snapshot poll() {
    model.accept(engine.poll());
    String refusal = engine.takeRefusal();
    if (refusal != null) {
      model.refused(engine.poll());
      model.message().set(Message.failure("This cannot be run", refusal));
    }
    Snapshot snapshot = model.follower().current();
    if (snapshot != null && System.nanoTime() - commanded > SETTLING_NANOS) {
      running = snapshot.state() == Snapshot.State.RUNNING;
    }
    return snapshot;
  }

  private void command(boolean run) {
    running = run;
    commanded = System.nanoTime();
  }

  private boolean finished() {
    Snapshot snapshot = model.follower().current();
    return snapshot != null
        && snapshot.state() == Snapshot.State.FINISHED
        && snapshot.step() >= model.budget();
  }

  private void offerBudget() {
    model
        .message()
        .set(
            new Message(
                Message.Kind.WARNING,
                "The step budget of " + Count.grouped((long) model.budget()) + " is used up",
                "Raise it under Run and measurement to go on, or restart with R.",
                new Message.Remedy("Ten times more", this::extend)));
  }

  private void extend() {
    Slot budget =
        Slot.measurement().stream()
            .filter(slot -> slot.parameter().equals(RunParameters.STEPS))
            .findFirst()
            .orElseThrow();
    model
        .values()
        .set(budget, Math.min(10 * model.budget(), RunParameters.STEPS.range().maximum()));
    hand();
    run();
  }
}
