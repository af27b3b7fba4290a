package voidscope.simd;

/// The functions of [Series] for one number, operation by operation: the same bits. What is shorter
/// than a vector is done by these, at a fraction of a vector kernel's cost of entry.
final class Scalar {
  private Scalar() {}

  static float exp(float x) {
    float c = cut(x, Series.LEAST, Series.MOST);
    float t = Math.fma(c, Series.LOG2_E, Series.ROUND);
    float scale = scale(t);
    return Math.fma(excess(t, c), scale, scale);
  }

  static float expm1(float x) {
    float c = cut(x, Series.LEAST, Series.MOST);
    float t = Math.fma(c, Series.LOG2_E, Series.ROUND);
    float scale = scale(t);
    return Math.fma(excess(t, c), scale, scale - 1f);
  }

  private static float scale(float t) {
    return Float.intBitsToFloat((Float.floatToRawIntBits(t) << 23) + Series.ONE);
  }

  private static float excess(float t, float c) {
    float k = t - Series.ROUND;
    float r = Math.fma(k, -Series.LN2_LOW, Math.fma(k, -Series.LN2_HIGH, c));
    float p = Math.fma(Series.E6, r, Series.E5);
    p = Math.fma(p, r, Series.E4);
    p = Math.fma(p, r, Series.E3);
    p = Math.fma(p, r, Series.E2);
    return Math.fma(p, r * r, r);
  }

  static float log(float x) {
    int k = exponent(x);
    return Math.fma((float) k, Series.LN2, mantissa(x, k));
  }

  static float log(float x, float base) {
    int k = exponent(x);
    float rest = Math.fma((float) k, Series.LN2_LOW, mantissa(x, k));
    return Math.fma((float) k, Series.LN2_HIGH, base) + rest;
  }

  private static int exponent(float x) {
    return (Float.floatToRawIntBits(x) - Series.TWO_THIRDS) >> 23;
  }

  private static float mantissa(float x, int k) {
    float f = Float.intBitsToFloat(Float.floatToRawIntBits(x) - (k << 23)) - 1f;
    float p = Math.fma(Series.L10, f, Series.L9);
    p = Math.fma(p, f, Series.L8);
    p = Math.fma(p, f, Series.L7);
    p = Math.fma(p, f, Series.L6);
    p = Math.fma(p, f, Series.L5);
    p = Math.fma(p, f, Series.L4);
    p = Math.fma(p, f, Series.L3);
    p = Math.fma(p, f, -0.5f);
    return Math.fma(p, f * f, f);
  }

  static float log1p(float q) {
    float u = q + 1f;
    return log(u) + (q - (u - 1f)) / u;
  }

  static float sigmoid(float x) {
    return 1f / (exp(-x) + 1f);
  }

  static float tanh(float x) {
    float c = cut(x, -Series.FAR, Series.FAR);
    float u = c * c;
    float p = Math.fma(Series.P11, u, Series.P9);
    p = Math.fma(p, u, Series.P7);
    p = Math.fma(p, u, Series.P5);
    p = Math.fma(p, u, Series.P3);
    p = Math.fma(p, u, 1f);
    float q = Math.fma(Series.Q6, u, Series.Q4);
    q = Math.fma(q, u, Series.Q2);
    q = Math.fma(q, u, 1f);
    return c * p / q;
  }

  /// x, with the sign turned where `by` has one: what depends on a coin is no branch, which would
  /// be mispredicted every other time.
  static float turned(float x, float by) {
    int sign = Float.floatToRawIntBits(by) & Integer.MIN_VALUE;
    return Float.intBitsToFloat(Float.floatToRawIntBits(x) ^ sign);
  }

  /// The first where `by` has no sign, else the second.
  static float pick(float by, float first, float second) {
    int mask = Float.floatToRawIntBits(by) >> 31;
    int other = Float.floatToRawIntBits(second) & mask;
    return Float.intBitsToFloat((Float.floatToRawIntBits(first) & ~mask) | other);
  }

  /// 1 where x > 0, else 0.
  static float step(float x) {
    return Float.intBitsToFloat(x > 0f ? Series.ONE : 0);
  }

  /// x cut to [least, most]; NaN stays NaN.
  static float cut(float x, float least, float most) {
    float c = x < least ? least : x;
    return c > most ? most : c;
  }
}
