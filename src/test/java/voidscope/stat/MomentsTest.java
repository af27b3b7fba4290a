package voidscope.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Merged moments against two passes over all values; quantiles and the quadrature rule.
final class MomentsTest {
  private static double value(int i) {
    return Math.sin(i * 12.9898) * 3 + (i % 7 == 0 ? 11 : 0.5);
  }

  @Test
  void combine_ofUnevenBlocks_equalsTwoPasses() {
    int n = 1003;
    Moments all = new Moments();
    Moments[] parts = {new Moments(), new Moments(), new Moments()};
    for (int i = 0; i < n; i++) {
      parts[i < 1 ? 0 : i < 400 ? 1 : 2].accept(1, value(i), 0, 0, 0);
    }
    for (Moments part : parts) {
      all.combine(part);
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += value(i) / n;
    }
    double m2 = 0;
    double m4 = 0;
    for (int i = 0; i < n; i++) {
      double d = value(i) - mean;
      m2 += d * d;
      m4 += d * d * d * d;
    }
    assertEquals(n, all.count());
    assertEquals(mean, all.mean(), 1e-12);
    assertEquals(m2 / (n - 1), all.variance(), 1e-10);
    assertEquals(Math.sqrt(m2 / (n - 1) / n), all.standardError(), 1e-12);
    double error = Math.sqrt((m4 / n - m2 / n * (m2 / n)) / n);
    assertEquals(error, all.varianceStandardError(), 1e-10);
  }

  @Test
  void correlation_isThatOfTheTextbook() {
    Correlation correlation = new Correlation();
    float[] x = {1, 2, 3, 4};
    float[] y = {2, 1, 4, 3};
    correlation.accept(0, 3, x, y, 1);
    correlation.accept(3, 4, x, y, 1);
    assertEquals(0.6, correlation.value(), 1e-12);
    correlation.clear();
    correlation.accept(0, 1, x, y, 1);
    assertTrue(Double.isNaN(correlation.value()));
  }

  @Test
  void quantiles_interpolate() {
    float[] values = {4, 1, 3, 2, 99};
    Quantiles.sort(values, 4);
    assertEquals(2.5, Quantiles.of(values, 4, 0.5));
    assertEquals(1.75, Quantiles.of(values, 4, 0.25));
    assertEquals(4, Quantiles.of(values, 4, 1));
  }

  @Test
  void unitRule_integratesTheLogarithm_whoseEndIsSteep() {
    UnitRule rule = new UnitRule(64);
    double sum = 0;
    double one = 0;
    for (int i = 0; i < rule.order(); i++) {
      sum += rule.weight(i) * Math.log(rule.node(i));
      one += rule.weight(i);
    }
    assertEquals(1, one, 1e-13);
    assertEquals(-1, sum, 1e-8);
  }
}
