package voidscope.chart.series;

import java.util.List;
import voidscope.catalogue.Catalogue;
import voidscope.experiment.record.Wish;

/// The catalogue of charts, in the order of the screen.
public final class Charts {
  private Charts() {}

  /// All of them.
  public static Catalogue<ChartEntry> catalogue() {
    return new Catalogue<>(
        "chart",
        List.of(
            ChartEntry.of(
                "theta",
                "Parameters θ",
                "Where each estimator has taken the logits, with the optimum.",
                true,
                ThetaChart::draw),
            ChartEntry.of(
                "variance",
                "Variance of ĝ",
                "The gradient's measured variance, with its exact value.",
                true,
                VarianceChart::draw),
            ChartEntry.of(
                "loss",
                "Expected loss",
                "Exact expected loss at each estimator's θ, with the optimum.",
                true,
                LossChart::draw),
            ChartEntry.of(
                "surrogate",
                "Surrogate",
                "The learned surrogate beside f at hard and at relaxed samples.",
                Wish.Kind.SURROGATE,
                SurrogateChart::draw),
            ChartEntry.of(
                "gradient",
                "Histogram of ĝ",
                "Fresh estimates ĝ of each estimator at its θ, with the exact gradient of that in"
                    + " focus.",
                Wish.Kind.GRADIENT,
                GradientChart::draw),
            ChartEntry.of(
                "terms",
                "Terms of ĝ",
                "What the gradient of the estimator in focus is the sum of.",
                Wish.Kind.GRADIENT,
                TermsChart::draw),
            ChartEntry.of(
                "control",
                "Control variates",
                "What is left of the variance, measured, and predicted by the correlation.",
                true,
                ControlChart::draw)));
  }
}
