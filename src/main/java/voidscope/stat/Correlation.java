package voidscope.stat;

/// Correlation of weighted pairs, block by block (Chan, Golub and LeVeque 1979).
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

  /// Adds pairs of equal weight.
  ///
  /// @param from first, `to` the one past the last; nothing happens where there is none
  /// @param weight how much each counts, greater than 0
  public void accept(int from, int to, float[] x, float[] y, double weight) {
    if (from >= to) {
      return;
    }
    double sumX = 0;
    double sumY = 0;
    for (int i = from; i < to; i++) {
      sumX += x[i];
      sumY += y[i];
    }
    double blockX = sumX / (to - from);
    double blockY = sumY / (to - from);
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (int i = from; i < to; i++) {
      double dx = x[i] - blockX;
      double dy = y[i] - blockY;
      sxx += dx * dx;
      syy += dy * dy;
      sxy += dx * dy;
    }
    double block = weight * (to - from);
    double both = total + block;
    double dx = blockX - meanX;
    double dy = blockY - meanY;
    double between = total * block / both;
    xx += weight * sxx + between * dx * dx;
    yy += weight * syy + between * dy * dy;
    xy += weight * sxy + between * dx * dy;
    meanX += dx * block / both;
    meanY += dy * block / both;
    total = both;
  }

  /// The correlation; NaN where one of the two does not vary.
  public double value() {
    double product = xx * yy;
    return product > 0 ? xy / Math.sqrt(product) : Double.NaN;
  }
}
