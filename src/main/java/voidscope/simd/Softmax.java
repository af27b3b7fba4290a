package voidscope.simd;

/// The relaxation y = softmax(k·z) of groups of classes with k = 1/λ, its tangent and the reverse
/// of both, down to the temperature. With k = 1 and logits for z it gives the probabilities.
///
/// All arrays hold groups × classes floats, a group's classes beside each other; the exponentials
/// are taken over whole arrays, the sums of a group in its order. In the reverse passes gz and gdz
/// may be gy and gdy, but not z or dz.
public final class Softmax {
  private Softmax() {}

  /// y = softmax(k·z) in every group; y overwritten, may not be z.
  public static void value(int groups, int classes, float k, float[] z, float[] y) {
    int n = groups * classes;
    for (int at = 0; at < n; at += classes) {
      float most = z[at];
      for (int i = at + 1; i < at + classes; i++) {
        most = Math.max(most, z[i]);
      }
      for (int i = at; i < at + classes; i++) {
        y[i] = (z[i] - most) * k;
      }
    }
    Functions.exp(n, y, y);
    for (int at = 0; at < n; at += classes) {
      float sum = 0;
      for (int i = at; i < at + classes; i++) {
        sum += y[i];
      }
      float inverse = 1f / sum;
      for (int i = at; i < at + classes; i++) {
        y[i] *= inverse;
      }
    }
  }

  /// dyᵢ = yᵢ·k·(dzᵢ − Σ y·dz), with y from [#value]; dy overwritten, may be dz.
  public static void tangent(int groups, int classes, float k, float[] y, float[] dz, float[] dy) {
    for (int at = 0; at < groups * classes; at += classes) {
      float mean = dot(at, classes, y, dz);
      for (int i = at; i < at + classes; i++) {
        dy[i] = y[i] * k * (dz[i] - mean);
      }
    }
  }

  /// The reverse of the value alone: gzᵢ = k·yᵢ·(gyᵢ − Σ gy·y), overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ gz·z, summed in a fixed order
  public static float reverseValue(
      int groups, int classes, float k, float[] z, float[] y, float[] gy, float[] gz) {
    for (int at = 0; at < groups * classes; at += classes) {
      float mean = dot(at, classes, y, gy);
      for (int i = at; i < at + classes; i++) {
        gz[i] = k * y[i] * (gy[i] - mean);
      }
    }
    return -Reduce.dot(groups * classes, gz, z);
  }

  /// The reverse of value and tangent. With ḣ = k·dz, m = Σ y·ḣ and G = Σ gdy·y the cotangent of yᵢ
  /// is tᵢ = gyᵢ + gdyᵢ(ḣᵢ − m) − G·ḣᵢ; gzᵢ = k·yᵢ·(tᵢ − Σ t·y), gdzᵢ = k·yᵢ·(gdyᵢ − G), both
  /// overwritten.
  ///
  /// @return the cotangent of ln λ, −Σ (gz·z + gdz·dz), summed in a fixed order
  public static float reverse(
      int groups,
      int classes,
      float k,
      float[] z,
      float[] dz,
      float[] y,
      float[] gy,
      float[] gdy,
      float[] gz,
      float[] gdz) {
    for (int at = 0; at < groups * classes; at += classes) {
      float m = k * dot(at, classes, y, dz);
      float pull = dot(at, classes, y, gdy);
      float mean = 0;
      for (int i = at; i < at + classes; i++) {
        mean += y[i] * (gy[i] + gdy[i] * (k * dz[i] - m) - pull * (k * dz[i]));
      }
      for (int i = at; i < at + classes; i++) {
        float t = gy[i] + gdy[i] * (k * dz[i] - m) - pull * (k * dz[i]);
        float gd = gdy[i];
        gz[i] = k * y[i] * (t - mean);
        gdz[i] = k * y[i] * (gd - pull);
      }
    }
    return -(Reduce.dot(groups * classes, gz, z) + Reduce.dot(groups * classes, gdz, dz));
  }

  private static float dot(int at, int classes, float[] x, float[] y) {
    float sum = 0;
    for (int i = at; i < at + classes; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
