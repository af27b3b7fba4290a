package voidscope.stat;

/// Correlation of pairs, in one pass (Welford 1962).
public final class Correlation {
  private long count;
  private double meanX;
  private double meanY;
  private double xx;
  private double yy;
  private double xy;

  /// Forgets everything.
  public void clear() {
    count = 0;
    meanX = 0;
    meanY = 0;
    xx = 0;
    yy = 0;
    xy = 0;
  }

  /// Adds a pair.
  public void accept(double x, double y) {
    count++;
    double dx = x - meanX;
    double dy = y - meanY;
    meanX += dx / count;
    meanY += dy / count;
    xx += dx * (x - meanX);
    yy += dy * (y - meanY);
    xy += dx * (y - meanY);
  }

  /// The correlation; NaN where one of the two does not vary.
  public double value() {
    double product = xx * yy;
    return product > 0 ? xy / Math.sqrt(product) : Double.NaN;
  }
}
