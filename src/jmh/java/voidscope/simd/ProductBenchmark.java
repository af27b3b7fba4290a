package voidscope.simd;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import voidscope.random.RandomStream;

/// The matrix products of a layer, beside OpenBLAS on one thread and the peak of fused
/// multiply-adds, in GFLOP a second (the counter `gflop`).
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ProductBenchmark {
  private static final String LIBRARY = "libopenblas.so.0";
  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;

  /// Rows of the batch, M.
  @Param({"24", "100"})
  public int m;

  /// Inner and outer width of the layer, K×N.
  @Param({"784x200", "200x784"})
  public String layer;

  private int k;
  private int n;
  private float[] a;
  private float[] b;
  private float[] c;
  private float[] g;
  private float[] w;
  private final float[] sums = new float[Product.SCRATCH];
  private MethodHandle sgemm;
  private MemorySegment a2;
  private MemorySegment b2;
  private MemorySegment c2;
  private MemorySegment g2;
  private MemorySegment w2;

  /// Work done.
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Work {
    /// Operations in thousands of millions.
    public double gflop;
  }

  /// Prepares the matrices and OpenBLAS.
  @Setup
  public void setUp() throws Throwable {
    k = Integer.parseInt(layer.split("x")[0]);
    n = Integer.parseInt(layer.split("x")[1]);
    a = random(m * k);
    b = random(k * n);
    c = new float[m * n];
    g = random(m * n);
    w = new float[k * n];
    Arena arena = Arena.global();
    SymbolLookup library;
    try {
      library = SymbolLookup.libraryLookup(LIBRARY, arena);
    } catch (IllegalArgumentException e) {
      System.out.println(LIBRARY + " is not installed: no figures of OpenBLAS");
      return;
    }
    Linker linker = Linker.nativeLinker();
    linker
        .downcallHandle(
            library.findOrThrow("openblas_set_num_threads"),
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
        .invoke(1);
    var number = ValueLayout.JAVA_INT;
    var real = ValueLayout.JAVA_FLOAT;
    var place = ValueLayout.ADDRESS;
    sgemm =
        linker.downcallHandle(
            library.findOrThrow("cblas_sgemm"),
            FunctionDescriptor.ofVoid(
                number, number, number, number, number, number, real, place, number, place, number,
                real, place, number));
    a2 = copy(arena, a);
    b2 = copy(arena, b);
    c2 = copy(arena, c);
    g2 = copy(arena, g);
    w2 = copy(arena, w);
  }

  private static float[] random(int count) {
    float[] values = new float[count];
    RandomStream.of(1, "products", 0).uniform(0, count, count, values);
    return values;
  }

  private static MemorySegment copy(Arena arena, float[] values) {
    MemorySegment segment = arena.allocate(4L * values.length, 64);
    segment.copyFrom(MemorySegment.ofArray(values));
    return segment;
  }

  private void count(Work work) {
    work.gflop += 2e-9 * m * k * n;
  }

  /// Ten independent chains of fused multiply-adds: the most that a core can do.
  @Benchmark
  public void peak(Work work, Blackhole hole) {
    FloatVector x = FloatVector.broadcast(Lanes.FLOAT, 0.999f);
    FloatVector s0 = x;
    FloatVector s1 = x;
    FloatVector s2 = x;
    FloatVector s3 = x;
    FloatVector s4 = x;
    FloatVector s5 = x;
    FloatVector s6 = x;
    FloatVector s7 = x;
    FloatVector s8 = x;
    FloatVector s9 = x;
    for (int i = 0; i < 10_000; i++) {
      s0 = x.fma(x, s0);
      s1 = x.fma(x, s1);
      s2 = x.fma(x, s2);
      s3 = x.fma(x, s3);
      s4 = x.fma(x, s4);
      s5 = x.fma(x, s5);
      s6 = x.fma(x, s6);
      s7 = x.fma(x, s7);
      s8 = x.fma(x, s8);
      s9 = x.fma(x, s9);
    }
    FloatVector all = x.add(s0).add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7);
    hole.consume(all.add(s8).add(s9).lane(0));
    work.gflop += 2e-9 * 10 * 10_000 * Lanes.LENGTH;
  }

  /// C += A·B.
  @Benchmark
  public void plain(Work work) {
    Product.add(m, k, n, a, 0, b, 0, c, 0, sums);
    count(work);
  }

  /// W += Aᵀ·G.
  @Benchmark
  public void leftTransposed(Work work) {
    Product.addLeftTransposed(k, m, n, a, 0, g, 0, w, 0, sums);
    count(work);
  }

  /// A += G·Bᵀ.
  @Benchmark
  public void rightTransposed(Work work) {
    Product.addRightTransposed(m, n, k, g, 0, b, 0, a, 0, sums);
    count(work);
  }

  /// C += A·B by OpenBLAS.
  @Benchmark
  public void plainOpenBlas(Work work) throws Throwable {
    sgemm.invokeExact(ROW_MAJOR, PLAIN, PLAIN, m, n, k, 1f, a2, k, b2, n, 1f, c2, n);
    count(work);
  }

  /// W += Aᵀ·G by OpenBLAS.
  @Benchmark
  public void leftTransposedOpenBlas(Work work) throws Throwable {
    sgemm.invokeExact(ROW_MAJOR, TRANSPOSED, PLAIN, k, n, m, 1f, a2, k, g2, n, 1f, w2, n);
    count(work);
  }

  /// A += G·Bᵀ by OpenBLAS.
  @Benchmark
  public void rightTransposedOpenBlas(Work work) throws Throwable {
    sgemm.invokeExact(ROW_MAJOR, PLAIN, TRANSPOSED, m, k, n, 1f, g2, n, b2, n, 1f, a2, k);
    count(work);
  }
}
