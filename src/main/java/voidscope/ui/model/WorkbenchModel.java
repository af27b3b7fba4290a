package voidscope.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.chart.figure.ChartView;
import voidscope.chart.series.CarriedView;
import voidscope.data.ImageSet;
import voidscope.data.Lighting;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Count;
import voidscope.text.Numbers;

/// What the window shows and wants, without a single control.
///
/// It keeps two sets of values: the draft, which the controls show, and the wanted scenario, which
/// the run is to follow. A live change goes into both at once; a change that needs a restart waits
/// in the draft until [#restart]. Longer than most because these two must not fall apart.
public final class WorkbenchModel {
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ObjectProperty<@Nullable Wish> detail = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Request> request = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable Message> message = new SimpleObjectProperty<>();
  private final Map<String, Choice> drafts = new LinkedHashMap<>();
  private final Map<String, Choice> shelvedProblems = new HashMap<>();
  private final Set<String> hidden = new TreeSet<>();
  private final Set<String> reported = new HashSet<>();
  private Lighting.@Nullable Remark remarked;
  private final Lineup lineup;
  private EventLog replay = EventLog.EMPTY;
  private int replayed;
  private @Nullable Slot held;
  private long gesture = Engine.ONCE;
  private Choice draftProblem;
  private Settings draftRun;
  private Scenario wanted;
  private String focus;
  private boolean everyone;
  private ViewEntry view = Views.catalogue().entries().getFirst();
  private boolean overZ;
  private boolean dirty;
  private long awaited;
  private @Nullable Snapshot snapshot;

  /// Starts from a scenario.
  public WorkbenchModel(Scenario scenario) {
    this(scenario, new Lineup(Compatibility::with));
  }

  /// Starts from a scenario, with a rule of who can run.
  public WorkbenchModel(Scenario scenario, Lineup lineup) {
    this.lineup = lineup;
    wanted = scenario.at(0);
    draftProblem = wanted.problem();
    draftRun = wanted.run();
    focus = "";
    open(scenario);
    awaited = 0;
  }

  /// Changes with everything that the controls show.
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /// The message to be shown, or null.
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

  /// Asks for an action that needs more than the model.
  public void request(String action) {
    Request last = request.get();
    request.set(new Request(action, last == null ? 1 : last.count() + 1));
  }

  /// Chooses images for a VAE to learn, to hold from the next restart: the VAE that is chosen, or
  /// the first of the catalogue.
  ///
  /// @param file its path
  public void learn(String file) {
    if (!draftProblem.settings().has(Problems.DATA)) {
      Problems.catalogue().entries().stream()
          .filter(entry -> entry.parameters().stream().anyMatch(p -> p.key().equals(Problems.DATA)))
          .findFirst()
          .ifPresent(entry -> chooseProblem(entry.key()));
    }
    Settings settings = draftProblem.settings();
    draftProblem = draftProblem.with(Problems.DATA, settings.parameter(Problems.DATA).parse(file));
    touch();
  }

  /// Takes over a scenario; the run is to be restarted with it.
  void open(Scenario scenario) {
    boolean other = !Suit.fits(scenario.problem(), wanted.problem());
    wanted = scenario.at(0);
    if (other) {
      view = Views.catalogue().get(Suit.view(wanted.problem()));
    }
    draftProblem = wanted.problem();
    draftRun = wanted.run();
    drafts.clear();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      drafts.put(entry.key(), Suit.estimator(entry.key(), wanted.problem()));
    }
    wanted.estimators().forEach(choice -> drafts.put(choice.key(), choice));
    lineup.clear();
    replay(scenario.events());
    if (wanted.estimator(focus).isEmpty()) {
      focus = wanted.estimators().isEmpty() ? "" : wanted.estimators().getLast().key();
    }
    begin();
  }

  /// The values that the run is to follow, without events.
  public Scenario wanted() {
    return wanted;
  }

  /// The wanted scenario, if it has changed since this was last asked.
  Optional<Scenario> takeDirty() {
    boolean changed = dirty;
    dirty = false;
    return changed ? Optional.of(wanted) : Optional.empty();
  }

  /// The number a control shows.
  public double number(Slot slot) {
    if (automatic(slot)) {
      double tuned = tuned(slot, focus);
      for (String scope : tuning(slot)) {
        tuned = Double.isNaN(tuned) ? tuned(slot, scope) : tuned;
      }
      if (!Double.isNaN(tuned)) {
        return tuned;
      }
    }
    return Domain.number(value(slot));
  }

  /// The value a control shows where nobody tunes it.
  public Value value(Slot slot) {
    return drafted(governed(slot).getFirst()).value(slot.parameter().key());
  }

  /// Takes hold of a value: what it is set to from now on is one gesture, until [#release] or until
  /// another value is set.
  public void hold(Slot slot) {
    held = slot;
    gesture++;
  }

  /// Whether a value is held.
  public boolean holds(Slot slot) {
    return slot.equals(held);
  }

  /// Lets go of a value, if it is held.
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

  /// Sets a number, as the other does.
  public void set(Slot slot, double number) {
    set(slot, slot.parameter().range().value(number));
  }

  /// Sets a value: at once if it is live, else pending. A gesture of its own where the value is not
  /// held.
  public void set(Slot slot, Value value) {
    touches(slot);
    boolean changed = false;
    for (String scope : governed(slot)) {
      changed |= write(scope, slot.parameter().key(), value);
    }
    if (changed) {
      touch();
    }
  }

  private boolean write(String scope, String key, Value value) {
    Settings old = drafted(scope);
    if (old.value(key).equals(value)
        && (!inRun(scope) || wanted.settings(scope).value(key).equals(value))) {
      return false;
    }
    switch (scope) {
      case Scenario.PROBLEM -> draftProblem = draftProblem.with(key, value);
      case Scenario.RUN -> draftRun = draftRun.with(key, value);
      default -> drafts.put(scope, new Choice(scope, old.with(key, value)));
    }
    if (old.parameter(key).live()
        && inRun(scope)
        && !wanted.settings(scope).value(key).equals(value)) {
      wanted = wanted.with(scope, key, value);
      dirty = true;
    }
    return true;
  }

  /// Whether the value waits for a restart.
  public boolean pending(Slot slot) {
    String key = slot.parameter().key();
    return slot.scopes().stream()
        .anyMatch(
            scope ->
                inRun(scope)
                    && !drafted(scope).value(key).equals(wanted.settings(scope).value(key)));
  }

  /// Takes a pending value back.
  public void revert(Slot slot) {
    String key = slot.parameter().key();
    for (String scope : slot.scopes()) {
      if (inRun(scope)) {
        write(scope, key, wanted.settings(scope).value(key));
      }
    }
    touch();
  }

  /// Whether anything waits for a restart.
  public boolean anyPending() {
    return !draftProblem.equals(wanted.problem())
        || !draftRun.equals(wanted.run())
        || wanted.estimators().stream().anyMatch(c -> !c.equals(drafts.get(c.key())));
  }

  /// Takes every pending value back.
  public void revertAll() {
    draftProblem = wanted.problem();
    draftRun = wanted.run();
    wanted.estimators().forEach(choice -> drafts.put(choice.key(), choice));
    touch();
  }

  /// The problem as the controls show it.
  public Choice problem() {
    return draftProblem;
  }

  /// Whether another problem waits for a restart.
  public boolean problemPending() {
    return !draftProblem.key().equals(wanted.problem().key());
  }

  /// Chooses a problem, to hold from the next restart.
  public void chooseProblem(String key) {
    if (key.equals(draftProblem.key())) {
      return;
    }
    shelvedProblems.put(draftProblem.key(), draftProblem);
    Choice shelved = shelvedProblems.get(key);
    draftProblem =
        key.equals(wanted.problem().key())
            ? wanted.problem()
            : shelved == null ? Scenarios.problem(key) : shelved;
    touch();
  }

  /// Whether an estimator takes part.
  public boolean takesPart(String key) {
    return wanted.estimator(key).isPresent();
  }

  /// An estimator at the settings that hold for it now: those of the run, or where it does not take
  /// part those that it would join with.
  public Estimator estimator(String key) {
    Choice choice = wanted.estimator(key).orElseGet(() -> draft(key));
    return Estimators.catalogue().get(key).maker().apply(choice.settings());
  }

  /// Why an estimator cannot run with the problem of the run, in a few words; empty if it can.
  public Optional<String> obstacle(String key) {
    return lineup.obstacle(wanted.problem(), wanted.estimator(key).orElseGet(() -> draft(key)));
  }

  /// Lets an estimator join or leave; one that cannot run stays away.
  public void setTakesPart(String key, boolean part) {
    if (part == takesPart(key) || (part && obstacle(key).isPresent())) {
      return;
    }
    lineup.place(key, part);
    List<Choice> choices = new ArrayList<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      boolean in = entry.key().equals(key) ? part : takesPart(entry.key());
      if (in) {
        choices.add(wanted.estimator(entry.key()).orElseGet(() -> draft(entry.key())));
      }
    }
    wanted = wanted.withEstimators(choices);
    dirty = true;
    if (part) {
      hidden.remove(key);
    }
    touch();
  }

  /// Applies what is pending and gives the scenario to restart with. Who cannot run with it leaves,
  /// who only now can joins, and the user is told.
  Scenario restart() {
    if (!Suit.fits(wanted.problem(), draftProblem)) {
      draftRun = Suit.run(draftRun, wanted.problem(), draftProblem);
      drafts.replaceAll((key, now) -> Suit.estimator(now, wanted.problem(), draftProblem));
      view = Views.catalogue().get(Suit.view(draftProblem));
    }
    Lineup.Change change =
        lineup.change(wanted.problem(), draftProblem, wanted.estimators(), this::draft);
    wanted = new Scenario(draftProblem, change.estimators(), draftRun, List.of());
    if (!focus.isEmpty() && obstacle(focus).isPresent() && !wanted.estimators().isEmpty()) {
      focus = wanted.estimators().getLast().key();
    }
    Message news = change.message();
    if (news != null) {
      message.set(news);
    }
    replay(EventLog.EMPTY);
    begin();
    return wanted;
  }

  private void replay(EventLog events) {
    replay = events;
    replayed = 0;
  }

  /// Goes back to what runs, after a request was refused.
  void refused() {
    Snapshot last = snapshot;
    if (last != null) {
      open(last.scenario().at(last.step()));
      awaited = last.generation();
    }
  }

  private void begin() {
    awaited = snapshot == null ? 0 : snapshot.generation() + 1;
    reported.clear();
    dirty = false;
    touch();
  }

  /// Key of the estimator in focus; empty if there is none.
  public String focus() {
    return focus;
  }

  /// Puts an estimator in focus.
  public void focus(String key) {
    focus = key;
    touch();
  }

  /// Keys of the estimators that the charts leave out.
  public Set<String> hidden() {
    return Set.copyOf(hidden);
  }

  /// Shows or hides an estimator's lines.
  public void setHidden(String key, boolean hide) {
    if (hide ? hidden.add(key) : hidden.remove(key)) {
      touch();
    }
  }

  /// Whether lists of estimators show one: those of the lecture always, the further ones where they
  /// take part or have been asked for.
  public boolean listed(String key) {
    return everyone
        || takesPart(key)
        || Estimators.catalogue().get(key).place() != EstimatorEntry.Place.FURTHER;
  }

  /// Whether lists of estimators show all of them.
  public boolean everyone() {
    return everyone;
  }

  /// Lists all estimators, or folds the further ones away.
  public void toggleEveryone() {
    everyone = !everyone;
    touch();
  }

  /// The view on the screen.
  public ViewEntry view() {
    return view;
  }

  /// Chooses a view.
  public void show(String key) {
    view = Views.catalogue().get(key);
    touch();
  }

  /// Looks at the charts as a figure does, in a view that has its chart.
  public void look(CarriedView carried) {
    ChartView view = carried.view();
    if (!this.view.charts().contains(carried.chart())) {
      this.view =
          Views.catalogue().entries().stream()
              .filter(other -> other.charts().contains(carried.chart()))
              .findFirst()
              .orElse(this.view);
    }
    hidden.clear();
    hidden.addAll(view.hidden());
    focus = wanted.estimator(view.focus()).isPresent() ? view.focus() : focus;
    overZ = view.overZ();
    touch();
  }

  /// Whether the surrogate chart's abscissa is z.
  public boolean overZ() {
    return overZ;
  }

  /// Turns the surrogate chart's abscissa between u and z.
  public void toggleOverZ() {
    overZ = !overZ;
    touch();
  }

  /// Whether the estimators tune this value themselves and nobody in the run is left for the slider
  /// to govern.
  public boolean automatic(Slot slot) {
    List<String> tuning = tuning(slot);
    return !tuning.isEmpty()
        && slot.scopes().stream().filter(this::takesPart).allMatch(tuning::contains);
  }

  /// The contenders that tune this value themselves.
  public List<String> tuning(Slot slot) {
    return slot.scopes().stream().filter(s -> takesPart(s) && tunes(slot, s)).toList();
  }

  /// Hands the value over to the estimators, or takes it back at what the control shows.
  public void setAutomatic(Slot slot, boolean automatic) {
    if (slot.tuner() == null) {
      return;
    }
    release(slot);
    touches(slot);
    Domain.Range range = slot.parameter().range();
    Value shown =
        range.value(Math.clamp(Numbers.rounded(number(slot)), range.minimum(), range.maximum()));
    for (String scope : slot.scopes()) {
      if (drafted(scope).has(slot.tuner().key())) {
        write(scope, slot.tuner().key(), new Value.Flag(automatic));
        if (!automatic) {
          write(scope, slot.parameter().key(), shown);
        }
      }
    }
    touch();
  }

  /// What an estimator has tuned a value to at the first layer of latents; NaN if unknown.
  double tuned(Slot slot, String scope) {
    List<Double> layers = tunedLayers(slot, scope);
    return layers.isEmpty() ? Double.NaN : layers.getFirst();
  }

  /// What an estimator has tuned a value to, layer by layer of latents; empty if unknown.
  public List<Double> tunedLayers(Slot slot, String scope) {
    if (snapshot == null || !tunes(slot, scope)) {
      return List.of();
    }
    return snapshot.tracks().stream()
        .filter(track -> track.choice().key().equals(scope))
        .findFirst()
        .map(track -> track.tuned().all(slot.parameter().key()))
        .orElse(List.of());
  }

  /// Whether an estimator is set to tune this value itself.
  public boolean tunes(Slot slot, String scope) {
    return slot.tuner() != null
        && slot.scopes().contains(scope)
        && drafted(scope).has(slot.tuner().key())
        && drafted(scope).flag(slot.tuner().key());
  }

  /// The scopes that the slider writes to: those that do not tune the value, else all.
  private List<String> governed(Slot slot) {
    List<String> fixed = slot.scopes().stream().filter(s -> !tunes(slot, s)).toList();
    return automatic(slot) || fixed.isEmpty() ? slot.scopes() : fixed;
  }

  /// The newest accepted picture of the run, or null before the first.
  public @Nullable Snapshot snapshot() {
    return snapshot;
  }

  /// The newest picture, unless a restart has left it behind.
  public @Nullable Snapshot current() {
    return snapshot != null && snapshot.generation() < awaited ? null : snapshot;
  }

  /// Takes a picture of the run, unless it is of a generation that has been left behind.
  ///
  /// @return whether it is new
  @SuppressWarnings("ReferenceEquality") // a new picture of the run is a new object
  public boolean accept(Snapshot fresh) {
    if (fresh.generation() < awaited || fresh == snapshot) {
      return false;
    }
    snapshot = fresh;
    awaited = fresh.generation();
    follow(fresh);
    report(fresh);
    return true;
  }

  /// Lets the controls follow the events of a scenario that is being replayed.
  private void follow(Snapshot fresh) {
    boolean moved = false;
    while (replayed < replay.size() && replay.get(replayed).step() <= fresh.step()) {
      Event event = replay.get(replayed++);
      if (fresh.scenario().events().contains(event) && inRun(event.scope())) {
        boolean wasDirty = dirty;
        write(event.scope(), event.key(), event.value());
        dirty = wasDirty;
        moved = true;
      }
    }
    if (moved) {
      touch();
    }
  }

  private void report(Snapshot fresh) {
    remark(fresh);
    for (Track track : fresh.tracks()) {
      Track.Failure failure = track.failure();
      if (failure != null && reported.add(track.choice().key())) {
        message.set(
            new Message(
                Message.Kind.WARNING,
                track.label() + " stopped at step " + Count.grouped(failure.step()),
                failure.message() + " The others run on; a lower learning rate may help.",
                Message.Remedy.NONE));
      }
    }
  }

  /// Tells what is to be known of a VAE's images, once until others are learned.
  private void remark(Snapshot fresh) {
    ImageSet images = fresh.images();
    Lighting.Remark remark = images == null ? null : images.remark();
    if (remark != null && !remark.equals(remarked)) {
      message.set(
          new Message(
              remark.doubtful() ? Message.Kind.WARNING : Message.Kind.SUCCESS,
              remark.found(),
              remark.consequence(),
              Message.Remedy.NONE));
    }
    remarked = remark;
  }

  private boolean inRun(String scope) {
    return switch (scope) {
      case Scenario.PROBLEM -> !problemPending();
      case Scenario.RUN -> true;
      default -> takesPart(scope);
    };
  }

  private Settings drafted(String scope) {
    return switch (scope) {
      case Scenario.PROBLEM -> draftProblem.settings();
      case Scenario.RUN -> draftRun;
      default -> draft(scope).settings();
    };
  }

  private Choice draft(String key) {
    return Objects.requireNonNull(drafts.get(key), key);
  }

  /// The wanted step budget.
  public double budget() {
    return wanted.run().real(RunParameters.STEPS.key());
  }

  private void touch() {
    revision.set(revision.get() + 1);
  }
}
