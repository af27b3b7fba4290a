package voidscope.experiment;

import java.util.Arrays;
import voidscope.distribution.Draw;
import voidscope.estimator.Relax;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;

/// Draws a surrogate along the first coordinate beside the objective, the other coordinates held at
/// one sample. Uses noise of its own, so looking changes no result. Scratch of one thread.
final class Portrait {
  private static final int POINTS = 129;
  private static final RandomStream NOISE = RandomStream.of(0, "portrait", 0);

  private final Shape shape;
  private final Surrogate.Evaluation surrogate;
  private final Objective objective;
  private final Dual relaxed;
  private final boolean hasRelaxation;
  private final Draw draw;
  private final float[] soft;
  private final float[] values = new float[POINTS];

  Portrait(Relax estimator, Problem problem) {
    shape = new Shape(problem.distribution(), POINTS, 1, 0);
    objective = problem.objective(POINTS);
    surrogate = estimator.surrogate().evaluation(shape, objective);
    hasRelaxation = objective.offers().contains(Capability.RELAXATION);
    relaxed = hasRelaxation ? objective.relaxed(POINTS) : surrogate;
    draw = shape.allocate();
    soft = new float[draw.z()[0].length];
  }

  Track.SurrogateCurve curve(Replica replica) {
    int width = shape.distribution().width();
    float[] u = draw.u()[0];
    NOISE.uniform(0, 0, width, u);
    for (int i = 0; i < POINTS; i++) {
      System.arraycopy(replica.theta, 0, draw.theta(), i * width, width);
      System.arraycopy(u, 0, u, i * width, width);
      u[i * width] = (i + 0.5f) / POINTS;
    }
    State phi = replica.phi;
    shape.distribution().sample(draw, 0, 0, POINTS);
    surrogate.bind(phi, draw.context());
    float[] z = draw.z()[0];
    surrogate.value(POINTS, z, values);
    double[] c = doubles(values, POINTS, 1);
    objective.value(draw, 0, values);
    double[] hard = doubles(values, POINTS, 1);
    double[] soften = {};
    if (hasRelaxation) {
      double temperature = Math.exp(phi.values()[phi.at(Surrogate.TEMPERATURE)]);
      for (int i = 0; i < POINTS * width; i++) {
        soft[i] = (float) Problem.sigmoid(z[i] / temperature);
      }
      relaxed.value(POINTS, soft, values);
      soften = doubles(values, POINTS, 1);
    }
    double[] first = doubles(z, POINTS, width);
    double[] noise = doubles(u, POINTS, width);
    return new Track.SurrogateCurve(noise, first, c, hard, soften);
  }

  private static double[] doubles(float[] values, int n, int stride) {
    double[] result = new double[n];
    Arrays.setAll(result, i -> values[i * stride]);
    return result;
  }
}
