package voidscope.simd;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.zip.CRC32;
import voidscope.network.Adam;
import voidscope.network.Mlp;
import voidscope.random.RandomStream;

/// Prints a hash of what the kernels and a network give, first cold, then hot, and then the bytes
/// that a hot round allocates.
final class KernelHashes {
  private static final int WIDTH = 10;
  private static final int ROUNDS = 25_000;
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final RandomStream STREAM = RandomStream.of(1, "hashes", 0);

  private final int n;
  private final float[] x;
  private final float[] y;
  private final float[] w;
  private final float[] z;
  private final float[] out;
  private final float[] more;
  private final float[] one;
  private final float[] b;
  private final float[] square = new float[WIDTH * WIDTH];
  private final float[] square0 = new float[WIDTH * WIDTH];
  private final float[] lanes = new float[Product.SCRATCH];
  private final double[] moments = new double[4];
  private final Mlp network;
  private final float[] phi;
  private final float[] phi0;
  private final float[] gphi;
  private final float[] memory;
  private final Adam adam = new Adam();

  private KernelHashes(int n) {
    this.n = n;
    int size = n * WIDTH;
    x = new float[size];
    y = new float[size];
    w = new float[size];
    z = new float[size];
    out = new float[size];
    more = new float[size];
    b = new float[size];
    one = new float[n];
    network = new Mlp(1, 1, WIDTH, Activation.TANH, n);
    phi = new float[network.parameters()];
    gphi = new float[phi.length];
    phi0 = new float[phi.length];
    network.initialize(phi0, 0, STREAM);
    phi0[phi0.length - 1] = 0.7f;
    network.bind(phi, 0);
    memory = new float[2 * phi.length];
    STREAM.uniform(n, 1, size, x);
    STREAM.uniform(n, 2, size, y);
    STREAM.noise(n, 2, size, w);
    STREAM.uniform(n, 4, square.length, square);
    STREAM.uniform(n, 4, square.length, square0);
    reset();
  }

  private void reset() {
    System.arraycopy(phi0, 0, phi, 0, phi.length);
    java.util.Arrays.fill(memory, 0);
  }

  private void arithmetic(CRC32 crc, boolean count) {
    int size = n * WIDTH;
    Arithmetic.divide(size, x, y, out);
    add(crc, count, out);
    Arithmetic.min(size, x, y, out);
    Arithmetic.max(size, out, w, out);
    add(crc, count, out);
    Arithmetic.less(size, x, y, more);
    Arithmetic.select(size, more, w, y, out);
    add(crc, count, out);
    Arithmetic.atMost(size, x, y, more);
    Arithmetic.equal(size, more, x, out);
    add(crc, count, out);
    Arithmetic.abs(size, w, out);
    Arithmetic.sqrt(size, out, more);
    add(crc, count, more);
    Elementwise.scale(size, 300, w, out);
    Arithmetic.exp(size, out, more);
    add(crc, count, more);
    Arithmetic.log(size, more, out);
    add(crc, count, out);
  }

  /// One round over all kernels; adds what they gave to the hash, if there is one.
  private void round(CRC32 crc, boolean count) {
    STREAM.uniform(n, 3, n * WIDTH, out);
    add(crc, count, out);
    STREAM.noise(n, 3, n * WIDTH, out);
    add(crc, count, out);
    Functions.exp(n * WIDTH, x, out);
    add(crc, count, out);
    Functions.log(n * WIDTH, x, out);
    add(crc, count, out);
    Functions.tanh(n * WIDTH, x, out);
    add(crc, count, out);
    arithmetic(crc, count);
    Functions.softplus(n, x, out);
    add(crc, count, out);
    Normal.quantile(n * WIDTH, w, out);
    add(crc, count, out);
    Elementwise.fill(n * WIDTH, 0, more);
    Normal.sample(0, n, WIDTH / 2, y, w, z, more);
    add(crc, count, more);
    Gumbel.sample(0, n, WIDTH, y, w, z, b);
    add(crc, count, z);
    Gumbel.conditional(n, WIDTH, y, w, b, out, more);
    add(crc, count, out);
    add(crc, count, more);
    Gumbel.couple(n, WIDTH, y, z, b, out);
    add(crc, count, out);
    Softmax.value(n, WIDTH, 2, x, out);
    Softmax.reverse(n, WIDTH, 2, x, y, out, y, x, more, z);
    add(crc, count, more);
    Logistic.sample(n * WIDTH, y, w, z, b);
    add(crc, count, z);
    Logistic.conditional(n * WIDTH, y, w, b, out, more);
    add(crc, count, out);
    add(crc, count, more);
    Logistic.score(n, y, b, out);
    add(crc, count, out);
    Logistic.couple(n * WIDTH, y, w, b, out);
    add(crc, count, out);
    Functions.exponential(0, n, w, out);
    Functions.exponentialNoise(n, out, more);
    add(crc, count, out);
    add(crc, count, more);
    Logistic.reverseMean(n * WIDTH, y, x, out);
    add(crc, count, out);
    Functions.elu(n, z, out);
    add(crc, count, out);
    Elementwise.transpose(n, WIDTH, x, out);
    add(crc, count, out);
    Matrix.multiply(n, WIDTH, WIDTH, x, square, out);
    Product.add(n, WIDTH, WIDTH, x, 0, square, 0, out, 0, lanes);
    Product.addLeftTransposed(WIDTH, n, WIDTH, x, 0, y, 0, square, 0, lanes);
    Product.addRightTransposed(n, WIDTH, WIDTH, x, 0, square, 0, out, 0, lanes);
    Product.addRightTransposed(8, n, 8, x, 0, y, 0, square, 0, lanes);
    Product.add(8, 1, n, x, 0, y, 0, out, 0, lanes);
    if (WIDTH * n >= 21 * 33) {
      Product.addRightTransposed(5, 33, 21, x, 0, y, 0, out, 0, lanes);
    }
    System.arraycopy(square0, 0, square, 0, square.length);
    add(crc, count, out);
    Dense.forward(n, WIDTH, WIDTH, square, 0, -1, x, out);
    add(crc, count, out);
    Reduce.columnSum(n, WIDTH, x, more);
    add(crc, count, more);
    Relaxing.value(n, 2, z, out, b);
    add(crc, count, b);
    Relaxing.reverse(n, 2, z, x, out, b, y, x, more, out);
    add(crc, count, more);
    Elementwise.rowDot(n, WIDTH, x, y, one);
    add(crc, count, one);
    Reduce.centralMoments(n * WIDTH, z, 0, moments);
    one[0] = Reduce.sum(n * WIDTH, z) + Reduce.dot(n, x, z) + (float) moments[3];
    add(crc, count, one);
    Elementwise.fill(n, 1, one);
    network.value(n, z, out);
    add(crc, count, out);
    network.tangent(n, x, more);
    java.util.Arrays.fill(gphi, 0);
    network.reverse(n, one, one, out, more, gphi);
    add(crc, count, gphi);
    adam.step(phi, gphi, 0, memory, 0, phi.length, 1, 0.01f);
    add(crc, count, phi);
    reset();
  }

  private static void add(CRC32 crc, boolean count, float[] values) {
    if (count) {
      for (float value : values) {
        int bits = Float.floatToIntBits(value);
        for (int i = 0; i < 32; i += 8) {
          crc.update(bits >>> i);
        }
      }
    }
  }

  public static void main(String[] args) {
    int[] sizes = {1, 5, 16, 33, 256};
    KernelHashes[] all = new KernelHashes[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      all[i] = new KernelHashes(sizes[i]);
    }
    CRC32 cold = new CRC32();
    for (KernelHashes one : all) {
      one.round(cold, true);
    }
    // How soon the compiler is done depends on what else the machine does: the steady state is
    // waited for, as long as it may take.
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    CRC32 spare = new CRC32();
    run(all, spare, ROUNDS, deadline);
    while (allocated(all, spare) > 0 && System.nanoTime() < deadline) {
      run(all, spare, ROUNDS / 10, deadline);
    }
    CRC32 hot = new CRC32();
    for (KernelHashes one : all) {
      one.round(hot, true);
    }
    long bytes = allocated(all, spare);
    System.out.println(
        Long.toHexString(cold.getValue()) + " " + Long.toHexString(hot.getValue()) + " " + bytes);
  }

  private static void run(KernelHashes[] all, CRC32 spare, int rounds, long deadline) {
    for (int i = 0; i < rounds && System.nanoTime() < deadline; i++) {
      for (KernelHashes one : all) {
        one.round(spare, false);
      }
    }
  }

  /// Bytes that a round allocates, the mean over a hundred.
  private static long allocated(KernelHashes[] all, CRC32 spare) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(all, spare, 100, Long.MAX_VALUE);
    return (threads.getCurrentThreadAllocatedBytes() - before) / 100;
  }
}
