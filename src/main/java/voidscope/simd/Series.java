package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// The polynomials under the transcendental functions: minimax fits of our own, evaluated by fused
/// multiply-adds only, so that the interpreter, the compiler and every vector width give the same
/// bits (the library's functions do not).
///
/// A caller stays below about 60 vector calls, these included: past that the compiler no longer
/// inlines them and boxes.
final class Series {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;

  private static final float LOG2_E = 1.442695f;
  private static final float LN2 = 0.6931472f;
  private static final float LN2_HIGH = 0x1.63p-1f;
  private static final float LN2_LOW = -2.1219444e-4f;

  /// Adding 1.5·2²³ rounds to an integer that then stands in the low bits.
  private static final float ROUND = 12582912f;

  private static final float LEAST = -87.33f;
  private static final float MOST = 88.37f;
  private static final int ONE = 0x3f800000;
  private static final int TWO_THIRDS = 0x3f2aaaab;

  private Series() {}

  /// e^x, relative error below 1.1e-7; x is cut to [-87.33, 88.37], so the result is never 0 and
  /// never infinite.
  static FloatVector exp(FloatVector x) {
    FloatVector c = x.blend(LEAST, x.compare(LT, LEAST));
    c = c.blend(MOST, c.compare(GT, MOST));
    FloatVector t = c.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, ROUND));
    FloatVector k = t.sub(ROUND);
    FloatVector r = k.fma(FloatVector.broadcast(S, -LN2_HIGH), c);
    r = k.fma(FloatVector.broadcast(S, -LN2_LOW), r);
    FloatVector scale = t.reinterpretAsInts().lanewise(LSHL, 23).add(ONE).reinterpretAsFloats();
    return excess(r).fma(scale, scale);
  }

  /// e^x − 1, relative error below 3e-7; x cut as in [#exp].
  static FloatVector expm1(FloatVector x) {
    FloatVector c = x.blend(LEAST, x.compare(LT, LEAST));
    c = c.blend(MOST, c.compare(GT, MOST));
    FloatVector t = c.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, ROUND));
    FloatVector k = t.sub(ROUND);
    FloatVector r = k.fma(FloatVector.broadcast(S, -LN2_HIGH), c);
    r = k.fma(FloatVector.broadcast(S, -LN2_LOW), r);
    FloatVector scale = t.reinterpretAsInts().lanewise(LSHL, 23).add(ONE).reinterpretAsFloats();
    return excess(r).fma(scale, scale.sub(1f));
  }

  /// e^r − 1 for |r| at most ln 2 / 2.
  private static FloatVector excess(FloatVector r) {
    FloatVector p = FloatVector.broadcast(S, 0.00138146f);
    p = p.fma(r, FloatVector.broadcast(S, 0.00836872f));
    p = p.fma(r, FloatVector.broadcast(S, 0.04166839f));
    p = p.fma(r, FloatVector.broadcast(S, 0.16666521f));
    p = p.fma(r, FloatVector.broadcast(S, 0.49999994f));
    return p.fma(r.mul(r), r);
  }

  /// ln x for a normal positive x, about 1 ulp; meaningless (but finite) for 0, subnormals,
  /// negatives, infinity and NaN.
  static FloatVector log(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector k = bits.sub(TWO_THIRDS).lanewise(ASHR, 23);
    FloatVector f = bits.sub(k.lanewise(LSHL, 23)).reinterpretAsFloats().sub(1f);
    FloatVector p = FloatVector.broadcast(S, -0.12891683f);
    p = p.fma(f, FloatVector.broadcast(S, 0.13984437f));
    p = p.fma(f, FloatVector.broadcast(S, -0.12184261f));
    p = p.fma(f, FloatVector.broadcast(S, 0.1400587f));
    p = p.fma(f, FloatVector.broadcast(S, -0.16680487f));
    p = p.fma(f, FloatVector.broadcast(S, 0.20010406f));
    p = p.fma(f, FloatVector.broadcast(S, -0.24999797f));
    p = p.fma(f, FloatVector.broadcast(S, 0.33333215f));
    p = p.fma(f, FloatVector.broadcast(S, -0.5f));
    p = p.fma(f.mul(f), f);
    return ((FloatVector) k.convert(I2F, 0)).fma(FloatVector.broadcast(S, LN2), p);
  }

  /// ln(1 + q) for q ≥ 0: the logarithm of the rounded sum, corrected by what the rounding lost.
  static FloatVector log1p(FloatVector q) {
    FloatVector u = q.add(1f);
    return log(u).add(q.sub(u.sub(1f)).div(u));
  }

  /// 1 / (1 + e^−x).
  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = exp(x.neg());
    return FloatVector.broadcast(S, 1f).div(e.add(1f));
  }

  /// tanh x, at most 5 ulp, never above 1 in magnitude: an odd rational function, x cut to ±7.9.
  static FloatVector tanh(FloatVector x) {
    FloatVector c = x.blend(-7.9f, x.compare(LT, -7.9f));
    c = c.blend(7.9f, c.compare(GT, 7.9f));
    FloatVector u = c.mul(c);
    FloatVector p = FloatVector.broadcast(S, 2.41056e-11f);
    p = p.fma(u, FloatVector.broadcast(S, -1.490643e-8f));
    p = p.fma(u, FloatVector.broadcast(S, 9.939257e-6f));
    p = p.fma(u, FloatVector.broadcast(S, 0.0029921054f));
    p = p.fma(u, FloatVector.broadcast(S, 0.12984918f));
    p = p.fma(u, FloatVector.broadcast(S, 1f));
    FloatVector q = FloatVector.broadcast(S, 2.3808796e-4f);
    q = q.fma(u, FloatVector.broadcast(S, 0.024053128f));
    q = q.fma(u, FloatVector.broadcast(S, 0.46318236f));
    q = q.fma(u, FloatVector.broadcast(S, 1f));
    return c.mul(p).div(q);
  }
}
