package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.List;
import voidscope.estimator.Estimator;
import voidscope.estimator.Term;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.TermShares;
import voidscope.experiment.record.Track;
import voidscope.experiment.training.Replica;
import voidscope.problem.Known;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.stat.Covariances;

/// Draws fresh gradients with their terms for the charts. Uses noise of its own, so looking changes
/// no result. Scratch of one thread.
public final class GradientPortrait {
  private static final int BLOCKS = 4;
  private static final int COORDINATES = 3;
  private static final RandomStream NOISE = RandomStream.of(0, "gradient portrait", 0);

  private final Known known;
  private final Probe probe;
  private final int parameters;
  private final Problem problem;
  private final int[] signs;
  private final Covariances covariances;

  public GradientPortrait(Estimator estimator, Problem problem, Known known) {
    this.problem = problem;
    this.known = known;
    probe = new Probe(estimator, problem);
    parameters = problem.distribution().parameters();
    signs = probe.terms().stream().mapToInt(Term::sign).toArray();
    covariances = new Covariances(signs.length, parameters);
  }

  /// Draws for a replica.
  ///
  /// @param few whether a first part of the draws will do
  public Track.GradientSample sample(Replica replica, boolean few) {
    int blocks = few ? 1 : BLOCKS;
    List<Term> terms = probe.terms();
    int shown = Math.min(COORDINATES, parameters);
    float[][][] values = new float[shown][1 + terms.size()][blocks * Probe.ROWS];
    probe.at(replica.theta);
    covariances.clear();
    for (int block = 0; block < blocks; block++) {
      float[] g = probe.draw(replica.phi, NOISE, 0, block, Probe.ROWS);
      take(g, block, 0, values);
      probe.separate();
      covariances.accept(0, Probe.ROWS, probe.parts(), 1);
      for (int t = 0; t < terms.size(); t++) {
        take(probe.parts()[t], block, t + 1, values);
      }
    }
    double[] exact = new double[parameters];
    known.gradient(replica.theta, exact);
    double rare = blocks * Probe.ROWS * Probe.rarest(problem, replica.theta);
    return new Track.GradientSample(
        terms,
        values,
        Arrays.copyOf(exact, shown),
        TermShares.of(covariances, signs, rare < Measurement.RARE));
  }

  private void take(float[] rows, int block, int index, float[][][] values) {
    for (int d = 0; d < values.length; d++) {
      float[] to = values[d][index];
      for (int i = 0; i < Probe.ROWS; i++) {
        to[block * Probe.ROWS + i] = rows[i * parameters + d];
      }
    }
  }
}
