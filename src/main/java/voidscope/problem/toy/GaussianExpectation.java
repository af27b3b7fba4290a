package voidscope.problem.toy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import voidscope.formula.Formula;
import voidscope.formula.Precise;
import voidscope.stat.KronrodRule;
import voidscope.stat.NormalLaw;

/// E f(μ + σε) over ε ~ N(0, 1) and its gradient by (μ, log σ), by a Kronrod rule on panels that
/// end where f jumps or has a kink. The gradient is that of the density, so f needs no derivative.
/// Callable from any thread; scratch is kept, so that in the long run nothing is allocated.
final class GaussianExpectation {
  /// How far out it integrates, in deviations.
  private static final double FAR = 9;

  /// Width of a panel at most, in deviations and in b.
  private static final double BROAD = 1.5;

  /// Panels of equal width at most.
  private static final int MOST = 256;

  /// Where jumps are looked for, and the least value.
  static final double RANGE = 64;

  private static final int CELLS = 8192;
  private static final int HALVINGS = 100;

  private final Formula formula;
  private final double[] jumps;
  private final double least;
  private final AtomicReference<@Nullable Scratch> spare = new AtomicReference<>();

  GaussianExpectation(Formula formula) {
    this.formula = formula;
    jumps = formula.jumps(-RANGE, RANGE);
    least = search(formula.precise());
  }

  /// Ascending.
  double[] jumps() {
    return jumps.clone();
  }

  /// What one thread works with.
  private static final class Scratch {
    private final Precise precise;
    private final double[] edges;
    private final double[] epsilon = new double[Precise.ROWS];
    private final double[] weight = new double[Precise.ROWS];
    private int count;
    private double plain;
    private double first;
    private double second;

    Scratch(Formula formula, int jumps) {
      precise = formula.precise();
      edges = new double[MOST + 1 + jumps];
    }

    void integrate(double mean, double deviation, double[] jumps) {
      plain = 0;
      first = 0;
      second = 0;
      count = 0;
      int ends = edges(mean, deviation, jumps);
      for (int e = 0; e + 1 < ends; e++) {
        double half = (edges[e + 1] - edges[e]) / 2;
        double centre = (edges[e + 1] + edges[e]) / 2;
        for (int i = 0; i < KronrodRule.ORDER && half > 0; i++) {
          if (count == Precise.ROWS) {
            flush();
          }
          double x = centre + half * KronrodRule.node(i);
          epsilon[count] = x;
          weight[count] = half * KronrodRule.weight(i) * NormalLaw.density(x);
          precise.column(0)[count] = mean + deviation * x;
          count++;
        }
      }
      flush();
    }

    private int edges(double mean, double deviation, double[] jumps) {
      double width = BROAD / Math.max(1, deviation);
      int panels = (int) Math.clamp(Math.ceil(2 * FAR / width), 1, MOST);
      int ends = 0;
      for (int i = 0; i <= panels; i++) {
        edges[ends++] = FAR * (2.0 * i / panels - 1);
      }
      for (double jump : jumps) {
        double x = (jump - mean) / deviation;
        if (Math.abs(x) < FAR) {
          edges[ends++] = x;
        }
      }
      Arrays.sort(edges, 0, ends);
      return ends;
    }

    private void flush() {
      double[] f = precise.run(count);
      for (int i = 0; i < count; i++) {
        double share = weight[i] * f[i];
        plain += share;
        first += share * epsilon[i];
        second += share * (epsilon[i] * epsilon[i] - 1);
      }
      count = 0;
    }
  }

  private Scratch scratch() {
    Scratch mine = spare.getAndSet(null);
    return mine == null ? new Scratch(formula, jumps.length) : mine;
  }

  /// E f.
  ///
  /// @param theta (μ, log σ)
  double value(float[] theta) {
    Scratch mine = scratch();
    mine.integrate(theta[0], Math.exp(theta[1]), jumps);
    double result = mine.plain;
    spare.set(mine);
    return result;
  }

  /// Its gradient.
  ///
  /// @param theta (μ, log σ)
  /// @param g two values, overwritten
  void gradient(float[] theta, double[] g) {
    Scratch mine = scratch();
    double deviation = Math.exp(theta[1]);
    mine.integrate(theta[0], deviation, jumps);
    g[0] = mine.first / deviation;
    g[1] = mine.second;
    spare.set(mine);
  }

  /// The least f within the range, to which E f comes down as σ goes to 0; NaN where it lies at an
  /// end of the range.
  double least() {
    return least;
  }

  private static double search(Precise precise) {
    double width = 2 * RANGE / CELLS;
    int best = 0;
    double found = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= CELLS; i++) {
      double f = at(precise, i * width - RANGE);
      if (f < found) {
        found = f;
        best = i;
      }
    }
    if (best == 0 || best == CELLS) {
      return Double.NaN;
    }
    double low = (best - 1) * width - RANGE;
    double high = (best + 1) * width - RANGE;
    for (int i = 0; i < HALVINGS; i++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      double leftF = at(precise, left);
      double rightF = at(precise, right);
      found = Math.min(found, Math.min(leftF, rightF));
      if (leftF < rightF) {
        high = right;
      } else {
        low = left;
      }
    }
    return found;
  }

  private static double at(Precise precise, double x) {
    precise.column(0)[0] = x;
    return precise.run(1)[0];
  }
}
