package voidscope.experiment.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import voidscope.data.ImageSet;
import voidscope.experiment.measure.OptimumTrail;
import voidscope.experiment.record.Archive;
import voidscope.experiment.record.Figures;
import voidscope.experiment.record.MarkLog;
import voidscope.experiment.record.MeasurementLog;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Labels;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.training.Tuning;
import voidscope.problem.Known;
import voidscope.problem.LikelihoodBound;
import voidscope.problem.Problem;
import voidscope.problem.catalogue.Problems;
import voidscope.stat.Moments;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

/// A scenario under way, without a thread of its own: whoever calls computes. All methods belong to
/// one thread.
///
/// Results depend on the scenario alone: not on the team's threads, nor on how the steps are cut
/// into calls.
public final class Experiment {
  private ThreadTeam team;
  private final Recall recall;
  private volatile boolean settled;
  private final List<Contender> contenders = new ArrayList<>();
  private final Map<Contender, EventCursor> cursors = new HashMap<>();
  private EventCursor lead = new EventCursor();
  private Scenario scenario;
  private long budget;
  private long gesture = Engine.ONCE;
  private long since;
  private Choice problemChoice;
  private Problem problem;
  private int last;

  /// What is still to be done of a burst that was left.
  private final Deque<Runnable> stages = new ArrayDeque<>();

  private @Nullable Set<Wish> wishes;
  private final MeasurementLog log = new MeasurementLog();
  private final MarkLog marks = new MarkLog();

  /// Prepares a scenario at step 0.
  ///
  /// @throws IllegalArgumentException naming what an estimator needs that the problem does not
  ///   offer, or the one of the basket if it does not take part
  public Experiment(Scenario scenario, ThreadTeam team) {
    this(scenario, team, Recall.NEVER);
  }

  /// The same, for someone who may leave it in the middle of a step.
  Experiment(Scenario scenario, ThreadTeam team, Recall recall) {
    this(scenario, team, recall, make(scenario.problem()));
  }

  private Experiment(Scenario scenario, ThreadTeam team, Recall recall, Problem problem) {
    this.team = team;
    this.recall = new Recall(() -> !settled && recall.asked().getAsBoolean());
    this.scenario = scenario;
    this.problem = problem;
    problemChoice = scenario.problem();
    populate();
    ImageSet images = contenders.isEmpty() ? null : problem.images();
    if (images != null) {
      this.scenario = scenario.withDigest(images.digest());
    }
  }

  /// Prepares another scenario at step 0, which shares what this one has read of its problem.
  ///
  /// @throws IllegalArgumentException as the constructor does
  Experiment restarted(Scenario other) {
    return new Experiment(
        other,
        team,
        recall,
        other.problem().equals(problemChoice) ? problem : make(other.problem()));
  }

  /// Shows what another one showed.
  void wishLike(Experiment other) {
    wishes = other.wishes;
  }

  private static Problem make(Choice choice) {
    return Problems.catalogue().get(choice.key()).maker().apply(choice.settings());
  }

  /// Makes the contenders anew; where that is left or fails, nothing has changed.
  private void populate() {
    budget = scenario.settled().run().whole(RunParameters.STEPS.key());
    Scenario now = scenario.at(0);
    Problem first = problem(now.problem());
    MemoryNeed.check(now, first);
    Labels labels = Labels.of(scenario);
    List<Contender> fresh = new ArrayList<>();
    for (Entrant entrant : now.estimators()) {
      fresh.add(contender(entrant, labels, now, first));
    }
    contenders.clear();
    contenders.addAll(fresh);
    cursors.clear();
    lead = new EventCursor();
    marks.clear();
    Optional<String> leader = basket();
    if (leader.isPresent() && leader().isEmpty()) {
      throw new IllegalArgumentException(
          "All are to follow the parameters of \"" + leader.get() + "\", which does not take part");
    }
  }

  private Contender contender(Entrant entrant, Labels labels, Scenario start, Problem first) {
    return new Contender(entrant, labels.of(entrant.id()), start, first, team.threads(), recall);
  }

  /// Id of the estimator whose parameters all follow; empty if each has its own.
  private Optional<String> basket() {
    String key = scenario.run().text(RunParameters.BASKET.key());
    return key.equals(RunParameters.OFF) ? Optional.empty() : Optional.of(key);
  }

  private Optional<Contender> leader() {
    return basket().flatMap(key -> contenders.stream().filter(c -> c.id().equals(key)).findFirst());
  }

  /// The problem of some settings; made anew only if they changed.
  private Problem problem(Choice choice) {
    if (!choice.equals(problemChoice)) {
      problemChoice = choice;
      problem = make(choice);
    }
    return problem;
  }

  /// What is running, with the live changes so far.
  public Scenario scenario() {
    return scenario;
  }

  /// The greatest step that a contender has reached.
  public long head() {
    return contenders.stream().mapToLong(Contender::step).max().orElse(0);
  }

  /// The least step of a contender that has not failed; the head if all have.
  public long tail() {
    return contenders.stream()
        .filter(contender -> !contender.failed())
        .mapToLong(Contender::step)
        .min()
        .orElse(head());
  }

  /// The step budget that holds after all events.
  public long budget() {
    return budget;
  }

  /// Whether every contender has failed or reached a step.
  public boolean done(long step) {
    return contenders.stream().allMatch(c -> c.failed() || c.step() >= step);
  }

  /// Takes every contender that has not failed to a step.
  public void advance(long toStep) {
    while (!done(toStep)) {
      burst(toStep, Contender.BURST);
    }
  }

  /// Takes those who are furthest behind forward by some steps, at most to where the next are or an
  /// event is. Where it is left in the middle, the next call goes on there.
  ///
  /// @param toStep where to stop
  /// @param most steps at most
  /// @return steps done, summed over contenders and replicates
  public long burst(long toStep, int most) {
    if (!stages.isEmpty()) {
      finish();
      return 0;
    }
    long from = Long.MAX_VALUE;
    for (Contender contender : contenders) {
      if (!contender.failed() && contender.step() < toStep) {
        from = Math.min(from, contender.step());
      }
    }
    if (from == Long.MAX_VALUE) {
      return 0;
    }
    long to = MarkLog.next(from, Math.min(toStep, from + Math.min(most, Contender.BURST)));
    to = Math.min(to, scenario.events().next(from));
    Optional<Contender> leader = leader();
    if (leader.isPresent()) {
      return basket(leader.get(), from);
    }
    List<Contender> group = new ArrayList<>();
    // Where the loss costs a step is long: contenders take turns, so that a request waits for few.
    int together = slow() ? team.threads() : contenders.size();
    for (Contender contender : contenders) {
      if (!contender.failed()) {
        if (contender.step() == from) {
          if (group.size() < together) {
            group.add(contender);
          }
        } else {
          to = Math.min(to, Math.max(contender.step(), from + 1));
        }
      }
    }
    tune(group, from);
    int count = (int) (to - from);
    last = count;
    int replicates = group.getFirst().replicates();
    int chunks = group.size() * replicates;
    group.forEach(contender -> contender.begin(count));
    stages.add(
        () ->
            team.run(
                chunks,
                (i, worker) -> group.get(i / replicates).burst(i % replicates, count, worker)));
    stages.add(() -> collect(group, count));
    finish();
    return (long) count * chunks;
  }

  /// Whether a single step may take longer than one waits for a pause.
  boolean slow() {
    return problem.known() == null;
  }

  /// Takes all contenders one step along the parameters of one of them.
  private long basket(Contender leader, long from) {
    List<Contender> group = contenders.stream().filter(c -> !c.failed()).toList();
    tune(group, from);
    last = 1;
    int replicates = leader.replicates();
    int chunks = group.size() * replicates;
    List<Contender> followers =
        group.stream().filter(contender -> !contender.id().equals(leader.id())).toList();
    group.forEach(contender -> contender.begin(1));
    stages.add(
        () ->
            team.run(chunks, (i, worker) -> group.get(i / replicates).go(i % replicates, worker)));
    stages.add(() -> team.run(replicates, leader::look));
    stages.add(() -> followers.forEach(contender -> contender.follow(leader)));
    stages.add(
        () ->
            team.run(
                followers.size() * replicates,
                (i, worker) -> followers.get(i / replicates).look(i % replicates, worker)));
    stages.add(() -> collect(group, 1));
    finish();
    return chunks;
  }

  /// Ends what is under way on the calling thread alone, whoever waits; it goes on alone from then
  /// on.
  public void settle() {
    settled = true;
    team = new ThreadTeam(1);
    finish();
  }

  /// Does what is still to be done of a burst.
  void finish() {
    while (!stages.isEmpty()) {
      stages.getFirst().run();
      stages.removeFirst();
    }
  }

  private void collect(List<Contender> group, int count) {
    group.forEach(contender -> contender.collect(count));
    mark(group);
  }

  /// Keeps what tables quote of those who have come to where they quote it.
  private void mark(List<Contender> group) {
    for (Contender contender : group) {
      if (!contender.failed() && MarkLog.STEPS.contains(contender.step())) {
        marks.keep(
            contender.id(),
            Figures.of(
                contender.track(Set.of(), contender.step(), OptimumTrail.Patience.NONE), log));
      }
    }
  }

  /// Steps that each contender took which took part in the last [#burst].
  int lastBurst() {
    return last;
  }

  private void tune(List<Contender> group, long step) {
    for (Contender contender : group) {
      tune(contender, cursor(contender).at(scenario, step));
    }
  }

  private void tune(Contender contender, Scenario now) {
    Entrant entrant = now.estimator(contender.id()).orElseThrow();
    contender.tune(entrant, problem(now.problem()), Tuning.of(now.run()));
    contender.pin(now);
  }

  private EventCursor cursor(Contender contender) {
    return cursors.computeIfAbsent(contender, any -> new EventCursor());
  }

  /// Gives contenders whose state comes from an archive the values that they had come to.
  void catchUp() {
    for (Contender contender : contenders) {
      if (!contender.failed()) {
        tune(contender, cursor(contender).before(scenario, contender.step()));
        tune(contender, cursor(contender).at(scenario, contender.step()));
      }
    }
  }

  /// Gradient samples that a step of all contenders costs in measurements.
  double samplesPerStep() {
    return contenders.stream().mapToDouble(Contender::samplesPerStep).sum();
  }

  /// Takes over live differences to `wanted`, set once.
  ///
  /// @throws IllegalArgumentException as the other does
  public void retune(Scenario wanted) {
    retune(wanted, Engine.ONCE);
  }

  /// Takes over live differences to `wanted`: they hold from the head on and are recorded, and what
  /// the record has behind it is dropped. What is taken over at one step counts as its net effect.
  /// New estimators join at step 0; missing ones leave. Differences that need a restart are passed
  /// over.
  ///
  /// @param newGesture as [Engine#submit(Scenario, long)] has it
  /// @throws IllegalArgumentException naming what a new estimator needs that the problem does not
  ///   offer; the others are taken over all the same
  public void retune(Scenario wanted, long newGesture) {
    finish();
    long head = head();
    if (newGesture == Engine.ONCE || newGesture != gesture) {
      since = head;
    }
    gesture = head == 0 ? Engine.ONCE : newGesture; // what is changed at the start leaves no trace
    Wanted other = new Wanted(wanted);
    Scenario now = lead.at(scenario, head);
    List<Event> changes = other.changes(now, head, since);
    if (!changes.isEmpty() && head == 0) {
      Scenario before = scenario;
      for (Event change : changes) {
        now = now.with(change);
      }
      scenario = now;
      try {
        populate();
      } catch (RuntimeException | Error e) {
        scenario = before;
        throw e;
      }
    } else if (!changes.isEmpty()) {
      Scenario before = lead.before(scenario, head);
      scenario = scenario.withEvents(other.record(scenario.events(), before, head, since));
      budget = lead.at(scenario, head).run().whole(RunParameters.STEPS.key());
      tune(contenders.stream().filter(c -> !c.failed() && c.step() == head).toList(), head);
    }
    enrol(wanted);
  }

  /// Lets estimators join and leave.
  private void enrol(Scenario wanted) {
    List<Entrant> entrants = new ArrayList<>();
    List<Contender> kept = new ArrayList<>();
    Scenario start = scenario.at(0);
    Labels labels = Labels.of(wanted);
    if (wanted.estimators().size() > contenders.size()) {
      MemoryNeed.check(start.withEstimators(wanted.estimators()), problem(start.problem()));
    }
    for (Entrant entrant : wanted.estimators()) {
      var present = contenders.stream().filter(c -> c.id().equals(entrant.id())).findFirst();
      if (present.isEmpty() && basket().isPresent() && head() > 0) {
        throw new IllegalArgumentException(
            "Who is to follow the parameters of another has to do so from step 0: restart (R)");
      }
      if (present.isPresent()) {
        kept.add(present.get());
        entrants.add(scenario.estimator(entrant.id()).orElseThrow().called(entrant.label()));
      } else {
        marks.forget(entrant.id());
        kept.add(contender(entrant, labels, start, problem(start.problem())));
        entrants.add(entrant);
      }
    }
    if (entrants.equals(scenario.estimators()) && scenario.numbers().equals(wanted.numbers())) {
      return;
    }
    if (basket().isPresent() && entrants.stream().noneMatch(e -> e.id().equals(basket().get()))) {
      throw new IllegalArgumentException(
          "The one whose parameters all follow cannot leave: choose another, and restart (R)");
    }
    contenders.clear();
    contenders.addAll(kept);
    cursors.keySet().retainAll(kept);
    lead = new EventCursor();
    scenario = scenario.withEstimators(entrants, wanted.numbers()).withoutStrangers();
    Labels now = Labels.of(scenario);
    contenders.forEach(contender -> contender.rename(now.of(contender.id())));
  }

  /// A bound on the log likelihood of held-back images.
  ///
  /// @param estimator its id
  /// @param label what people call it
  /// @param replicate its number
  /// @param step steps done
  /// @param value in nats, the mean over the images
  /// @param standardError of the mean, over the images; NaN for a single one
  /// @param images how many
  public record Bound(
      String estimator,
      String label,
      int replicate,
      long step,
      double value,
      double standardError,
      int images) {
    private static Bound of(
        String estimator, String label, int replicate, long step, Moments moments) {
      return new Bound(
          estimator,
          label,
          replicate,
          step,
          moments.mean(),
          moments.standardError(),
          (int) moments.count());
    }
  }

  /// The importance-weighted bounds of the models of now, one a replicate, each to be computed by
  /// anyone while the run goes on; none where no VAE is trained.
  ///
  /// @param replicates of each estimator at most
  /// @param samples samples an image
  /// @param images held-back images at most
  /// @param stop whether each is to end with the images that it has seen
  List<Supplier<Bound>> bounding(int replicates, int samples, int images, BooleanSupplier stop) {
    LikelihoodBound bound = problem.bound();
    if (bound == null) {
      return List.of();
    }
    List<Supplier<Bound>> bounds = new ArrayList<>();
    for (Contender contender : contenders) {
      for (int i = 0; i < Math.min(replicates, contender.replicates()); i++) {
        String id = contender.id();
        String label = contender.label();
        int replicate = i;
        long step = contender.step();
        float[] model = contender.model(i).clone();
        bounds.add(
            () -> Bound.of(id, label, replicate, step, bound.at(model, samples, images, stop)));
      }
    }
    return bounds;
  }

  /// Those bounds of all replicates, computed by the team.
  ///
  /// @param stop whether to end with the images seen; one that has seen none has no image
  public List<Bound> bounds(int samples, int images, BooleanSupplier stop) {
    List<Supplier<Bound>> open = bounding(Integer.MAX_VALUE, samples, images, stop);
    Bound[] bounds = new Bound[open.size()];
    team.run(bounds.length, (chunk, worker) -> bounds[chunk] = open.get(chunk).get());
    return List.of(bounds);
  }

  /// Where the contenders stand.
  public List<Standing> standings() {
    return contenders.stream()
        .map(contender -> contender.standing(scenario.at(contender.step()).problem()))
        .toList();
  }

  /// Measurements that whoever runs this wants to keep.
  public MeasurementLog log() {
    return log;
  }

  /// What tables quote of the steps so far.
  public MarkLog marks() {
    return marks;
  }

  /// Gives up what it does not need until it goes on.
  void rest() {
    contenders.forEach(Contender::rest);
  }

  /// Bytes that its state takes, about.
  long bytes() {
    Archive.Counter counter = new Archive.Counter();
    try {
      exchange(counter);
    } catch (IOException e) {
      throw new UncheckedIOException("counting does not read or write", e);
    }
    return counter.bytes();
  }

  /// Carries the state of all contenders, and what is kept of measurements, out or in.
  void exchange(Archive archive) throws IOException {
    archive.agree(contenders.size(), "number of estimators");
    for (Contender contender : contenders) {
      contender.exchange(archive);
    }
    log.exchange(archive);
    marks.exchange(archive);
    if (archive.tellsTermsAndPins()) {
      for (Contender contender : contenders) {
        contender.exchangePins(archive);
      }
    }
  }

  /// Whether it is wished for that what the optimal surrogate leaves is followed along the run.
  public boolean followsFloor() {
    Set<Wish> said = wishes;
    return said != null && said.contains(new Wish(Wish.Kind.FLOOR));
  }

  /// Looks at the optimal surrogates where the run stands, as nobody waits: what they leave is
  /// followed only where someone looks.
  public void look() {
    still(Set.of(new Wish(Wish.Kind.SURROGATE)));
  }

  /// What pictures are to show beside the curves from now on; until someone says, all but sweeps,
  /// which take longest to make.
  public void wish(Set<Wish> newWishes) {
    wishes = newWishes;
  }

  /// A picture of the experiment, as one that nobody is running, with what is wished for.
  public Snapshot snapshot() {
    return still(wishes);
  }

  /// The same with what is recorded only, which takes no time to make.
  public Snapshot records() {
    return still(Set.of());
  }

  private Snapshot still(@Nullable Set<Wish> shown) {
    Snapshot.State state = done(budget()) ? Snapshot.State.FINISHED : Snapshot.State.PAUSED;
    Snapshot.Rates none = new Snapshot.Rates(0, 0, team.threads());
    return snapshot(0, state, none, shown, OptimumTrail.Patience.ALL);
  }

  /// A picture with what is wished for.
  Snapshot snapshot(long generation, Snapshot.State state, Snapshot.Rates rates) {
    boolean running = state == Snapshot.State.RUNNING;
    OptimumTrail.Patience patience =
        running ? OptimumTrail.Patience.NONE : OptimumTrail.Patience.SOME;
    return snapshot(generation, state, rates, wishes, patience);
  }

  private Snapshot snapshot(
      long generation,
      Snapshot.State state,
      Snapshot.Rates rates,
      @Nullable Set<Wish> shown,
      OptimumTrail.Patience patience) {
    Problem now = problem(lead.at(scenario, head()).problem());
    Known known = now.known();
    long tail = tail();
    return new Snapshot(
        generation,
        scenario,
        state,
        contenders.stream().map(contender -> contender.track(shown, tail, patience)).toList(),
        rates,
        now.quantities(),
        now.coordinates(),
        known == null ? Double.NaN : known.optimum(),
        now.images());
  }
}
