package voidscope.thread;

import java.util.function.BooleanSupplier;

/// Lets long work look up from time to time whether anybody still waits for it. Callable from any
/// thread, at the cost of a volatile read.
///
/// @param asked whether the work is to be left
public record Recall(BooleanSupplier asked) {
  /// Work that nobody recalls.
  public static final Recall NEVER = new Recall(() -> false);

  /// Ends the work if nobody waits for it any more.
  ///
  /// @throws Left if so
  public void check() {
    if (asked.getAsBoolean()) {
      throw new Left();
    }
  }

  /// Work was left half done.
  public static final class Left extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Left() {
      super("left half done", null, false, false);
    }
  }
}
