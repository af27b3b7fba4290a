package voidscope.distribution;

import voidscope.simd.Relaxing;

/// y = σ(z/λ) of Bernoulli latents.
final class SigmoidRelaxation implements Relaxation {
  private final int width;
  private final float[] y;
  private final float[] slope;
  private final float[] dy;
  private float[] z = {};
  private float[] dz = {};
  private float inverse = 1;

  SigmoidRelaxation(int rows, int width) {
    this.width = width;
    y = new float[rows * width];
    slope = new float[rows * width];
    dy = new float[rows * width];
  }

  @Override
  public void temperature(float logTemperature) {
    inverse = (float) Math.exp(-logTemperature);
  }

  @Override
  public float[] value(int n, float[] at) {
    z = at;
    Relaxing.value(n * width, inverse, z, y, slope);
    return y;
  }

  @Override
  public float[] tangent(int n, float[] along) {
    dz = along;
    Relaxing.tangent(n * width, inverse, slope, dz, dy);
    return dy;
  }

  @Override
  public float reverse(int n, float[] gy, float[] gz) {
    return Relaxing.reverseValue(n * width, inverse, z, slope, gy, gz);
  }

  @Override
  public float reverse(int n, float[] gy, float[] gdy, float[] gz, float[] gdz) {
    return Relaxing.reverse(n * width, inverse, z, dz, y, slope, gy, gdy, gz, gdz);
  }
}
