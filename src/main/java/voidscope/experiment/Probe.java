package voidscope.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Term;
import voidscope.problem.Toy;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;
import voidscope.stat.ControlEffect;
import voidscope.stat.Correlation;
import voidscope.stat.Moments;

/// Draws fresh single-sample gradients at given θ and φ, in blocks small enough for the nearest
/// cache, and takes their moments. Scratch of one thread; allocates nothing once made.
public final class Probe {
  /// Rows of a block.
  public static final int ROWS = 256;

  private final boolean conditional;
  private final int noise;
  private final int parameters;
  private final Draw full;
  private final Pass pass;
  private final float[] g;
  private final float[] columns;
  private final float[] base;
  private final double[] central = new double[4];
  private Draw draw;

  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  public Probe(Estimator estimator, Toy problem) {
    Shape shape = new Shape(problem.distribution(), ROWS, estimator.samples(), 0);
    conditional = estimator.conditional();
    noise = problem.distribution().noise();
    parameters = problem.distribution().parameters();
    full = shape.allocate();
    draw = full;
    pass = estimator.pass(shape, problem.objective(ROWS));
    g = new float[ROWS * parameters];
    columns = new float[parameters == 1 ? 0 : ROWS * parameters];
    base = new float[pass.terms().isEmpty() ? 0 : ROWS * parameters];
  }

  /// Sets θ for the blocks to come.
  ///
  /// @param theta P values
  public void at(float[] theta) {
    if (parameters == 1) {
      Elementwise.fill(ROWS, theta[0], full.theta());
      return;
    }
    for (int i = 0; i < ROWS; i++) {
      System.arraycopy(theta, 0, full.theta(), i * parameters, parameters);
    }
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

  /// A term of the last estimate.
  ///
  /// @param out N×P, overwritten
  void term(int index, float[] out) {
    pass.term(index, draw, out);
  }

  /// Adds the last block's gradients with and without their control variate; nothing where there is
  /// none.
  void compare(ControlEffect effect) {
    if (base.length > 0) {
      pass.term(0, draw, base);
      effect.accept(draw.n(), base, g);
    }
  }

  /// Draws one block.
  ///
  /// @param stream of the noise
  /// @param step and `block` which part of the stream
  /// @param n rows, at most [#ROWS]
  /// @return the gradients, N×P, valid until the next call
  float[] draw(State phi, RandomStream stream, long step, int block, int n) {
    for (int k = 0; k < full.samples(); k++) {
      int slot = 2 * (block * full.samples() + k);
      stream.noise(step, slot, n * noise, full.u()[k]);
      if (conditional) {
        stream.noise(step, slot + 1, n * noise, full.v()[k]);
      }
    }
    return estimate(phi, n);
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

  /// Adds the pairs (f, c) of the last block; nothing where there is no control variate.
  void correlate(Correlation correlation) {
    float @Nullable [] f = pass.objective();
    float @Nullable [] c = pass.control();
    if (f != null && c != null) {
      for (int i = 0; i < draw.n(); i++) {
        correlation.accept(f[i], c[i]);
      }
    }
  }
}
