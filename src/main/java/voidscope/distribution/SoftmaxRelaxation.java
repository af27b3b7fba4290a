package voidscope.distribution;

import voidscope.simd.Softmax;

/// y = softmax(z/λ) of categorical latents (Jang et al. 2017, Maddison et al. 2017).
final class SoftmaxRelaxation implements Relaxation {
  private final int latents;
  private final int classes;
  private final float[] y;
  private final float[] dy;
  private float[] z = {};
  private float[] dz = {};
  private float inverse = 1;

  SoftmaxRelaxation(int rows, int latents, int classes) {
    this.latents = latents;
    this.classes = classes;
    y = new float[rows * latents * classes];
    dy = new float[rows * latents * classes];
  }

  @Override
  public void temperature(float logTemperature) {
    inverse = (float) Math.exp(-logTemperature);
  }

  @Override
  public float[] value(int n, float[] at) {
    z = at;
    Softmax.value(n * latents, classes, inverse, z, y);
    return y;
  }

  @Override
  public float[] tangent(int n, float[] along) {
    dz = along;
    Softmax.tangent(n * latents, classes, inverse, y, dz, dy);
    return dy;
  }

  @Override
  public float reverse(int n, float[] gy, float[] gz) {
    return Softmax.reverseValue(n * latents, classes, inverse, z, y, gy, gz);
  }

  @Override
  public float reverse(int n, float[] gy, float[] gdy, float[] gz, float[] gdz) {
    return Softmax.reverse(n * latents, classes, inverse, z, dz, y, gy, gdy, gz, gdz);
  }
}
