package voidscope.ui.board;

/// When the charts follow the run: all of them at once, at every pulse where they can be painted
/// within one. Where that takes longer, as while painting is not compiled yet, they rest twice as
/// long as it took beyond a pulse, though no longer than it took, and leave the processor to
/// others. While the user changes what is to be seen, as by a slider, they rest as long as it took,
/// so that the next change finds the painters idle at least half of the time.
final class Pace {
  /// Of sixty a second.
  private static final long PULSE_NANOS = 16_666_667;

  /// Changes by one hand follow each other sooner than this.
  private static final long CALM_NANOS = 1_000_000_000L;

  private long began;
  private long changed;
  private boolean touched;

  /// Whether the charts should follow the run now, asked while none is being painted.
  ///
  /// @param now in nanoseconds
  /// @param painted when the last picture was ready
  boolean due(long now, long painted) {
    long took = painted - began;
    boolean calm = !touched || now - changed >= CALM_NANOS;
    long rest = calm ? Math.min(took, Math.max(0, 2 * (took - PULSE_NANOS))) : took;
    return now - painted >= rest;
  }

  /// The user has changed what is to be seen.
  void touch(long now) {
    changed = now;
    touched = true;
  }

  /// Painting begins.
  void begin(long now) {
    began = now;
  }
}
