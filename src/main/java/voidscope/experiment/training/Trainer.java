package voidscope.experiment.training;

import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.problem.Toy;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;

/// Takes training steps: draw, estimate, adapt, two optimizer steps. Scratch of one thread, for any
/// replica of one estimator; allocates nothing once made.
public final class Trainer {
  private final Estimator estimator;
  private final Tuning tuning;
  private final int parameters;
  private final int noise;
  private final Draw draw;
  private final Pass pass;
  private final float[] g;
  private final float[] mean;
  private final Adaptation adaptation;
  private final float[] losses;

  /// @param phi length of the estimator's state
  public Trainer(Estimator estimator, Toy problem, Tuning tuning, int phi) {
    this.estimator = estimator;
    this.tuning = tuning;
    int rows = tuning.batch();
    Shape shape = new Shape(problem.distribution(), rows, estimator.samples(), 0);
    parameters = problem.distribution().parameters();
    noise = problem.distribution().noise();
    draw = shape.allocate();
    pass = estimator.pass(shape, problem.objective(rows));
    g = new float[rows * parameters];
    mean = new float[parameters];
    adaptation = new Adaptation(tuning.optimizer(), g.length, phi);
    losses = new float[parameters];
  }

  /// Scratch of P floats for whoever uses this trainer.
  public float[] losses() {
    return losses;
  }

  /// One step of a replica.
  ///
  /// @param step steps done before it
  public void step(Replica replica, long step) {
    int rows = draw.n();
    for (int i = 0; i < rows; i++) {
      System.arraycopy(replica.theta, 0, draw.theta(), i * parameters, parameters);
    }
    for (int k = 0; k < draw.samples(); k++) {
      replica.training.getFirst().noise(step, 2 * k, rows * noise, draw.u()[k]);
      if (estimator.conditional()) {
        replica.training.getFirst().noise(step, 2 * k + 1, rows * noise, draw.v()[k]);
      }
    }
    State phi = replica.phi;
    pass.draw(phi, draw, 0, rows);
    pass.estimate(phi, draw, g);
    adaptation.step(pass, phi, replica.stateMemories[0], draw, g, tuning, step);
    if (replica.follows) {
      return;
    }
    float[] gradient = g;
    if (rows > 1) {
      Reduce.columnSum(rows, parameters, g, mean);
      Elementwise.scale(parameters, 1f / rows, mean, mean);
      gradient = mean;
    }
    tuning
        .optimizer()
        .step(
            replica.theta,
            gradient,
            replica.thetaMemory,
            0,
            parameters,
            step + 1,
            tuning.thetaRate());
  }
}
