package voidscope.problem.toy;

import java.util.EnumSet;
import java.util.Set;
import voidscope.distribution.Draw;
import voidscope.formula.Formula;
import voidscope.formula.Values;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;

/// f of a [Formula]; a black box keeps its derivative to itself.
final class FormulaObjective implements Objective {
  private final Set<Capability> offers;
  private final Formula formula;
  private final Values values;
  private final ExactRows exact;

  FormulaObjective(Toy problem, Formula formula, int rows) {
    offers = problem.offers();
    this.formula = formula;
    values = formula.values(rows);
    exact = new ExactRows(problem);
  }

  /// What such an f offers.
  ///
  /// @param kinds what b is
  static Set<Capability> offers(boolean blackBox, Set<Capability> kinds) {
    Set<Capability> offers = EnumSet.of(Capability.EXACT_GRADIENT, Capability.REPEATABLE);
    offers.addAll(kinds);
    if (!blackBox) {
      offers.add(Capability.DERIVATIVE);
    }
    return offers;
  }

  @Override
  public Set<Capability> offers() {
    return offers;
  }

  @Override
  public void value(Draw draw, int k, float[] f) {
    values.run(draw.n(), draw.b()[k], f);
  }

  @Override
  public Dual dual(int rows) {
    if (!offers.contains(Capability.DERIVATIVE)) {
      return Objective.super.dual(rows);
    }
    return formula.dual(rows);
  }

  @Override
  public void gradient(Draw draw, float[] g) {
    exact.gradient(draw, g);
  }
}
