package voidscope.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Mean and central power sums of a block of floats in double precision, in the order of [Reduce].
final class MomentsKernel {
  private static final VectorSpecies<Double> D =
      VectorSpecies.of(double.class, Lanes.FLOAT.vectorShape());
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final int L = Lanes.LENGTH;

  private MomentsKernel() {}

  static void compute(int n, float[] x, int from, double[] out) {
    int to = from + n;
    int whole = from + (n & -Lanes.VIRTUAL);
    double rest = 0;
    for (int i = whole; i < to; i++) {
      rest += x[i];
    }
    double mean = (sum(x, from, whole) + rest) / n;
    powers(x, from, whole, Lanes.VIRTUAL, mean, out);
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = whole; i < to; i++) {
      double d = x[i] - mean;
      double square = d * d;
      second += square;
      third = Math.fma(square, d, third);
      fourth = Math.fma(square, square, fourth);
    }
    out[0] = mean;
    out[1] += second;
    out[2] += third;
    out[3] += fourth;
  }

  /// The tree over 16 virtual lanes, as many registers as it takes.
  private static double sum(float[] x, int from, int to) {
    if (L == 16) {
      return lanes(x, from, to);
    }
    if (L == 8) {
      return lanes(x, from, to) + lanes(x, from + 8, to);
    }
    return (lanes(x, from, to) + lanes(x, from + 4, to))
        + (lanes(x, from + 8, to) + lanes(x, from + 12, to));
  }

  private static double lanes(float[] x, int from, int to) {
    DoubleVector low = DoubleVector.zero(D);
    DoubleVector high = DoubleVector.zero(D);
    for (int i = from; i < to; i += Lanes.VIRTUAL) {
      FloatVector v = FloatVector.fromArray(S, x, i);
      low = low.add(Lanes.low(v));
      high = high.add(Lanes.high(v));
    }
    return Lanes.fold(low) + Lanes.fold(high);
  }

  /// The same tree for the powers, halved down to registers.
  private static void powers(float[] x, int from, int to, int lanes, double mean, double[] out) {
    if (lanes == L) {
      registerPowers(x, from, to, mean, out);
      return;
    }
    int half = lanes / 2;
    powers(x, from, to, half, mean, out);
    double second = out[1];
    double third = out[2];
    double fourth = out[3];
    powers(x, from + half, to, half, mean, out);
    out[1] = second + out[1];
    out[2] = third + out[2];
    out[3] = fourth + out[3];
  }

  private static void registerPowers(float[] x, int from, int to, double mean, double[] out) {
    DoubleVector about = DoubleVector.broadcast(D, mean);
    DoubleVector second = DoubleVector.zero(D);
    DoubleVector third = DoubleVector.zero(D);
    DoubleVector fourth = DoubleVector.zero(D);
    DoubleVector second2 = DoubleVector.zero(D);
    DoubleVector third2 = DoubleVector.zero(D);
    DoubleVector fourth2 = DoubleVector.zero(D);
    for (int i = from; i < to; i += Lanes.VIRTUAL) {
      FloatVector v = FloatVector.fromArray(S, x, i);
      DoubleVector d = Lanes.low(v).sub(about);
      DoubleVector square = d.mul(d);
      second = second.add(square);
      third = square.fma(d, third);
      fourth = square.fma(square, fourth);
      DoubleVector e = Lanes.high(v).sub(about);
      DoubleVector square2 = e.mul(e);
      second2 = second2.add(square2);
      third2 = square2.fma(e, third2);
      fourth2 = square2.fma(square2, fourth2);
    }
    out[1] = Lanes.fold(second) + Lanes.fold(second2);
    out[2] = Lanes.fold(third) + Lanes.fold(third2);
    out[3] = Lanes.fold(fourth) + Lanes.fold(fourth2);
  }
}
