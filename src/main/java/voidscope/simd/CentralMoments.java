package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Mean and central power sums of a block of floats in double precision: 16 virtual lanes,
/// neighbours first.
final class CentralMoments {
  /// As many floats as a register holds doubles.
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(Lanes.FLOAT.vectorBitSize() / 2));

  private static final VectorSpecies<Double> D =
      VectorSpecies.of(double.class, Lanes.FLOAT.vectorShape());
  private static final int L = D.length();
  private static final VectorShuffle<Double> BY_4 = rotate(4);
  private static final VectorShuffle<Double> BY_2 = rotate(2);
  private static final VectorShuffle<Double> BY_1 = rotate(1);

  private CentralMoments() {}

  private static VectorShuffle<Double> rotate(int by) {
    return VectorShuffle.fromOp(D, i -> (i + by) % D.length());
  }

  static void compute(int n, float[] x, int from, double[] out) {
    double mean = sum(n, x, from, 0, Lanes.VIRTUAL) / n;
    out[0] = mean;
    powers(n, x, from, mean, 0, Lanes.VIRTUAL, out);
  }

  /// The tree over the virtual lanes first..first+count, down to one register.
  private static double sum(int n, float[] x, int from, int first, int count) {
    if (count > L) {
      int half = count / 2;
      return sum(n, x, from, first, half) + sum(n, x, from, first + half, half);
    }
    DoubleVector a = DoubleVector.zero(D);
    for (int i = first; i < n; i += Lanes.VIRTUAL) {
      a = a.add(load(n, x, from, i));
    }
    return fold(a);
  }

  private static void powers(
      int n, float[] x, int from, double mean, int first, int count, double[] out) {
    if (count > L) {
      int half = count / 2;
      powers(n, x, from, mean, first, half, out);
      double second = out[1];
      double third = out[2];
      double fourth = out[3];
      powers(n, x, from, mean, first + half, half, out);
      out[1] = second + out[1];
      out[2] = third + out[2];
      out[3] = fourth + out[3];
      return;
    }
    DoubleVector second = DoubleVector.zero(D);
    DoubleVector third = DoubleVector.zero(D);
    DoubleVector fourth = DoubleVector.zero(D);
    for (int i = first; i < n; i += Lanes.VIRTUAL) {
      DoubleVector d = load(n, x, from, i).sub(mean);
      if (i + L > n) {
        d = d.blend(0d, D.indexInRange(i, n).not());
      }
      DoubleVector square = d.mul(d);
      second = second.add(square);
      third = square.fma(d, third);
      fourth = square.fma(square, fourth);
    }
    out[1] = fold(second);
    out[2] = fold(third);
    out[3] = fold(fourth);
  }

  private static DoubleVector load(int n, float[] x, int from, int i) {
    VectorMask<Float> m = HALF.indexInRange(i, n);
    return (DoubleVector) FloatVector.fromArray(HALF, x, from + i, m).convertShape(F2D, D, 0);
  }

  private static double fold(DoubleVector a) {
    DoubleVector s = a.add(a.rearrange(BY_1));
    if (L > 2) {
      s = s.add(s.rearrange(BY_2));
    }
    if (L > 4) {
      s = s.add(s.rearrange(BY_4));
    }
    return s.lane(0);
  }
}
