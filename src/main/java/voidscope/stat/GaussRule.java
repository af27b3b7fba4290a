package voidscope.stat;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/// The Gauss–Legendre rule on any interval.
public final class GaussRule {
  private final GaussIntegrator rule;

  /// @param order number of nodes
  public GaussRule(int order) {
    rule = new GaussIntegratorFactory().legendre(order, -1, 1);
  }

  /// Number of nodes.
  public int order() {
    return rule.getNumberOfPoints();
  }

  /// The i-th node between two ends, ascending.
  public double node(int i, double from, double to) {
    return .5 * (from + to) + .5 * (to - from) * rule.getPoint(i);
  }

  /// Its weight; they sum to the length of the interval.
  public double weight(int i, double from, double to) {
    return .5 * (to - from) * rule.getWeight(i);
  }
}
