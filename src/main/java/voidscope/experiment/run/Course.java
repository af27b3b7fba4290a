package voidscope.experiment.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.record.ExactCurve;
import voidscope.experiment.record.Trace;
import voidscope.experiment.record.Track;
import voidscope.experiment.training.GradientTrail;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Tuning;
import voidscope.problem.Problem;
import voidscope.problem.Toy;
import voidscope.problem.vae.Gallery;
import voidscope.problem.vae.LatentEdit;
import voidscope.problem.vae.Vae;
import voidscope.random.RandomStream;
import voidscope.thread.Recall;

/// How one estimator is trained and looked at on a problem: what differs from a problem whose θ is
/// given to one whose θ a network puts out. Used by the compute thread; its workers by others.
interface Course {
  /// The way to train on a problem.
  ///
  /// @param exact the exact moments of the run so far
  /// @param recall asked while measuring takes long
  /// @throws IllegalArgumentException if the problem lacks what the estimator needs, or its data
  ///   cannot be read
  static Course of(
      Problem problem,
      Estimator estimator,
      Tuning tuning,
      long seed,
      ExactCurve exact,
      Recall recall) {
    return switch (problem) {
      case Toy toy -> new ToyCourse(toy, estimator, tuning, exact, recall);
      case Vae vae -> new VaeCourse(vae, estimator, tuning, seed, recall);
      default -> throw new IllegalArgumentException("nobody knows how to train " + problem);
    };
  }

  /// Takes over live values of the run while problem and estimator stay.
  ///
  /// @return whether it could; if not, course and workers have to be made anew
  boolean tune(Tuning tuning);

  /// What is trained, at step 0.
  ///
  /// @param seed of the run
  /// @param replicate its number
  float[] initial(long seed, int replicate);

  /// What the estimator learns, at step 0, one for each layer of latents.
  List<State> states(RandomStream stream);

  /// Where a replica keeps running moments, or null where it has none.
  @Nullable GradientTrail trail();

  /// Quantities that are followed.
  int followed();

  /// Steps between two values of a quantity.
  int spacing();

  /// Whether the first of them comes with quartiles of its own.
  boolean spreads();

  /// Whether there is a control variate to be measured.
  boolean controlled();

  /// Estimates ĝ of a training step.
  int batch();

  /// Someone who trains, with scratch for one thread.
  ///
  /// @param like what the estimator learns, for its layout
  Worker worker(List<State> like);

  /// The surrogate of a replica, or null where there is none to draw.
  Track.@Nullable SurrogateCurve curve(Replica replica);

  /// Fresh gradients of a replica, or null where there are none to draw.
  Track.@Nullable GradientSample sample(Replica replica);

  /// Pictures of a replica, or null where there are none.
  ///
  /// @param edit latents that are set by hand, or null
  @Nullable Gallery gallery(Replica replica, @Nullable LatentEdit edit);

  /// Trains replicas and records them. Allocates nothing in a step once made.
  interface Worker {
    /// One step.
    ///
    /// @param step steps done before it
    /// @return whether what is trained is still finite
    boolean step(Replica replica, long step);

    /// Records a replica's state as the trace's next row, with a measurement where one is due.
    ///
    /// @param done steps done
    /// @param first whether it is the replicate that the charts look at more closely
    /// @param spread whether quartiles of the coordinates are wanted
    void observe(Replica replica, long done, boolean first, boolean spread, Trace trace);
  }
}
