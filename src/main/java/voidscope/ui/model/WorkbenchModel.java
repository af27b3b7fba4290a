package voidscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Value;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.ChartEntry;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Numbers;

/// What the window shows and wants, without a single control: a [Draft], an [Outlook] and which run
/// they are of, with the [History] of all three, and what is known of the run. For the window's
/// thread.
public final class WorkbenchModel implements Values, Contenders, Looks, Messages {
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ObjectProperty<@Nullable Wish> detail = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Request> request = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Message> message = new SimpleObjectProperty<>();
  private final Lineup lineup;
  private final History<State> history = new History<>();
  private final Follower follower = new Follower();
  private final KeyRun looking;
  private State state;
  private Scenario handed;
  private EventLog replay = EventLog.EMPTY;
  private int replayed;
  private boolean returning;
  private State left;
  private long leftAt;
  private String beginning = "";
  private Draft clean;
  private @Nullable Slot held;
  private long gesture = Engine.ONCE;
  private long glance;
  private boolean gripped;

  /// What a step of the history leads from and to.
  ///
  /// @param run the number of the run, as the engine counts them
  record State(Draft draft, Outlook outlook, long run) {
    State with(Draft other) {
      return new State(other, outlook, run);
    }

    State with(Outlook other) {
      return new State(draft, other, run);
    }
  }

  /// Starts from a scenario.
  public WorkbenchModel(Scenario scenario) {
    this(scenario, new Lineup(Compatibility::with), System::nanoTime);
  }

  /// Starts from a scenario, with a rule of who can run and a sense of time.
  WorkbenchModel(Scenario scenario, Lineup lineup, LongSupplier nanos) {
    this.lineup = lineup;
    looking = new KeyRun(nanos);
    Draft draft = Draft.of(scenario);
    state = new State(draft, focused(draft, Outlook.of(Suit.view(draft.problem()))), 0);
    handed = draft.wanted();
    clean = draft;
    left = state;
    replay(scenario.events(), 0);
  }

  /// Changes with everything that the controls show.
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
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

  @Override
  public void request(String action) {
    Request last = request.get();
    request.set(new Request(action, last == null ? 1 : last.count() + 1));
  }

  /// What is known of the run.
  public Follower follower() {
    return follower;
  }

  /// What is set.
  public Draft draft() {
    return state.draft();
  }

  @Override
  public Outlook outlook() {
    return state.outlook();
  }

  /// The values that the run is to follow, without events.
  public Scenario wanted() {
    return state.draft().wanted();
  }

  /// Takes a step of the history, unless nothing changes.
  private void step(State next, String by) {
    if (!next.equals(state)) {
      history.record(state, by);
      state = next;
      touch();
    }
  }

  private void step(Draft next) {
    step(state.with(next), "values " + gesture);
  }

  private void once(Draft next) {
    gesture++;
    held = null;
    step(next);
  }

  private void touch() {
    revision.set(revision.get() + 1);
  }

  /// The wanted scenario, if it has changed since this was last asked.
  Optional<Scenario> takeDirty() {
    Scenario wanted = wanted();
    boolean changed = !wanted.equals(handed);
    handed = wanted;
    return changed ? Optional.of(wanted) : Optional.empty();
  }

  // Values.

  /// The parameters of the relaxation, which several estimators share.
  public List<Slot> shared() {
    return Slot.shared(draft());
  }

  /// The parameters that an estimator has for itself; none where there is no such estimator.
  public List<Slot> own(String id) {
    return draft().row(id).isPresent() ? Slot.own(draft(), id) : List.of();
  }

  @Override
  public double number(Slot slot) {
    if (automatic(slot)) {
      double tuned = tuned(slot, outlook().focus());
      for (String scope : tuning(slot)) {
        tuned = Double.isNaN(tuned) ? tuned(slot, scope) : tuned;
      }
      if (!Double.isNaN(tuned)) {
        return tuned;
      }
    }
    return Domain.number(value(slot));
  }

  @Override
  public Value value(Slot slot) {
    return draft().settings(governed(slot).getFirst()).value(slot.parameter().key());
  }

  @Override
  public List<Named> offers(Slot slot) {
    if (!slot.parameter().equals(RunParameters.BASKET)) {
      return List.of();
    }
    List<Named> offers = new ArrayList<>();
    offers.add(new Named(new Value.Text(RunParameters.OFF), RunParameters.OFF));
    for (Entrant entrant : wanted().estimators()) {
      offers.add(new Named(new Value.Text(entrant.id()), label(entrant.id())));
    }
    return offers;
  }

  @Override
  public void hold(Slot slot) {
    held = slot;
    gesture++;
  }

  @Override
  public boolean holds(Slot slot) {
    return slot.equals(held);
  }

  @Override
  public void release(Slot slot) {
    if (holds(slot)) {
      held = null;
    }
  }

  /// The number of the gesture that set the wanted scenario's values last.
  public long gesture() {
    return gesture;
  }

  private void touches(Slot slot) {
    if (!holds(slot)) {
      held = null;
      gesture++;
    }
  }

  @Override
  public void set(Slot slot, Value value) {
    touches(slot);
    Draft next = draft();
    for (String scope : governed(slot)) {
      next = next.with(scope, slot.parameter().key(), value);
    }
    step(next);
  }

  @Override
  public boolean pending(Slot slot) {
    return slot.scopes().stream().anyMatch(scope -> draft().pending(scope, slot.parameter().key()));
  }

  @Override
  public void revert(Slot slot) {
    touches(slot);
    String key = slot.parameter().key();
    Draft next = draft();
    for (String scope : slot.scopes()) {
      if (next.inRun(scope)) {
        next = next.with(scope, key, next.wanted().settings(scope).value(key));
      }
    }
    step(next);
  }

  /// Whether anything waits for a restart.
  public boolean anyPending() {
    return draft().pending();
  }

  /// Takes every pending value back.
  public void revertAll() {
    once(draft().reverted());
  }

  /// Chooses a problem, to hold from the next restart.
  public void chooseProblem(String key) {
    if (!key.equals(draft().problem().key())) {
      once(draft().choosing(key));
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
    once(next.with(Scenario.PROBLEM, Problems.DATA, images));
  }

  @Override
  public boolean automatic(Slot slot) {
    List<String> tuning = tuning(slot);
    return !tuning.isEmpty()
        && slot.scopes().stream().filter(this::takesPart).allMatch(tuning::contains);
  }

  @Override
  public List<String> tuning(Slot slot) {
    return slot.scopes().stream().filter(s -> takesPart(s) && tunes(slot, s)).toList();
  }

  @Override
  public void setAutomatic(Slot slot, boolean automatic) {
    if (slot.tuner() == null) {
      return;
    }
    release(slot);
    touches(slot);
    Domain.Range range = slot.parameter().range();
    Value shown =
        range.value(Math.clamp(Numbers.rounded(number(slot)), range.minimum(), range.maximum()));
    Draft next = draft();
    for (String scope : slot.scopes()) {
      if (next.settings(scope).has(slot.tuner().key())) {
        next = next.with(scope, slot.tuner().key(), new Value.Flag(automatic));
        if (!automatic) {
          next = next.with(scope, slot.parameter().key(), shown);
        }
      }
    }
    step(next);
  }

  /// What an estimator has tuned a value to at the first layer of latents; NaN if unknown.
  private double tuned(Slot slot, String id) {
    List<Double> layers = tunedLayers(slot, id);
    return layers.isEmpty() ? Double.NaN : layers.getFirst();
  }

  @Override
  public List<Double> tunedLayers(Slot slot, String id) {
    return tunes(slot, id) ? follower.tuned(id, slot.parameter().key()) : List.of();
  }

  @Override
  public boolean tunes(Slot slot, String id) {
    return slot.tuner() != null
        && slot.scopes().contains(id)
        && draft().settings(id).has(slot.tuner().key())
        && draft().settings(id).flag(slot.tuner().key());
  }

  /// The scopes that the slider writes to: those that do not tune the value, else all.
  private List<String> governed(Slot slot) {
    List<String> fixed = slot.scopes().stream().filter(s -> !tunes(slot, s)).toList();
    return automatic(slot) || fixed.isEmpty() ? slot.scopes() : fixed;
  }

  /// The wanted step budget.
  public double budget() {
    return wanted().run().real(RunParameters.STEPS.key());
  }

  // Who takes part.

  @Override
  public List<String> ids() {
    return draft().rows().stream().map(row -> row.entrant().id()).toList();
  }

  @Override
  public EstimatorEntry entry(String id) {
    return Estimators.catalogue().get(draft().entrant(id).kind());
  }

  @Override
  public String label(String id) {
    return draft().label(id);
  }

  @Override
  public String ink(String id) {
    return ChartEntry.inks(draft().beside(id)).getOrDefault(id, id);
  }

  @Override
  public boolean takesPart(String id) {
    return draft().takesPart(id);
  }

  private Entrant asItRuns(String id) {
    return wanted().estimator(id).orElseGet(() -> draft().entrant(id));
  }

  @Override
  public Estimator estimator(String id) {
    return entry(id).maker().apply(asItRuns(id).settings());
  }

  @Override
  public Optional<String> obstacle(String id) {
    return lineup.obstacle(wanted().problem(), asItRuns(id).choice());
  }

  @Override
  public void setTakesPart(String id, boolean part) {
    if (part == takesPart(id) || (part && obstacle(id).isPresent())) {
      return;
    }
    gesture++;
    Outlook outlook = part ? outlook().hiding(id, false) : outlook();
    step(state.with(draft().placing(id, part)).with(outlook), "lineup " + gesture);
  }

  @Override
  public boolean listed(String id) {
    return outlook().everyone()
        || takesPart(id)
        || !draft().alone(id)
        || entry(id).place() != EstimatorEntry.Place.FURTHER;
  }

  @Override
  public void toggleEveryone() {
    look(outlook().listing(!outlook().everyone()));
  }

  @Override
  public void add(String id) {
    String fresh = draft().freshId(draft().entrant(id).kind());
    gesture++;
    Draft next = draft().adding(id, fresh);
    step(state.with(next).with(outlook().withFocus(fresh)), "lineup " + gesture);
  }

  @Override
  public boolean removable(String id) {
    return draft().removable(id);
  }

  @Override
  public void remove(String id) {
    if (!removable(id)) {
      return;
    }
    gesture++;
    Draft next = draft().removing(id);
    Outlook outlook = focused(next, outlook().hiding(id, false));
    step(state.with(next).with(outlook), "lineup " + gesture);
  }

  @Override
  public void rename(String id, String label) {
    once(draft().calling(id, label));
  }

  @Override
  public void move(String id, int by) {
    List<String> listed = ids().stream().filter(this::listed).toList();
    int to = listed.indexOf(id) + by;
    if (to >= 0 && to < listed.size()) {
      once(draft().moving(id, ids().indexOf(listed.get(to)) - ids().indexOf(id)));
    }
  }

  // How it is looked at.

  private void look(Outlook next) {
    glance++;
    step(state.with(next), "look " + glance);
  }

  /// The focus is no step of its own: who takes a step back wants what was done, not what was
  /// looked at.
  @Override
  public void focus(String id) {
    if (!id.equals(outlook().focus())) {
      state = state.with(outlook().withFocus(id));
      touch();
    }
  }

  private static Outlook focused(Draft draft, Outlook outlook) {
    List<Entrant> in = draft.wanted().estimators();
    boolean there = draft.row(outlook.focus()).isPresent();
    return there && (draft.takesPart(outlook.focus()) || in.isEmpty())
        ? outlook
        : outlook.withFocus(in.isEmpty() ? "" : in.getLast().id());
  }

  @Override
  public void setHidden(String id, boolean hide) {
    look(outlook().hiding(id, hide));
  }

  /// The view on the screen.
  public ViewEntry view() {
    return Views.catalogue().get(outlook().view());
  }

  @Override
  public void show(String key) {
    look(outlook().withView(key));
  }

  /// Looks at the charts as a figure does, in a view that has its chart: a part of the step that
  /// opened its scenario.
  public void look(CarriedView carried) {
    boolean focusable = takesPart(carried.view().focus());
    state = state.with(outlook().like(carried, focusable));
    touch();
  }

  @Override
  public void toggleOverZ() {
    look(outlook().turned());
  }

  @Override
  public void axes(UnaryOperator<Axes> change) {
    if (!looking.goesOn() && !gripped) {
      glance++;
    }
    step(state.with(outlook().axes(change)), "axes " + glance);
  }

  @Override
  public void grip(boolean now) {
    gripped = now;
    glance++;
  }

  // Runs.

  /// Takes over a scenario; the run is to be restarted with it.
  void open(Scenario scenario) {
    Draft next = Draft.of(scenario);
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
    gesture++;
    held = null;
    Outlook outlook = outlook().axes(Axes::follow);
    if (!fits) {
      outlook = outlook.withView(Suit.view(next.problem()));
    }
    handed = next.wanted();
    if (!follower.waits()) {
      beginning = "run " + gesture;
    }
    history.record(state, beginning); // of several that nobody has seen, one step
    leave();
    state = new State(next, focused(next, outlook), state.run());
    touch();
  }

  /// Waits for another run than the one that is shown; where that is refused, all is as it was.
  private void leave() {
    if (follower.waits()) {
      leftAt += history.moves() == leftAt + 1 ? 1 : 0;
      return;
    }
    follower.leave();
    left = state;
    leftAt = history.moves();
  }

  /// Notes which run has been begun last.
  void begun(long run) {
    state = new State(draft(), outlook(), run);
  }

  /// The number of the run that is to be shown.
  long run() {
    return state.run();
  }

  private void replay(EventLog events, long step) {
    replay = events;
    replayed = events.through(step).size();
  }

  /// Goes back to what runs, after a request was refused.
  ///
  /// @return whether it had been for another run
  boolean refused() {
    Snapshot last = follower.newest();
    if (last == null) {
      return false;
    }
    boolean another = follower.waits();
    if (another) {
      follower.stay();
      state = left;
      if (history.moves() == leftAt) {
        history.revoke();
      } else {
        history.clear();
      }
    } else {
      state = state.with(draft().running(last.values()));
    }
    returning = false;
    handed = wanted();
    touch();
    return another;
  }

  /// What is set is as in its file, from now on.
  public void clean() {
    clean = draft();
    touch();
  }

  /// Whether anything is set otherwise than in its file.
  public boolean changed() {
    return !clean.scenario().equals(draft().scenario());
  }

  // History.

  /// Whether a step can be taken back.
  public boolean canUndo() {
    return history.canUndo();
  }

  /// Whether a step can be taken again.
  public boolean canRedo() {
    return history.canRedo();
  }

  /// Takes the last step back; where the run is another then, it is to be brought back.
  void undo() {
    history.undo(state).ifPresent(this::move);
  }

  /// Takes a step again.
  void redo() {
    history.redo(state).ifPresent(this::move);
  }

  private void move(State to) {
    gesture++;
    held = null;
    if (to.run() != state.run()) {
      leave();
      handed = to.draft().wanted();
      returning = true;
    }
    state = to;
    touch();
  }

  /// Forgets the steps, as what they lead to is gone.
  void forget() {
    history.clear();
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
    long run = state.run();
    state = state.with(following(draft(), passed));
    clean = following(clean, passed);
    history.rebase(kept -> kept.run() == run ? kept.with(following(kept.draft(), passed)) : kept);
    handed = handedOver ? wanted() : handed;
    touch();
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
