package voidscope.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The outcomes of finite distributions: all of them, each with its probability and its mean.
final class FiniteTest {
  static List<Finite> distributions() {
    return List.of(
        new Bernoulli(1), new Bernoulli(5), new Categorical(1, 3), new Categorical(3, 4));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void outcome_drawsEveryOne_withProbabilitiesThatGiveTheMean(Finite distribution) {
    Draw draw = Draw.allocate(distribution, 1, 1, 0);
    for (int i = 0; i < draw.theta().length; i++) {
      draw.theta()[i] = 0.7f * i % 2.3f - 1;
    }
    Set<String> seen = new HashSet<>();
    double[] mean = new double[distribution.width()];
    double total = 0;
    for (long code = 0; code < distribution.outcomes(); code++) {
      double p = distribution.outcome(code, draw, 0, 0);
      distribution.sample(draw, 0, 0, 1);
      assertTrue(seen.add(java.util.Arrays.toString(draw.b()[0])), "twice at " + code);
      total += p;
      for (int d = 0; d < mean.length; d++) {
        mean[d] += p * draw.b()[0][d];
      }
    }
    assertEquals(1, total, 1e-12);
    float[] expected = new float[mean.length];
    distribution.mean(draw, expected);
    double[] wide = new double[mean.length];
    java.util.Arrays.setAll(wide, d -> expected[d]);
    assertArrayEquals(wide, mean, 1e-6);
  }

  @Test
  void outcomes_areTheMost_whereTheyCannotBeCounted() {
    assertEquals(Long.MAX_VALUE, new Bernoulli(200).outcomes());
    assertEquals(Long.MAX_VALUE, new Categorical(50, 10).outcomes());
  }
}
