package voidscope.stat;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// A Gauss–Legendre rule on (0, 1) whose nodes are clustered towards both ends by the smoothstep
/// substitution x³(10 − 15x + 6x²), which serves integrands with steep ends.
public final class UnitRule {
  private final double[] nodes;
  private final double[] weights;

  /// @param order number of nodes
  public UnitRule(int order) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(order, 0, 1);
    nodes = new double[order];
    weights = new double[order];
    for (int i = 0; i < order; i++) {
      double x = rule.getPoint(i);
      nodes[i] = x * x * x * (10 + x * (6 * x - 15));
      weights[i] = rule.getWeight(i) * 30 * x * x * (1 - x) * (1 - x);
    }
  }

  /// Number of nodes.
  public int order() {
    return nodes.length;
  }

  /// The i-th node, ascending.
  public double node(int i) {
    return nodes[i];
  }

  /// Its weight; they sum to 1.
  public double weight(int i) {
    return weights[i];
  }
}
