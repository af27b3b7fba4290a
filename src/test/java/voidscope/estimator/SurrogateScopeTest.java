package voidscope.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.SteadyState;
import voidscope.distribution.Draw;
import voidscope.estimator.LearnedSurrogate.Scope;
import voidscope.problem.toy.CategoricalQuadratic;
import voidscope.problem.toy.RandomQuadratic;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.stat.Moments;

/// The surrogate of RELAX in each of its scopes, on three latents that f mixes.
final class SurrogateScopeTest {
  private static final RandomStream STREAM = RandomStream.of(23, "surrogate scope", 0);
  private static final int LATENTS = 3;
  private static final int ROWS = 5;

  /// A surrogate on a problem.
  record Case(LearnedSurrogate surrogate, boolean categorical) {
    Toy problem() {
      return categorical
          ? new CategoricalQuadratic(LATENTS, 2, 3)
          : new RandomQuadratic(LATENTS, 2, 0.3);
    }

    Shape shape(int rows) {
      return new Shape(problem().distribution(), rows, 1, 0);
    }

    /// φ, moved from where it starts.
    State state() {
      State state = surrogate.init(shape(1), STREAM.child("weights"));
      float[] jitter = new float[state.values().length];
      STREAM.uniform(0, 0, jitter.length, jitter);
      for (int i = 0; i < jitter.length; i++) {
        state.values()[i] += 0.8f * (jitter[i] - 0.4f);
      }
      return state;
    }
  }

  private static LearnedSurrogate surrogate(
      boolean structured, boolean relaxedInput, Scope scope, int hidden) {
    return new LearnedSurrogate(
        structured, relaxedInput, scope, 2, hidden, Activation.TANH, 0.5, true);
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      for (boolean structured : new boolean[] {false, true}) {
        for (boolean relaxedInput : new boolean[] {false, true}) {
          for (boolean categorical : new boolean[] {false, true}) {
            cases.add(new Case(surrogate(structured, relaxedInput, scope, 4), categorical));
          }
        }
      }
    }
    return cases;
  }

  private static float[] uniform(int slot, int length) {
    float[] values = new float[length];
    STREAM.uniform(1, slot, length, values);
    for (int i = 0; i < length; i++) {
      values[i] = 2 * values[i] - 1;
    }
    return values;
  }

  /// A surrogate at work: Σ α·c + β·ċ, as a function of z, of the direction and of φ.
  private static final class Bench {
    final Surrogate.Evaluation evaluation;
    final State state;
    final int size;
    final float[] alpha = uniform(3, ROWS);
    final float[] beta = uniform(4, ROWS);
    final float[] y = new float[ROWS];
    final float[] dy = new float[ROWS];
    final float[] x;
    final float[] dx;

    Bench(Case on) {
      Shape shape = on.shape(ROWS);
      evaluation = on.surrogate().evaluation(shape, on.problem().objective(ROWS));
      state = on.state();
      size = ROWS * shape.distribution().width();
      x = uniform(1, size);
      dx = uniform(2, size);
    }

    double sum() {
      evaluation.bind(state, new float[0]);
      evaluation.value(ROWS, x, y);
      evaluation.tangent(ROWS, dx, dy);
      double sum = 0;
      for (int i = 0; i < ROWS; i++) {
        sum += (double) alpha[i] * y[i] + (double) beta[i] * dy[i];
      }
      return sum;
    }

    /// The derivative by one number, by differences of two widths, of which the error of the fourth
    /// order is left.
    double difference(float[] values, int at) {
      float h = 1f / 32;
      float middle = values[at];
      double[] found = new double[2];
      for (int k = 0; k < found.length; k++) {
        values[at] = middle + h;
        double up = sum();
        values[at] = middle - h;
        found[k] = (up - sum()) / (2 * h);
        h /= 2;
      }
      values[at] = middle;
      return (4 * found[1] - found[0]) / 3;
    }

    void check(float[] values, float[] gradient, String by) {
      for (int i = 0; i < values.length; i++) {
        double expected = difference(values, i);
        assertEquals(expected, gradient[i], 1e-3 * (1 + Math.abs(expected)), by + " " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void passes_agreeWithFiniteDifferences(Case on) {
    Bench bench = new Bench(on);
    bench.sum();
    float[] dy = bench.dy.clone();
    float[] gx = new float[bench.size];
    float[] gdx = new float[bench.size];
    float[] gphi = new float[bench.state.values().length];
    bench.evaluation.reverse(ROWS, bench.alpha, bench.beta, gx, gdx, gphi);
    bench.check(bench.x, gx, "∂/∂z");
    bench.check(bench.dx, gdx, "∂/∂ż");
    bench.check(bench.state.values(), gphi, "∂/∂φ");

    // The tangent itself, and the reverse of the value alone.
    Arrays.fill(bench.beta, 0);
    float[] slope = new float[bench.size];
    bench.sum();
    bench.evaluation.reverse(ROWS, bench.alpha, null, slope, null, null);
    bench.check(bench.x, slope, "∂c/∂z");
    for (int i = 0; i < ROWS; i++) {
      double along = 0;
      int width = bench.size / ROWS;
      for (int d = i * width; d < (i + 1) * width; d++) {
        along += (double) slope[d] * bench.dx[d];
      }
      assertEquals(bench.alpha[i] * dy[i], along, 1e-4);
    }
  }

  private static float[] values(Bench bench, float[] x) {
    bench.evaluation.bind(bench.state, new float[0]);
    bench.evaluation.value(ROWS, x, bench.y);
    return bench.y.clone();
  }

  /// Each row with its latents turned by one place.
  private static float[] turned(float[] x) {
    int width = x.length / ROWS;
    int classes = width / LATENTS;
    float[] to = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      int row = i / width;
      to[row * width + (i % width + classes) % width] = x[i];
    }
    return to;
  }

  private static float farthest(float[] a, float[] b) {
    float most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  static List<Case> free() {
    return cases().stream().filter(on -> !on.surrogate().structured()).toList();
  }

  @ParameterizedTest
  @MethodSource("free")
  void order_isKnownToAllButTheLocalOne(Case on) {
    Bench bench = new Bench(on);
    float change = farthest(values(bench, bench.x), values(bench, turned(bench.x)));
    if (on.surrogate().scope() == Scope.LOCAL) {
      assertEquals(0, change, 1e-6);
    } else {
      assertTrue(change > 0.01, "" + change);
    }
  }

  /// c(z₁, z₂, …) − c(z₁ʹ, z₂, …) − c(z₁, z₂ʹ, …) + c(z₁ʹ, z₂ʹ, …) vanishes where latents do not
  /// enter together.
  @ParameterizedTest
  @MethodSource("free")
  void interplay_isKnownToTheGlobalOneAlone(Case on) {
    Bench bench = new Bench(on);
    int width = bench.size / ROWS;
    int classes = width / LATENTS;
    float[] mixed = new float[ROWS];
    for (int corner = 0; corner < 4; corner++) {
      float[] x = bench.x.clone();
      for (int row = 0; row < ROWS; row++) {
        x[row * width] += 2 * (corner & 1);
        x[row * width + classes] -= corner & 2;
      }
      float[] c = values(bench, x);
      for (int row = 0; row < ROWS; row++) {
        mixed[row] += corner == 0 || corner == 3 ? c[row] : -c[row];
      }
    }
    float most = farthest(mixed, new float[ROWS]);
    if (on.surrogate().scope() == Scope.GLOBAL) {
      assertTrue(most > 0.01, "" + most);
    } else {
      assertEquals(0, most, 2e-6);
    }
  }

  /// A single latent is all there are.
  @Test
  void scopes_ofOneLatent_areOne_toTheBit() {
    float[] x = uniform(1, ROWS);
    float[][] found = new float[2][ROWS];
    for (int k = 0; k < 2; k++) {
      LearnedSurrogate surrogate = surrogate(false, false, k == 0 ? Scope.GLOBAL : Scope.LOCAL, 40);
      Toy problem = new SquaredDistance(1, 0.4, 0);
      Shape shape = new Shape(problem.distribution(), ROWS, 1, 0);
      State state = surrogate.init(shape, STREAM.child("weights"));
      state.values()[state.values().length - 1] = 1;
      Surrogate.Evaluation evaluation = surrogate.evaluation(shape, problem.objective(ROWS));
      evaluation.bind(state, new float[0]);
      evaluation.value(ROWS, x, found[k]);
    }
    assertArrayEquals(found[0], found[1]);
    assertTrue(farthest(found[0], new float[ROWS]) > 0.01);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void context_isReadByTheGlobalOneAlone(Scope scope) {
    LearnedSurrogate surrogate = surrogate(false, false, scope, 6);
    Shape shape = new Shape(new RandomQuadratic(LATENTS, 2, 0).distribution(), ROWS, 1, 4);
    State state = surrogate.init(shape, STREAM.child("weights"));
    state.values()[state.values().length - 1] = 1;
    Surrogate.Evaluation evaluation =
        surrogate.evaluation(shape, new RandomQuadratic(LATENTS, 2, 0).objective(ROWS));
    float[][] found = new float[2][ROWS];
    for (int k = 0; k < 2; k++) {
      evaluation.bind(state, uniform(10 + k, ROWS * 4));
      evaluation.value(ROWS, uniform(1, ROWS * LATENTS), found[k]);
    }
    assertEquals(scope == Scope.GLOBAL, !Arrays.equals(found[0], found[1]));
  }

  /// What is untrained is silent.
  @ParameterizedTest
  @MethodSource("free")
  void surrogate_startsAtZero(Case on) {
    Bench bench = new Bench(on);
    State start = on.surrogate().init(on.shape(1), STREAM);
    System.arraycopy(start.values(), 0, bench.state.values(), 0, start.values().length);
    assertEquals(0, farthest(values(bench, bench.x), new float[ROWS]));
  }

  /// Three or six z-scores at |z| < 5 a case give a false alarm for 1 seed in 15,000 of all
  /// together.
  @ParameterizedTest
  @MethodSource("cases")
  void estimate_isUnbiased_ofThreeLatentsThatFMixes(Case on) {
    int rows = 1000;
    Toy problem = on.problem();
    Shape shape = on.shape(rows);
    Estimator estimator = new Relax(on.surrogate(), false);
    Pass pass = estimator.pass(shape, problem.objective(rows));
    State state = on.state();
    Draw draw = shape.allocate();
    int parameters = shape.distribution().parameters();
    float[] theta = Arrays.copyOf(new float[] {0.4f, -0.9f, 0.7f, 0.1f, -0.5f, 0.8f}, parameters);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(theta, 0, draw.theta(), row * parameters, parameters);
    }
    Moments[] moments = new Moments[parameters];
    Arrays.setAll(moments, d -> new Moments());
    float[] g = new float[rows * parameters];
    for (int step = 0; step < 100; step++) {
      STREAM.noise(step, 10, draw.u()[0].length, draw.u()[0]);
      STREAM.noise(step, 11, draw.v()[0].length, draw.v()[0]);
      pass.draw(state, draw, 0, rows);
      pass.estimate(state, draw, g);
      for (int i = 0; i < g.length; i++) {
        moments[i % parameters].accept(1, g[i], 0, 0, 0);
      }
    }
    double[] exact = new double[parameters];
    problem.gradient(theta, exact);
    for (int d = 0; d < parameters; d++) {
      double z = (moments[d].mean() - exact[d]) / moments[d].standardError();
      assertTrue(Math.abs(z) < 5, "coordinate " + d + ": z = " + z);
      assertFalse(moments[d].standardError() > 0.1, "so wide that nothing shows");
    }
  }

  /// Estimates and variance gradients.
  @ParameterizedTest
  @EnumSource(Scope.class)
  void step_allocatesNothing(Scope scope) {
    for (int hidden : new int[] {10, 40}) {
      Case on = new Case(surrogate(true, false, scope, hidden), false);
      Shape shape = on.shape(ROWS);
      Pass pass = new Relax(on.surrogate(), false).pass(shape, on.problem().objective(ROWS));
      State state = on.state();
      Draw draw = shape.allocate();
      float[] g = new float[ROWS * LATENTS];
      float[] gphi = new float[state.values().length];
      long[] step = {0};
      long bytes =
          SteadyState.bytes(
              () -> {
                for (int i = 0; i < 200; i++) {
                  STREAM.noise(step[0], 10, draw.u()[0].length, draw.u()[0]);
                  STREAM.noise(step[0]++, 11, draw.v()[0].length, draw.v()[0]);
                  pass.draw(state, draw, 0, ROWS);
                  pass.estimate(state, draw, g);
                  pass.adapt(state, draw, g, gphi);
                }
              });
      assertEquals(0, bytes, "bytes in 200 steps of " + hidden + " units");
    }
  }
}
