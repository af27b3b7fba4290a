package voidscope.network;

import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// A network with one output times a scale that is its last parameter and begins at 0, so that an
/// untrained network is silent.
public interface ScaledNetwork extends Dual {
  /// Hidden units from which on a pass costs what its matrix products do.
  int WIDE = 32;

  /// A network of `depth` hidden layers with `hidden` units each; depth 0 is linear.
  static ScaledNetwork of(int inputs, int depth, int hidden, Activation activation, int maxRows) {
    return hidden < WIDE
        ? new Mlp(inputs, depth, hidden, activation, maxRows)
        : new WideNetwork(inputs, depth, hidden, activation, maxRows);
  }

  /// How many floats of an array the parameters take, the scale included.
  int parameters();

  /// Writes first parameters to phi from offset on: weights uniform in ±√(6/(in+out)), biases and
  /// scale 0.
  void initialize(float[] phi, int offset, RandomStream stream);

  /// Takes the parameters from `phi[offset..]` from now on; the array is not copied.
  void bind(float[] phi, int offset);
}
