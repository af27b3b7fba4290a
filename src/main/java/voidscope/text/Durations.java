package voidscope.text;

/// Lengths of time in words.
public final class Durations {
  private Durations() {}

  /// Such as `59 s`, `4 min 5 s` or `2 h 10 min`.
  public static String text(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
