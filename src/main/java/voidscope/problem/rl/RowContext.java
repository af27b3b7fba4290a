package voidscope.problem.rl;

/// How a row's context is written: what is observed, as the policy sees it, and behind it, where it
/// tells the time, t/10 and θ.
///
/// @param observations numbers of an observation
/// @param parameters numbers of θ
/// @param clock whether it tells the time
record RowContext(int observations, int parameters, boolean clock) {
  private static final double TENS = 10;

  /// Numbers of a context.
  int width() {
    return clock ? observations + 1 + parameters : observations;
  }

  /// Writes that of a row.
  ///
  /// @param seen what is observed at all rows
  /// @param theta of all rows
  /// @param step of the row's episode
  /// @param to [#width] numbers from `at` on, overwritten
  void tell(float[] seen, float[] theta, int row, int step, float[] to, int at) {
    System.arraycopy(seen, row * observations, to, at, observations);
    if (clock) {
      to[at + observations] = (float) (step / TENS);
      System.arraycopy(theta, row * parameters, to, at + observations + 1, parameters);
    }
  }
}
