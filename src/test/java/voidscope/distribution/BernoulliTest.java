package voidscope.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import voidscope.random.RandomStream;
import voidscope.simd.Noise;

/// The paths of Bernoulli latents: sides, coupling, parts of a batch.
final class BernoulliTest {
  private static final int ROWS = 5;
  private static final int WIDTH = 7;
  private static final int SIZE = ROWS * WIDTH;
  private static final RandomStream STREAM = RandomStream.of(1, "bernoulli", 0);
  private static final Bernoulli BERNOULLI = new Bernoulli(WIDTH);

  private static Draw drawn() {
    Draw draw = Draw.allocate(BERNOULLI, ROWS, 1, 0);
    STREAM.uniform(0, 0, SIZE, draw.theta());
    for (int i = 0; i < SIZE; i++) {
      draw.theta()[i] = 6 * draw.theta()[i] - 3;
    }
    STREAM.noise(0, 1, SIZE, draw.u()[0]);
    STREAM.noise(0, 2, SIZE, draw.v()[0]);
    BERNOULLI.sample(draw, 0, 0, ROWS);
    return draw;
  }

  @Test
  void sample_isOne_whereUExceedsOneMinusP() {
    Draw draw = drawn();
    for (int i = 0; i < SIZE; i++) {
      double p = 1 / (1 + Math.exp(-draw.theta()[i]));
      assertEquals(Noise.uniform(draw.u()[0][i]) > 1 - p ? 1 : 0, draw.b()[0][i]);
    }
  }

  @Test
  void conditional_liesOnTheSideOfB_withTheDerivativeOfFiniteDifferences() {
    Draw draw = drawn();
    float[] zt = new float[SIZE];
    float[] slope = new float[SIZE];
    BERNOULLI.conditional(draw, 0, zt, slope);
    float[] up = new float[SIZE];
    float[] down = new float[SIZE];
    float[] spare = new float[SIZE];
    float h = 1f / 64;
    shift(draw, h);
    BERNOULLI.conditional(draw, 0, up, spare);
    shift(draw, -2 * h);
    BERNOULLI.conditional(draw, 0, down, spare);
    for (int i = 0; i < SIZE; i++) {
      assertTrue(draw.b()[0][i] == 1 ? zt[i] > 0 : zt[i] < 0, "z̃ = " + zt[i]);
      assertEquals((up[i] - down[i]) / (2 * h), slope[i], 2e-3);
    }
  }

  private static void shift(Draw draw, float by) {
    for (int i = 0; i < SIZE; i++) {
      draw.theta()[i] += by;
    }
  }

  @Test
  void couple_makesTheConditionalSampleTheFreeOne() {
    Draw draw = drawn();
    BERNOULLI.couple(draw, 0);
    float[] zt = new float[SIZE];
    BERNOULLI.conditional(draw, 0, zt, new float[SIZE]);
    for (int i = 0; i < SIZE; i++) {
      assertEquals(draw.z()[0][i], zt[i], 1e-4 * (1 + Math.abs(zt[i])));
    }
  }

  @Test
  void sample_ofSomeRows_leavesTheOthersAlone() {
    Draw whole = drawn();
    Draw part = drawn();
    java.util.Arrays.fill(part.z()[0], Float.NaN);
    BERNOULLI.sample(part, 0, 1, 3);
    for (int i = 0; i < SIZE; i++) {
      boolean inside = i >= WIDTH && i < 3 * WIDTH;
      assertEquals(inside ? whole.z()[0][i] : Float.NaN, part.z()[0][i]);
    }
  }
}
