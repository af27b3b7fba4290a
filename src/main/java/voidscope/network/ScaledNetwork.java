package voidscope.network;

import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// A network with one output times a scale that is its last parameter and begins at 0, so that an
/// untrained network is silent.
public interface ScaledNetwork extends Dual {
  /// Hidden units from which on a pass costs what its matrix products do.
  int WIDE = 32;

  /// A network of `depth` hidden layers with `hidden` units each; depth 0 is linear.
  ///
  /// @param inputs of a row, by which it is differentiated
  /// @param context further inputs of a row
  static ScaledNetwork of(
      int inputs, int context, int depth, int hidden, Activation activation, int maxRows) {
    if (hidden >= WIDE) {
      return new WideNetwork(inputs, context, depth, hidden, activation, maxRows);
    }
    Mlp whole = new Mlp(inputs + context, depth, hidden, activation, maxRows);
    return context == 0 ? whole : new ContextNetwork(whole, maxRows, inputs, context);
  }

  /// The sum over the parts of a row of one such network, which reads a part at a time: it knows no
  /// interplay of parts, and without positions no order of them. A context is not read, for it
  /// would have to be repeated for each part.
  ///
  /// @param inputs of a row, by which it is differentiated
  /// @param parts of equal length that a row falls into
  /// @param positioned whether it also reads where a part stands, from −1 for the first to 1 for
  ///   the last; 0 where there is one
  static ScaledNetwork sum(
      int inputs,
      int parts,
      boolean positioned,
      int depth,
      int hidden,
      Activation activation,
      int maxRows) {
    return new SummedNetwork(inputs, parts, positioned, depth, hidden, activation, maxRows);
  }

  /// How many floats of an array the parameters take, the scale included.
  int parameters();

  /// Writes first parameters to phi from offset on: weights uniform in ±√(6/(in+out)), biases and
  /// scale 0.
  void initialize(float[] phi, int offset, RandomStream stream);

  /// Takes the parameters from `phi[offset..]` from now on; the array is not copied.
  ///
  /// @param context of the rows, n×context, read until the last pass that belongs to a value
  void bind(float[] phi, int offset, float[] context);
}
