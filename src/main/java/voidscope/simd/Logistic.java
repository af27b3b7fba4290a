package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Bernoulli latents by their logistic noise: θ is a logit, p = σ(θ), b = 1 where z = θ + logit(u)
/// > 0.
///
/// All arrays hold n floats; u and v lie in the open interval (0, 1), b is 0 or 1; outputs may be
/// inputs. Every formula is written once, for the side s = 2b−1 that the sample fell on, in E =
/// e^{sθ} and the noise seen from that side: the two cases are mirror images, and neither ever
/// takes the logarithm of 0 or a difference of nearly equal numbers.
public final class Logistic {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  /// Past this sθ is added outside the logarithm: E stays finite even divided by the smallest
  /// noise.
  private static final float FAR = 60f;

  private static final float LEAST = 0x1p-24f;
  private static final float MOST = 1f - 0x1p-24f;

  private Logistic() {}

  /// z = θ + logit(u), b = 1 where z > 0 and else 0; z and b overwritten.
  public static void sample(int n, float[] theta, float[] u, float[] z, float[] b) {
    sample(0, n, theta, u, z, b);
  }

  /// The same for the elements `from` to `to`−1 only.
  public static void sample(int from, int to, float[] theta, float[] u, float[] z, float[] b) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = from; i < to; i += L) {
      VectorMask<Float> m = S.indexInRange(i, to);
      FloatVector v = FloatVector.fromArray(S, u, i, m);
      FloatVector logit = Series.log(v.div(one.sub(v)));
      FloatVector sum = FloatVector.fromArray(S, theta, i, m).add(logit);
      sum.intoArray(z, i, m);
      FloatVector.zero(S).blend(1f, sum.compare(GT, 0f)).intoArray(b, i, m);
    }
  }

  /// The conditional path z̃ given b, from fresh noise v, and its derivative by θ.
  ///
  /// For b = 1: v' = (1−p) + v·p and slope = p·v/v'; for b = 0: v' = v·(1−p) and slope =
  /// (1−p)(1−v)/(1−v'); either way z̃ = θ + logit(v'), of b's sign. Computed as z̃ = s·ln(1 + q), q
  /// = w(1+E)/(1−w), slope = wE/(1+wE), with w = v for b = 1 and 1−v for b = 0. zt and slope
  /// overwritten.
  public static void conditional(
      int n, float[] theta, float[] v, float[] b, float[] zt, float[] slope) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      VectorMask<Float> up = FloatVector.fromArray(S, b, i, m).compare(GT, 0.5f);
      FloatVector t = FloatVector.fromArray(S, theta, i, m);
      t = t.neg().blend(t, up);
      FloatVector near = t.blend(FAR, t.compare(GT, FAR));
      FloatVector e = Series.exp(near);
      FloatVector x = FloatVector.fromArray(S, v, i, m);
      FloatVector y = FloatVector.broadcast(S, 1f).sub(x);
      FloatVector w = y.blend(x, up);
      FloatVector we = w.mul(e);
      FloatVector z = Series.log1p(w.add(we).div(x.blend(y, up))).add(t.sub(near));
      z.neg().blend(z, up).intoArray(zt, i, m);
      we.div(we.add(1f)).intoArray(slope, i, m);
    }
  }

  /// ∂z̃/∂θ at fixed b and v, as in [#conditional]; slope overwritten.
  public static void slope(int n, float[] theta, float[] v, float[] b, float[] slope) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      VectorMask<Float> up = FloatVector.fromArray(S, b, i, m).compare(GT, 0.5f);
      FloatVector t = FloatVector.fromArray(S, theta, i, m);
      t = t.neg().blend(t, up);
      FloatVector e = Series.exp(t.blend(FAR, t.compare(GT, FAR)));
      FloatVector x = FloatVector.fromArray(S, v, i, m);
      FloatVector we = FloatVector.broadcast(S, 1f).sub(x).blend(x, up).mul(e);
      we.div(we.add(1f)).intoArray(slope, i, m);
    }
  }

  /// The noise v under which the conditional path passes through the sample itself: v = (u−(1−p))/p
  /// for b = 1 and u/(1−p) for b = 0, cut to [2⁻²⁴, 1−2⁻²⁴]; v overwritten.
  public static void couple(int n, float[] theta, float[] u, float[] b, float[] v) {
    FloatVector one = FloatVector.broadcast(S, 1f);
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      VectorMask<Float> up = FloatVector.fromArray(S, b, i, m).compare(GT, 0.5f);
      FloatVector t = FloatVector.fromArray(S, theta, i, m);
      FloatVector e = Series.exp(t.blend(t.neg(), up));
      FloatVector x = FloatVector.fromArray(S, u, i, m);
      FloatVector y = x.blend(one.sub(x), up);
      y = y.fma(e, y);
      y = y.blend(one.sub(y), up);
      y = y.blend(LEAST, y.compare(LT, LEAST));
      y.blend(MOST, y.compare(GT, MOST)).intoArray(v, i, m);
    }
  }

  /// s = b − σ(θ), the derivative of the log-likelihood by θ; s overwritten.
  public static void score(int n, float[] theta, float[] b, float[] s) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> m = S.indexInRange(i, n);
      VectorMask<Float> up = FloatVector.fromArray(S, b, i, m).compare(GT, 0.5f);
      FloatVector t = FloatVector.fromArray(S, theta, i, m);
      FloatVector p = Series.sigmoid(t.blend(t.neg(), up));
      p.neg().blend(p, up).intoArray(s, i, m);
    }
  }
}
