package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [Logistic] for at least a vector of elements.
final class LogisticKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private LogisticKernel() {}

  /// The sample in two passes, so that each stays within the compiler's budget: first z.
  static void sample(int from, int to, float[] theta, float[] u, float[] z) {
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector noise = FloatVector.fromArray(S, u, p);
      VectorMask<Float> low = noise.compare(GT, Lanes.all(0f));
      FloatVector a = noise.neg().blend(noise, low);
      FloatVector t = FloatVector.fromArray(S, theta, p);
      FloatVector side = Series.log(a.div(Lanes.all(1f).sub(a)), t.neg().blend(t, low));
      Lanes.store(side.neg().blend(side, low), z, p, i);
    }
  }

  /// Then b.
  static void step(int from, int to, float[] z, float[] b) {
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      VectorMask<Float> up = FloatVector.fromArray(S, z, p).compare(GT, Lanes.all(0f));
      Lanes.store(Lanes.all(0f).blend(Lanes.all(1f), up), b, p, i);
    }
  }

  /// The conditional path in passes, so that each stays within the compiler's budget. First, zt = m
  /// = e^−|θ|.
  static void decay(int n, float[] theta, float[] zt) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector t = FloatVector.fromArray(S, theta, p);
      Lanes.store(Series.exp(t.neg().blend(t, t.compare(LT, Lanes.all(0f)))), zt, p, i);
    }
  }

  /// Second, from zt = m: the slope x/y, and zt = y/(1−v).
  static void slope(int n, float[] theta, float[] v, float[] b, float[] zt, float[] slope) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector noise = FloatVector.fromArray(S, v, p);
      FloatVector seen = noise.neg().blend(noise, up);
      VectorMask<Float> low = seen.compare(GT, Lanes.all(0f));
      FloatVector a = seen.neg().blend(seen, low);
      FloatVector rest = Lanes.all(1f).sub(a);
      FloatVector t = FloatVector.fromArray(S, theta, p);
      VectorMask<Float> likely = t.neg().blend(t, up).compare(GT, Lanes.all(0f));
      FloatVector m = FloatVector.fromArray(S, zt, p);
      FloatVector near = rest.blend(a, low);
      FloatVector x = near.mul(m).blend(near, likely);
      FloatVector y = x.add(Lanes.all(1f).blend(m, likely));
      FloatVector odds = y.div(a.blend(rest, low));
      Lanes.store(x.div(y), slope, p, i);
      Lanes.store(odds, zt, p, i);
    }
  }

  /// Last, from zt = y/(1−v): the path.
  static void path(int n, float[] theta, float[] b, float[] zt) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector t = FloatVector.fromArray(S, theta, p);
      t = t.neg().blend(t, up);
      t = t.blend(Lanes.all(0f), t.compare(LT, Lanes.all(0f)));
      FloatVector z = Series.log(FloatVector.fromArray(S, zt, p), t);
      z = z.blend(Lanes.all(0f), z.compare(LT, Lanes.all(0f)));
      Lanes.store(z.neg().blend(z, up), zt, p, i);
    }
  }

  /// The coupled noise in two passes: first v = e = e^−t.
  static void odds(int n, float[] theta, float[] b, float[] v) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector t = FloatVector.fromArray(S, theta, p);
      Lanes.store(Series.exp(t.blend(t.neg(), up)), v, p, i);
    }
  }

  /// Then v from that.
  static void couple(int n, float[] u, float[] b, float[] v) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector e = FloatVector.fromArray(S, v, p);
      FloatVector noise = FloatVector.fromArray(S, u, p);
      FloatVector seen = noise.neg().blend(noise, up);
      VectorMask<Float> low = seen.compare(GT, Lanes.all(0f));
      FloatVector a = seen.neg().blend(seen, low);
      FloatVector x = a.fma(e, a).sub(Lanes.all(0f).blend(e, low));
      VectorMask<Float> turn = x.compare(GT, Lanes.all(0.5f));
      x = x.blend(Lanes.all(1f).sub(x), turn);
      x = x.blend(Lanes.all(Noise.LEAST), x.compare(LT, Lanes.all(Noise.LEAST)));
      FloatVector signed = x.neg().blend(x, low.xor(turn));
      Lanes.store(signed.neg().blend(signed, up), v, p, i);
    }
  }

  static void score(int n, float[] theta, float[] b, float[] s) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector t = FloatVector.fromArray(S, theta, p);
      FloatVector q = Series.sigmoid(t.blend(t.neg(), up));
      Lanes.store(q.neg().blend(q, up), s, p, i);
    }
  }

  static void reverseMean(int n, float[] theta, float[] cm, float[] g) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector t = FloatVector.fromArray(S, theta, p);
      FloatVector m = Series.exp(t.neg().blend(t, t.compare(LT, Lanes.all(0f))));
      FloatVector r = Lanes.all(1f).div(m.add(Lanes.all(1f)));
      FloatVector variance = m.mul(r).mul(r);
      Lanes.store(FloatVector.fromArray(S, cm, p).mul(variance), g, p, i);
    }
  }
}
