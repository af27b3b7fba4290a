package voidscope.network;

/// Turns a gradient into a step of the parameters, in place. Optimizers hold no state of their own:
/// it lies in an array of the caller's, so that copying the array copies the optimizer.
public interface Optimizer {
  /// How many floats of state a parameter has.
  int slots();

  /// One step of the parameters from..to−1 against the gradient g.
  ///
  /// @param theta parameters, modified
  /// @param g holds the parameters' gradient, read
  /// @param gAt where that of the parameter `from` stands in g
  /// @param state slots()·theta.length floats, slot s from s·theta.length on, modified; all 0
  ///   before the first step
  /// @param t number of the step, from 1 at the first with this state
  /// @param lr learning rate
  void step(float[] theta, float[] g, int gAt, float[] state, int from, int to, long t, float lr);
}
