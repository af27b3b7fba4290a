package voidscope.experiment.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.State;
import voidscope.estimator.Term;
import voidscope.experiment.training.Estimation;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Batch;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;
import voidscope.stat.ControlEffect;
import voidscope.stat.Correlation;
import voidscope.stat.Moments;

/// Draws fresh gradient estimates at given θ and φ, in blocks small enough for the nearest cache,
/// and takes their moments; for a problem whose θ is what is trained. Scratch of one thread;
/// allocates nothing once made.
public final class Probe {
  /// Rows of a block.
  public static final int ROWS = 256;

  /// No data are learned where θ is what is trained.
  private static final RandomStream NOBODY = RandomStream.of(0, "nobody", 0);

  private final Model model;
  private final int samples;
  private final Batch rows;
  private final boolean conditional;
  private final int noise;
  private final int parameters;
  private final Draw full;
  private final Pass pass;
  private final float[] g;
  private final float[] columns;
  private final float[][] parts;
  private final double[] central = new double[4];
  private Draw draw;

  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  public Probe(Estimator estimator, Problem problem) {
    model = problem.model();
    samples = estimator.samples();
    rows = model.batch(ROWS, samples, NOBODY);
    conditional = estimator.conditional();
    noise = problem.distribution().noise();
    parameters = problem.distribution().parameters();
    full = rows.draw(0);
    draw = full;
    pass = estimator.pass(model.shape(0, ROWS, samples), rows.objective(0));
    g = new float[ROWS * parameters];
    columns = new float[parameters == 1 ? 0 : ROWS * parameters];
    parts = new float[pass.terms().size()][ROWS * parameters];
  }

  /// The least of min(p, 1 − p) over the coordinates of b, p being the probability of a one;
  /// infinite where b is continuous.
  ///
  /// @param theta P values
  public static double rarest(Problem problem, float[] theta) {
    if (!problem.offers().contains(Capability.DISCRETE)) {
      return Double.POSITIVE_INFINITY;
    }
    Draw one = Draw.allocate(problem.distribution(), 1, 1, 0);
    System.arraycopy(theta, 0, one.theta(), 0, theta.length);
    float[] shares = new float[problem.distribution().width()];
    problem.distribution().mean(one, shares);
    double least = 0.5;
    for (float share : shares) {
      least = Math.min(least, Math.min(share, 1 - share));
    }
    return least;
  }

  /// Sets θ for the blocks to come.
  ///
  /// @param theta P values
  public void at(float[] theta) {
    rows.begin(theta, 0);
  }

  /// f with scratch of its own.
  Objective another() {
    return model.batch(ROWS, samples, NOBODY).objective(0);
  }

  /// The batch whose noise [#estimate] uses, with its θ set by [#at].
  Draw batch() {
    return full;
  }

  /// Gradients of the noise that lies in the [#batch].
  ///
  /// @param n rows to use
  /// @return N×P, valid until the next call
  float[] estimate(State phi, int n) {
    if (draw.n() != n) {
      draw = full.rows(n);
    }
    pass.draw(phi, draw, 0, n);
    pass.estimate(phi, draw, g);
    return g;
  }

  /// Terms of the estimate.
  List<Term> terms() {
    return pass.terms();
  }

  /// Takes the last estimate apart into its [#parts].
  void separate() {
    for (int t = 0; t < parts.length; t++) {
      pass.term(t, draw, parts[t]);
    }
  }

  /// The terms of the estimate that was taken apart last, N×P each.
  float[][] parts() {
    return parts;
  }

  /// Adds rows of the last block, which has been taken apart, their gradients with and without
  /// their control variate; nothing where there is none.
  void compare(ControlEffect effect, int from, int to, double weight) {
    if (parts.length > 0) {
      effect.accept(from, to, parts[0], g, weight);
    }
  }

  /// Draws one block.
  ///
  /// @param stream of the noise
  /// @param step and `block` which part of the stream
  /// @param n rows, at most [#ROWS]
  /// @return the gradients, N×P, valid until the next call
  float[] draw(State phi, RandomStream stream, long step, int block, int n) {
    noise(stream, step, block, n);
    return estimate(phi, n);
  }

  private void noise(RandomStream stream, long step, int block, int n) {
    Estimation.noise(full, stream, step, block, n * noise, conditional);
  }

  /// Takes the moments of one block of one latent, the first half of its rows from b = 0.
  ///
  /// @param n rows, at most [#ROWS], at least 2
  /// @param moments one per b, added to
  /// @return rows of b = 0
  int sides(
      State phi, RandomStream stream, long step, int block, int n, Sides sides, Moments[] moments) {
    noise(stream, step, block, n);
    int half = n / 2;
    sides.restrict(0, full.u()[0], 0, half);
    sides.restrict(1, full.u()[0], half, n);
    estimate(phi, n);
    Reduce.centralMoments(half, g, 0, central);
    moments[0].accept(half, central[0], central[1], central[2], central[3]);
    Reduce.centralMoments(n - half, g, half, central);
    moments[1].accept(n - half, central[0], central[1], central[2], central[3]);
    return half;
  }

  /// Takes the moments of one block.
  ///
  /// @param stream of the noise
  /// @param step and `block` which part of the stream
  /// @param n rows, at most [#ROWS]
  /// @param moments one per parameter, added to
  public void block(
      State phi, RandomStream stream, long step, int block, int n, Moments[] moments) {
    draw(phi, stream, step, block, n);
    if (parameters == 1) {
      accept(n, g, 0, moments[0]);
      return;
    }
    Elementwise.transpose(n, parameters, g, columns);
    for (int d = 0; d < parameters; d++) {
      accept(n, columns, d * n, moments[d]);
    }
  }

  private void accept(int n, float[] values, int from, Moments moments) {
    Reduce.centralMoments(n, values, from, central);
    moments.accept(n, central[0], central[1], central[2], central[3]);
  }

  /// Adds the pairs (f, c) of rows of the last block; nothing where there is no control variate.
  void correlate(Correlation correlation, int from, int to, double weight) {
    float @Nullable [] f = pass.objective();
    float @Nullable [] c = pass.control();
    if (f != null && c != null) {
      correlation.accept(from, to, f, c, weight);
    }
  }
}
