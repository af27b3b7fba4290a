package voidscope.chart.export;

/// How an animated figure moves: from its first step to its last in a time.
///
/// @param rate frames a second
/// @param seconds that it takes
public record Motion(double rate, double seconds) {
  /// As it moves unless told otherwise.
  public static final Motion PLAIN = new Motion(12, 6);

  /// Frames at most.
  public static final int MOST = 1200;

  private static final double FASTEST = 50;
  private static final double SHORTEST = .5;
  private static final double LONGEST = 120;
  private static final double PIXELS = 4e9;

  /// @throws IllegalArgumentException saying what is expected, if there is no such motion
  public Motion {
    if (!(rate >= 1 && rate <= FASTEST)) {
      throw new IllegalArgumentException(
          "expected 1 to " + (int) FASTEST + " frames a second, found " + rate);
    }
    if (!(seconds >= SHORTEST && seconds <= LONGEST)) {
      throw new IllegalArgumentException(
          "expected " + SHORTEST + " to " + (int) LONGEST + " seconds, found " + seconds);
    }
    if (Math.round(rate * seconds) > MOST) {
      throw new IllegalArgumentException(
          "expected at most "
              + MOST
              + " frames, found "
              + Math.round(rate * seconds)
              + ": fewer a second, or fewer seconds");
    }
  }

  /// How many frames there are.
  public int frames() {
    return (int) Math.max(2, Math.round(rate * seconds));
  }

  /// Why there can be no animation of a size; empty if there can.
  public String obstacle(int width, int height) {
    double pixels = (double) width * height * frames();
    return pixels <= PIXELS
        ? ""
        : "an animation of "
            + frames()
            + " frames of "
            + width
            + " × "
            + height
            + " pixels is too large; choose a smaller size, fewer frames a second or fewer seconds";
  }

  /// When a frame gives way to the next, in parts of a second from the first.
  ///
  /// @param parts into which a second is divided
  long end(int frame, int parts) {
    return Math.round(parts * (frame + 1) / rate);
  }
}
