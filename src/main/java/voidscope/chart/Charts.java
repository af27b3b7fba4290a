package voidscope.chart;

import java.util.List;
import voidscope.catalogue.Catalogue;

/// The catalogue of charts, in the order of the screen.
public final class Charts {
  private Charts() {}

  /// All of them.
  public static Catalogue<ChartEntry> catalogue() {
    return new Catalogue<>(
        "chart",
        List.of(
            new ChartEntry(
                "theta",
                "Parameters θ",
                "Where each estimator has taken the logits, with the optimum.",
                ThetaChart::draw),
            new ChartEntry(
                "variance",
                "Variance of ĝ",
                "Logarithm of the gradient's measured variance, with its exact value.",
                VarianceChart::draw),
            new ChartEntry(
                "loss",
                "Expected loss",
                "Exact expected loss at each estimator's θ, with the optimum.",
                LossChart::draw),
            new ChartEntry(
                "surrogate",
                "Surrogate",
                "The learned surrogate beside f at hard and at relaxed samples.",
                SurrogateChart::draw),
            new ChartEntry(
                "gradient",
                "Histogram of ĝ",
                "Fresh single-sample gradients of each estimator at its θ, with the exact one.",
                GradientChart::draw),
            new ChartEntry(
                "terms",
                "Terms of ĝ",
                "What the gradient of the estimator in focus is the sum of.",
                TermsChart::draw),
            new ChartEntry(
                "control",
                "Control variates",
                "What is left of the variance, measured, and predicted by the correlation.",
                ControlChart::draw)));
  }
}
