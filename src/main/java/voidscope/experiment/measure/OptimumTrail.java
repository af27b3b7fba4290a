package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.optimum.Optimum;
import voidscope.experiment.optimum.OptimumSearch;
import voidscope.experiment.record.Track;

/// The optimal surrogate along a run, as it is looked at: while θ moves a coarse one, not more
/// often than a hundredth of the time allows, so that those of ten contenders take a tenth of one
/// core; of a run that stands still a coarse one at once; and wherever θ is the same at the next
/// look, be it that the run stands or that θ is frozen, a fine one. Scratch of one thread.
public final class OptimumTrail {
  /// How long whoever looks may wait.
  public enum Patience {
    /// The run goes on.
    NONE,
    /// The run stands still, and is looked at again while what is shown is not fine.
    SOME,
    /// Nobody waits for anything else.
    ALL
  }

  private static final int PAUSES = 99;

  private final OptimumSearch search;
  private final BooleanSupplier unwanted;
  private final LongSupplier nanos;
  private float[] theta = {};
  private boolean fine;
  private long step;
  private @Nullable Optimum found;
  private long next;
  private boolean begun;

  /// @param unwanted asked while one is made whether to leave it
  /// @param nanos the time
  public OptimumTrail(OptimumSearch search, BooleanSupplier unwanted, LongSupplier nanos) {
    this.search = search;
    this.unwanted = unwanted;
    this.nanos = nanos;
  }

  /// The newest one along a row of places.
  ///
  /// @param now θ
  /// @param atStep of that θ
  /// @param z of each place, all latents
  /// @param places how many there are
  Track.@Nullable BestCurve along(
      float[] now, long atStep, Patience patience, float[] z, int places) {
    boolean same = begun && Arrays.equals(now, theta);
    boolean hasty = patience == Patience.NONE;
    boolean due;
    if (same) {
      due = !fine && (!hasty || atStep != step);
      step = atStep;
    } else {
      due = !hasty || !begun || nanos.getAsLong() - next >= 0;
    }
    if (due) {
      make(now, atStep, same || patience == Patience.ALL);
    }
    Optimum best = found;
    if (best == null) {
      return null;
    }
    int width = z.length / places;
    double[] c = new double[places];
    double[] at = new double[width];
    for (int i = 0; i < places; i++) {
      for (int j = 0; j < width; j++) {
        at[j] = z[i * width + j];
      }
      c[i] = best.value(at);
    }
    return new Track.BestCurve(step, c, best.variance(), best.bound(), fine);
  }

  private void make(float[] now, long atStep, boolean finely) {
    long time = nanos.getAsLong();
    Optional<Optimum> made = search.at(now, finely, unwanted);
    next = time + (PAUSES + 1) * (nanos.getAsLong() - time);
    if (made.isPresent() || !unwanted.getAsBoolean()) {
      begun = true;
      found = made.orElse(null);
      theta = now.clone();
      fine = finely;
      step = atStep;
    }
  }
}
