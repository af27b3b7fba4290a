package voidscope.simd;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
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
import voidscope.random.RandomStream;
import voidscope.thread.ThreadTeam;

/// What it brings to share matrix products among idle members of a team: the products, and chains
/// of fused multiply-adds shared in the same parts, which need no memory, in GFLOP a second of all
/// threads together (the counter `gflop`; that of the chains counts what a product would be).
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShareBenchmark {
  private static final int TIMES = 20;

  /// Multiply-adds that a processor finishes, about, while one of them takes.
  private static final int LATENCY = 4;

  /// Threads of the team.
  @Param({"1", "2"})
  public int threads;

  /// Chunks of a run, which share their products each.
  @Param({"1", "2"})
  public int chunks;

  /// Rows, terms and columns of a product.
  @Param({"24x784x200", "24x200x784", "24x200x200"})
  public String size;

  private int m;
  private int k;
  private int n;
  private ThreadTeam team;
  private ThreadTeam.Task products;
  private ThreadTeam.Task chains;

  /// What the chains of each chunk's last parts came to, so that they are computed.
  private final float[] ends = new float[64];

  /// Work done.
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Work {
    /// Operations in thousands of millions.
    public double gflop;
  }

  /// Begins the team and prepares matrices for each chunk.
  @Setup
  public void setUp() {
    String[] sizes = size.split("x");
    m = Integer.parseInt(sizes[0]);
    k = Integer.parseInt(sizes[1]);
    n = Integer.parseInt(sizes[2]);
    team = new ThreadTeam(threads);
    Chunk[] all = new Chunk[chunks];
    for (int i = 0; i < chunks; i++) {
      all[i] = new Chunk();
    }
    products = (chunk, worker) -> all[chunk].products();
    chains = (chunk, worker) -> all[chunk].chains();
  }

  /// Ends the threads.
  @TearDown
  public void tearDown() {
    team.close();
  }

  /// C += A·B.
  @Benchmark
  public void product(Work work) {
    team.run(chunks, products);
    count(work);
  }

  /// A chain of fused multiply-adds that takes about as long.
  @Benchmark
  public void chain(Work work) {
    team.run(chunks, chains);
    count(work);
  }

  private void count(Work work) {
    work.gflop += 2e-9 * m * k * n * TIMES * chunks;
  }

  private final class Chunk {
    private final float[] a = random(m * k);
    private final float[] b = random(k * n);
    private final float[] c = new float[m * n];
    private final float[] sums = new float[Product.SCRATCH];
    private final SharedRange range = new SharedRange(this::part);
    private final int grain = Tiling.chosen().shape().vectors() * Lanes.LENGTH;

    private static float[] random(int count) {
      float[] values = new float[count];
      RandomStream.of(1, "products", 0).uniform(0, count, count, values);
      return values;
    }

    void products() {
      for (int time = 0; time < TIMES; time++) {
        Product.add(m, k, n, a, 0, b, 0, c, 0, sums);
      }
    }

    void chains() {
      for (int time = 0; time < TIMES; time++) {
        range.over(0, n, grain);
      }
    }

    private void part(int from, int to) {
      ends[from % ends.length] = chain(m * k * (to - from) / (LATENCY * Lanes.LENGTH));
    }
  }

  /// A chain of so many multiply-adds, each of which waits for the one before: what it takes does
  /// not depend on where the compiler keeps it.
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static float chain(int count) {
    FloatVector x = FloatVector.broadcast(Lanes.FLOAT, 0.999f);
    FloatVector s = x;
    for (int i = 0; i < count; i++) {
      s = x.fma(s, x);
    }
    return s.lane(0);
  }
}
