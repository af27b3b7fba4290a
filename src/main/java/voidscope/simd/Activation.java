package voidscope.simd;

/// A hidden layer's activation h = a(x), with the tangent and reverse passes of value and tangent
/// together.
///
/// All arrays hold n floats; outputs may be the same arrays as inputs.
public enum Activation {
  /// tanh x.
  TANH,
  /// max(x, 0), with a'(0) = 0 and a'' = 0.
  RELU,
  /// x above 0, else e^x − 1.
  ELU;

  /// Whether a'' is anything but zero.
  public boolean curved() {
    return this != RELU;
  }

  /// h = a(x).
  public void value(int n, float[] x, float[] h) {
    switch (this) {
      case TANH -> Functions.tanh(n, x, h);
      case RELU -> Functions.relu(n, x, h);
      case ELU -> Functions.elu(n, x, h);
    }
  }

  /// dh = a'(x)·dx, with h = a(x) from [#value].
  public void tangent(int n, float[] h, float[] dx, float[] dh) {
    reverseValue(n, h, dx, dh);
  }

  /// gx = a'(x)·gh, with h = a(x) from [#value].
  public void reverseValue(int n, float[] h, float[] gh, float[] gx) {
    switch (this) {
      case TANH -> ActivationPasses.tanhSlope(n, h, gh, gx);
      case RELU -> ActivationPasses.reluSlope(n, h, gh, gx);
      case ELU -> ActivationPasses.eluSlope(n, h, gh, gx);
    }
  }

  /// The reverse of value and tangent: gx = a'·gh + a''·dx·gdh and gdx = a'·gdh, where gh and gdh
  /// are the cotangents of h and of dh = a'·dx.
  public void reverse(
      int n, float[] h, float[] dx, float[] gh, float[] gdh, float[] gx, float[] gdx) {
    switch (this) {
      case TANH -> ActivationPasses.tanhReverse(n, h, dx, gh, gdh, gx, gdx);
      case RELU -> {
        ActivationPasses.reluSlope(n, h, gh, gx);
        ActivationPasses.reluSlope(n, h, gdh, gdx);
      }
      case ELU -> ActivationPasses.eluReverse(n, h, dx, gh, gdh, gx, gdx);
    }
  }
}
