package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.State;
import voidscope.experiment.training.Replica;
import voidscope.problem.Piecewise;

/// Something of a contender's policy that takes long to find, along a run, as it is looked at: made
/// piece by piece of one policy, while the run goes on for at most a fortieth of the time. Of a run
/// that stands still it is that of the present policy. Scratch of one thread.
///
/// @param <T> what is found
final class PolicyTrail<T> {
  /// How long a look may take while somebody waits.
  private static final long PIECE = 10_000_000;

  private static final int PAUSES = 39;

  private final Start<T> start;
  private final BooleanSupplier unwanted;
  private final LongSupplier nanos;

  /// What is under way, if anything is.
  private @Nullable Work<T> work;

  /// What is shown, and of which work.
  private @Nullable T shown;

  private @Nullable Work<T> made;
  private long next;
  private boolean begun;

  /// Begins to make it.
  interface Start<T> {
    /// One of a policy.
    ///
    /// @param theta weights of the policy, which stay as they are
    /// @param phi what the estimator learns, which stays as it is
    Piecewise<T> of(float[] theta, State phi);
  }

  /// What was found.
  ///
  /// @param step of the policy
  /// @param newest whether it is that of the present one
  record Found<T>(long step, T what, boolean newest) {}

  private record Work<T>(long step, float[] theta, State phi, Piecewise<T> making) {}

  /// @param unwanted asked while it is made whether to leave it
  /// @param nanos the time
  PolicyTrail(Start<T> start, BooleanSupplier unwanted, LongSupplier nanos) {
    this.start = start;
    this.unwanted = unwanted;
    this.nanos = nanos;
  }

  /// The newest one, which may be of a step before; null before the first.
  ///
  /// @param step that the replica has done
  @Nullable Found<T> at(Replica replica, long step, OptimumTrail.Patience patience) {
    boolean running = patience == OptimumTrail.Patience.NONE;
    long now = nanos.getAsLong();
    if (!running || !begun || now - next >= 0) {
      begun = true;
      make(replica, step, patience, now);
      next = now + (PAUSES + 1) * (nanos.getAsLong() - now);
    }
    T found = shown;
    Work<T> of = made;
    return found == null || of == null ? null : new Found<>(of.step(), found, current(of, replica));
  }

  private static boolean current(Work<?> work, Replica replica) {
    return Arrays.equals(work.theta(), replica.theta)
        && Arrays.equals(work.phi().values(), replica.phi.values());
  }

  private void make(Replica replica, long step, OptimumTrail.Patience patience, long begin) {
    boolean running = patience == OptimumTrail.Patience.NONE;
    Work<T> now = work;
    Work<T> last = made;
    if (now == null && last != null && current(last, replica)) {
      return;
    }
    if (now == null || (!running && !current(now, replica))) {
      float[] theta = replica.theta.clone();
      State phi = replica.phi.copy();
      now = new Work<>(step, theta, phi, start.of(theta, phi));
      work = now;
    }
    while (now.making().advance()) {
      boolean late = patience != OptimumTrail.Patience.ALL && nanos.getAsLong() - begin >= PIECE;
      if (late || unwanted.getAsBoolean()) {
        return;
      }
    }
    shown = now.making().found();
    made = now;
    work = null;
  }
}
