package voidscope.problem.toy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Pathwise;
import voidscope.formula.Names;
import voidscope.formula.Precise;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Model;
import voidscope.problem.Objection;
import voidscope.stat.Sigmoid;

/// An f that the user has written, of D Bernoulli latents. Its values at all 2^D outcomes give
/// loss, gradient and optimum; they are worked out when first asked for.
public final class BernoulliFormula implements Toy {
  /// Outcomes that a check looks at, at most.
  private static final int LOOKED_AT = 4096;

  /// An odd number near the golden section of 2³², whose multiples spread over all bits.
  private static final int STRIDE = 0x9e3779b1;

  private final int latents;
  private final double logit;
  private final WrittenFormula written;
  private volatile @Nullable WalshSeries series;

  /// @param latents D, at most 20
  /// @param logit every coordinate of θ₀
  /// @param text f
  /// @param target t
  /// @param blackBox whether its derivative is not to be had
  public BernoulliFormula(int latents, double logit, String text, double target, boolean blackBox) {
    this.latents = latents;
    this.logit = logit;
    written = WrittenFormula.of(text, Names.latents(latents, target), blackBox);
  }

  /// What is wrong with the text, or with f at an outcome; of more than 4096 some are looked at.
  ///
  /// @param key of the text's parameter
  public Optional<Objection> objection(String key) {
    List<double[]> samples = new ArrayList<>();
    int outcomes = 1 << latents;
    for (int i = 0; i < Math.min(outcomes, LOOKED_AT); i++) {
      int code = outcomes <= LOOKED_AT ? i : (i * STRIDE) & (outcomes - 1);
      double[] sample = new double[latents];
      Arrays.setAll(sample, d -> (code >> d) & 1);
      samples.add(sample);
    }
    return written.objection(key, samples);
  }

  private WalshSeries series() {
    WalshSeries known = series;
    if (known == null) {
      known = new WalshSeries(latents, table());
      series = known;
    }
    return known;
  }

  private double[] table() {
    double[] table = new double[1 << latents];
    Precise precise = written.demand().precise();
    int block = Math.min(table.length, Precise.ROWS);
    for (int from = 0; from < table.length; from += block) {
      for (int d = 0; d < latents; d++) {
        double[] column = precise.column(d);
        for (int i = 0; i < block; i++) {
          column[i] = ((from + i) >> d) & 1;
        }
      }
      System.arraycopy(precise.run(block), 0, table, from, block);
    }
    return table;
  }

  @Override
  public Pathwise distribution() {
    return new Bernoulli(latents);
  }

  @Override
  public float[] initial() {
    float[] theta = new float[latents];
    Arrays.fill(theta, (float) logit);
    return theta;
  }

  @Override
  public Model model() {
    written.demand();
    return Toy.super.model();
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    for (int d = 0; d < latents; d++) {
      scratch[d] = (float) (2 * Sigmoid.of(theta[d]) - 1);
    }
    return series().expectation(scratch);
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    double[] means = new double[latents];
    Arrays.setAll(means, d -> Math.tanh(theta[d] / 2.0));
    Arrays.fill(g, 0, latents, 0);
    series().gradient(means, g);
    for (int d = 0; d < latents; d++) {
      g[d] *= 2 * Sigmoid.of(theta[d]) * Sigmoid.of(-theta[d]);
    }
  }

  @Override
  public double optimum() {
    return series().least();
  }

  @Override
  public List<String> symbols() {
    return LogitQuantities.symbols(latents);
  }

  @Override
  public void quantities(float[] theta, float[] scratch, float[] out) {
    LogitQuantities.at(theta, out);
  }

  @Override
  public boolean spreads() {
    return latents > 1;
  }

  @Override
  public Set<Capability> offers() {
    return FormulaObjective.offers(
        written.blackBox(), Set.of(Capability.DISCRETE, Capability.BERNOULLI));
  }

  @Override
  public Objective objective(int rows) {
    return new FormulaObjective(this, written.demand(), rows);
  }
}
