package voidscope.library;

/// What may be kept.
///
/// @param keep whether runs are kept at all
/// @param entries how many at most, from 1 to 10000
/// @param mebibytes how much room they may take together, from 1 to 2²⁰
public record LibrarySettings(boolean keep, int entries, int mebibytes) {
  /// What holds where nothing is said: thirty runs, in a gibibyte.
  public static final LibrarySettings DEFAULTS = new LibrarySettings(true, 30, 1024);

  static final int MOST_ENTRIES = 10_000;
  static final int MOST_MEBIBYTES = 1 << 20;

  /// Bytes of a mebibyte.
  static final long MEBIBYTE = 1 << 20;

  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if one is out of range
  public LibrarySettings {
    check("entries", entries, MOST_ENTRIES);
    check("mebibytes", mebibytes, MOST_MEBIBYTES);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          name + ": expected a whole number from 1 to " + most + ", found " + value);
    }
  }

  /// How many bytes they may take together.
  public long bytes() {
    return mebibytes * MEBIBYTE;
  }
}
