package voidscope.chart.export;

import java.util.Locale;

/// Whether there is room for a picture in pixels, which an array of Java and the memory bound.
public final class PictureRoom {
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private PictureRoom() {}

  /// Why a picture cannot be drawn, with the figure; empty if it may be.
  ///
  /// @param width in pixels
  /// @param height in pixels
  public static String obstacle(int width, int height) {
    return obstacle(width, height, Runtime.getRuntime().maxMemory());
  }

  /// @param room bytes that there are
  static String obstacle(int width, int height, long room) {
    double pixels = (double) width * height;
    double most = Math.min(LONGEST, (double) room / Integer.BYTES);
    return pixels <= most
        ? ""
        : String.format(
            Locale.ROOT,
            "a picture of %d × %d pixels is too large, at most %.0f million pixels are possible;"
                + " choose a smaller size, or PDF or SVG, which have no pixels",
            width,
            height,
            Math.floor(most / 1e6));
  }
}
