package voidscope.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import voidscope.random.RandomStream;

/// The effect of a control variate on made-up pairs.
final class ControlEffectTest {
  private static final int ROWS = 4000;
  private static final RandomStream STREAM = RandomStream.of(21, "control effect", 0);

  private static float[] uniform(int slot, int n) {
    float[] u = new float[n];
    STREAM.uniform(0, slot, n, u);
    return u;
  }

  private static double variance(float[] x, int parameters) {
    double trace = 0;
    for (int d = 0; d < parameters; d++) {
      double sum = 0;
      double squares = 0;
      for (int i = d; i < x.length; i += parameters) {
        sum += x[i];
        squares += (double) x[i] * x[i];
      }
      int n = x.length / parameters;
      trace += squares / n - sum / n * (sum / n);
    }
    return trace;
  }

  @Test
  void ratio_andPrediction_areThoseOfTheDefinition_forVectors() {
    int parameters = 3;
    float[] x = uniform(0, ROWS * parameters);
    float[] noise = uniform(1, x.length);
    float[] g = new float[x.length];
    float[] correction = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      correction[i] = 0.6f * x[i] + 0.3f * noise[i];
      g[i] = x[i] - correction[i];
    }
    ControlEffect effect = new ControlEffect(parameters);
    effect.accept(0, ROWS / 2, x, g, 1);
    float[] restX = java.util.Arrays.copyOfRange(x, x.length / 2, x.length);
    float[] restG = java.util.Arrays.copyOfRange(g, g.length / 2, g.length);
    effect.accept(0, ROWS / 2, restX, restG, 1);
    double varX = variance(x, parameters);
    double varC = variance(correction, parameters);
    float[] sum = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      sum[i] = x[i] + correction[i];
    }
    double rho = (variance(sum, parameters) - varX - varC) / 2 / Math.sqrt(varX * varC);
    assertEquals(variance(g, parameters) / varX, effect.ratio(), 1e-5);
    assertEquals(rho, effect.correlation(), 1e-5);
    assertEquals(1 - rho * rho, effect.prediction(), 1e-5);
  }

  @Test
  void prediction_keepsItsDigits_whereNextToNothingIsLeft() {
    float[] x = uniform(2, ROWS);
    float[] g = new float[ROWS];
    float[] rest = uniform(3, ROWS);
    for (int i = 0; i < ROWS; i++) {
      g[i] = 1e-5f * rest[i];
    }
    ControlEffect effect = new ControlEffect(1);
    effect.accept(0, ROWS, x, g, 1);
    double expected = variance(g, 1) / variance(x, 1);
    assertEquals(expected, effect.ratio(), 1e-3 * expected);
    assertEquals(expected, effect.prediction(), 5e-3 * expected);
  }

  @Test
  void everything_isNaN_whereNothingVaries() {
    ControlEffect effect = new ControlEffect(1);
    effect.accept(0, 2, new float[] {1, 1}, new float[] {1, 1}, 1);
    assertTrue(Double.isNaN(effect.ratio()));
    assertTrue(Double.isNaN(effect.prediction()));
    assertTrue(Double.isNaN(effect.correlation()));
  }
}
