package voidscope.ui.board;

/// When the charts follow the run: all of them at once, as soon as the last picture is ready. While
/// the user changes what is to be seen, as by a slider, they rest each time as long as their
/// painting took, so that the next change finds the painters idle at least half of the time.
final class Pace {
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
    boolean calm = !touched || now - changed >= CALM_NANOS;
    return calm || now - painted >= painted - began;
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
