package voidscope.simd;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import voidscope.network.Adam;
import voidscope.network.Mlp;
import voidscope.random.Philox;
import voidscope.random.RandomStream;
import voidscope.thread.ThreadTeam;

/// Kernels for one element and for a batch, in ns a call, with plain scalar Java beside each.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final int HIDDEN = 10;

  /// Elements, or samples of the network.
  @Param({"1", "256", "8192"})
  public int n;

  private final RandomStream stream = RandomStream.of(1, "kernels", 0);
  private final Adam adam = new Adam();
  private final int[] words = new int[4];
  private final double[] moments = new double[4];
  private ThreadTeam team;
  private Mlp network;
  private float[] u;
  private float[] v;
  private float[] theta;
  private float[] b;
  private float[] x;
  private float[] y;
  private float[] one;
  private float[] memory;
  private float[] phi;
  private float[] gphi;
  private long step;

  /// Draws the arrays.
  @Setup
  public void setUp() {
    u = noise(0);
    v = noise(1);
    theta = uniform(2);
    b = new float[n];
    x = new float[n];
    y = new float[n];
    one = new float[n];
    memory = new float[2 * n];
    java.util.Arrays.fill(one, 1);
    Logistic.sample(n, theta, u, x, b);
    network = new Mlp(1, 1, HIDDEN, Activation.TANH, n);
    phi = new float[network.parameters()];
    gphi = new float[phi.length];
    network.initialize(phi, 0, stream);
    phi[phi.length - 1] = 0.7f;
    network.bind(phi, 0);
    team = new ThreadTeam(2);
  }

  /// Ends the team.
  @TearDown
  public void tearDown() {
    team.close();
  }

  private float[] noise(int slot) {
    float[] out = new float[n];
    stream.noise(0, slot, n, out);
    return out;
  }

  private float[] uniform(int slot) {
    float[] out = new float[n];
    stream.uniform(0, slot, n, out);
    return out;
  }

  @Benchmark
  public float[] sigmoid() {
    Functions.sigmoid(n, theta, y);
    return y;
  }

  @Benchmark
  public float[] sigmoidScalar() {
    for (int i = 0; i < n; i++) {
      y[i] = (float) (1 / (1 + Math.exp(-theta[i])));
    }
    return y;
  }

  @Benchmark
  public float[] tanh() {
    Functions.tanh(n, theta, y);
    return y;
  }

  @Benchmark
  public float[] tanhScalar() {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.tanh(theta[i]);
    }
    return y;
  }

  @Benchmark
  public float[] sample() {
    Logistic.sample(n, theta, u, x, b);
    return x;
  }

  @Benchmark
  public float[] conditional() {
    Logistic.conditional(n, theta, v, b, x, y);
    return y;
  }

  @Benchmark
  public float[] conditionalScalar() {
    for (int i = 0; i < n; i++) {
      double p = 1 / (1 + Math.exp(-theta[i]));
      double share = Noise.uniform(v[i]);
      double w = b[i] > 0 ? (1 - p) + share * p : share * (1 - p);
      x[i] = (float) (theta[i] + Math.log(w / (1 - w)));
      y[i] = (float) (b[i] > 0 ? p * share / w : (1 - p) * (1 - share) / (1 - w));
    }
    return y;
  }

  @Benchmark
  public float[] philox() {
    stream.noise(step++, 0, n, y);
    return y;
  }

  @Benchmark
  public float[] philoxScalar() {
    step++;
    for (int i = 0; i < n; i++) {
      if (i % 4 == 0) {
        Philox.block(stream.key(), i / 4, 0, (int) step, 0, words);
      }
      y[i] = (words[i % 4] >>> 9) * 0x1p-23f + 0x1p-24f;
    }
    return y;
  }

  @Benchmark
  public double[] moments() {
    Reduce.centralMoments(n, u, 0, moments);
    return moments;
  }

  @Benchmark
  public double[] momentsScalar() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += u[i];
    }
    double mean = sum / n;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < n; i++) {
      double d = u[i] - mean;
      second += d * d;
      third += d * d * d;
      fourth += d * d * d * d;
    }
    moments[0] = mean;
    moments[1] = second;
    moments[2] = third;
    moments[3] = fourth;
    return moments;
  }

  @Benchmark
  public float[] adam() {
    adam.step(theta, u, 0, memory, 0, n, ++step, 1e-9f);
    return theta;
  }

  @Benchmark
  public float[] adamScalar() {
    float c1 = (float) (1 / (1 - Math.pow(0.9, (double) ++step)));
    float c2 = (float) (1 / (1 - Math.pow(0.999, (double) step)));
    for (int i = 0; i < n; i++) {
      memory[i] = 0.9f * memory[i] + 0.1f * u[i];
      memory[n + i] = 0.999f * memory[n + i] + 0.001f * u[i] * u[i];
      theta[i] -= 1e-9f * c1 * memory[i] / ((float) Math.sqrt(c2 * memory[n + i]) + 1e-8f);
    }
    return theta;
  }

  /// Value, and reverse to the input.
  @Benchmark
  public float[] networkInput() {
    network.value(n, u, y);
    network.reverse(n, one, null, x, null, null);
    return x;
  }

  @Benchmark
  public float[] networkInputScalar() {
    float scale = phi[phi.length - 1];
    for (int i = 0; i < n; i++) {
      float sum = phi[3 * HIDDEN];
      float slope = 0;
      for (int j = 0; j < HIDDEN; j++) {
        float h = (float) Math.tanh(phi[j] * u[i] + phi[HIDDEN + j]);
        sum += phi[2 * HIDDEN + j] * h;
        slope += phi[2 * HIDDEN + j] * (1 - h * h) * phi[j];
      }
      y[i] = scale * sum;
      x[i] = scale * slope;
    }
    return x;
  }

  /// Value, tangent, and reverse of both to inputs and parameters.
  @Benchmark
  public float[] networkAll() {
    network.value(n, u, y);
    network.tangent(n, v, y);
    network.reverse(n, one, one, x, y, gphi);
    return gphi;
  }

  /// A run of two chunks that do nothing, on two threads.
  @Benchmark
  public void dispatch() {
    team.run(2, (chunk, worker) -> {});
  }
}
