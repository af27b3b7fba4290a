package voidscope.simd;

/// Transposes a square of as many rows as a register has lanes.
interface Turn {
  /// The one kernel.
  Turn KERNEL = TurnWriter.write();

  /// y(t + j·to + i) = x(s + i·from + j).
  void run(float[] x, int s, int from, float[] y, int t, int to);
}
