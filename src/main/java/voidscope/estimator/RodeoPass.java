package voidscope.estimator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Relaxable;
import voidscope.network.Perceptron;
import voidscope.objective.Objective;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;

/// The pass of [Rodeo]: ĝ = base − α·plain + β·scored, each a sum over the samples of weights times
/// residuals r = b − E b in the logits, moved to θ at the end.
///
/// The probability that a latent flips is |r|. At sample k and with latent i flipped h is asked at
/// x, x + δᵢ with δᵢ = ∓f′ᵢ, and since the score flips along,
///
///     Ah = 1/D Σᵢ |rᵢ|·(H(x + δᵢ) − H(x)),   A[h·s]ᵢ = rᵢ·(Ah − H(x + δᵢ)/D)
///
/// A learned H is evaluated for one sample after the other and again in `adapt`, so that its
/// scratch is that of one sample.
final class RodeoPass implements Pass {
  static final List<Term> TERMS =
      List.of(
          new Term("leave-one-out of f", 1, Term.Part.SCORE),
          new Term("α·Ah·∂log p(b)/∂θ", -1, Term.Part.SCORE),
          new Term("βA[h·∂log p(b)/∂θ]", 1, Term.Part.SCORE));

  private final Relaxable distribution;
  private final Linearized others;
  private final @Nullable Perceptron network;
  private final int width;
  private final Sample[] samples;
  private final float[] sum;
  private final float[] expansionSum;
  private final float[] weight;
  private final float[] level;
  private final float[] slope;
  private final float[] cotangent;
  private final float[] second;
  private final float[] points;
  private final float[] heads;
  private final float[] base;
  private final float[] plain;
  private final float[] scored;
  private float alpha;
  private float beta;

  RodeoPass(Shape shape, Objective objective, Rodeo.@Nullable Heads description) {
    distribution = shape.relaxable();
    others = new Linearized(shape, objective);
    width = distribution.width();
    int rows = shape.rows();
    int asked = description == null ? 0 : rows * (width + 1);
    network = description == null ? null : description.network(asked);
    samples = new Sample[shape.samples()];
    for (int k = 0; k < samples.length; k++) {
      samples[k] = new Sample(rows, width);
    }
    sum = new float[rows];
    expansionSum = new float[rows];
    weight = new float[rows];
    level = new float[rows];
    slope = new float[rows * width];
    cotangent = new float[rows * width];
    second = new float[rows * width];
    points = new float[asked];
    heads = new float[asked * Rodeo.Heads.COUNT];
    base = new float[rows * distribution.parameters()];
    plain = new float[base.length];
    scored = new float[base.length];
  }

  /// What is kept of one sample between estimate and adapt.
  private static final class Sample {
    /// b − E b, N×D.
    final float[] residual;

    /// By how much x changes where a latent flips, N×D.
    final float[] flip;

    /// ⟨f′(b), b⟩, N.
    final float[] expansion;

    /// x without the mean of the others' f, N.
    final float[] rise;

    /// Ah, N.
    final float[] stein;

    Sample(int rows, int width) {
      residual = new float[rows * width];
      flip = new float[rows * width];
      expansion = new float[rows];
      rise = new float[rows];
      stein = new float[rows];
    }
  }

  @Override
  public void draw(State state, Draw draw, int from, int to) {
    for (int k = 0; k < draw.samples(); k++) {
      distribution.sample(draw, k, from, to);
    }
  }

  @Override
  public void estimate(State state, Draw draw, float[] g) {
    int n = draw.n();
    alpha = state.values()[0];
    beta = state.values()[1];
    linearize(draw);
    bind(state);
    Elementwise.fill(n, 0, sum);
    Elementwise.fill(n * width, 0, cotangent);
    for (int k = 0; k < draw.samples(); k++) {
      others.othersMean(draw, k, level);
      operate(draw, samples[k], 1f / draw.samples());
      Elementwise.add(n, sum, samples[k].stein, sum);
    }
    distribution.reverse(draw, 0, cotangent, scored);
    Elementwise.fill(n * width, 0, cotangent);
    Elementwise.fill(n * width, 0, second);
    for (int k = 0; k < draw.samples(); k++) {
      others.leaveOneOut(draw, k, weight);
      Elementwise.rowMultiplyAdd(n, width, weight, samples[k].residual, cotangent);
      Elementwise.subtract(n, sum, samples[k].stein, weight);
      Elementwise.scale(n, share(draw), weight, weight);
      Elementwise.rowMultiplyAdd(n, width, weight, samples[k].residual, second);
    }
    distribution.reverse(draw, 0, cotangent, base);
    distribution.reverse(draw, 0, second, plain);
    int count = n * distribution.parameters();
    System.arraycopy(base, 0, g, 0, count);
    Elementwise.axpy(count, -alpha, plain, g);
    Elementwise.axpy(count, beta, scored, g);
  }

  /// 1/K of the mean over the others.
  private static float share(Draw draw) {
    return 1f / (draw.samples() * (draw.samples() - 1));
  }

  private void bind(State state) {
    if (network != null) {
      network.bind(state.values(), Rodeo.NETWORK_AT);
    }
  }

  /// f and f′ at all samples, and how the others' expansions of f change at each and at its flips.
  private void linearize(Draw draw) {
    int n = draw.n();
    others.evaluate(draw);
    Elementwise.fill(n, 0, expansionSum);
    for (int k = 0; k < draw.samples(); k++) {
      float[] expansion = samples[k].expansion;
      Elementwise.rowDot(n, width, others.slope(k), draw.b()[k], expansion);
      Elementwise.add(n, expansionSum, expansion, expansionSum);
    }
    for (int k = 0; k < draw.samples(); k++) {
      Sample sample = samples[k];
      float[] b = draw.b()[k];
      distribution.residual(draw, k, sample.residual);
      others.othersSlope(draw, k, slope);
      Elementwise.rowDot(n, width, slope, b, sample.rise);
      Elementwise.subtract(n, expansionSum, sample.expansion, weight);
      Elementwise.axpy(n, -1f / (draw.samples() - 1), weight, sample.rise);
      for (int i = 0; i < n * width; i++) {
        sample.flip[i] = slope[i] * (1 - 2 * b[i]);
      }
    }
  }

  /// Ah of a sample, and A\[h·s\] in the logits times a share, added to the cotangent.
  private void operate(Draw draw, Sample sample, float share) {
    float[] learned = learned(draw, sample);
    for (int row = 0; row < draw.n(); row++) {
      int from = row * width;
      int at = row * (width + 1) * Rodeo.Heads.COUNT;
      float first = 0;
      float own = 0;
      for (int d = 0; d < width; d++) {
        float flips = Math.abs(sample.residual[from + d]);
        float change = sample.flip[from + d];
        if (network == null) {
          own += flips * change;
        } else {
          int flipped = at + (d + 1) * Rodeo.Heads.COUNT;
          first += flips * (change + (learned[flipped] - learned[at]));
          own += flips * (change + (learned[flipped + 1] - learned[at + 1]));
        }
      }
      sample.stein[row] = (network == null ? own : first) / width;
      float here = level[row] + sample.rise[row];
      for (int d = 0; d < width; d++) {
        float flipped = here + sample.flip[from + d];
        if (network != null) {
          flipped += learned[at + (d + 1) * Rodeo.Heads.COUNT + 1];
        }
        cotangent[from + d] += share / width * sample.residual[from + d] * (own - flipped);
      }
    }
  }

  /// The network at a sample and its flips, N×(D + 1)×heads; nothing where H is the identity.
  private float[] learned(Draw draw, Sample sample) {
    if (network == null) {
      return heads;
    }
    int n = draw.n();
    for (int row = 0; row < n; row++) {
      int at = row * (width + 1);
      points[at] = sample.rise[row];
      for (int d = 0; d < width; d++) {
        points[at + d + 1] = sample.rise[row] + sample.flip[row * width + d];
      }
    }
    return network.value(n * (width + 1), points);
  }

  /// ĝ is linear in α, β and every value of H.
  @Override
  public void adapt(State state, Draw draw, float[] r, float[] gphi) {
    int n = draw.n();
    int count = n * distribution.parameters();
    gphi[0] -= Reduce.dot(count, r, plain);
    gphi[1] += Reduce.dot(count, r, scored);
    if (network == null) {
      return;
    }
    distribution.tangent(draw, 0, r, cotangent);
    bind(state);
    Elementwise.fill(n, 0, sum);
    for (int k = 0; k < draw.samples(); k++) {
      Elementwise.rowDot(n, width, cotangent, samples[k].residual, weight);
      Elementwise.add(n, sum, weight, sum);
    }
    for (int k = 0; k < draw.samples(); k++) {
      Elementwise.rowDot(n, width, cotangent, samples[k].residual, weight);
      learned(draw, samples[k]);
      weighHeads(draw, samples[k]);
      network.reverse(n * (width + 1), heads, null, null, null, gphi, Rodeo.NETWORK_AT);
    }
  }

  /// Cotangents of the heads at a sample and its flips; `weight` is ⟨r, residual⟩ of the sample and
  /// `sum` that of all.
  private void weighHeads(Draw draw, Sample sample) {
    float byScore = beta / draw.samples() / width;
    float byStein = -alpha * share(draw) / width;
    for (int row = 0; row < draw.n(); row++) {
      int from = row * width;
      int at = row * (width + 1) * Rodeo.Heads.COUNT;
      float toStein = byStein * (sum[row] - weight[row]);
      float toScore = byScore * weight[row];
      float all = 0;
      for (int d = 0; d < width; d++) {
        float residual = sample.residual[from + d];
        float flips = Math.abs(residual);
        int flipped = at + (d + 1) * Rodeo.Heads.COUNT;
        heads[flipped] = toStein * flips;
        heads[flipped + 1] = toScore * flips - byScore * cotangent[from + d] * residual;
        all += flips;
      }
      heads[at] = -toStein * all;
      heads[at + 1] = -toScore * all;
    }
  }

  @Override
  public List<Term> terms() {
    return TERMS;
  }

  @Override
  public void term(int index, Draw draw, float[] out) {
    int count = draw.n() * distribution.parameters();
    switch (index) {
      case 1 -> Elementwise.scale(count, alpha, plain, out);
      case 2 -> Elementwise.scale(count, beta, scored, out);
      default -> System.arraycopy(base, 0, out, 0, count);
    }
  }

  @Override
  public float @Nullable [] objective() {
    return others.f(0);
  }
}
