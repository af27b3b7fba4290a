package voidscope.chart.figure;

/// Where data lie on a picture: the axes' ends and the plot's place in device pixels.
///
/// @param x ends of the horizontal axis
/// @param y ends of the vertical axis
/// @param across how the horizontal axis spreads its values
/// @param up how the vertical axis spreads its values
/// @param left edge of the plot
/// @param top edge of the plot
/// @param width of the plot
/// @param height of the plot
public record View(
    Extent x,
    Extent y,
    Projection across,
    Projection up,
    double left,
    double top,
    double width,
    double height) {
  /// Linear axes.
  public View(Extent x, Extent y, double left, double top, double width, double height) {
    this(
        x,
        y,
        Projection.of(AxisScale.LINEAR, x),
        Projection.of(AxisScale.LINEAR, y),
        left,
        top,
        width,
        height);
  }

  public double toX(double value) {
    return left + across.share(value) * width;
  }

  /// Ordinates far outside are brought near, where they still leave the plot; NaN where the axis
  /// has no place for them.
  public double toY(double value) {
    double share = 1 - up.share(value);
    return top + Math.clamp(share, -20, 20) * height;
  }

  public double fromX(double pixel) {
    return across.value((pixel - left) / width);
  }

  public double fromY(double pixel) {
    return up.value(1 - (pixel - top) / height);
  }

  public double bottom() {
    return top + height;
  }

  public boolean contains(double pixelX, double pixelY) {
    return pixelX >= left && pixelX <= left + width && pixelY >= top && pixelY <= bottom();
  }
}
