package voidscope.experiment.measure;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Gaussian;
import voidscope.estimator.Critic;
import voidscope.estimator.Estimator;
import voidscope.estimator.LearnedSurrogate;
import voidscope.estimator.OnEpisode;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.experiment.record.PolicyMap;
import voidscope.experiment.training.Replica;
import voidscope.network.Perceptron;
import voidscope.problem.Branches;
import voidscope.problem.Difference;
import voidscope.problem.Model;
import voidscope.problem.Plane;
import voidscope.random.RandomStream;
import voidscope.stat.Sigmoid;

/// Draws a policy, its critic and its surrogate over two observed numbers, and beside them the true
/// worth of an action, which is made piece by piece. Scratch of one thread.
public final class PolicyMapPortrait {
  private static final int SIDE = 64;
  private static final int COARSE = 16;
  private static final int BRANCHES = 32;
  private static final RandomStream NOISE = RandomStream.of(0, "policy map", 0);

  /// z/λ of the ends of the relaxed samples: a softmax of ±20 is 0 or 1 to the last bit.
  private static final double END = 20;

  private final Plane plane;
  private final Branches.Rows rows;
  private final boolean gaussian;
  private final @Nullable Perceptron critic;
  private final Surrogate.@Nullable Evaluation surrogate;
  private final float[] ends;
  private final PolicyTrail<Difference> trail;

  private PolicyMapPortrait(
      Model model,
      Branches branches,
      Plane plane,
      Estimator estimator,
      BooleanSupplier unwanted,
      LongSupplier nanos) {
    this.plane = plane;
    rows = branches.rows(plane, SIDE);
    Shape shape = model.shape(0, 1, 1).rows(SIDE * SIDE);
    gaussian = shape.distribution() instanceof Gaussian;
    Critic described = estimator instanceof OnEpisode helped ? helped.critic() : null;
    critic = described == null ? null : described.network(shape, shape.rows());
    Surrogate description = estimator.surrogate();
    // One that reads z itself, which has no ends, is not drawn.
    boolean drawn =
        description != null
            && (!(description instanceof LearnedSurrogate learned) || learned.relaxedInput());
    surrogate =
        description == null || !drawn
            ? null
            : description.evaluation(shape, model.batch(1, 1, NOISE).objective(0));
    ends = new float[shape.rows() * shape.distribution().width()];
    trail =
        new PolicyTrail<>(
            (theta, phi) -> branches.difference(theta, plane, COARSE, BRANCHES, NOISE),
            unwanted,
            nanos);
  }

  /// One for an estimator; empty where the world has no two numbers to draw over.
  ///
  /// @param branches as the estimator sees the problem, whose model is `model`
  /// @param unwanted asked while something is made whether to leave it
  /// @param nanos the time
  public static Optional<PolicyMapPortrait> of(
      Model model,
      Branches branches,
      Estimator estimator,
      BooleanSupplier unwanted,
      LongSupplier nanos) {
    return Optional.ofNullable(branches.plane())
        .map(plane -> new PolicyMapPortrait(model, branches, plane, estimator, unwanted, nanos));
  }

  /// The maps of a replica, without an episode.
  ///
  /// @param step that it has done
  public PolicyMap map(Replica replica, long step, OptimumTrail.Patience patience) {
    Draw draw = rows.at(replica.theta);
    PolicyTrail.Found<Difference> found = trail.at(replica, step, patience);
    return new PolicyMap(
        plane,
        SIDE,
        gaussian,
        policy(draw),
        value(draw, replica.phi),
        control(draw, replica.phi),
        found == null
            ? null
            : new PolicyMap.Advantage(found.step(), COARSE, found.what(), found.newest()),
        null);
  }

  private double[] policy(Draw draw) {
    double[] policy = new double[draw.n()];
    for (int row = 0; row < policy.length; row++) {
      double first = draw.theta()[2 * row];
      policy[row] = gaussian ? first : Sigmoid.of(draw.theta()[2 * row + 1] - first);
    }
    return policy;
  }

  private double @Nullable [] value(Draw draw, State phi) {
    Perceptron network = critic;
    if (network == null) {
      return null;
    }
    network.bind(phi.values(), phi.at(Critic.SPAN));
    float[] expected = network.value(draw.n(), draw.context());
    double[] value = new double[draw.n()];
    for (int row = 0; row < value.length; row++) {
      value[row] = -expected[row];
    }
    return value;
  }

  private double @Nullable [] control(Draw draw, State phi) {
    Surrogate.Evaluation c = surrogate;
    if (c == null) {
      return null;
    }
    c.bind(phi, draw.context());
    float[] first = new float[draw.n()];
    float[] second = new float[draw.n()];
    c.value(draw.n(), ends(draw, phi, 0), first);
    c.value(draw.n(), ends(draw, phi, 1), second);
    double[] control = new double[draw.n()];
    for (int row = 0; row < control.length; row++) {
      control[row] = (double) first[row] - second[row];
    }
    return control;
  }

  /// z of an action at every row.
  private float[] ends(Draw draw, State phi, int action) {
    double temperature =
        phi.find(Surrogate.TEMPERATURE)
            .map(span -> Math.exp(phi.values()[span.from()]))
            .orElse(1.0);
    for (int row = 0; row < draw.n(); row++) {
      if (gaussian) {
        double deviation = Math.exp(draw.theta()[2 * row + 1]);
        ends[row] = (float) (draw.theta()[2 * row] + (2 * action - 1) * deviation);
      } else {
        ends[2 * row + action] = (float) (END * temperature);
        ends[2 * row + 1 - action] = (float) (-END * temperature);
      }
    }
    return ends;
  }
}
