package voidscope.problem.toy;

import java.util.List;
import java.util.Set;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Known;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.problem.Quantity;

/// A problem whose parameters θ are what is trained, with all that is known of it exactly.
/// Immutable.
public interface Toy extends Problem, Known {
  /// θ₀, P values.
  float[] initial();

  /// f, with scratch for one thread.
  ///
  /// @param rows rows at most
  Objective objective(int rows);

  /// Symbols of the quantities that the charts follow.
  List<String> symbols();

  /// The quantities at some θ.
  ///
  /// @param theta P values
  /// @param scratch P values, overwritten
  /// @param out one per symbol, overwritten
  void quantities(float[] theta, float[] scratch, float[] out);

  /// Whether the first quantity is the mean of θ, so that the quartiles of θ belong beside it.
  default boolean spreads() {
    return false;
  }

  @Override
  default Set<Capability> offers() {
    return objective(1).offers();
  }

  @Override
  default List<Quantity> quantities() {
    return Quantity.each(symbols());
  }

  @Override
  default Model model() {
    return new ToyModel(this);
  }

  @Override
  default Known known() {
    return this;
  }
}
