package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// [Normal] for at least a vector of elements, in two passes so that each stays within the
/// compiler's budget.
final class NormalKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  static final float CENTRE = 0.180625f;
  static final float A0 = 3.3871327179f;
  static final float A1 = 50.434271938f;
  static final float A2 = 159.29113202f;
  static final float A3 = 59.109374720f;
  static final float B1 = 17.895169469f;
  static final float B2 = 78.757757664f;
  static final float B3 = 67.187563600f;
  static final float SHIFT = 1.6f;
  static final float C0 = 1.423438f;
  static final float C1 = 2.6934831f;
  static final float C2 = 1.2050772f;
  static final float C3 = 0.14444749f;
  static final float D1 = 0.69252843f;
  static final float D2 = 0.102055438f;

  private NormalKernel() {}

  /// First, the magnitude far from the middle, a rational function of √(−ln distance).
  static void tail(int from, int to, float[] u, float[] y) {
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector x = FloatVector.fromArray(S, u, p);
      FloatVector least = x.blend(x.neg(), x.compare(LT, Lanes.all(0f)));
      FloatVector t = Series.log(least).neg().sqrt().sub(Lanes.all(SHIFT));
      FloatVector above = t.fma(Lanes.all(C3), Lanes.all(C2));
      above = above.fma(t, Lanes.all(C1));
      above = above.fma(t, Lanes.all(C0));
      FloatVector below = t.fma(Lanes.all(D2), Lanes.all(D1)).fma(t, Lanes.all(1f));
      Lanes.store(above.div(below), y, p, i);
    }
  }

  /// Second, from y = that: the quantile.
  static void quantile(int from, int to, float[] u, float[] y) {
    for (int i = from; i < to; i += L) {
      int p = Math.min(i, to - L);
      FloatVector x = FloatVector.fromArray(S, u, p);
      VectorMask<Float> high = x.compare(LT, Lanes.all(0f));
      FloatVector q = x.blend(x.neg(), high).sub(Lanes.all(0.5f));
      FloatVector r = q.neg().fma(q, Lanes.all(CENTRE));
      FloatVector above = r.fma(Lanes.all(A3), Lanes.all(A2));
      above = above.fma(r, Lanes.all(A1));
      above = above.fma(r, Lanes.all(A0));
      FloatVector below = r.fma(Lanes.all(B3), Lanes.all(B2));
      below = below.fma(r, Lanes.all(B1));
      below = below.fma(r, Lanes.all(1f));
      FloatVector tail = FloatVector.fromArray(S, y, p);
      FloatVector low = q.mul(above).div(below).blend(tail.neg(), r.compare(LT, Lanes.all(0f)));
      Lanes.store(low.blend(low.neg(), high), y, p, i);
    }
  }
}
