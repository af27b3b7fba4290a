package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.experiment.record.Sweep;
import voidscope.experiment.training.Replica;
import voidscope.problem.Known;
import voidscope.problem.Problem;

/// Sweeps of one contender along a run, as they are looked at: made piece by piece at one θ and φ,
/// while the run goes on for at most a fortieth of the time, and coarse where a fine one would be
/// too old; of a run that stands still first coarse, then fine. Scratch of one thread.
public final class SweepTrail {
  /// How long a look may take while somebody waits.
  private static final long PIECE = 10_000_000;

  /// How old a sweep may become, while the run goes on, before it is shown coarse.
  private static final long PATIENCE = 3_000_000_000L;

  private static final int PAUSES = 39;
  private static final double REACH = 6;

  /// Places along an axis, of which every so many are the coarse ones.
  private static final int EXACT_PLACES = 61;

  private static final int EXACT_STRIDE = 5;
  private static final int MEASURED_PLACES = 25;
  private static final int MEASURED_STRIDE = 2;

  private final EstimateWorth worth;
  private final BooleanSupplier unwanted;
  private final LongSupplier nanos;
  private final int places;
  private final int[] order;
  private final int coarse;
  private @Nullable Work work;
  private @Nullable Sweep shown;
  private long next;
  private boolean begun;

  /// A sweep under way.
  ///
  /// @param begin when it was begun
  /// @param values along λ, then along θ, then the present one; null where it is not made yet
  private record Work(
      long step,
      long begin,
      float[] theta,
      State phi,
      double[] thetas,
      Sweep.@Nullable Worth[] values) {}

  /// @param unwanted asked while one is made whether to leave it
  /// @param nanos the time
  public SweepTrail(
      Estimator estimator,
      Problem problem,
      Known known,
      BooleanSupplier unwanted,
      LongSupplier nanos) {
    worth = new EstimateWorth(estimator, problem, known);
    this.unwanted = unwanted;
    this.nanos = nanos;
    places = worth.exact() ? EXACT_PLACES : MEASURED_PLACES;
    int stride = worth.exact() ? EXACT_STRIDE : MEASURED_STRIDE;
    int[] early =
        IntStream.rangeClosed(0, 2 * places)
            .filter(i -> i == 2 * places || i % places % stride == 0)
            .toArray();
    int[] late = IntStream.range(0, 2 * places).filter(i -> i % places % stride != 0).toArray();
    order = IntStream.concat(Arrays.stream(early), Arrays.stream(late)).toArray();
    coarse = early.length;
  }

  /// The newest one, which may be of a step before; without values and not fine before the first.
  ///
  /// @param step that the replica has done
  public Sweep at(Replica replica, long step, OptimumTrail.Patience patience) {
    boolean running = patience == OptimumTrail.Patience.NONE;
    long start = nanos.getAsLong();
    if (!running || !begun || start - next >= 0) {
      begun = true;
      make(replica, step, patience, start);
      next = start + (PAUSES + 1) * (nanos.getAsLong() - start);
    }
    Sweep newest = shown;
    if (newest == null) {
      return empty(replica, step);
    }
    boolean same = current(replica, step) && newest.step() == step;
    return same || !newest.fine() ? newest : coarsened(newest);
  }

  /// One whose θ is no longer the replica's is not what a run that stands still is to end with.
  private static Sweep coarsened(Sweep old) {
    return new Sweep(
        old.step(),
        old.temperature(),
        old.theta(),
        old.samples(),
        old.temperatures(),
        old.thetas(),
        old.present(),
        false);
  }

  private boolean current(Replica replica, long step) {
    Work now = work;
    return now != null
        && now.step() == step
        && Arrays.equals(now.theta(), replica.theta)
        && Arrays.equals(now.phi().values(), replica.phi.values());
  }

  private void make(Replica replica, long step, OptimumTrail.Patience patience, long start) {
    boolean running = patience == OptimumTrail.Patience.NONE;
    Work now = work;
    boolean whole =
        now != null
            && (done(now, order.length) || (done(now, coarse) && start - now.begin() > PATIENCE));
    if (now == null || (!current(replica, step) && (whole || !running))) {
      now =
          new Work(
              step,
              start,
              replica.theta.clone(),
              replica.phi.copy(),
              thetas(replica.theta[0]),
              new Sweep.@Nullable Worth[2 * places + 1]);
      work = now;
    }
    for (int i = 0; i < order.length; i++) {
      int place = order[i];
      if (now.values()[place] == null) {
        if (patience != OptimumTrail.Patience.ALL && nanos.getAsLong() - start >= PIECE) {
          return;
        }
        Optional<Sweep.Worth> made = worth(now, place);
        if (made.isEmpty()) {
          return;
        }
        now.values()[place] = made.get();
        boolean late = nanos.getAsLong() - now.begin() > PATIENCE;
        boolean rough = !running || late || shown == null || !shown.fine();
        if (i + 1 == order.length || (i + 1 == coarse && rough)) {
          shown = sweep(now, i + 1 == order.length);
        }
      }
    }
  }

  private boolean done(Work now, int count) {
    return Arrays.stream(order, 0, count).allMatch(place -> now.values()[place] != null);
  }

  private Optional<Sweep.Worth> worth(Work now, int place) {
    float[] theta = now.theta();
    State phi = now.phi();
    Optional<State.Span> span = phi.find(Surrogate.TEMPERATURE);
    if (place < places && span.isPresent()) {
      phi = phi.copy();
      phi.values()[span.get().from()] = (float) Math.log(temperature(place));
    } else if (place < places) {
      // Without a temperature it is the same all along.
      Sweep.Worth first = now.values()[0];
      if (place > 0 && first != null) {
        return Optional.of(first);
      }
    } else if (place < 2 * places) {
      theta = theta.clone();
      theta[0] = (float) now.thetas()[place - places];
    }
    return worth.at(phi, theta, place, unwanted);
  }

  private double temperature(int place) {
    double low = Math.log(EstimatorParameters.TEMPERATURE_LEAST);
    double high = Math.log(EstimatorParameters.TEMPERATURE_MOST);
    return Math.exp(low + (high - low) * place / (places - 1));
  }

  /// From −6 to 6, moved as far as the present θ lies outside.
  private double[] thetas(double present) {
    double middle = Math.max(0, present - REACH) + Math.min(0, present + REACH);
    double[] result = new double[places];
    Arrays.setAll(result, i -> middle + REACH * (2.0 * i / (places - 1) - 1));
    return result;
  }

  private Sweep sweep(Work now, boolean fine) {
    double[] temperatures = new double[places];
    Arrays.setAll(temperatures, this::temperature);
    Sweep.Worth present = now.values()[2 * places];
    return new Sweep(
        now.step(),
        present(now.phi()),
        now.theta()[0],
        worth.exact() ? 0 : EstimateWorth.SAMPLES,
        curve(temperatures, now, 0),
        curve(now.thetas(), now, places),
        present == null ? Sweep.Worth.UNKNOWN : present,
        fine);
  }

  private static double present(State phi) {
    return phi.find(Surrogate.TEMPERATURE)
        .map(span -> Math.exp(phi.values()[span.from()]))
        .orElse(Double.NaN);
  }

  /// The values along an axis that there are.
  private Sweep.Curve curve(double[] at, Work now, int from) {
    int[] known = IntStream.range(0, places).filter(i -> now.values()[from + i] != null).toArray();
    return new Sweep.Curve(
        Arrays.stream(known).mapToDouble(i -> at[i]).toArray(),
        Arrays.stream(known).mapToObj(i -> now.values()[from + i]).toArray(Sweep.Worth[]::new));
  }

  private Sweep empty(Replica replica, long step) {
    Sweep.Curve none = new Sweep.Curve(new double[0], new Sweep.Worth[0]);
    return new Sweep(
        step,
        present(replica.phi),
        replica.theta[0],
        worth.exact() ? 0 : EstimateWorth.SAMPLES,
        none,
        none,
        Sweep.Worth.UNKNOWN,
        false);
  }
}
