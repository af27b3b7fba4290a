package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Categorical;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.distribution.Relaxation;
import voidscope.estimator.Estimator;
import voidscope.estimator.Relax;
import voidscope.estimator.Shape;
import voidscope.estimator.Surrogate;
import voidscope.experiment.record.SurrogateMap;
import voidscope.experiment.training.Replica;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;

/// Draws a surrogate over the first two latents, or over the simplex of three classes, beside the
/// objective. Uses noise of its own, so looking changes no result. Scratch of one thread.
public final class MapPortrait {
  private static final int SIDE = 64;

  /// Lines of cells that are evaluated at once.
  private static final int LINES = 4;

  private static final int ROWS = LINES * SIDE;

  /// How far from θ, in which a logistic z lies 98.7 times of 100.
  private static final double LOGISTIC_REACH = 5;

  private static final int CLASSES = 3;
  private static final RandomStream NOISE = RandomStream.of(0, "map portrait", 0);

  private final SurrogateMap.Plane plane;
  private final Pathwise distribution;
  private final Surrogate.Evaluation surrogate;
  private final Objective objective;
  private final Shape shape;
  private final @Nullable Relaxation relaxation;
  private final @Nullable Dual soft;
  private final boolean conditional;
  private final @Nullable OptimumTrail best;
  private final Draw draw;
  private final float[] values = new float[ROWS];

  private MapPortrait(
      SurrogateMap.Plane plane,
      Surrogate description,
      Problem problem,
      boolean conditional,
      @Nullable OptimumTrail best) {
    this.plane = plane;
    this.conditional = conditional;
    this.best = best;
    distribution = problem.distribution();
    shape = new Shape(distribution, ROWS, 1, 0);
    objective = problem.model().batch(ROWS, 1, NOISE).objective(0);
    surrogate = description.evaluation(shape, objective);
    boolean softens =
        objective.offers().contains(Capability.DISCRETE)
            && objective.offers().contains(Capability.DERIVATIVE);
    relaxation = softens ? shape.relaxable().relaxation(ROWS) : null;
    soft = softens ? objective.dual(ROWS) : null;
    draw = shape.allocate();
  }

  /// One for an estimator; empty where a problem has no two coordinates to draw its surrogate over,
  /// or the estimator has none.
  ///
  /// @param best the optimal surrogate, or null where none is known
  public static Optional<MapPortrait> of(
      Problem problem, Estimator estimator, @Nullable OptimumTrail best) {
    Surrogate surrogate = estimator.surrogate();
    Pathwise distribution = problem.distribution();
    SurrogateMap.Plane plane =
        switch (distribution) {
          case Categorical categorical ->
              categorical.classes() == CLASSES ? SurrogateMap.Plane.SIMPLEX : null;
          case Bernoulli bernoulli -> bernoulli.width() > 1 ? SurrogateMap.Plane.LOGISTIC : null;
          default -> null;
        };
    boolean conditional = estimator instanceof Relax relax && !relax.coupled();
    return surrogate == null || plane == null
        ? Optional.empty()
        : Optional.of(new MapPortrait(plane, surrogate, problem, conditional, best));
  }

  /// The surrogate of a replica.
  ///
  /// @param step that it has done
  /// @param patience how long the optimal surrogate beside it may take
  public SurrogateMap map(Replica replica, long step, OptimumTrail.Patience patience) {
    float logTemperature =
        replica
            .phi
            .find(Surrogate.TEMPERATURE)
            .map(span -> replica.phi.values()[span.from()])
            .orElse(0f);
    float[] sampled = sample(replica.theta, step);
    double[] at = coordinates(sampled, logTemperature);
    double[] given = conditional ? coordinates(conditioned(), logTemperature) : null;
    double[] low = edge(replica.theta, -1);
    double[] high = edge(replica.theta, 1);
    surrogate.bind(replica.phi, draw.context());
    int width = distribution.width();
    float[] places = new float[SIDE * SIDE * width];
    double[] c = new double[SIDE * SIDE];
    double[] f = new double[SIDE * SIDE];
    for (int from = 0; from < SIDE * SIDE; from += ROWS) {
      for (int i = 0; i < ROWS; i++) {
        System.arraycopy(sampled, 0, draw.z()[0], i * width, width);
        put(i, from + i, low, high, Math.exp(logTemperature));
      }
      System.arraycopy(draw.z()[0], 0, places, from * width, ROWS * width);
      surrogate.value(ROWS, draw.z()[0], values);
      take(from, c);
      if (relaxation != null && soft != null) {
        relaxation.temperature(logTemperature);
        soft.value(ROWS, relaxation.value(ROWS, draw.z()[0]), values);
      } else {
        objective.value(draw, 0, values);
      }
      take(from, f);
    }
    OptimumTrail trail = best;
    return new SurrogateMap(
        plane,
        SIDE,
        low,
        high,
        c,
        f,
        soft != null,
        trail == null || plane == SurrogateMap.Plane.SIMPLEX
            ? null
            : trail.along(replica.theta, step, patience, places, SIDE * SIDE),
        at,
        given);
  }

  /// A fresh sample z of all latents, the same at equal steps; b of all rows is its b.
  private float[] sample(float[] theta, long step) {
    int parameters = distribution.parameters();
    int noise = distribution.noise();
    for (int i = 0; i < ROWS; i++) {
      System.arraycopy(theta, 0, draw.theta(), i * parameters, parameters);
    }
    NOISE.noise(step, 0, noise, draw.u()[0]);
    NOISE.noise(step, 1, noise, draw.v()[0]);
    for (int i = 1; i < ROWS; i++) {
      System.arraycopy(draw.u()[0], 0, draw.u()[0], i * noise, noise);
      System.arraycopy(draw.v()[0], 0, draw.v()[0], i * noise, noise);
    }
    distribution.sample(draw, 0, 0, ROWS);
    return Arrays.copyOf(draw.z()[0], distribution.width());
  }

  /// The z̃ of the sample.
  private float[] conditioned() {
    float[] all = new float[ROWS * distribution.width()];
    shape.relaxable().conditional(draw, 0, all, new float[ROWS * shape.relaxable().jacobian()]);
    return Arrays.copyOf(all, distribution.width());
  }

  private double[] coordinates(float[] z, float logTemperature) {
    if (plane != SurrogateMap.Plane.SIMPLEX) {
      return new double[] {z[0], z[1]};
    }
    double inverse = Math.exp(-logTemperature);
    double greatest = Math.max(z[0], Math.max(z[1], z[2]));
    double[] y = new double[CLASSES];
    Arrays.setAll(y, k -> Math.exp(inverse * (z[k] - greatest)));
    double sum = Arrays.stream(y).sum();
    return new double[] {y[0] / sum, y[1] / sum};
  }

  private double[] edge(float[] theta, int side) {
    double[] edge = new double[2];
    Arrays.setAll(
        edge,
        j ->
            switch (plane) {
              case LOGISTIC -> theta[j] + side * LOGISTIC_REACH;
              case SIMPLEX -> side < 0 ? 0 : 1;
            });
    return edge;
  }

  /// Puts a cell's middle into a row of z and b.
  private void put(int row, int cell, double[] low, double[] high, double temperature) {
    double x = low[0] + (cell % SIDE + .5) / SIDE * (high[0] - low[0]);
    double y = low[1] + (Math.floorDiv(cell, SIDE) + .5) / SIDE * (high[1] - low[1]);
    int width = distribution.width();
    float[] z = draw.z()[0];
    float[] b = draw.b()[0];
    if (plane == SurrogateMap.Plane.SIMPLEX) {
      double last = 1 - x - y;
      // One class alone is drawn, also where two have the greatest share.
      int most = x >= Math.max(y, last) ? 0 : y >= last ? 1 : 2;
      for (int k = 0; k < CLASSES; k++) {
        double share = k == 0 ? x : k == 1 ? y : last;
        z[row * width + k] = Portrait.onSimplex(share, temperature);
        b[row * width + k] = k == most ? 1 : 0;
      }
      return;
    }
    z[row * width] = (float) x;
    z[row * width + 1] = (float) y;
    for (int j = 0; j < 2; j++) {
      b[row * width + j] = z[row * width + j] > 0 ? 1 : 0;
    }
  }

  private void take(int from, double[] into) {
    for (int i = 0; i < ROWS; i++) {
      int cell = from + i;
      boolean outside =
          plane == SurrogateMap.Plane.SIMPLEX && cell % SIDE + Math.floorDiv(cell, SIDE) >= SIDE;
      into[cell] = outside ? Double.NaN : values[i];
    }
  }
}
