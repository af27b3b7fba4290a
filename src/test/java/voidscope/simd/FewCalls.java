package voidscope.simd;

/// Calls a kernel a few times and says so.
final class FewCalls {
  private FewCalls() {}

  /// Calls Adam's, on 64 parameters.
  public static void main(String[] args) {
    float[] theta = new float[64];
    float[] memory = new float[2 * theta.length];
    for (int call = 0; call < 50; call++) {
      Updates.adam(0, 64, theta, theta, 0, memory, 64, 0, 0.9f, 0.999f, 1e-8f, 1, 1);
    }
    System.out.println("called");
  }
}
