package voidscope.experiment.optimum;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import voidscope.stat.CubicSpline;
import voidscope.stat.SymmetricBand;

/// The optimal surrogate c* of RELAX for one or two Bernoulli latents at a θ, within the products
/// of cubic splines of each latent's z.
///
/// With τ, which is a latent's noise given b, of unit mean, a coordinate of the estimate is
///
///     coupled      ĝ_j = s_j·(f(b) − c(z) + ∂c/∂τ_j)
///     independent  ĝ_j = A_j(z̃) + B_j(z),  A_j = s_j·(f(b) − c + ∂c/∂τ_j) − ∂c/∂z_j,  B_j = ∂c/∂z_j
///
/// and as z and z̃ are independent and alike given b, E ĝ_j² = Σ_b P(b)·{E_b A_j² + 2·E_b A_j·E_b B_j
/// + E_b B_j²} asks for integrals in as many dimensions as there are latents. Immutable; for any
/// thread.
public final class RelaxOptimum implements Optimum {
  private static final int MOST_LATENTS = 2;

  /// What a few intervals are wrong by.
  private static final double QUADRATURE = 1e-8;

  private final CubicSpline[] splines;
  private final double[] coefficients;
  private final double variance;

  private RelaxOptimum(CubicSpline[] splines, double[] coefficients, double variance) {
    this.splines = splines;
    this.coefficients = coefficients;
    this.variance = variance;
  }

  /// Builds it.
  ///
  /// @param theta a logit for each latent, one or two
  /// @param f its value for each outcome b, the first latent's b being the lowest bit
  /// @param coupled whether z̃ is z
  /// @param intervals into which each latent's z is cut, at least 2; there are 5 functions more
  /// @param unwanted asked now and then whether to give up
  /// @return nothing if it was no longer wanted
  public static Optional<RelaxOptimum> of(
      double[] theta, double[] f, boolean coupled, int intervals, BooleanSupplier unwanted) {
    if (theta.length < 1 || theta.length > MOST_LATENTS || f.length != 1 << theta.length) {
      throw new IllegalArgumentException(
          "expected one or two latents and f of each outcome, found "
              + theta.length
              + " and "
              + f.length);
    }
    LatentLine[] lines = new LatentLine[theta.length];
    for (int j = 0; j < lines.length; j++) {
      lines[j] = new LatentLine(theta[j], intervals);
    }
    RelaxForm form = new RelaxForm(lines, f, coupled);
    if (!form.assemble(unwanted)) {
      return Optional.empty();
    }
    double[] linear = form.linear();
    double[] solution = linear.clone();
    SymmetricBand matrix = form.matrix();
    if (!matrix.solve(solution, unwanted)) {
      return Optional.empty();
    }
    double second = form.constant();
    for (int i = 0; i < linear.length; i++) {
      second -= linear[i] * solution[i];
    }
    CubicSpline[] splines = new CubicSpline[lines.length];
    for (int j = 0; j < lines.length; j++) {
      splines[j] = lines[j].spline;
    }
    return Optional.of(
        new RelaxOptimum(
            splines,
            solution,
            Optimum.rest(second - form.meanSquare(), form.constant(), QUADRATURE)));
  }

  @Override
  public double value(double... z) {
    double[] value = new double[CubicSpline.SUPPORT];
    double[] slope = new double[CubicSpline.SUPPORT];
    int first = splines[0].at(z[0], value, slope);
    if (splines.length == 1) {
      double sum = 0;
      for (int i = 0; i < CubicSpline.SUPPORT; i++) {
        sum += value[i] * coefficients[first + i];
      }
      return sum;
    }
    double[] other = new double[CubicSpline.SUPPORT];
    int second = splines[1].at(z[1], other, slope);
    int across = splines[1].count();
    double sum = 0;
    for (int i = 0; i < CubicSpline.SUPPORT; i++) {
      for (int k = 0; k < CubicSpline.SUPPORT; k++) {
        sum += value[i] * other[k] * coefficients[(first + i) * across + second + k];
      }
    }
    return sum;
  }

  @Override
  public double variance() {
    return variance;
  }

  /// Functions of the basis for each latent.
  int functions() {
    return splines[0].count();
  }
}
