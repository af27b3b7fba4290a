package voidscope.experiment.training;

import java.util.List;
import voidscope.distribution.Draw;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.problem.Batch;
import voidscope.problem.Model;
import voidscope.random.RandomStream;
import voidscope.thread.Recall;

/// Estimates the gradients of a batch, of one site after the other, each with a state of its own.
/// Scratch of one thread; allocates nothing once made.
public final class Estimation {
  /// Rows that are drawn one after another before it is asked whether anybody waits.
  private static final int PATIENCE = 512;

  private final Batch batch;
  private final Pass[] passes;
  private final int[] temperatureAt;
  private final float[][] g;
  private final int noise;
  private final boolean conditional;
  private final Recall recall;

  /// @param rows the run's batch
  /// @param data of the order in which data are learned
  /// @param like states of the estimator, one a site, for their layout
  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  public Estimation(
      Model model, Estimator estimator, int rows, RandomStream data, List<State> like) {
    this(model, estimator, rows, data, like, Recall.NEVER);
  }

  /// One that can be left.
  ///
  /// @param recall asked while rows are drawn one after another
  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  public Estimation(
      Model model,
      Estimator estimator,
      int rows,
      RandomStream data,
      List<State> like,
      Recall recall) {
    this.recall = recall;
    batch = model.batch(rows, estimator.samples(), data);
    conditional = estimator.conditional();
    int sites = model.sites();
    passes = new Pass[sites];
    temperatureAt = new int[sites];
    g = new float[sites][];
    int each = 0;
    for (int site = 0; site < sites; site++) {
      Shape shape = model.shape(site, rows, estimator.samples());
      each = shape.distribution().noise();
      passes[site] = estimator.pass(shape, batch.objective(site));
      g[site] = new float[shape.rows() * shape.distribution().parameters()];
      temperatureAt[site] =
          like.get(site).find(Surrogate.TEMPERATURE).map(State.Span::from).orElse(-1);
    }
    noise = each;
  }

  /// Fills a draw's noise: of a step's estimate number `sample`, row by row, u of sample k from
  /// slot 2(sample·K + k) and v from the one behind it. The one place where slots are laid out.
  ///
  /// @param count numbers of each array, rows·noise
  /// @param conditional whether v is wanted
  public static void noise(
      Draw draw, RandomStream stream, long step, int sample, int count, boolean conditional) {
    for (int k = 0; k < draw.samples(); k++) {
      int slot = 2 * (sample * draw.samples() + k);
      stream.noise(step, slot, count, draw.u()[k]);
      if (conditional) {
        stream.noise(step, slot + 1, count, draw.v()[k]);
      }
    }
  }

  /// The batch that is estimated for.
  public Batch batch() {
    return batch;
  }

  /// Sites that are estimated for.
  public int sites() {
    return passes.length;
  }

  /// The pass of a site.
  public Pass pass(int site) {
    return passes[site];
  }

  /// The last estimate of a site, N×P.
  public float[] gradient(int site) {
    return g[site];
  }

  /// Takes what is trained and the data of a step.
  public void begin(float[] weights, long step) {
    batch.begin(weights, step);
  }

  /// Draws and estimates for the rows that have begun.
  ///
  /// @param states of the estimator, one a site
  /// @param chance of the noise
  /// @param sample which of several estimates of a step
  /// @throws Recall.Left if nobody waits for it any more; it may be begun anew
  public void estimate(List<State> states, Chance chance, long step, int sample) {
    batch.start(chance.world(), step, sample);
    for (int site = 0; site < passes.length; site++) {
      Draw draw = batch.draw(site);
      noise(draw, chance.sites().get(site), step, sample, draw.n() * noise, conditional);
      if (temperatureAt[site] >= 0) {
        batch.temperature(site, states.get(site).values()[temperatureAt[site]]);
      }
    }
    for (int site = 0; site < passes.length; site++) {
      State state = states.get(site);
      int drawn = 0;
      int looked = 0;
      int ready = batch.ready(site, 0);
      while (ready > drawn) {
        passes[site].draw(state, batch.draw(site), drawn, ready);
        drawn = ready;
        if (drawn - looked >= PATIENCE) {
          looked = drawn;
          recall.check();
        }
        ready = batch.ready(site, drawn);
      }
      passes[site].estimate(state, batch.draw(site), g[site]);
    }
  }
}
