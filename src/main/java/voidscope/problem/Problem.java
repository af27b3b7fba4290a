package voidscope.problem;

import java.util.List;
import java.util.Set;
import voidscope.distribution.Pathwise;
import voidscope.objective.Capability;

/// What is to be minimised: an expectation E f(b) over b ~ p(b|θ), where θ is [given][Toy] or put
/// out by a network.
public interface Problem {
  /// p(b|θ).
  Pathwise distribution();

  /// What its f offers to an estimator.
  Set<Capability> offers();

  /// Symbols of the quantities that the charts follow, the most telling first.
  List<String> quantities();
}
