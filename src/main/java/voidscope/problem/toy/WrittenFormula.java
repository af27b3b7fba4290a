package voidscope.problem.toy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voidscope.formula.Formula;
import voidscope.formula.FormulaException;
import voidscope.formula.Names;
import voidscope.formula.Precise;
import voidscope.problem.Objection;
import voidscope.text.Numbers;

/// An f that a user has written, or why there is none: a problem is made of any text, and says at
/// its model what is wrong with it. Immutable.
///
/// @param text as it was written
/// @param formula what it says; null where it says nothing
/// @param error why it says nothing; null where it does
/// @param blackBox whether nothing but its values is to be had
record WrittenFormula(
    String text, @Nullable Formula formula, @Nullable FormulaException error, boolean blackBox) {
  /// Reads a text.
  ///
  /// @param blackBox whether nothing but its values is to be had
  static WrittenFormula of(String text, Names names, boolean blackBox) {
    try {
      Formula formula = Formula.parse(text, names);
      if (!blackBox) {
        formula.demandDerivative();
      }
      return new WrittenFormula(text, formula, null, blackBox);
    } catch (FormulaException e) {
      return new WrittenFormula(text, null, e, blackBox);
    }
  }

  /// What it says.
  ///
  /// @throws IllegalArgumentException saying where it is wrong
  Formula demand() {
    if (formula != null) {
      return formula;
    }
    throw new IllegalArgumentException(
        "The formula “" + text + "”: " + (error == null ? "" : error.getMessage()));
  }

  /// What is wrong with it: where it is none, or the first of some samples at which it is no finite
  /// number.
  ///
  /// @param key of its parameter
  /// @param samples coordinates of each
  Optional<Objection> objection(String key, List<double[]> samples) {
    if (error != null) {
      return Optional.of(new Objection(key, error.at(), error.expectation(), error.found()));
    }
    Precise precise = demand().precise();
    for (int from = 0; from < samples.size(); from += Precise.ROWS) {
      int n = Math.min(Precise.ROWS, samples.size() - from);
      for (int i = 0; i < n; i++) {
        double[] sample = samples.get(from + i);
        for (int d = 0; d < sample.length; d++) {
          precise.column(d)[i] = sample[d];
        }
      }
      precise.run(n);
      for (int i = 0; i < n; i++) {
        Optional<Precise.Trouble> trouble = precise.trouble(i);
        if (trouble.isPresent()) {
          String found = trouble.get().words() + " at b = " + shown(samples.get(from + i));
          return Optional.of(new Objection(key, trouble.get().at(), "a finite f(b)", found));
        }
      }
    }
    return Optional.empty();
  }

  private static String shown(double[] sample) {
    StringBuilder out = new StringBuilder();
    for (double x : sample) {
      out.append(out.isEmpty() ? "" : ", ").append(Numbers.shortText(x).replace('-', '−'));
    }
    return sample.length == 1 ? out.toString() : "(" + out + ")";
  }
}
