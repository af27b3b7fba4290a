package voidscope.laboratory;

/// Steps at which a run without a window looks at what is wished for along it, such as the optimal
/// surrogate: 1, 2, 3, 5, 7 times the powers of ten, so that the same scenario gives the same
/// points.
final class Looks {
  private static final int[] LEADS = {1, 2, 3, 5, 7};

  private Looks() {}

  /// Whether a step is one of them.
  static boolean is(long step) {
    return step > 0 && next(step - 1, step + 1) == step;
  }

  /// The first of them past a step, or `most` if that comes before.
  static long next(long step, long most) {
    for (long power = 1; power < most; power *= 10) {
      for (int lead : LEADS) {
        if (lead * power > step) {
          return Math.min(most, lead * power);
        }
      }
    }
    return most;
  }
}
