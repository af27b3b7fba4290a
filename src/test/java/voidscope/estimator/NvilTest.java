package voidscope.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// NVIL's baseline follows a rule of its own: least squares.
final class NvilTest {
  private static final int ROWS = 5;
  private static final RandomStream STREAM = RandomStream.of(2, "nvil", 0);

  private final Shape shape = new Shape(World.BERNOULLI.distribution(), ROWS, 2, 2);
  private final Draw draw = shape.allocate();
  private final RecordedObjective objective = new RecordedObjective(World.BERNOULLI, draw);
  private final Estimator estimator = new Nvil(7, 0.9);
  private final State state = estimator.init(shape, STREAM);
  private final Pass pass = estimator.pass(shape, objective);
  private final int parameters = shape.distribution().parameters();

  private void estimate(long step) {
    for (int k = 0; k < 2; k++) {
      STREAM.noise(step, k, draw.u()[k].length, draw.u()[k]);
    }
    pass.draw(state, draw, 0, ROWS);
    objective.record(draw);
    pass.estimate(state, draw, new float[ROWS * parameters]);
  }

  /// A row's baseline, which is the second term divided by the mean score.
  private double baseline(int row) {
    float[] term = new float[ROWS * parameters];
    float[] score = new float[term.length];
    pass.term(1, draw, term);
    double sum = 0;
    for (int k = 0; k < 2; k++) {
      shape.distribution().score(draw, k, score);
      sum += score[row * parameters] / 2.0;
    }
    return term[row * parameters] / sum;
  }

  /// ½ of the mean of (f̄ₖ − baseline)².
  private double loss() {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double f = 0;
      for (int k = 0; k < 2; k++) {
        f += objective.f(draw.b()[k], row, row) / 2;
      }
      double rest = f - baseline(row);
      sum += rest * rest / 2;
    }
    return sum / ROWS;
  }

  @Test
  void adapt_isTheGradientOfLeastSquares() {
    STREAM.uniform(0, 9, draw.context().length, draw.context());
    STREAM.uniform(0, 8, draw.theta().length, draw.theta()); // else scores cancel
    float[] gphi = new float[state.values().length];
    estimate(1);
    pass.adapt(state.copy(), draw, new float[0], gphi);
    int network = state.at(Surrogate.NETWORK);
    double size = 0;
    for (int i = network; i < gphi.length; i++) {
      float at = state.values()[i];
      state.values()[i] = at + 1f / 64;
      estimate(1);
      double up = loss();
      state.values()[i] = at - 1f / 64;
      estimate(1);
      double down = loss();
      state.values()[i] = at;
      assertEquals((up - down) * 32, gphi[i], 2e-3, "weight " + (i - network));
      size += Math.abs(gphi[i]);
    }
    assertTrue(size > 0.1);
  }

  @Test
  void runningMean_isThatOfF_fromTheFirstStepOn() {
    double expected = 0;
    double weight = 0;
    for (int step = 0; step < 4; step++) {
      estimate(step);
      double mean = 0;
      for (int row = 0; row < ROWS; row++) {
        for (int k = 0; k < 2; k++) {
          mean += objective.f(draw.b()[k], row, row) / (2 * ROWS);
        }
      }
      expected = 0.9 * expected + 0.1 * mean;
      weight = 0.9 * weight + 0.1;
      pass.adapt(state, draw, new float[0], new float[state.values().length]);
      assertEquals(expected / weight, state.values()[0], 1e-6);
    }
  }

  /// A toy in steps of one row and of a batch.
  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void withoutContext_itIsReinforceWithTheRunningMean_toTheBit(int rows) {
    int samples = estimator.samples();
    Shape toy = new Shape(World.CATEGORICAL.distribution(), rows, samples, 0);
    Draw one = toy.allocate();
    Draw other = toy.allocate();
    Objective f = new Weighted();
    Estimator mean = new Reinforce(Reinforce.Baseline.RUNNING_MEAN, 0.9);
    State ours = estimator.init(toy, STREAM);
    State theirs = mean.init(toy, STREAM);
    Pass nvil = estimator.pass(toy, f);
    Pass reinforce = mean.pass(toy, f);
    float[] g = new float[rows * toy.distribution().parameters()];
    float[] h = new float[g.length];
    for (int step = 0; step < 200; step++) {
      for (int k = 0; k < samples; k++) {
        STREAM.uniform(step, k, one.u()[k].length, one.u()[k]);
        System.arraycopy(one.u()[k], 0, other.u()[k], 0, one.u()[k].length);
      }
      nvil.draw(ours, one, 0, rows);
      reinforce.draw(theirs, other, 0, rows);
      nvil.estimate(ours, one, g);
      reinforce.estimate(theirs, other, h);
      assertArrayEquals(h, g, "step " + step);
      nvil.adapt(ours, one, g, new float[ours.values().length]);
      reinforce.adapt(theirs, other, h, new float[theirs.values().length]);
      assertEquals(theirs.values()[0], ours.values()[0], "step " + step);
    }
  }

  /// A black box f of all latents.
  private static final class Weighted implements Objective {
    @Override
    public Set<Capability> offers() {
      return Set.of(Capability.DISCRETE);
    }

    @Override
    public void value(Draw draw, int k, float[] f) {
      int width = draw.b()[k].length / draw.n();
      for (int i = 0; i < draw.n(); i++) {
        f[i] = 0.3f;
        for (int d = 0; d < width; d++) {
          f[i] += draw.b()[k][i * width + d] * (d + 0.7f) / 3;
        }
      }
    }
  }
}
