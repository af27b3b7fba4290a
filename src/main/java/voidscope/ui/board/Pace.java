package voidscope.ui.board;

/// When the charts follow the run: all of them at once, and each time after a rest as long as their
/// painting took, so that a change by the user finds the painters idle at least half of the time.
/// Where painting takes less than half a frame nothing is lost by it.
final class Pace {
  private long began;

  /// Whether the charts should follow the run now, asked while none is being painted.
  ///
  /// @param now in nanoseconds
  /// @param painted when the last picture was ready
  boolean due(long now, long painted) {
    return now - painted >= painted - began;
  }

  /// Painting begins.
  void begin(long now) {
    began = now;
  }
}
