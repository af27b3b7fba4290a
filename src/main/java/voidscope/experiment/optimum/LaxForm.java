package voidscope.experiment.optimum;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import voidscope.stat.GaussRule;
import voidscope.stat.SymmetricBand;

/// E‖ĝ‖² of LAX as a quadratic form aᵀGa − 2hᵀa + c₀ in the values a of y at nodes, where C =
/// e^{ε²/4}y is the surrogate over ε. Of one thread.
final class LaxForm {
  private static final int ORDER = 32;

  private final Elements elements;
  private final double deviation;
  private final SymmetricBand matrix;
  private final double[] linear;
  private final GaussRule rule = new GaussRule(ORDER);

  /// The images of an interval's polynomials in ĝ_μ and ĝ_{ln σ}, by √(density).
  private final double[] byMean;

  private final double[] byScale;
  private double constant;
  private double meanGradient;
  private double scaleGradient;

  LaxForm(Elements elements, double deviation) {
    this.elements = elements;
    this.deviation = deviation;
    matrix = new SymmetricBand(elements.nodes(), elements.degree());
    linear = new double[elements.nodes()];
    byMean = new double[elements.degree() + 1];
    byScale = new double[elements.degree() + 1];
  }

  /// Integrates.
  ///
  /// @param f over ε
  /// @return whether it was still wanted at the end
  boolean assemble(DoubleUnaryOperator f, BooleanSupplier unwanted) {
    for (int interval = 0; interval < elements.count(); interval++) {
      if (unwanted.getAsBoolean()) {
        return false;
      }
      double from = elements.end(interval);
      double to = elements.end(interval + 1);
      for (int i = 0; i < ORDER; i++) {
        double e = rule.node(i, from, to);
        node(interval, e, rule.weight(i, from, to) / Math.sqrt(2 * Math.PI), f.applyAsDouble(e));
      }
    }
    return true;
  }

  private void node(int interval, double e, double weight, double f) {
    double root = Math.exp(-e * e / 4);
    double ofMean = f * e * root / deviation;
    double ofScale = f * (e * e - 1) * root;
    int degree = elements.degree();
    for (int k = 0; k <= degree; k++) {
      double y = elements.value(interval, k, e);
      double slope = elements.slope(interval, k, e);
      byMean[k] = (slope - e / 2 * y) / deviation;
      byScale[k] = (1 - e * e / 2) * y + e * slope;
    }
    constant += weight * (ofMean * ofMean + ofScale * ofScale);
    meanGradient += weight * root * ofMean;
    scaleGradient += weight * root * ofScale;
    int first = interval * degree;
    for (int k = 0; k <= degree; k++) {
      linear[first + k] -= weight * (ofMean * byMean[k] + ofScale * byScale[k]);
      for (int m = k; m <= degree; m++) {
        matrix.add(
            first + k, first + m, weight * (byMean[k] * byMean[m] + byScale[k] * byScale[m]));
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

  /// c₀, E‖ĝ‖² with no surrogate.
  double constant() {
    return constant;
  }

  /// The squared length of the gradient.
  double meanSquare() {
    return meanGradient * meanGradient + scaleGradient * scaleGradient;
  }
}
