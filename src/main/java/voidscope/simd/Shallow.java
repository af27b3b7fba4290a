package voidscope.simd;

import org.jspecify.annotations.Nullable;

/// The passes of a network of one input, one layer of tanh units and one output,
///
///     y = c + Σ_k v_k·tanh(w_k·x + b_k),
///
/// each in one go: bit for bit what [Dense] and [Activation] do layer by layer, without the way to
/// memory and back between them. Value and slope are for a vector of samples at least, or for one;
/// the passes of a tangent for one, as a toy's step takes them.
///
/// The parameters are those of the layers, one after another from an index on: w, b, v, c. What
/// belongs to unit k and sample i stands at k·n+i.
public final class Shallow {
  private static final int L = Lanes.LENGTH;

  private Shallow() {}

  /// Whether these passes are for n samples of such a network. The units of a single sample are
  /// taken a vector at a time, which must not end behind the parameters.
  ///
  /// @param length of the array with the parameters
  /// @param at where they begin
  public static boolean takes(int n, int units, int length, int at) {
    return n >= L || (n == 1 && at + units + whole(units) <= length);
  }

  /// h and y at x.
  ///
  /// @param h units×n, with room for whole vectors of 16; overwritten
  /// @param y overwritten; not x
  public static void value(int n, int units, float[] phi, int at, float[] x, float[] h, float[] y) {
    if (n >= L) {
      ShallowKernel.value(n, units, phi, at, x, h, y);
      return;
    }
    ShallowKernel.units(units, phi, at, x[0], h);
    int v = at + 2 * units;
    float s = 0f;
    for (int k = 0; k < units; k++) {
      s = Math.fma(h[k], phi[v + k], s);
    }
    y[0] = phi[v + units] + s;
  }

  /// gx = g·∂y/∂x, from the h of [#value].
  ///
  /// @param g cotangents of y
  /// @param gx overwritten; may be g
  public static void reverseInput(
      int n, int units, float[] phi, int at, float[] g, float[] h, float[] gx) {
    if (n >= L) {
      ShallowKernel.reverseInput(n, units, phi, at, g, h, gx);
      return;
    }
    int v = at + 2 * units;
    float s = 0f;
    for (int k = 0; k < units; k++) {
      float slope = Math.fma(-h[k], h[k], 1f);
      s = Math.fma(slope * Math.fma(g[0], phi[v + k], 0f), phi[at + k], s);
    }
    gx[0] = s;
  }

  /// The derivative of one sample's y along dx, from the h of [#value].
  ///
  /// @param da of the sums w·x + b, overwritten
  /// @param dh of h, overwritten
  public static float tangent(
      int units, float[] phi, int at, float dx, float[] h, float[] da, float[] dh) {
    int v = at + 2 * units;
    float s = 0f;
    for (int k = 0; k < units; k++) {
      float along = Math.fma(dx, phi[at + k], 0f) + 0f;
      da[k] = along;
      dh[k] = Math.fma(-h[k], h[k], 1f) * along;
      s = Math.fma(dh[k], phi[v + k], s);
    }
    return s + 0f;
  }

  /// The reverse of one sample's [#value] and [#tangent] together.
  ///
  /// @param g cotangent of y
  /// @param gd cotangent of its derivative
  /// @param gphi gradient of the parameters, which stand in it as they do in phi; added to
  /// @param gx cotangent of x, overwritten; null if it is not wanted
  /// @param gdx cotangent of dx, overwritten; null if it is not wanted
  public static void reverse(
      int units,
      float[] phi,
      int at,
      float x,
      float dx,
      float[] h,
      float[] da,
      float[] dh,
      float g,
      float gd,
      float[] gphi,
      float @Nullable [] gx,
      float @Nullable [] gdx) {
    int b = at + units;
    int v = b + units;
    float s = 0f;
    float sd = 0f;
    for (int k = 0; k < units; k++) {
      gphi[v + k] = Math.fma(dh[k], gd, Math.fma(h[k], g, gphi[v + k]));
      float slope = Math.fma(-h[k], h[k], 1f);
      float backD = Math.fma(gd, phi[v + k], 0f);
      float back = Math.fma(h[k] * -2f * da[k], backD, Math.fma(g, phi[v + k], 0f)) * slope;
      backD *= slope;
      gphi[at + k] = Math.fma(backD, dx, Math.fma(back, x, gphi[at + k]));
      gphi[b + k] += back;
      s = Math.fma(back, phi[at + k], s);
      sd = Math.fma(backD, phi[at + k], sd);
    }
    gphi[v + units] += g;
    if (gx != null) {
      gx[0] = s;
    }
    if (gdx != null) {
      gdx[0] = sd;
    }
  }

  private static int whole(int units) {
    return (units + L - 1) & -L;
  }
}
