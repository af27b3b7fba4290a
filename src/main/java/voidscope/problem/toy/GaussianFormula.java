package voidscope.problem.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.formula.Names;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Model;
import voidscope.problem.Objection;

/// An f that the user has written, of one Gaussian. Loss and gradient are integrals, the optimum is
/// the least f within 64 of 0.
public final class GaussianFormula implements GaussianProblem {
  /// How far from μ₀ a check looks, in σ₀, and at how many places a deviation.
  private static final int FAR = 4;

  private static final int PLACES = 32;

  private final double mean;
  private final double deviation;
  private final double target;
  private final WrittenFormula written;
  private volatile @Nullable GaussianExpectation expectation;

  /// @param mean μ at step 0
  /// @param deviation σ at step 0
  /// @param text f
  /// @param target t
  /// @param blackBox whether its derivative is not to be had
  public GaussianFormula(
      double mean, double deviation, String text, double target, boolean blackBox) {
    this.mean = mean;
    this.deviation = deviation;
    this.target = target;
    written = WrittenFormula.of(text, Names.latents(1, target), blackBox);
  }

  /// What is wrong with the text, or with f at places within 4 σ₀ of μ₀, whole numbers and the
  /// target among them.
  ///
  /// @param key of the text's parameter
  public Optional<Objection> objection(String key) {
    double far = FAR * deviation;
    List<double[]> samples = new ArrayList<>();
    for (double whole = Math.ceil(mean - far); whole <= mean + far; whole++) {
      samples.add(new double[] {whole});
    }
    if (Math.abs(target - mean) <= far) {
      samples.add(new double[] {target});
    }
    for (int i = -FAR * PLACES; i <= FAR * PLACES; i++) {
      samples.add(new double[] {mean + deviation * i / PLACES});
    }
    return written.objection(key, samples);
  }

  private GaussianExpectation expectation() {
    GaussianExpectation known = expectation;
    if (known == null) {
      known = new GaussianExpectation(written.demand());
      expectation = known;
    }
    return known;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double deviation() {
    return deviation;
  }

  @Override
  public Model model() {
    written.demand();
    return GaussianProblem.super.model();
  }

  @Override
  public double loss(float[] theta, float[] scratch) {
    return expectation().value(theta);
  }

  @Override
  public void gradient(float[] theta, double[] g) {
    expectation().gradient(theta, g);
  }

  @Override
  public double[] jumps() {
    return expectation().jumps();
  }

  @Override
  public double optimum() {
    return expectation().least();
  }

  @Override
  public Set<Capability> offers() {
    return FormulaObjective.offers(written.blackBox(), Set.of(Capability.CONTINUOUS));
  }

  @Override
  public Objective objective(int rows) {
    return new FormulaObjective(this, written.demand(), rows);
  }
}
