package voidscope.problem.rl;

import java.util.List;
import voidscope.problem.Known;

/// What is known exactly of a world that one acts in by a policy of its own, so that charts draw an
/// estimate's mean and variance beside the truth. Immutable.
public interface Exact {
  /// The policy, by whose numbers everything is known.
  Policy policy();

  /// Symbols of these numbers.
  List<String> symbols();

  /// Minus the expected return E Σ γᵗrₜ, which is minimised, as a function of them.
  ///
  /// @param discount γ
  Known known(double discount);
}
