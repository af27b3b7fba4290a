package voidscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Value;
import voidscope.chart.series.CarriedView;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.catalogue.Problems;

/// What the window shows and wants, without a single control: a [Draft], an [Outlook] and which run
/// they are of, with the [History] of all three, and what is known of the run. For the window's
/// thread.
public final class WorkbenchModel implements Messages {
  private static final String STANDARD = "Standard";

  private final ObjectProperty<@Nullable Wish> detail = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Request> request = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Message> message = new SimpleObjectProperty<>();
  private final Lineup lineup;
  private final Follower follower = new Follower();
  private final SlowDraw slowDraw = new SlowDraw();
  private final EpisodeReplay episodes;
  private final Steps steps;
  private final Values values;
  private final Contenders contenders;
  private final Looks looks;
  private Scenario handed;
  private EventLog replay = EventLog.EMPTY;
  private int replayed;
  private boolean returning;
  private Steps.State left;
  private long leftAt;
  private String beginning = "";

  /// Starts from a scenario.
  public WorkbenchModel(Scenario scenario) {
    this(scenario, new Lineup(Compatibility::with), System::nanoTime);
  }

  /// Starts from a scenario, with a rule of who can run and a sense of time.
  WorkbenchModel(Scenario scenario, Lineup lineup, LongSupplier nanos) {
    this.lineup = lineup;
    Draft draft = Draft.of(scenario);
    Outlook outlook = focused(draft, Outlook.of(Suit.view(draft.problem())));
    left = new Steps.State(draft, outlook, 0, new Origin(STANDARD, draft.wanted(), draft));
    steps = new Steps(left);
    values = new DraftValues(steps, follower, this::ask);
    contenders = new DraftContenders(steps, lineup);
    looks = new StepLooks(steps, nanos);
    episodes = new EpisodeReplay(looks);
    handed = draft.wanted();
    replay(scenario.events(), 0);
  }

  /// Changes with everything that the controls show.
  public ReadOnlyLongProperty revision() {
    return steps.revision();
  }

  @Override
  public ObjectProperty<@Nullable Message> message() {
    return message;
  }

  /// What is wanted of the problem's own exhibit in particular, such as latents that are set by
  /// hand, with whose it is; null before the first.
  public ObjectProperty<@Nullable Wish> detail() {
    return detail;
  }

  /// Id of an action that a control asks for, with a count of its own so that each asking is one.
  public record Request(String action, long count) {}

  /// What a control has asked for last, or null.
  public ReadOnlyObjectProperty<@Nullable Request> request() {
    return request.getReadOnlyProperty();
  }

  private void ask(String action) {
    Request last = request.get();
    request.set(new Request(action, last == null ? 1 : last.count() + 1));
  }

  /// What is known of the run.
  public Follower follower() {
    return follower;
  }

  /// One draw that is shown slowly.
  public SlowDraw slowDraw() {
    return slowDraw;
  }

  /// The replay of episodes.
  public EpisodeReplay episodes() {
    return episodes;
  }

  /// What is set.
  public Draft draft() {
    return steps.draft();
  }

  /// The values that controls show and set.
  public Values values() {
    return values;
  }

  /// The estimators that take part or may.
  public Contenders contenders() {
    return contenders;
  }

  /// How things are looked at.
  public Looks looks() {
    return looks;
  }

  /// The parameters of the relaxation, which several estimators share.
  public List<Slot> shared() {
    return Slot.shared(draft());
  }

  /// The parameters that an estimator has for itself; none where there is no such estimator.
  public List<Slot> own(String id) {
    return draft().row(id).isPresent() ? Slot.own(draft(), id) : List.of();
  }

  /// The number of the gesture that set the wanted scenario's values last.
  public long gesture() {
    return steps.gesture();
  }

  /// The values that the run is to follow, without events.
  public Scenario wanted() {
    return steps.wanted();
  }

  /// The wanted scenario, if it has changed since this was last asked.
  Optional<Scenario> takeDirty() {
    Scenario wanted = wanted();
    boolean changed = !wanted.equals(handed);
    handed = wanted;
    return changed ? Optional.of(wanted) : Optional.empty();
  }

  /// Whether anything waits for a restart.
  public boolean anyPending() {
    return draft().pending();
  }

  /// Takes every pending value back.
  public void revertAll() {
    steps.once(draft().reverted());
  }

  /// Chooses a problem, to hold from the next restart.
  public void chooseProblem(String key) {
    if (!key.equals(draft().problem().key())) {
      steps.once(draft().choosing(key));
    }
  }

  /// Chooses images for a VAE to learn, to hold from the next restart: the VAE that is chosen, or
  /// the first of the catalogue.
  ///
  /// @param file its path
  public void learn(String file) {
    Draft next = draft();
    if (!next.problem().settings().has(Problems.DATA)) {
      next =
          next.choosing(
              Problems.catalogue().entries().stream()
                  .filter(
                      entry ->
                          entry.parameters().stream().anyMatch(p -> p.key().equals(Problems.DATA)))
                  .findFirst()
                  .orElseThrow()
                  .key());
    }
    Choice problem = next.problem();
    Value images = problem.settings().parameter(Problems.DATA).parse(file);
    steps.once(next.with(Scenario.PROBLEM, Problems.DATA, images));
  }

  /// The wanted step budget.
  public double budget() {
    return wanted().run().real(RunParameters.STEPS.key());
  }

  static Outlook focused(Draft draft, Outlook outlook) {
    List<Entrant> in = draft.wanted().estimators();
    boolean there = draft.row(outlook.focus()).isPresent();
    return there && (draft.takesPart(outlook.focus()) || in.isEmpty())
        ? outlook
        : outlook.withFocus(in.isEmpty() ? "" : in.getLast().id());
  }

  /// Looks at the charts as a figure does, in a view that has its chart: a part of the step that
  /// opened its scenario.
  public void look(CarriedView carried) {
    boolean focusable = draft().takesPart(carried.view().focus());
    steps.replace(steps.state().with(steps.outlook().like(carried, focusable)));
  }

  // Runs.

  /// Takes over a scenario; the run is to be restarted with it.
  void open(Scenario scenario) {
    open(scenario, Draft.of(scenario));
  }

  /// Takes over a run that was kept, with what was set and how it was looked at.
  void open(Scenario scenario, WindowState window) {
    open(scenario, window.draft().from(scenario.at(0)));
    steps.replace(steps.state().with(focused(draft(), window.outlook())));
  }

  private void open(Scenario scenario, Draft next) {
    begin(next, Suit.fits(scenario.problem(), wanted().problem()));
    replay(scenario.events(), 0);
  }

  /// Applies what is pending and gives the scenario to restart with. Who cannot run with it leaves,
  /// who only now can joins, and the user is told.
  Scenario restart() {
    Draft suited = draft().suited();
    Lineup.Change change = lineup.change(suited);
    boolean fits = Suit.fits(wanted().problem(), suited.problem());
    begin(suited.beginning(change.ids()), fits);
    Message news = change.message();
    if (news != null) {
      message.set(news);
    }
    replay(EventLog.EMPTY, 0);
    return wanted();
  }

  /// Begins another run, as a step of the history, with all of it on the charts.
  ///
  /// @param fits whether its problem is of the kind of the one before
  private void begin(Draft next, boolean fits) {
    long gesture = steps.begin();
    Outlook outlook = steps.outlook().axes(Axes::follow);
    if (!fits || !Suit.view(wanted().problem()).equals(Suit.view(next.problem()))) {
      outlook = outlook.withView(Suit.view(next.problem()));
    }
    handed = next.wanted();
    if (!follower.waits()) {
      beginning = "run " + gesture;
    }
    steps.history().record(steps.state(), beginning); // of several that nobody has seen, one step
    leave();
    steps.replace(steps.state().with(next).with(focused(next, outlook)));
  }

  /// Waits for another run than the one that is shown; where that is refused, all is as it was.
  private void leave() {
    if (follower.waits()) {
      leftAt += steps.history().moves() == leftAt + 1 ? 1 : 0;
      return;
    }
    follower.leave();
    left = steps.state();
    leftAt = steps.history().moves();
  }

  /// Notes which run has been begun last.
  ///
  /// @param run its number, which is its first generation
  void begun(long run) {
    follower.await(run);
    steps.replace(steps.state().of(run));
  }

  /// The number of the run that is to be shown.
  long run() {
    return steps.state().run();
  }

  private void replay(EventLog events, long step) {
    replay = events;
    replayed = events.through(step).size();
  }

  /// Goes back to what runs, after a request was refused.
  ///
  /// @param under the newest picture of the run that goes on; that may be one that had begun before
  ///   the refused one was asked for, and that nobody has seen yet
  /// @return whether it had been for another run
  boolean refused(Snapshot under) {
    Snapshot last = follower.newest();
    if (last == null) {
      return false;
    }
    boolean another = follower.waits();
    boolean unseen = another && under.generation() != last.generation();
    Steps.State back = another ? left : steps.state().with(draft().running(last.values()));
    if (unseen) {
      back = left.with(Draft.of(under.values())).of(under.generation());
    }
    if (another) {
      follower.stay(under);
      if (steps.history().moves() == leftAt && !unseen) {
        steps.history().revoke();
      } else {
        steps.history().clear();
      }
    }
    returning = false;
    handed = back.draft().wanted();
    steps.replace(back);
    return another;
  }

  /// Where what is set has come from.
  public Origin origin() {
    return steps.state().origin();
  }

  /// What is set has just been opened: a part of the step that took it over.
  ///
  /// @param name what it is called
  public void opened(String name, Scenario scenario) {
    steps.replace(steps.state().with(new Origin(name, scenario, draft())));
  }

  /// What is set has just been saved; no step, as what a file holds is not taken back.
  ///
  /// @param name what it is called from now on
  public void saved(String name, Scenario scenario) {
    Origin before = origin();
    Origin now = new Origin(name, scenario, draft());
    steps.history().rebase(kept -> kept.origin().equals(before) ? kept.with(now) : kept);
    steps.replace(steps.state().with(now));
  }

  /// Whether anything is set otherwise than in its file.
  public boolean changed() {
    return !origin().clean().scenario().equals(draft().scenario());
  }

  // History.

  /// Whether a step can be taken back.
  public boolean canUndo() {
    return steps.history().canUndo();
  }

  /// Whether a step can be taken again.
  public boolean canRedo() {
    return steps.history().canRedo();
  }

  /// Takes the last step back; where the run is another then, it is to be brought back.
  void undo() {
    steps.undo().ifPresent(this::move);
  }

  /// Takes a step again.
  void redo() {
    steps.redo().ifPresent(this::move);
  }

  private void move(Steps.State to) {
    steps.begin();
    if (to.run() != run()) {
      leave();
      handed = to.draft().wanted();
      returning = true;
    }
    steps.replace(to);
  }

  // Pictures.

  /// Takes a picture of the run, unless it is of a run that has been left behind.
  ///
  /// @return whether it is new
  public boolean accept(Snapshot fresh) {
    if (!follower.accept(fresh)) {
      return false;
    }
    if (returning) {
      returning = false;
      replay(fresh.scenario().events(), fresh.step());
      handed = fresh.values(); // what was under way when it was left may not have come to it
    }
    follow(fresh);
    follower.news().ifPresent(message::set);
    return true;
  }

  /// Lets the controls follow the events of a scenario that is being replayed: no step of
  /// anybody's, so that the steps that are kept follow, too.
  private void follow(Snapshot fresh) {
    List<Event> passed = new ArrayList<>();
    while (replayed < replay.size() && replay.get(replayed).step() <= fresh.step()) {
      Event event = replay.get(replayed++);
      if (fresh.scenario().events().contains(event)) {
        passed.add(event);
      }
    }
    if (passed.isEmpty()) {
      return;
    }
    boolean handedOver = wanted().equals(handed);
    Steps.State next = following(steps.state(), passed);
    steps.history().rebase(kept -> kept.run() == next.run() ? following(kept, passed) : kept);
    handed = handedOver ? next.draft().wanted() : handed;
    steps.replace(next);
  }

  private static Steps.State following(Steps.State state, List<Event> passed) {
    Origin origin = state.origin();
    return state
        .with(following(state.draft(), passed))
        .with(origin.with(following(origin.clean(), passed)));
  }

  private static Draft following(Draft draft, List<Event> passed) {
    Draft followed = draft;
    for (Event event : passed) {
      if (followed.inRun(event.scope())) {
        followed = followed.with(event.scope(), event.key(), event.value());
      }
    }
    return followed;
  }
}
