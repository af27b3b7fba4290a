package voidscope.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;

/// Every distribution's paths, means and scores against finite differences in θ with the noise
/// held, tangents against reverses, conditional samples against free ones.
final class PathsTest {
  private static final int ROWS = 5;
  private static final RandomStream STREAM = RandomStream.of(2, "paths", 0);
  private static final float STEP = 1f / 128;

  static List<Pathwise> distributions() {
    return List.of(
        new Bernoulli(1),
        new Bernoulli(7),
        new Gaussian(1),
        new Gaussian(3),
        new Categorical(1, 2),
        new Categorical(3, 4));
  }

  static List<Relaxable> relaxable() {
    List<Relaxable> result = new ArrayList<>();
    for (Pathwise distribution : distributions()) {
      if (distribution instanceof Relaxable discrete) {
        result.add(discrete);
      }
    }
    return result;
  }

  private static float[] uniform(int slot, int n, double from, double to) {
    float[] x = new float[n];
    STREAM.uniform(0, slot, n, x);
    for (int i = 0; i < n; i++) {
      x[i] = (float) (from + (to - from) * x[i]);
    }
    return x;
  }

  private static Draw drawn(Pathwise distribution) {
    Draw draw = Draw.allocate(distribution, ROWS, 1, 0);
    float[] theta = uniform(0, draw.theta().length, -1, 1);
    System.arraycopy(theta, 0, draw.theta(), 0, theta.length);
    STREAM.noise(0, 1, draw.u()[0].length, draw.u()[0]);
    STREAM.noise(0, 2, draw.v()[0].length, draw.v()[0]);
    distribution.sample(draw, 0, 0, ROWS);
    return draw;
  }

  private static void move(Draw draw, float[] r, float by) {
    for (int i = 0; i < r.length; i++) {
      draw.theta()[i] += by * r[i];
    }
  }

  private interface Read {
    float[] at(Draw draw);
  }

  /// The derivative of what is read along r in θ, by Richardson's central differences.
  private static double[] difference(Draw draw, float[] r, Read read) {
    float[][] values = new float[4][];
    float[] steps = {STEP, -STEP, STEP / 2, -STEP / 2};
    float[] theta = draw.theta().clone();
    for (int i = 0; i < steps.length; i++) {
      move(draw, r, steps[i]);
      values[i] = read.at(draw).clone();
      System.arraycopy(theta, 0, draw.theta(), 0, theta.length);
    }
    double[] result = new double[values[0].length];
    for (int i = 0; i < result.length; i++) {
      double coarse = ((double) values[0][i] - values[1][i]) / (2 * STEP);
      double fine = ((double) values[2][i] - values[3][i]) / STEP;
      result[i] = (4 * fine - coarse) / 3;
    }
    return result;
  }

  private static void close(double[] expected, float[] found, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], tolerance * (1 + Math.abs(expected[i])), "element " + i);
    }
  }

  private static double dot(float[] x, float[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (double) x[i] * y[i];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void tangent_isTheDerivativeOfTheSample_andTheReverseItsAdjoint(Pathwise distribution) {
    Draw draw = drawn(distribution);
    float[] r = uniform(3, ROWS * distribution.parameters(), -1, 1);
    float[] cz = uniform(4, ROWS * distribution.width(), -1, 1);
    float[] dz = new float[cz.length];
    float[] g = new float[r.length];
    distribution.tangent(draw, 0, r, dz);
    distribution.reverse(draw, 0, cz, g);
    assertEquals(dot(dz, cz), dot(r, g), 2e-5);
    double[] expected =
        difference(
            draw,
            r,
            moved -> {
              Draw other = drawn(distribution);
              System.arraycopy(moved.theta(), 0, other.theta(), 0, moved.theta().length);
              distribution.sample(other, 0, 0, ROWS);
              return other.z()[0];
            });
    close(expected, dz, 2e-3);
  }

  @ParameterizedTest
  @MethodSource("relaxable")
  void conditionalTangent_isTheDerivativeGivenB_andTheReverseItsAdjoint(Relaxable distribution) {
    Draw draw = drawn(distribution);
    float[] jacobian = new float[ROWS * distribution.jacobian()];
    float[] spare = new float[jacobian.length];
    float[] r = uniform(5, ROWS * distribution.parameters(), -1, 1);
    float[] cz = uniform(6, ROWS * distribution.width(), -1, 1);
    float[] zt = new float[cz.length];
    float[] dz = new float[cz.length];
    float[] g = new float[r.length];
    distribution.conditional(draw, 0, zt, jacobian);
    distribution.conditionalTangent(draw, jacobian, r, dz);
    distribution.conditionalReverse(draw, jacobian, cz, g);
    assertEquals(dot(dz, cz), dot(r, g), 2e-5);
    double[] expected =
        difference(
            draw,
            r,
            moved -> {
              distribution.conditional(moved, 0, zt, spare);
              return zt;
            });
    close(expected, dz, 2e-3);
  }

  @ParameterizedTest
  @MethodSource("relaxable")
  void couple_makesTheConditionalSampleTheFreeOne(Relaxable distribution) {
    Draw draw = drawn(distribution);
    distribution.couple(draw, 0);
    float[] zt = new float[draw.z()[0].length];
    distribution.conditional(draw, 0, zt, new float[ROWS * distribution.jacobian()]);
    for (int i = 0; i < zt.length; i++) {
      assertEquals(draw.z()[0][i], zt[i], 1e-3 * (1 + Math.abs(zt[i])), "element " + i);
    }
  }

  /// Whatever b was drawn, z̃ given it is distributed as z: means and mean squares over classes
  /// agree. Eight z-scores at |z| < 5 give a false alarm for 1 seed in 200,000.
  @Test
  void conditional_ofCategorical_hasTheDistributionOfTheSampleItself() {
    Categorical distribution = new Categorical(1, 4);
    int rows = 1000;
    Draw draw = Draw.allocate(distribution, rows, 1, 0);
    float[] theta = {0.9f, -0.4f, 0.1f, -1.2f};
    for (int i = 0; i < rows; i++) {
      System.arraycopy(theta, 0, draw.theta(), i * 4, 4);
    }
    Moments[] differences = new Moments[8];
    java.util.Arrays.setAll(differences, i -> new Moments());
    float[] zt = new float[rows * 4];
    float[] jacobian = new float[rows * 4];
    for (int step = 0; step < 400; step++) {
      STREAM.noise(step, 7, rows * 4, draw.u()[0]);
      STREAM.noise(step, 8, rows * 4, draw.v()[0]);
      distribution.sample(draw, 0, 0, rows);
      distribution.conditional(draw, 0, zt, jacobian);
      for (int i = 0; i < rows; i++) {
        int best = i * 4;
        for (int c = 0; c < 4; c++) {
          int at = i * 4 + c;
          double z = draw.z()[0][at];
          best = zt[at] > zt[best] ? at : best;
          differences[c].accept(1, zt[at] - z, 0, 0, 0);
          differences[4 + c].accept(1, (double) zt[at] * zt[at] - z * z, 0, 0, 0);
        }
        assertEquals(1, draw.b()[0][best], "z̃ belongs to another class");
      }
    }
    for (Moments m : differences) {
      double z = m.mean() / m.standardError();
      assertTrue(Math.abs(z) < 5, "z-score " + z);
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void reverseMean_isTheDerivativeOfTheMean(Pathwise distribution) {
    Draw draw = drawn(distribution);
    float[] r = uniform(9, ROWS * distribution.parameters(), -1, 1);
    float[] cm = uniform(10, ROWS * distribution.width(), -1, 1);
    float[] g = new float[r.length];
    distribution.reverseMean(draw, cm, g);
    float[] mean = new float[cm.length];
    double[] change =
        difference(
            draw,
            r,
            moved -> {
              distribution.mean(moved, mean);
              return mean;
            });
    double expected = 0;
    for (int i = 0; i < cm.length; i++) {
      expected += change[i] * cm[i];
    }
    assertEquals(expected, dot(r, g), 1e-3);
  }

  private static double logProbability(Pathwise distribution, Draw draw) {
    double sum = 0;
    float[] theta = draw.theta();
    float[] b = draw.b()[0];
    switch (distribution) {
      case Bernoulli(int width) -> {
        for (int i = 0; i < ROWS * width; i++) {
          sum -= Math.log1p(Math.exp(b[i] > 0.5 ? -theta[i] : theta[i]));
        }
      }
      case Gaussian(int width) -> {
        for (int i = 0; i < ROWS * width; i++) {
          int mean = i / width * 2 * width + i % width;
          double epsilon = (b[i] - theta[mean]) * Math.exp(-theta[mean + width]);
          sum -= epsilon * epsilon / 2 + theta[mean + width];
        }
      }
      case Categorical(int latents, int classes) -> {
        for (int group = 0; group < ROWS * latents; group++) {
          double norm = 0;
          for (int i = group * classes; i < (group + 1) * classes; i++) {
            norm += Math.exp(theta[i]);
            sum += b[i] * theta[i];
          }
          sum -= Math.log(norm);
        }
      }
      default -> throw new IllegalArgumentException("" + distribution);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void score_isTheDerivativeOfTheLogProbability(Pathwise distribution) {
    Draw draw = drawn(distribution);
    float[] r = uniform(11, ROWS * distribution.parameters(), -1, 1);
    float[] s = new float[r.length];
    distribution.score(draw, 0, s);
    float[] theta = draw.theta().clone();
    move(draw, r, STEP);
    double up = logProbability(distribution, draw);
    System.arraycopy(theta, 0, draw.theta(), 0, theta.length);
    move(draw, r, -STEP);
    double down = logProbability(distribution, draw);
    double expected = (up - down) / (2 * STEP);
    assertEquals(expected, dot(r, s), 2e-3 * (1 + Math.abs(expected)));
  }

  @ParameterizedTest
  @MethodSource("relaxable")
  void relaxation_hasTheDerivatives_ofFiniteDifferences(Relaxable distribution) {
    int size = ROWS * distribution.width();
    Relaxation relaxation = distribution.relaxation(ROWS);
    float[] z = uniform(12, size, -2, 2);
    float[] dz = uniform(13, size, -1, 1);
    float[] alpha = uniform(14, size, -1, 1);
    float[] beta = uniform(15, size, -1, 1);
    float[] gz = new float[size];
    float[] gdz = new float[size];
    float log = -0.4f;
    combined(relaxation, log, z, dz, alpha, beta);
    float byTemperature = relaxation.reverse(ROWS, alpha, beta, gz, gdz);
    float h = 1f / 64;
    for (int i = 0; i < size; i++) {
      float at = z[i];
      z[i] = at + h;
      double up = combined(relaxation, log, z, dz, alpha, beta);
      z[i] = at - h;
      double down = combined(relaxation, log, z, dz, alpha, beta);
      z[i] = at;
      assertEquals((up - down) / (2 * h), gz[i], 3e-3, "∂/∂z " + i);
      at = dz[i];
      dz[i] = at + h;
      up = combined(relaxation, log, z, dz, alpha, beta);
      dz[i] = at - h;
      down = combined(relaxation, log, z, dz, alpha, beta);
      dz[i] = at;
      assertEquals((up - down) / (2 * h), gdz[i], 1e-3, "∂/∂dz " + i);
    }
    double up = combined(relaxation, log + h, z, dz, alpha, beta);
    double down = combined(relaxation, log - h, z, dz, alpha, beta);
    double expected = (up - down) / (2 * h);
    assertEquals(expected, byTemperature, 3e-3 * (1 + Math.abs(expected)), "∂/∂ log λ");
    combined(relaxation, log, z, dz, alpha, beta);
    float[] alone = new float[size];
    relaxation.reverse(ROWS, alpha, alone);
    float[] none = new float[size];
    for (int i = 0; i < size; i++) {
      float at = z[i];
      z[i] = at + h;
      up = combined(relaxation, log, z, dz, alpha, none);
      z[i] = at - h;
      down = combined(relaxation, log, z, dz, alpha, none);
      z[i] = at;
      assertEquals((up - down) / (2 * h), alone[i], 3e-3, "value alone, ∂/∂z " + i);
    }
  }

  /// Σ α·y + β·ẏ.
  private static double combined(
      Relaxation relaxation, float log, float[] z, float[] dz, float[] alpha, float[] beta) {
    relaxation.temperature(log);
    double sum = dot(relaxation.value(ROWS, z), alpha);
    return sum + dot(relaxation.tangent(ROWS, dz), beta);
  }
}
