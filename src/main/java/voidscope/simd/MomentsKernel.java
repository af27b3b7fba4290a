package voidscope.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One pass of [Moments] over the elements from, from+16, … below `to` and their neighbours, as
/// many as a register holds floats: in two registers of doubles. It reads up to half a register
/// past them, which must still lie in the array.
final class MomentsKernel {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final VectorSpecies<Double> D = Lanes.DOUBLE;
  private static final int HALF = D.length();

  private MomentsKernel() {}

  static double sum(float[] x, int from, int to) {
    DoubleVector low = DoubleVector.broadcast(D, 0);
    DoubleVector high = low;
    for (int i = from; i < to; i += Lanes.VIRTUAL) {
      low = Lanes.low(FloatVector.fromArray(S, x, i)).add(low);
      high = Lanes.low(FloatVector.fromArray(S, x, i + HALF)).add(high);
    }
    return Lanes.fold(low) + Lanes.fold(high);
  }

  /// out(1), out(2), out(3) = Σd², Σd³, Σd⁴ for d = x − mean.
  static void powers(float[] x, int from, int to, double mean, double[] out) {
    DoubleVector about = DoubleVector.broadcast(D, mean);
    DoubleVector second = DoubleVector.broadcast(D, 0);
    DoubleVector third = second;
    DoubleVector fourth = second;
    DoubleVector second2 = second;
    DoubleVector third2 = second;
    DoubleVector fourth2 = second;
    for (int i = from; i < to; i += Lanes.VIRTUAL) {
      DoubleVector d = Lanes.low(FloatVector.fromArray(S, x, i)).sub(about);
      DoubleVector square = d.mul(d);
      second = square.add(second);
      third = square.fma(d, third);
      fourth = square.fma(square, fourth);
      DoubleVector e = Lanes.low(FloatVector.fromArray(S, x, i + HALF)).sub(about);
      DoubleVector square2 = e.mul(e);
      second2 = square2.add(second2);
      third2 = square2.fma(e, third2);
      fourth2 = square2.fma(square2, fourth2);
    }
    out[1] = Lanes.fold(second) + Lanes.fold(second2);
    out[2] = Lanes.fold(third) + Lanes.fold(third2);
    out[3] = Lanes.fold(fourth) + Lanes.fold(fourth2);
  }
}
