package voidscope.problem.toy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Categorical;
import voidscope.distribution.Pathwise;
import voidscope.formula.Names;
import voidscope.formula.Precise;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Model;
import voidscope.problem.Objection;
import voidscope.simd.Softmax;

/// An f that the user has written, of L categorical latents of K classes, one-hot. Its values at
/// all K^L outcomes give loss, gradient and optimum; they are worked out when first asked for.
public final class CategoricalFormula implements Toy {
  /// Outcomes that a check looks at, at most.
  private static final int LOOKED_AT = 4096;

  private final ClassShares shares;
  private final WrittenFormula written;
  private final int outcomes;
  private volatile @Nullable Table table;

  /// What f is at all outcomes.
  private record Table(double[] values, double least) {}

  /// @param latents L
  /// @param classes K, with K^L at most a million
  /// @param text f
  /// @param target t
  /// @param blackBox whether its derivative is not to be had
  public CategoricalFormula(
      int latents, int classes, String text, double target, boolean blackBox) {
    shares = new ClassShares(latents, classes);
    written = WrittenFormula.of(text, Names.classes(latents, classes, target), blackBox);
    outcomes = (int) Math.round(Math.pow(classes, latents));
  }

  /// What is wrong with the text, or with f at an outcome; of more than 4096 some are looked at.
  ///
  /// @param key of the text's parameter
  public Optional<Objection> objection(String key) {
    List<double[]> samples = new ArrayList<>();
    int count = Math.min(outcomes, LOOKED_AT);
    for (int i = 0; i < count; i++) {
      double[] sample = new double[width()];
      choose((int) ((long) i * outcomes / count), sample);
      samples.add(sample);
    }
    return written.objection(key, samples);
  }

  private int width() {
    return shares.latents() * shares.classes();
  }

  /// Sets the coordinates of an outcome: digit l of its code is the class of latent l.
  private void choose(int code, double[] sample) {
    int rest = code;
    for (int l = 0; l < shares.latents(); l++) {
      sample[l * shares.classes() + rest % shares.classes()] = 1;
      rest /= shares.classes();
    }
  }

  private Table table() {
    Table known = table;
    if (known == null) {
      double[] values = values();
      known = new Table(values, Arrays.stream(values).min().orElse(Double.NaN));
      table = known;
    }
    return known;
  }

  private double[] values() {
    double[] values = new double[outcomes];
    Precise precise = written.demand().precise();
    double[] sample = new double[width()];
    for (int from = 0; from < outcomes; from += Precise.ROWS) {
      int n = Math.min(Precise.ROWS, outcomes - from);
      for (int i = 0; i < n; i++) {
        Arrays.fill(sample, 0);
        choose(from + i, sample);
        for (int d = 0; d < sample.length; d++) {
          precise.column(d)[i] = sample[d];
        }
      }
      System.arraycopy(precise.run(n), 0, values, from, n);
    }
    return values;
  }

  @Override
  public Pathwise distribution() {
    return new Categorical(shares.latents(), shares.classes());
  }

  /// All classes alike.
  @Override
  public float[] initial() {
    return new float[width()];
  }

  @Override
  public Model model() {
    written.demand();
    return Toy.super.model();
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    Softmax.value(shares.latents(), shares.classes(), 1, theta, scratch);
    return expectation(
        shares.latents() - 1, 0, outcomes / shares.classes(), scratch, table().values());
  }

  /// The expectation over the latents up to one.
  ///
  /// @param code what the latents beyond have chosen
  /// @param stride of this latent's class in a code
  private double expectation(int latent, int code, int stride, float[] p, double[] f) {
    if (latent < 0) {
      return f[code];
    }
    int classes = shares.classes();
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      double rest = expectation(latent - 1, code + c * stride, stride / classes, p, f);
      sum += p[latent * classes + c] * rest;
    }
    return sum;
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    double[] p = shares.probabilities(theta);
    double[] slope = new double[p.length];
    double[] f = table().values();
    slope(shares.latents() - 1, 0, outcomes / shares.classes(), 1, p, f, slope);
    shares.reverse(p, slope, g);
  }

  /// Adds the derivatives by the probabilities.
  ///
  /// @param prefix probability of what the latents beyond have chosen
  /// @return the expectation over the latents up to this one
  private double slope(
      int latent, int code, int stride, double prefix, double[] p, double[] f, double[] slope) {
    if (latent < 0) {
      return f[code];
    }
    int classes = shares.classes();
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      int i = latent * classes + c;
      double rest =
          slope(latent - 1, code + c * stride, stride / classes, prefix * p[i], p, f, slope);
      slope[i] += prefix * rest;
      sum += p[i] * rest;
    }
    return sum;
  }

  @Override
  public double optimum() {
    return table().least();
  }

  @Override
  public List<String> symbols() {
    return shares.symbols();
  }

  @Override
  public void quantities(float[] theta, float[] scratch, float[] out) {
    shares.quantities(theta, scratch, out);
  }

  @Override
  public Set<Capability> offers() {
    return FormulaObjective.offers(written.blackBox(), Set.of(Capability.DISCRETE));
  }

  @Override
  public Objective objective(int rows) {
    return new FormulaObjective(this, written.demand(), rows);
  }
}
