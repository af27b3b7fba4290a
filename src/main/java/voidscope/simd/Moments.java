package voidscope.simd;

/// Mean and central power sums of a block of floats in double precision, in the order of [Reduce]:
/// 16 virtual lanes, the tree with neighbours first, then the rest one after another. Each pass of
/// the kernel sums as many virtual lanes as a register holds floats.
final class Moments {
  private static final int L = Lanes.LENGTH;

  private Moments() {}

  static void compute(int n, float[] x, int from, double[] out) {
    int to = from + n;
    int whole = from + (Math.max(0, n - Lanes.VIRTUAL / 2) & -Lanes.VIRTUAL);
    double rest = 0;
    for (int i = whole; i < to; i++) {
      rest += x[i];
    }
    double mean = (sum(x, from, whole) + rest) / n;
    powers(x, from, whole, Lanes.VIRTUAL, mean, out);
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = whole; i < to; i++) {
      double d = x[i] - mean;
      double square = d * d;
      second += square;
      third = Math.fma(square, d, third);
      fourth = Math.fma(square, square, fourth);
    }
    out[0] = mean;
    out[1] += second;
    out[2] += third;
    out[3] += fourth;
  }

  private static double sum(float[] x, int from, int to) {
    if (L == 16) {
      return MomentsKernel.sum(x, from, to);
    }
    if (L == 8) {
      return MomentsKernel.sum(x, from, to) + MomentsKernel.sum(x, from + 8, to);
    }
    return (MomentsKernel.sum(x, from, to) + MomentsKernel.sum(x, from + 4, to))
        + (MomentsKernel.sum(x, from + 8, to) + MomentsKernel.sum(x, from + 12, to));
  }

  private static void powers(float[] x, int from, int to, int lanes, double mean, double[] out) {
    if (lanes == L) {
      MomentsKernel.powers(x, from, to, mean, out);
      return;
    }
    int half = lanes / 2;
    powers(x, from, to, half, mean, out);
    double second = out[1];
    double third = out[2];
    double fourth = out[3];
    powers(x, from + half, to, half, mean, out);
    out[1] = second + out[1];
    out[2] = third + out[2];
    out[3] = fourth + out[3];
  }
}
