package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// Moments of very many gradient estimates at fixed θ and φ, on a team. The samples are split into
/// fixed chunks with moments of their own, combined in order, so the result does not depend on the
/// team's threads.
public final class Sampling {
  private static final int BLOCKS = 64;

  private Sampling() {}

  /// Takes the moments.
  ///
  /// @param samples how many gradients
  /// @return one per parameter
  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  public static Moments[] moments(
      Estimator estimator,
      Problem problem,
      State phi,
      float[] theta,
      long samples,
      RandomStream stream,
      ThreadTeam team) {
    return moments(estimator, problem, phi, theta, samples, stream, team, () -> false);
  }

  /// Takes the moments, of the first samples only where it is to end before all are drawn: those
  /// that as few samples would have given.
  ///
  /// @param samples how many gradients
  /// @param stop whether it is to end; asked by the team
  /// @return one per parameter
  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  public static Moments[] moments(
      Estimator estimator,
      Problem problem,
      State phi,
      float[] theta,
      long samples,
      RandomStream stream,
      ThreadTeam team,
      BooleanSupplier stop) {
    Probe[] probes = new Probe[team.threads()];
    for (int i = 0; i < probes.length; i++) {
      probes[i] = new Probe(estimator, problem);
      probes[i].at(theta);
    }
    long chunk = (long) BLOCKS * Probe.ROWS;
    int chunks = Math.toIntExact((samples + chunk - 1) / chunk);
    Moments @Nullable [][] parts = new Moments[chunks][];
    team.run(
        chunks,
        (index, worker) -> {
          if (stop.getAsBoolean()) {
            return;
          }
          Moments[] part = fresh(theta.length);
          long rest = Math.min(chunk, samples - index * chunk);
          for (int block = 0; rest > 0; block++, rest -= Probe.ROWS) {
            int n = (int) Math.min(Probe.ROWS, rest);
            probes[worker].block(phi, stream, index, block, n, part);
          }
          parts[index] = part;
        });
    Moments[] all = fresh(theta.length);
    for (Moments[] part : parts) {
      if (part == null) {
        break;
      }
      for (int d = 0; d < all.length; d++) {
        all[d].combine(part[d]);
      }
    }
    return all;
  }

  private static Moments[] fresh(int count) {
    Moments[] result = new Moments[count];
    Arrays.setAll(result, i -> new Moments());
    return result;
  }
}
