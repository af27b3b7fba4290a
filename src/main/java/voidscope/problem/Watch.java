package voidscope.problem;

/// Tells what a problem knows of what is trained. Scratch of one thread.
public interface Watch {
  /// The quantities of [Quantity.Source#PROBLEM], in their order.
  ///
  /// @param weights W numbers
  /// @param step steps done
  /// @param out one each, overwritten
  void tell(float[] weights, long step, float[] out);

  /// The loss that such quantities tell, for a step 0 that no batch has gone before.
  ///
  /// @param told as [#tell] has it
  float loss(float[] told);
}
