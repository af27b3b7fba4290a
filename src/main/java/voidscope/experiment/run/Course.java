package voidscope.experiment.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.Estimator;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.estimator.Term;
import voidscope.experiment.measure.DrawPortrait;
import voidscope.experiment.measure.EpisodePortrait;
import voidscope.experiment.measure.GradientPortrait;
import voidscope.experiment.measure.MapPortrait;
import voidscope.experiment.measure.Observer;
import voidscope.experiment.measure.OptimumTrail;
import voidscope.experiment.measure.PolicyFloorTrail;
import voidscope.experiment.measure.PolicyMapPortrait;
import voidscope.experiment.measure.Portrait;
import voidscope.experiment.measure.Probe;
import voidscope.experiment.measure.ScatterPortrait;
import voidscope.experiment.measure.SweepTrail;
import voidscope.experiment.optimum.OptimumSearch;
import voidscope.experiment.record.ExactCurve;
import voidscope.experiment.record.OneDraw;
import voidscope.experiment.record.Trace;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.training.EpisodeLog;
import voidscope.experiment.training.GradientTrail;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Trainer;
import voidscope.experiment.training.Tuning;
import voidscope.problem.Artist;
import voidscope.problem.Branches;
import voidscope.problem.Exhibit;
import voidscope.problem.Known;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.problem.Quantity;
import voidscope.problem.Space;
import voidscope.problem.Stage;
import voidscope.random.RandomStream;
import voidscope.thread.Recall;

/// How one estimator is trained and looked at on a problem. Used by the compute thread; its workers
/// by others. Every estimator learns the same data in the same order and begins alike.
final class Course {
  private final Problem problem;
  private final Model model;
  private final Estimator estimator;
  private final EstimateFormula formula;
  private final long seed;
  private final ExactCurve exact;
  private final Recall recall;
  private final boolean measured;
  private final List<Quantity> recorded;
  private @Nullable Portrait portrait;
  private @Nullable OptimumTrail best;
  private final Map<Wish.Kind, Maker> makers = new EnumMap<>(Wish.Kind.class);
  private Tuning tuning;

  /// Makes an exhibit of a replica.
  private interface Maker {
    @Nullable Exhibit make(Replica replica, Exhibit.@Nullable Detail detail, Moment moment);
  }

  /// When something is looked at.
  ///
  /// @param step that is done
  /// @param tail the least that is done by any who go on
  /// @param patience how long it may take
  record Moment(long step, long tail, OptimumTrail.Patience patience) {}

  /// @param formula of the estimator
  /// @param exact the exact moments of the run so far
  /// @param recall asked while measuring takes long
  /// @throws IllegalArgumentException if the problem's data cannot be read
  Course(
      Problem problem,
      Estimator estimator,
      EstimateFormula formula,
      Tuning tuning,
      long seed,
      ExactCurve exact,
      Recall recall) {
    this.problem = problem;
    this.estimator = estimator;
    this.formula = formula;
    this.tuning = tuning;
    this.seed = seed;
    this.exact = exact;
    this.recall = recall;
    model = problem.model();
    measured = estimator.evaluations() > 0;
    recorded = Quantity.recorded(problem.quantities(), terms());
  }

  /// Takes over live values of the run while problem and estimator stay; workers do so themselves.
  void tune(Tuning newTuning) {
    tuning = newTuning;
  }

  /// What is trained, at step 0.
  private float[] initial(int replicate) {
    return model.initial(RandomStream.of(seed, "model", replicate));
  }

  /// What the estimator learns, at step 0, one for each site of latents.
  private List<State> states(RandomStream stream) {
    List<State> states = new ArrayList<>();
    for (int site = 0; site < model.sites(); site++) {
      RandomStream own = site == 0 ? stream : stream.child("layer " + (site + 1));
      states.add(estimator.init(model.shape(site, tuning.batch(), estimator.samples()), own));
    }
    return List.copyOf(states);
  }

  /// A replica at step 0.
  ///
  /// @param stream of all its noise; worlds are the same for every estimator
  Replica replica(int replicate, RandomStream stream) {
    Replica replica =
        new Replica(
            initial(replicate),
            states(stream.child("weights")),
            tuning.optimizer().slots(),
            stream,
            RandomStream.of(seed, "world", replicate),
            trail(),
            problem.quantities());
    Stage stage = problem.stage();
    if (stage != null && replicate == 0) {
      replica.episodes = new EpisodeLog(stage.limit());
    }
    return replica;
  }

  private @Nullable GradientTrail trail() {
    Set<Quantity.Source> told =
        problem.quantities().stream().map(Quantity::source).collect(Collectors.toSet());
    if (!told.contains(Quantity.Source.RUNNING_WEIGHTS)) {
      return null;
    }
    boolean byRow = told.contains(Quantity.Source.RUNNING_LOGITS);
    return new GradientTrail(model, byRow ? problem.distribution().parameters() : 0);
  }

  /// Quantities that are recorded, the problem's first.
  List<Quantity> recorded() {
    return recorded;
  }

  /// Whether the first of them comes with quartiles of its own.
  boolean spreads() {
    return model.spreads();
  }

  /// What the estimate is the sum of, where there is a control variate to be measured.
  private List<Term> terms() {
    int samples = estimator.samples();
    int batch = tuning.batch();
    return measured && model.space() == Space.ROW
        ? estimator
            .pass(model.shape(0, batch, samples), model.batch(batch, samples, data()).objective(0))
            .terms()
        : List.of();
  }

  /// Estimates ĝ of a training step.
  int batch() {
    return tuning.batch();
  }

  private RandomStream data() {
    return RandomStream.of(seed, "images", 0);
  }

  /// Someone who trains, with scratch for one thread.
  ///
  /// @param like what the estimator learns, for its layout
  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  Worker worker(List<State> like) {
    boolean told = problem.known() == null;
    return new Worker(
        new Trainer(model, estimator, tuning, data(), like, told, recall),
        new Observer(problem, estimator, tuning, recorded, data(), like, exact, recall));
  }

  /// Trains replicas and records them. Allocates nothing in a step once made.
  record Worker(Trainer trainer, Observer observer) {
    void tune(Tuning tuning) {
      trainer.tune(tuning);
      observer.tune(tuning);
    }
  }

  /// What there is to be shown of a replica beside its curves.
  ///
  /// @param detail what is wanted of it in particular, or null
  /// @return null where there is none
  @Nullable Exhibit exhibit(
      Wish.Kind kind, Replica replica, Exhibit.@Nullable Detail detail, Moment moment) {
    return makers.computeIfAbsent(kind, this::maker).make(replica, detail, moment);
  }

  /// The surrogate at a step that is kept; null where there is none that is a curve.
  Track.@Nullable SurrogateCurve pinned(Trace.Pinned state) {
    Surrogate surrogate = estimator.surrogate();
    if (surrogate == null || model.space() != Space.ROW) {
      return null;
    }
    Portrait drawing = portrait;
    if (drawing == null) {
      drawing = new Portrait(surrogate, problem, null);
      portrait = drawing;
    }
    return drawing.curve(state.theta(), state.phi());
  }

  /// The optimal surrogate, which all exhibits share that show it; null where none is known.
  private @Nullable OptimumTrail best() {
    OptimumTrail trail = best;
    if (trail == null) {
      trail =
          OptimumSearch.of(problem, estimator)
              .map(search -> new OptimumTrail(search, recall.asked(), System::nanoTime))
              .orElse(null);
      best = trail;
    }
    return trail;
  }

  private Maker maker(Wish.Kind kind) {
    Surrogate surrogate = estimator.surrogate();
    Known known = problem.known();
    Artist artist = kind == Wish.Kind.OWN ? problem.artist() : null;
    boolean given = model.space() == Space.ROW;
    if (kind == Wish.Kind.SURROGATE && given && surrogate != null) {
      Portrait drawing = new Portrait(surrogate, problem, best());
      return (replica, detail, moment) -> drawing.curve(replica, moment.step(), moment.patience());
    }
    if (kind == Wish.Kind.MAP && given) {
      MapPortrait drawing = MapPortrait.of(problem, estimator, best()).orElse(null);
      return (replica, detail, moment) ->
          drawing == null ? null : drawing.map(replica, moment.step(), moment.patience());
    }
    if (kind == Wish.Kind.GRADIENT && given && measured && known != null) {
      GradientPortrait portrait = new GradientPortrait(estimator, problem, known);
      return (replica, detail, moment) -> portrait.sample(replica, detail == Track.Draws.FEW);
    }
    if (kind == Wish.Kind.DRAW && given && measured) {
      DrawPortrait portrait = new DrawPortrait(estimator, formula, problem, seed);
      return (replica, detail, moment) ->
          detail instanceof OneDraw.Which which ? portrait.draw(replica, which) : null;
    }
    Stage stage = problem.stage();
    if (kind == Wish.Kind.EPISODE && stage != null) {
      EpisodePortrait portrait = new EpisodePortrait(stage);
      return (replica, detail, moment) -> portrait.episode(replica, detail, moment.tail());
    }
    if (kind == Wish.Kind.SCATTER && surrogate != null) {
      ScatterPortrait[] scatter = new ScatterPortrait[1];
      return (replica, detail, moment) -> {
        if (scatter[0] == null) {
          scatter[0] =
              new ScatterPortrait(
                  model, estimator, given ? Probe.ROWS : tuning.batch(), data(), replica.states);
        }
        return scatter[0].scatter(replica, moment.step());
      };
    }
    if (kind == Wish.Kind.SWEEP && given && measured && known != null) {
      SweepTrail trail =
          new SweepTrail(estimator, problem, known, recall.asked(), System::nanoTime);
      return (replica, detail, moment) -> trail.at(replica, moment.step(), moment.patience());
    }
    Branches branches = problem.branches();
    if (kind == Wish.Kind.POLICY_FLOOR && branches != null) {
      Shape shape = model.shape(0, 1, 1);
      PolicyFloorTrail trail =
          new PolicyFloorTrail(branches, shape, estimator, recall.asked(), System::nanoTime);
      return (replica, detail, moment) -> trail.at(replica, moment.step(), moment.patience());
    }
    if (kind == Wish.Kind.POLICY_MAP && branches != null) {
      PolicyMapPortrait maps =
          PolicyMapPortrait.of(model, branches, estimator, recall.asked(), System::nanoTime)
              .orElse(null);
      EpisodePortrait last = stage == null ? null : new EpisodePortrait(stage);
      return (replica, detail, moment) ->
          maps == null
              ? null
              : maps.map(replica, moment.step(), moment.patience())
                  .with(last == null ? null : last.episode(replica, null, moment.tail()));
    }
    return artist == null
        ? (replica, detail, moment) -> null
        : (replica, detail, moment) -> artist.draw(replica.theta, detail);
  }
}
