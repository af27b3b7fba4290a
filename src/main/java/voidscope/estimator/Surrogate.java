package voidscope.estimator;

import java.util.Set;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// The control variate c_φ(z) of REBAR and RELAX: an immutable description.
public interface Surrogate {
  /// Span that holds log λ.
  String TEMPERATURE = "temperature";

  /// Span that holds η.
  String SCALE = "eta";

  /// Span that holds a network's weights.
  String NETWORK = "network";

  /// What it needs of the objective.
  Set<Capability> requires();

  /// Evaluations of f that one of c takes.
  int evaluations();

  /// Its φ at the initial values.
  State init(Shape shape, RandomStream stream);

  /// Takes over live settings into its φ.
  void retune(State state);

  /// A new evaluation with scratch of its own.
  Evaluation evaluation(Shape shape, Objective objective);

  /// c_φ at N relaxed samples, with its tangent and reverse passes; gradients by φ are added at the
  /// indices of the state.
  interface Evaluation extends Dual {
    /// Reads φ from here from now on.
    ///
    /// @param context N×C, read by surrogates that look at it
    void bind(State state, float[] context);
  }
}
