package voidscope.experiment.record;

import java.util.stream.LongStream;

/// The steps at which a run that is measured seldom is measured as well, between its beginning and
/// its first regular measurement, so that its first seconds show something.
public final class Early {
  private static final long[] STEPS = {1, 2, 5, 10, 20, 50, 100};

  private Early() {}

  /// Those before the first regular measurement, ascending.
  ///
  /// @param every steps between two regular ones
  public static long[] steps(long every) {
    return LongStream.of(STEPS).filter(step -> step < every).toArray();
  }

  /// Whether a step is one of them.
  public static boolean is(long step, long every) {
    return step < every && LongStream.of(STEPS).anyMatch(early -> early == step);
  }

  /// The first of them past a step, or `most` if that comes before.
  public static long next(long step, long every, long most) {
    return LongStream.of(steps(every))
        .filter(early -> early > step && early < most)
        .findFirst()
        .orElse(most);
  }
}
