package voidscope.thread;

import java.util.Arrays;

/// Finds out as work goes on whether it pays to share it. Whether it does, the number of cores does
/// not tell: between two that have no cache in common, what one writes and the other reads can take
/// longer than it would to do all of it alone, and a virtual machine's cores move.
///
/// The same round of work comes again and again, such as a step. It is shared for many rounds and
/// then for some not, or the other way round, and what takes less time is kept, until the other way
/// is tried again: rarely where it keeps losing, at once where rounds have become much longer.
/// Belongs to one thread; allocates nothing.
final class Weighing {
  /// Rounds whose median is a judgement, after those in which the caches get used to a way.
  private static final int JUDGED = 9;

  private static final int SETTLING = 2;

  /// Rounds after which a trial ends that has clearly lost.
  private static final int LOST = 3;

  /// Judgements between two trials, at first and at most.
  private static final int OFTEN = 4;

  private static final int RARELY = 32;

  /// Rounds that take so many times as long as those before call for a trial, and end one.
  private static final double LEAP = 1.3;

  private final long[] times = new long[JUDGED];

  /// The better way as far as is known.
  private boolean shared = true;

  private boolean trial;

  /// What a round takes in the better way, as last judged, in nanoseconds; 0 before.
  private long cost;

  private int interval = OFTEN;
  private int judgements;
  private int rounds;
  private long run;
  private boolean begun;
  private long beginning;

  /// Whether no round has begun. One that another run began never ends.
  boolean idle(long number) {
    if (number != run) {
      run = number;
      begun = false;
    }
    return !begun;
  }

  /// Begins a round.
  ///
  /// @param now in nanoseconds
  void begin(long now) {
    begun = true;
    beginning = now;
  }

  /// Whether a piece of the round is to be shared.
  boolean shares() {
    return shared != trial;
  }

  /// Ends the round that has begun.
  void end(long now) {
    begun = false;
    rounds++;
    int judged = rounds - SETTLING;
    if (judged > 0) {
      times[judged - 1] = now - beginning;
    }
    if (judged == JUDGED || (trial && judged == LOST && middle(judged) > LEAP * cost)) {
      judge(middle(judged));
      rounds = 0;
    }
  }

  private long middle(int count) {
    Arrays.sort(times, 0, count);
    return times[count / 2];
  }

  private void judge(long found) {
    if (trial) {
      trial = false;
      if (found < cost) {
        shared = !shared;
        cost = found;
        interval = OFTEN;
      } else {
        interval = Math.min(2 * interval, RARELY);
      }
      judgements = 0;
    } else {
      boolean leapt = cost > 0 && found > LEAP * cost;
      cost = found;
      judgements++;
      trial = leapt || judgements >= interval;
    }
  }
}
