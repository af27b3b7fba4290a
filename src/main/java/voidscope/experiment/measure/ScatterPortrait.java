package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.record.SurrogateScatter;
import voidscope.experiment.training.Chance;
import voidscope.experiment.training.Estimation;
import voidscope.experiment.training.Replica;
import voidscope.problem.Model;
import voidscope.random.RandomStream;
import voidscope.stat.Correlation;

/// Draws f(b) with its c for whatever is trained, by the estimator's own road: of a problem with
/// data those of the step's batch, of several sites of latents the first. Uses noise of its own, so
/// looking changes no result. Scratch of one thread.
public final class ScatterPortrait {
  private static final int SAMPLES = 512;

  private final Estimation estimation;
  private final Chance chance;

  /// @param rows of one estimate
  /// @param data of the order in which data are learned
  /// @param like states of the estimator, one a site, for their layout
  public ScatterPortrait(
      Model model, Estimator estimator, int rows, RandomStream data, List<State> like) {
    estimation = new Estimation(model, estimator, rows, data, like);
    RandomStream own = RandomStream.of(0, "scatter portrait", 0);
    chance = Chance.of(own, own, "pairs", model.sites());
  }

  /// Draws for a replica.
  ///
  /// @param step that it has done
  /// @return null where the estimator has no c
  public @Nullable SurrogateScatter scatter(Replica replica, long step) {
    float[] f = new float[SAMPLES];
    float[] c = new float[SAMPLES];
    int count = 0;
    estimation.begin(replica.theta, step);
    for (int sample = 0; count < SAMPLES; sample++) {
      estimation.estimate(replica.states, chance, 0, sample);
      float[] hard = estimation.pass(0).objective();
      float[] soft = estimation.pass(0).control();
      if (hard == null || soft == null) {
        return null;
      }
      int n = Math.min(estimation.batch().draw(0).n(), SAMPLES - count);
      System.arraycopy(hard, 0, f, count, n);
      System.arraycopy(soft, 0, c, count, n);
      count += n;
    }
    Correlation correlation = new Correlation();
    correlation.accept(0, count, f, c, 1);
    return new SurrogateScatter(
        Arrays.copyOf(f, count), Arrays.copyOf(c, count), correlation.value());
  }
}
