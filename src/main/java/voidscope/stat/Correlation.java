package voidscope.stat;

/// Correlation of weighted pairs, in one pass (Welford 1962, West 1979).
public final class Correlation {
  private double total;
  private double meanX;
  private double meanY;
  private double xx;
  private double yy;
  private double xy;

  /// Forgets everything.
  public void clear() {
    total = 0;
    meanX = 0;
    meanY = 0;
    xx = 0;
    yy = 0;
    xy = 0;
  }

  /// Adds a pair.
  ///
  /// @param weight how much it counts, greater than 0
  public void accept(double x, double y, double weight) {
    total += weight;
    double dx = x - meanX;
    double dy = y - meanY;
    double share = weight / total;
    meanX += dx * share;
    meanY += dy * share;
    xx += weight * dx * (x - meanX);
    yy += weight * dy * (y - meanY);
    xy += weight * dx * (y - meanY);
  }

  /// The correlation; NaN where one of the two does not vary.
  public double value() {
    double product = xx * yy;
    return product > 0 ? xy / Math.sqrt(product) : Double.NaN;
  }
}
