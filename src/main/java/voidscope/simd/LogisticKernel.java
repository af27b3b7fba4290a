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

  static void sample(int from, int to, float[] theta, float[] u, float[] z, float[] b) {
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector v = FloatVector.fromArray(S, u, p);
      FloatVector logit = Series.log(v.div(Lanes.all(1f).sub(v)));
      FloatVector sum = FloatVector.fromArray(S, theta, p).add(logit);
      Lanes.store(sum, z, p, i);
      Lanes.store(Lanes.all(0f).blend(Lanes.all(1f), sum.compare(GT, Lanes.all(0f))), b, p, i);
    }
  }

  /// The conditional path in passes, so that each stays within the compiler's budget. First, zt =
  /// e^{sθ}, where s is b's side and sθ is held below the limit.
  static void side(int n, float[] theta, float[] b, float[] zt) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector t = FloatVector.fromArray(S, theta, p);
      t = t.neg().blend(t, up);
      t = t.blend(Lanes.all(Logistic.FAR), t.compare(GT, Lanes.all(Logistic.FAR)));
      Lanes.store(Series.exp(t), zt, p, i);
    }
  }

  /// Second, from e^{sθ}: the slope.
  static void slope(int n, float[] v, float[] b, float[] odds, float[] slope) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector x = FloatVector.fromArray(S, v, p);
      FloatVector we = Lanes.all(1f).sub(x).blend(x, up).mul(FloatVector.fromArray(S, odds, p));
      Lanes.store(we.div(Lanes.all(1f).add(we)), slope, p, i);
    }
  }

  /// Third, from zt = e^{sθ}: zt = 1 + q.
  static void odds(int n, float[] v, float[] b, float[] zt) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector x = FloatVector.fromArray(S, v, p);
      FloatVector y = Lanes.all(1f).sub(x);
      FloatVector w = y.blend(x, up);
      FloatVector sum = w.add(w.mul(FloatVector.fromArray(S, zt, p)));
      Lanes.store(Lanes.all(1f).add(sum.div(x.blend(y, up))), zt, p, i);
    }
  }

  /// Last, from zt = ln(1 + q): zt = ±(zt + what sθ exceeds the limit by), of the sign of b.
  static void sign(int n, float[] theta, float[] b, float[] zt) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector t = FloatVector.fromArray(S, theta, p);
      t = t.neg().blend(t, up);
      FloatVector near = t.blend(Lanes.all(Logistic.FAR), t.compare(GT, Lanes.all(Logistic.FAR)));
      FloatVector z = FloatVector.fromArray(S, zt, p).add(t.sub(near));
      Lanes.store(z.neg().blend(z, up), zt, p, i);
    }
  }

  static void couple(int n, float[] theta, float[] u, float[] b, float[] v) {
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      VectorMask<Float> up = FloatVector.fromArray(S, b, p).compare(GT, Lanes.all(0.5f));
      FloatVector t = FloatVector.fromArray(S, theta, p);
      FloatVector e = Series.exp(t.blend(t.neg(), up));
      FloatVector x = FloatVector.fromArray(S, u, p);
      FloatVector y = x.blend(Lanes.all(1f).sub(x), up);
      y = y.fma(e, y);
      y = y.blend(Lanes.all(1f).sub(y), up);
      y = y.blend(Lanes.all(Logistic.LEAST), y.compare(LT, Lanes.all(Logistic.LEAST)));
      Lanes.store(
          y.blend(Lanes.all(Logistic.MOST), y.compare(GT, Lanes.all(Logistic.MOST))), v, p, i);
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
}
