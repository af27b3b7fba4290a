package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [Shallow] in vectors. The last vector of samples overlaps the one before it and writes the same
/// values again.
final class ShallowKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private ShallowKernel() {}

  static void value(int n, int units, float[] phi, int at, float[] x, float[] h, float[] y) {
    FloatVector zero = Lanes.all(0f);
    int b = at + units;
    int v = b + units;
    float c = phi[v + units];
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector input = FloatVector.fromArray(S, x, p);
      FloatVector sum = zero;
      for (int k = 0; k < units; k++) {
        FloatVector a = Lanes.all(phi[b + k]).add(input.fma(Lanes.all(phi[at + k]), zero));
        FloatVector activated = Series.tanh(a);
        activated.intoArray(h, k * n + p);
        sum = activated.fma(Lanes.all(phi[v + k]), sum);
      }
      Lanes.all(c).add(sum).intoArray(y, p);
    }
  }

  static void reverseInput(
      int n, int units, float[] phi, int at, float[] g, float[] h, float[] gx) {
    FloatVector zero = Lanes.all(0f);
    FloatVector one = Lanes.all(1f);
    int v = at + 2 * units;
    for (int i = 0; i < n; i += L) {
      int p = Math.min(i, n - L);
      FloatVector output = FloatVector.fromArray(S, g, p);
      FloatVector sum = zero;
      for (int k = 0; k < units; k++) {
        FloatVector activated = FloatVector.fromArray(S, h, k * n + p);
        FloatVector slope = activated.neg().fma(activated, one);
        FloatVector back = zero.add(output.fma(Lanes.all(phi[v + k]), zero));
        sum = slope.mul(back).fma(Lanes.all(phi[at + k]), sum);
      }
      Lanes.store(zero.add(sum), gx, p, i);
    }
  }

  /// h of one sample, in whole vectors: what stands past the last unit is finite, and nobody's.
  static void units(int units, float[] phi, int at, float x, float[] h) {
    FloatVector input = Lanes.all(x);
    for (int k = 0; k < units; k += L) {
      FloatVector a = FloatVector.fromArray(S, phi, at + k).fma(input, Lanes.all(0f));
      Series.tanh(FloatVector.fromArray(S, phi, at + units + k).add(a)).intoArray(h, k);
    }
  }
}
