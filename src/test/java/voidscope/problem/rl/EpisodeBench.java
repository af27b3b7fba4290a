package voidscope.problem.rl;

import java.util.Arrays;
import java.util.List;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.Estimators;
import voidscope.estimator.State;
import voidscope.experiment.scenario.Scenarios;
import voidscope.experiment.training.EpisodeLog;
import voidscope.experiment.training.Estimation;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Trainer;
import voidscope.experiment.training.Tuning;
import voidscope.problem.catalogue.Problems;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.Recall;

/// An estimator on a task, with whose episodes tests may do what they like.
final class EpisodeBench {
  static final RandomStream STREAM = RandomStream.of(29, "episodes", 0);

  final Task task;
  final Estimator estimator;
  final Replica replica;
  private final int batch;

  EpisodeBench(Task task, Estimator estimator, int batch) {
    this(task, estimator, batch, STREAM);
  }

  EpisodeBench(Task task, Estimator estimator, int batch, RandomStream stream) {
    this.task = task.seenBy(estimator);
    this.estimator = estimator;
    this.batch = batch;
    State phi = estimator.init(this.task.shape(0, batch, 1), stream.child("weights"));
    replica =
        new Replica(
            task.initial(stream.child("model")),
            List.of(phi),
            2,
            stream,
            stream.child("world"),
            null,
            task.quantities());
    replica.episodes = new EpisodeLog(task.stage().limit());
  }

  /// A problem of the catalogue with its defaults.
  static Task task(String key) {
    return (Task) Problems.catalogue().get(key).maker().apply(Scenarios.problem(key).settings());
  }

  /// Those of the catalogue that serve a task.
  static List<EstimatorEntry> fitting(Task task) {
    return Estimators.catalogue().entries().stream()
        .filter(entry -> task.offers().containsAll(entry.standard().requires()))
        .toList();
  }

  private static final String HELPED = "-helped";

  /// One of the catalogue, or with such an end its like with a critic and the clock.
  static EstimatorEntry entry(String key) {
    return key.endsWith(HELPED)
        ? helped(Estimators.catalogue().get(key.substring(0, key.length() - HELPED.length())))
        : Estimators.catalogue().get(key);
  }

  /// One with a critic and the clock.
  static EstimatorEntry helped(EstimatorEntry entry) {
    return new EstimatorEntry(
        entry.key() + HELPED,
        entry.label(),
        entry.formula(),
        entry.sentence(),
        entry.place(),
        entry.parameters(),
        settings ->
            entry
                .maker()
                .apply(
                    settings
                        .with(EstimatorParameters.CRITIC.key(), new Value.Flag(true))
                        .with(EstimatorParameters.CLOCK.key(), new Value.Flag(true))));
  }

  Estimation estimation() {
    return new Estimation(task, estimator, batch, STREAM, replica.states);
  }

  Trainer trainer(double rate) {
    return trainer(
        Tuning.of(
            Scenarios.standard()
                .run()
                .with("phi-rate", rate)
                .with("theta-rate", rate)
                .with("batch", batch)));
  }

  Trainer trainer(Tuning tuning) {
    return new Trainer(
        task, estimator, tuning, STREAM, replica.states, task.known() == null, Recall.NEVER);
  }

  /// Steps of training, which move θ as well unless it is another's.
  EpisodeBench train(int steps) {
    Trainer trainer = trainer(0.01);
    for (int step = 0; step < steps; step++) {
      if (!trainer.step(replica, step)) {
        throw new IllegalStateException("it has failed at step " + step);
      }
    }
    return this;
  }

  /// Moments of the gradient of what is trained, and of its squared distance from a mean.
  ///
  /// @param moments one a coordinate
  /// @param distance of the coordinates from `from` on
  record Found(Moments[] moments, Moments distance) {
    double z(int coordinate, double mean) {
      return (moments[coordinate].mean() - mean) / moments[coordinate].standardError();
    }

    /// That of the trace of the covariance.
    double varianceZ(double variance) {
      return (distance.mean() - variance) / distance.standardError();
    }
  }

  /// Draws episodes.
  ///
  /// @param mean the exact one, of some coordinates
  /// @param at where each of these stands
  Found sample(int samples, double[] mean, int... at) {
    Estimation estimation = estimation();
    estimation.begin(replica.theta, 0);
    Moments[] moments = new Moments[mean.length];
    Arrays.setAll(moments, i -> new Moments());
    Moments distance = new Moments();
    float[] gradient = new float[replica.theta.length];
    for (int sample = 0; sample < samples; sample++) {
      estimation.estimate(replica.states, replica.measuring, 7, sample);
      Arrays.fill(gradient, 0);
      estimation.batch().reverse(0, estimation.gradient(0), gradient);
      double away = 0;
      for (int i = 0; i < mean.length; i++) {
        double value = gradient[at[i]];
        moments[i].accept(1, value, 0, 0, 0);
        away += (value - mean[i]) * (value - mean[i]);
      }
      distance.accept(1, away, 0, 0, 0);
    }
    return new Found(moments, distance);
  }

  /// Tells of each coordinate whose mean is too far away.
  static void compare(Found found, double[] mean, double bound, String where, List<String> wrong) {
    for (int i = 0; i < mean.length; i++) {
      double z = found.z(i, mean[i]);
      if (!(Math.abs(z) < bound)) {
        wrong.add(where + ": mean of coordinate " + i + ", z = " + z);
      }
    }
  }
}
