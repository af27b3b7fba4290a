package voidscope.chart;

/// Where data lie on a picture: the axes' ends and the plot's place in device pixels.
///
/// @param x ends of the horizontal axis
/// @param y ends of the vertical axis
/// @param left edge of the plot
/// @param top edge of the plot
/// @param width of the plot
/// @param height of the plot
record View(Extent x, Extent y, double left, double top, double width, double height) {
  double toX(double value) {
    return left + (value - x.low()) / x.length() * width;
  }

  /// Ordinates far outside are brought near, where they still leave the plot.
  double toY(double value) {
    double share = (y.high() - value) / y.length();
    return top + Math.clamp(share, -20, 20) * height;
  }

  double fromX(double pixel) {
    return x.low() + (pixel - left) / width * x.length();
  }

  boolean contains(double pixelX, double pixelY) {
    return pixelX >= left && pixelX <= left + width && pixelY >= top && pixelY <= top + height;
  }
}
