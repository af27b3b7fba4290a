package voidscope.problem;

/// Tells what a problem knows of what is trained. Scratch of one thread.
public interface Watch {
  /// The quantities of [Quantity.Source#STEP] or [Quantity.Source#PROBLEM], in their order; of a
  /// problem whose batches tell them, at step 0, what stands for a batch that has not been.
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
