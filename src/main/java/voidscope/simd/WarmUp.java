package voidscope.simd;

import java.util.concurrent.atomic.AtomicBoolean;
import voidscope.thread.Errands;

/// Has the kernels of wide layers compiled before they are needed. Interpreted, a vector costs many
/// times what it does compiled, and in the first product of a layer there are hundreds of
/// thousands; calls with a few of them get there sooner.
public final class WarmUp {
  /// Calls after which the JVM compiles a method.
  private static final int CALLS = 400;

  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private WarmUp() {}

  /// Begins on a thread of its own, for which nobody waits; whoever comes first does, later ones do
  /// nothing.
  ///
  /// @param delayMillis time to leave to others first
  public static void begin(long delayMillis) {
    if (!BEGUN.get()) {
      Errands.begin("warm-up", () -> later(delayMillis), WarmUp::log);
    }
  }

  /// Nobody waits for it, and kernels that are not warm are slower and nothing else.
  private static void log(String why) {
    System.getLogger(WarmUp.class.getName()).log(System.Logger.Level.WARNING, why);
  }

  private static void later(long millis) {
    try {
      Thread.sleep(millis);
      if (BEGUN.compareAndSet(false, true)) {
        run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Calls the kernels with small arrays, for a second or so.
  private static void run() {
    float[] a = new float[4 * Product.CHAINED + 64];
    float[] b = a.clone();
    float[] c = new float[64 * 64];
    float[] u = new float[64];
    float[] memory = new float[2 * 64];
    float[] sums = new float[Product.SCRATCH];
    Tiling.chosen().warm();
    for (int call = 0; call < CALLS; call++) {
      for (int vectors = 1; vectors <= 4; vectors++) {
        Product.add(4, 2, vectors * Lanes.LENGTH, a, 0, b, 0, c, 0, sums);
      }
      Product.add(1, 2, 64, a, 0, b, 0, c, 0, sums);
      Product.addRightTransposed(4, 16, 16, a, 0, b, 0, c, 0, sums);
      Product.addRightTransposed(4, Product.CHAINED + 16, 4, a, 0, b, 0, c, 0, sums);
      Product.addRightTransposed(1, 32, 1, a, 0, b, 0, c, 0, sums);
      Functions.softplus(32, u, c);
      Functions.sigmoid(32, u, c);
      Functions.tanh(32, u, c);
      Functions.relu(32, u, c);
      Elementwise.affine(32, 2, u, -1, c);
      Elementwise.scale(32, 2, u, c);
      Elementwise.subtract(32, u, a, c);
      Elementwise.rowMultiply(2, 32, a, u, c);
      Elementwise.rowMultiplyAdd(2, 32, a, u, c);
      Elementwise.rowDot(2, 32, u, u, c);
      Reduce.columnSum(2, 32, u, c);
      PhiloxFill.uniform(call, 0, 0, 64, u);
      Updates.adam(0, 64, c, u, 0, memory, 64, 0, 0.9f, 0.999f, 1e-8f, 1, 1);
    }
    // Other shapes are no use to anyone before they are found to be faster.
    Tiling.measure();
  }
}
