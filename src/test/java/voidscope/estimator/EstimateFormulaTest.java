package voidscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The formulas of the estimators as they are read.
final class EstimateFormulaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reinforce | ĝ = f(b)·∂log p(b)/∂θ",
        "reinforce-mean | ĝ = [f(b) − f̄]·∂log p(b)/∂θ",
        "reinforce-learned | ĝ = [f(b) − a]·∂log p(b)/∂θ",
        "control-variate | ĝ = f(b)·∂log p(b)/∂θ − a(c − E c)",
        "lax | ĝ = [f(b) − c(b)]·∂log p(b)/∂θ + ∂c(b)/∂θ",
        "rebar | ĝ = [f(b) − ηf(σ(z̃/λ))]·∂log p(b)/∂θ + η∂f(σ(z/λ))/∂θ − η∂f(σ(z̃/λ))/∂θ",
        "relax | ĝ = [f(b) − c(z̃)]·∂log p(b)/∂θ + ∂c(z)/∂θ − ∂c(z̃)/∂θ",
        "nvil | ĝ = [f(b) − f̄ − c(x)]·∂log p(b)/∂θ",
        "double-control | ĝ = 1/K Σₖ [f̃ₖ − mean of the others]·∂log p(bₖ)/∂θ"
            + " − α(mean of f′)·∂E b/∂θ",
        "rodeo | ĝ = 1/K Σₖ {[fₖ − mean of the other (f + αAh)]·∂log p(bₖ)/∂θ"
            + " + β(A[hₖ·∂log p/∂θ])(bₖ)}",
        "muprop | ĝ = [f(b) − f(m) − f′(m)(b − m)]·∂log p(b)/∂θ + f′(m)·∂m/∂θ",
      })
  void formula_readsAsOneLine(String key, String line) {
    assertEquals(line, Estimators.catalogue().get(key).formula().text());
  }

  @Test
  void everyFormula_saysWhatItEstimates() {
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      assertTrue(entry.formula().text().startsWith("ĝ = "), entry.key());
    }
  }
}
