package voidscope.experiment.optimum;

import java.util.function.BooleanSupplier;
import voidscope.stat.CubicSpline;
import voidscope.stat.SymmetricBand;

/// E‖ĝ‖² of RELAX as a quadratic form aᵀGa − 2hᵀa + c₀ in the coefficients a of a surrogate, by
/// quadrature over the noise of one or two latents. Of one thread.
final class RelaxForm {
  private final LatentLine[] lines;
  private final double[] f;
  private final boolean coupled;
  private final int across;
  private final int size;
  private final SymmetricBand matrix;
  private final double[] linear;
  private final double[] gradient;
  private double constant;

  /// Sums over the outcome b: of each coordinate of A what c has to do with it, of A without c, of
  /// B.
  private final double[][][] slopeOfA;

  private final double[][][] slopeOfB;
  private final double[][] valueOfA;
  private final double[] probability;

  /// The functions that are other than zero at a pair of nodes, and their images in A and B.
  private final int[] at;

  private final double[] a;
  private final double[] b;

  RelaxForm(LatentLine[] lines, double[] f, boolean coupled) {
    this.lines = lines;
    this.f = f;
    this.coupled = coupled;
    int latents = lines.length;
    across = latents == 1 ? 1 : lines[1].spline.count();
    size = lines[0].spline.count() * across;
    int local = CubicSpline.SUPPORT - 1;
    matrix = new SymmetricBand(size, coupled ? local * across + (latents - 1) * local : size - 1);
    linear = new double[size];
    gradient = new double[latents];
    int outcomes = coupled ? 0 : 1 << latents;
    slopeOfA = new double[outcomes][latents][size];
    slopeOfB = new double[outcomes][latents][size];
    valueOfA = new double[outcomes][latents];
    probability = new double[outcomes];
    int functions = latents == 1 ? CubicSpline.SUPPORT : CubicSpline.SUPPORT * CubicSpline.SUPPORT;
    at = new int[functions];
    a = new double[functions];
    b = new double[functions];
  }

  /// Integrates.
  ///
  /// @return whether it was still wanted at the end
  boolean assemble(BooleanSupplier unwanted) {
    for (int i = 0; i < lines[0].nodes; i++) {
      if (unwanted.getAsBoolean()) {
        return false;
      }
      if (lines.length == 1) {
        node(i, 0);
      } else {
        for (int k = 0; k < lines[1].nodes; k++) {
          node(i, k);
        }
      }
    }
    for (int outcome = 0; outcome < probability.length; outcome++) {
      for (int j = 0; j < lines.length; j++) {
        if (unwanted.getAsBoolean()) {
          return false;
        }
        means(outcome, j);
      }
    }
    return true;
  }

  private void node(int i, int k) {
    boolean two = lines.length == 2;
    int outcome = lines[0].side[i] + (two ? 2 * lines[1].side[k] : 0);
    double weight = lines[0].weight[i] * (two ? lines[1].weight[k] : 1);
    if (!coupled) {
      probability[outcome] += weight;
    }
    for (int j = 0; j < lines.length; j++) {
      double score = j == 0 ? lines[0].score[i] : lines[1].score[k];
      double value = score * f[outcome];
      gradient[j] += weight * value;
      constant += weight * value * value;
      images(i, k, j, score);
      add(weight, value, a);
      if (!coupled) {
        add(weight, 0, b);
        valueOfA[outcome][j] += weight * value;
        for (int p = 0; p < at.length; p++) {
          slopeOfA[outcome][j][at[p]] += weight * a[p];
          slopeOfB[outcome][j][at[p]] += weight * b[p];
        }
      }
    }
  }

  /// The images of the functions in a coordinate at a pair of nodes.
  private void images(int i, int k, int j, double score) {
    LatentLine one = lines[0];
    int p = 0;
    for (int m = 0; m < CubicSpline.SUPPORT; m++) {
      if (lines.length == 1) {
        at[p] = one.first[i] + m;
        image(p++, one.value[i][m], one.slope[i][m], one.pathSlope[i][m], score);
        continue;
      }
      LatentLine other = lines[1];
      for (int n = 0; n < CubicSpline.SUPPORT; n++) {
        at[p] = (one.first[i] + m) * across + other.first[k] + n;
        double value = one.value[i][m] * other.value[k][n];
        if (j == 0) {
          double rest = other.value[k][n];
          image(p++, value, one.slope[i][m] * rest, one.pathSlope[i][m] * rest, score);
        } else {
          double rest = one.value[i][m];
          image(p++, value, other.slope[k][n] * rest, other.pathSlope[k][n] * rest, score);
        }
      }
    }
  }

  private void image(int p, double value, double slope, double pathSlope, double score) {
    a[p] = score * (pathSlope - value) - (coupled ? 0 : slope);
    b[p] = slope;
  }

  /// Adds weight·E(value + Σ image·a)².
  private void add(double weight, double value, double[] image) {
    for (int p = 0; p < at.length; p++) {
      double part = weight * image[p];
      linear[at[p]] -= part * value;
      for (int q = p; q < at.length; q++) {
        matrix.add(at[p], at[q], part * image[q]);
      }
    }
  }

  /// Adds P(b)·2·E_b A_j·E_b B_j.
  private void means(int outcome, int j) {
    double[] left = slopeOfA[outcome][j];
    double[] right = slopeOfB[outcome][j];
    double scale = 1 / probability[outcome];
    for (int p = 0; p < size; p++) {
      linear[p] -= scale * valueOfA[outcome][j] * right[p];
      for (int q = p; q < size; q++) {
        double both = left[p] * right[q] + right[p] * left[q];
        if (both != 0) {
          matrix.add(p, q, scale * both);
        }
      }
    }
  }

  /// G, which whoever solves it uses up.
  SymmetricBand matrix() {
    return matrix;
  }

  /// h.
  double[] linear() {
    return linear;
  }

  /// c₀, E‖f·s‖².
  double constant() {
    return constant;
  }

  /// The squared length of the gradient.
  double meanSquare() {
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return sum;
  }
}
