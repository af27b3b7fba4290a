package voidscope.estimator;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.distribution.Relaxable;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;

/// Two antithetic samples of Bernoulli latents, b₁ from noise u and b₂ from 1 − u,
///
///     ARM:     ĝ = (f(b₁) − f(b₂))·(u − ½)
///     DisARM:  ĝ = ½(f(b₁) − f(b₂))·(−1)^b₂·1[b₁ ≠ b₂]·σ(|θ|)
///
/// with f of the whole samples and the rest a latent at a time (Yin and Zhou 2019; Dong et al.
/// 2020, at the same time as Yin et al.'s U2G). DisARM is the mean of ARM over u given b₁ and b₂,
/// hence never worse. Unbiased; two evaluations of f, which may be a black box.
///
/// @param integrated whether u is integrated out, as DisARM does
public record Antithetic(boolean integrated) implements Estimator {
  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.DISCRETE, Capability.BERNOULLI, Capability.REPEATABLE);
  }

  @Override
  public int evaluations() {
    return 2;
  }

  @Override
  public int samples() {
    return 2;
  }

  @Override
  public boolean oneNoise() {
    return true;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    return new State.Layout().allocate();
  }

  @Override
  public Pass pass(Shape shape, Objective objective) {
    demand(objective);
    return new PairPass(shape, objective);
  }

  private final class PairPass implements Pass {
    private final Relaxable distribution;
    private final Objective objective;
    private final float[] f1;
    private final float[] f2;
    private final float[] mean;
    private final float[] weight;
    private final float[] part;

    PairPass(Shape shape, Objective objective) {
      this.objective = objective;
      distribution = shape.relaxable();
      f1 = new float[shape.rows()];
      f2 = new float[shape.rows()];
      mean = new float[shape.rows() * distribution.width()];
      weight = new float[mean.length];
      part = new float[shape.rows() * distribution.parameters()];
    }

    @Override
    public void draw(State state, Draw draw, int from, int to) {
      int noise = distribution.noise();
      for (int k = 0; k + 1 < draw.samples(); k += 2) {
        float[] u = draw.u()[k];
        float[] other = draw.u()[k + 1];
        for (int i = from * noise; i < to * noise; i++) {
          other[i] = -u[i];
        }
        distribution.sample(draw, k, from, to);
        distribution.sample(draw, k + 1, from, to);
      }
    }

    @Override
    public void estimate(State state, Draw draw, float[] g) {
      int n = draw.n();
      int count = n * distribution.parameters();
      Elementwise.fill(count, 0, g);
      if (integrated) {
        distribution.mean(draw, mean);
      }
      // The first pair comes last: its f is what objective() tells.
      for (int k = draw.samples() - 2; k >= 0; k -= 2) {
        objective.value(draw, k + 1, f2);
        objective.value(draw, k, f1);
        weigh(draw, k);
        distribution.reverse(draw, k, weight, part);
        Elementwise.add(count, g, part, g);
      }
    }

    private void weigh(Draw draw, int k) {
      int width = distribution.width();
      float share = 2f / draw.samples();
      for (int row = 0; row < draw.n(); row++) {
        float difference = share * (f1[row] - f2[row]);
        for (int i = row * width; i < (row + 1) * width; i++) {
          if (integrated) {
            // (−1)^b₂·1[b₁ ≠ b₂] is b₁ − b₂, and σ(|θ|) the greater of p and 1 − p.
            float sign = draw.b()[k][i] - draw.b()[k + 1][i];
            weight[i] = 0.5f * difference * sign * Math.max(mean[i], 1 - mean[i]);
          } else {
            // u − ½ of signed noise.
            float u = draw.u()[k][i];
            weight[i] = difference * (u - Math.copySign(0.5f, u));
          }
        }
      }
    }

    @Override
    public float @Nullable [] objective() {
      return f1;
    }
  }
}
