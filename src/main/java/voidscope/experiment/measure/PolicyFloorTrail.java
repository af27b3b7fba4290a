package voidscope.experiment.measure;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Critic;
import voidscope.estimator.Estimator;
import voidscope.estimator.OnEpisode;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.experiment.record.PolicyFloor;
import voidscope.experiment.training.Replica;
import voidscope.network.Perceptron;
import voidscope.problem.Branches;
import voidscope.problem.Piecewise;
import voidscope.problem.RowVariance;
import voidscope.random.RandomStream;

/// What the variance of a row's gradient consists of along a run, as it is looked at: at the run's
/// γ, and from ½ to 1. Scratch of one thread.
public final class PolicyFloorTrail {
  private static final RandomStream NOISE = RandomStream.of(0, "policy floor", 0);

  /// γ goes up by 1/50.
  private static final int FINE = 50;

  private final Branches branches;
  private final Shape shape;
  private final @Nullable Critic critic;
  private final double[] discounts;
  private final PolicyTrail<List<RowVariance>> trail;

  /// @param branches as the estimator sees the problem
  /// @param shape of a row
  /// @param unwanted asked while one is made whether to leave it
  /// @param nanos the time
  public PolicyFloorTrail(
      Branches branches,
      Shape shape,
      Estimator estimator,
      BooleanSupplier unwanted,
      LongSupplier nanos) {
    this.branches = branches;
    this.shape = shape;
    critic = estimator instanceof OnEpisode helped ? helped.critic() : null;
    discounts =
        DoubleStream.concat(
                DoubleStream.of(branches.discount()),
                IntStream.rangeClosed(FINE / 2, FINE).mapToDouble(i -> i / (double) FINE))
            .toArray();
    trail = new PolicyTrail<>(this::start, unwanted, nanos);
  }

  private Piecewise<List<RowVariance>> start(float[] theta, State phi) {
    Perceptron network = null;
    Critic described = critic;
    if (described != null) {
      network = described.network(shape, 1);
      network.bind(phi.values(), phi.at(Critic.SPAN));
    }
    return branches.variance(theta, network, discounts, NOISE);
  }

  /// The newest one, which may be of a step before; without parts before the first.
  ///
  /// @param step that the replica has done
  public PolicyFloor at(Replica replica, long step, OptimumTrail.Patience patience) {
    PolicyTrail.Found<List<RowVariance>> found = trail.at(replica, step, patience);
    return found == null
        ? new PolicyFloor(step, List.of(), false)
        : new PolicyFloor(found.step(), found.what(), found.newest());
  }
}
