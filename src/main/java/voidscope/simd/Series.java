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
/// bits (the library's functions do not). [Scalar] is their twin for one number.
///
/// A caller stays below about 60 vector calls, these included: past that the compiler no longer
/// inlines them and boxes.
final class Series {
  private static final VectorSpecies<Float> S = Lanes.FLOAT;
  private static final VectorSpecies<Integer> I = Lanes.INT;

  static final float LOG2_E = 1.442695f;
  static final float LN2 = 0.6931472f;
  static final float LN2_HIGH = 0x1.63p-1f;
  static final float LN2_LOW = -2.1219444e-4f;

  /// Adding 1.5·2²³ rounds to an integer that then stands in the low bits.
  static final float ROUND = 12582912f;

  static final float LEAST = -87.33f;
  static final float MOST = 88.37f;
  static final int ONE = 0x3f800000;
  static final int TWO_THIRDS = 0x3f2aaaab;

  /// e^r = 1 + r + E2·r² + … for |r| at most ln 2 / 2.
  static final float E2 = 0.49999994f;

  static final float E3 = 0.16666521f;
  static final float E4 = 0.04166839f;
  static final float E5 = 0.00836872f;
  static final float E6 = 0.00138146f;

  /// ln(1 + f) = f − f²/2 + L3·f³ + … for |f| at most 1/3.
  static final float L3 = 0.33333215f;

  static final float L4 = -0.24999797f;
  static final float L5 = 0.20010406f;
  static final float L6 = -0.16680487f;
  static final float L7 = 0.1400587f;
  static final float L8 = -0.12184261f;
  static final float L9 = 0.13984437f;
  static final float L10 = -0.12891683f;

  /// tanh x = x(1 + P3·x² + …)/(1 + Q2·x² + …) for |x| at most FAR.
  static final float P3 = 0.12984918f;

  static final float P5 = 0.0029921054f;
  static final float P7 = 9.939257e-6f;
  static final float P9 = -1.490643e-8f;
  static final float P11 = 2.41056e-11f;
  static final float Q2 = 0.46318236f;
  static final float Q4 = 0.024053128f;
  static final float Q6 = 2.3808796e-4f;
  static final float FAR = 7.9f;

  private Series() {}

  /// e^x, relative error below 1.2e-7; x is cut to [-87.33, 88.37], so the result is never 0 and
  /// never infinite.
  static FloatVector exp(FloatVector x) {
    FloatVector c = cut(x, LEAST, MOST);
    FloatVector t = c.fma(all(LOG2_E), all(ROUND));
    FloatVector scale = scale(t);
    return excess(t, c).fma(scale, scale);
  }

  /// e^x − 1, relative error below 3e-7; x cut as in [#exp].
  static FloatVector expm1(FloatVector x) {
    return exp(x, all(1f));
  }

  /// e^x − less, less being 0 or 1.
  static FloatVector exp(FloatVector x, FloatVector less) {
    FloatVector c = cut(x, LEAST, MOST);
    FloatVector t = c.fma(all(LOG2_E), all(ROUND));
    FloatVector scale = scale(t);
    return excess(t, c).fma(scale, scale.sub(less));
  }

  /// 2^k for the k in the low bits of t.
  private static FloatVector scale(FloatVector t) {
    return t.reinterpretAsInts()
        .lanewise(LSHL, 23)
        .add(IntVector.broadcast(I, ONE))
        .reinterpretAsFloats();
  }

  /// e^r − 1 for r = c − k·ln 2.
  private static FloatVector excess(FloatVector t, FloatVector c) {
    FloatVector k = t.sub(all(ROUND));
    FloatVector r = k.fma(all(-LN2_LOW), k.fma(all(-LN2_HIGH), c));
    FloatVector p = all(E6).fma(r, all(E5));
    p = p.fma(r, all(E4));
    p = p.fma(r, all(E3));
    p = p.fma(r, all(E2));
    return p.fma(r.mul(r), r);
  }

  /// ln x for a normal positive x, about 1 ulp; meaningless (but finite) for 0, subnormals,
  /// negatives, infinity and NaN.
  static FloatVector log(FloatVector x) {
    IntVector k = exponent(x);
    return all(LN2).fma((FloatVector) k.convert(I2F, 0), mantissa(x, k));
  }

  /// base + ln x for such an x: where the two nearly cancel the error is that of ln x's fraction,
  /// below 1e-7, and not that of two great numbers.
  static FloatVector log(FloatVector x, FloatVector base) {
    IntVector k = exponent(x);
    FloatVector whole = (FloatVector) k.convert(I2F, 0);
    FloatVector rest = all(LN2_LOW).fma(whole, mantissa(x, k));
    return all(LN2_HIGH).fma(whole, base).add(rest);
  }

  /// The k for which x·2^−k lies between 2/3 and 4/3.
  private static IntVector exponent(FloatVector x) {
    return x.reinterpretAsInts().sub(IntVector.broadcast(I, TWO_THIRDS)).lanewise(ASHR, 23);
  }

  /// ln(x·2^−k).
  private static FloatVector mantissa(FloatVector x, IntVector k) {
    FloatVector f =
        x.reinterpretAsInts().sub(k.lanewise(LSHL, 23)).reinterpretAsFloats().sub(all(1f));
    FloatVector p = all(L10).fma(f, all(L9));
    p = p.fma(f, all(L8));
    p = p.fma(f, all(L7));
    p = p.fma(f, all(L6));
    p = p.fma(f, all(L5));
    p = p.fma(f, all(L4));
    p = p.fma(f, all(L3));
    p = p.fma(f, all(-0.5f));
    return p.fma(f.mul(f), f);
  }

  /// ln(1 + q) for q ≥ 0: the logarithm of the rounded sum, corrected by what the rounding lost.
  static FloatVector log1p(FloatVector q) {
    FloatVector u = q.add(all(1f));
    return q.sub(u.sub(all(1f))).div(u).add(log(u));
  }

  /// 1 / (1 + e^−x).
  static FloatVector sigmoid(FloatVector x) {
    return all(1f).div(exp(x.neg()).add(all(1f)));
  }

  /// tanh x, at most 5 ulp, never above 1 in magnitude: an odd rational function, x cut to ±7.9.
  static FloatVector tanh(FloatVector x) {
    FloatVector c = cut(x, -FAR, FAR);
    FloatVector u = c.mul(c);
    FloatVector p = all(P11).fma(u, all(P9));
    p = p.fma(u, all(P7));
    p = p.fma(u, all(P5));
    p = p.fma(u, all(P3));
    p = p.fma(u, all(1f));
    FloatVector q = all(Q6).fma(u, all(Q4));
    q = q.fma(u, all(Q2));
    q = q.fma(u, all(1f));
    return c.mul(p).div(q);
  }

  private static FloatVector cut(FloatVector x, float least, float most) {
    FloatVector c = x.blend(all(least), x.compare(LT, all(least)));
    return c.blend(all(most), c.compare(GT, all(most)));
  }

  private static FloatVector all(float a) {
    return FloatVector.broadcast(S, a);
  }
}
