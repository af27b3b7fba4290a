package voidscope.ui.model;

import java.util.function.LongSupplier;

/// Tells presses of a key that belong together from such that begin anew: a second without one ends
/// a run.
public final class KeyRun {
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final LongSupplier nanos;
  private boolean pressed;
  private long last;

  /// @param nanos the time, in nanoseconds from any start
  public KeyRun(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Notes a press.
  ///
  /// @return whether it goes on with the run of the one before
  public boolean goesOn() {
    long now = nanos.getAsLong();
    boolean soon = pressed && now - last < PAUSE_NANOS;
    pressed = true;
    last = now;
    return soon;
  }
}
