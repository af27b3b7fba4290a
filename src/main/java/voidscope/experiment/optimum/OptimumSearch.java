package voidscope.experiment.optimum;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Draw;
import voidscope.distribution.Gaussian;
import voidscope.estimator.Estimator;
import voidscope.estimator.Lax;
import voidscope.estimator.Relax;
import voidscope.estimator.Shape;
import voidscope.objective.Objective;
import voidscope.problem.Known;
import voidscope.problem.Problem;
import voidscope.problem.Space;
import voidscope.random.RandomStream;

/// Looks for the optimal surrogate of an estimator on a problem, at whichever θ. It depends on how
/// the estimator draws its noise and not on what surrogate it has. Scratch of one thread.
public final class OptimumSearch {
  private static final RandomStream STREAM = RandomStream.of(0, "optimum", 0);
  private static final int COARSE = 11;
  private static final int FINE = 24;
  private static final int MOST_LATENTS = 2;

  /// How the estimator draws z̃.
  private enum Noise {
    /// It is z.
    COUPLED,
    /// Afresh, given b.
    INDEPENDENT,
    /// Not at all: b is continuous.
    NONE
  }

  private final int width;
  private final Noise noise;
  private final double[] jumps;
  private final Objective objective;
  private final Draw draw;
  private final float[] f;

  private OptimumSearch(Problem problem, Known known, Noise noise) {
    this.noise = noise;
    width = problem.distribution().width();
    jumps = known.jumps();
    int rows = noise == Noise.NONE ? 1 : 1 << width;
    objective = problem.model().batch(rows, 1, STREAM).objective(0);
    draw = new Shape(problem.distribution(), rows, 1, 0).allocate();
    f = new float[rows];
  }

  /// One for an estimator; empty where no optimal surrogate is known: RELAX and REBAR with one or
  /// two Bernoulli latents and LAX with one Gaussian, of an f whose expectation is known, have one.
  public static Optional<OptimumSearch> of(Problem problem, Estimator estimator) {
    Known known = problem.known();
    if (known == null || problem.model().space() != Space.ROW) {
      return Optional.empty();
    }
    if (estimator instanceof Relax relax
        && problem.distribution() instanceof Bernoulli bernoulli
        && bernoulli.width() <= MOST_LATENTS) {
      return Optional.of(
          new OptimumSearch(problem, known, relax.coupled() ? Noise.COUPLED : Noise.INDEPENDENT));
    }
    if (estimator instanceof Lax
        && problem.distribution() instanceof Gaussian gaussian
        && gaussian.width() == 1) {
      return Optional.of(new OptimumSearch(problem, known, Noise.NONE));
    }
    return Optional.empty();
  }

  /// The optimal surrogate at a θ.
  ///
  /// @param theta one logit a latent, or μ and ln σ
  /// @param fine whether with 29 functions a latent, whose variance is within a ten-thousandth of
  ///   the least there is, or with 16, within a thousandth, in a tenth of the time
  /// @param unwanted asked now and then whether to give up
  /// @return nothing if it was given up, or where numbers do not carry so far, as at a p of nearly
  ///   0 or an f that is not finite
  public Optional<Optimum> at(float[] theta, boolean fine, BooleanSupplier unwanted) {
    for (float value : theta) {
      if (!Float.isFinite(value)) {
        return Optional.empty();
      }
    }
    try {
      if (noise == Noise.NONE) {
        return LaxOptimum.of(theta[0], Math.exp(theta[1]), this::value, jumps, unwanted)
            .map(found -> found);
      }
      double[] logits = new double[width];
      Arrays.setAll(logits, j -> theta[j]);
      return RelaxOptimum.of(
              logits, outcomes(), noise == Noise.COUPLED, fine ? FINE : COARSE, unwanted)
          .map(found -> found);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /// f of each outcome.
  private double[] outcomes() {
    for (int row = 0; row < f.length; row++) {
      for (int j = 0; j < width; j++) {
        draw.b()[0][row * width + j] = row >> j & 1;
      }
    }
    objective.value(draw, 0, f);
    double[] values = new double[f.length];
    Arrays.setAll(values, row -> finite(f[row]));
    return values;
  }

  private double value(double b) {
    draw.b()[0][0] = (float) b;
    objective.value(draw, 0, f);
    return finite(f[0]);
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("f is not finite");
    }
    return value;
  }
}
