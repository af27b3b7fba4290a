package voidscope.chart.figure;

/// A function of both axes, as cells of equal size in the colours of one scale. Immutable by
/// convention.
///
/// @param name what tables and readings call its values
/// @param x the ends of the cells across
/// @param y the ends of the cells upwards
/// @param columns cells across
/// @param values row by row from the lowest, each from left to right; NaN where there is none
/// @param scale which values have the first and the last colour; others beyond have them, too
public record HeatMap(String name, Extent x, Extent y, int columns, double[] values, Extent scale)
    implements Ground {

  /// Cells upwards.
  public int rows() {
    return values.length / columns;
  }

  /// The abscissa of the middle of a column.
  public double x(int column) {
    return x.low() + (column + .5) / columns * x.length();
  }

  /// The ordinate of the middle of a row.
  public double y(int row) {
    return y.low() + (row + .5) / rows() * y.length();
  }

  /// The value of the cell about a place; NaN where there is none.
  public double at(double abscissa, double ordinate) {
    if (!x.contains(abscissa) || !y.contains(ordinate)) {
      return Double.NaN;
    }
    int column = (int) Math.min(columns - 1.0, (abscissa - x.low()) / x.length() * columns);
    int row = (int) Math.min(rows() - 1.0, (ordinate - y.low()) / y.length() * rows());
    return values[row * columns + column];
  }

  /// Where a value lies on the scale, from 0 to 1; NaN stays.
  public double share(double value) {
    if (Double.isNaN(value)) {
      return value;
    }
    double length = scale.length();
    return length > 0 ? Math.clamp((value - scale.low()) / length, 0, 1) : .5;
  }
}
