package voidscope.chart.figure;

/// A function of both axes, as cells of equal size in the colours of one scale. Immutable by
/// convention.
///
/// @param name what tables and readings call its values
/// @param x the ends of the cells across
/// @param y the ends of the cells upwards
/// @param columns cells across
/// @param values row by row from the lowest, each from left to right; NaN where there is none
/// @param scale which values have the first and the last colour; others beyond have them, too; with
///   room around it where it has no length
public record HeatMap(String name, Extent x, Extent y, int columns, double[] values, Extent scale)
    implements Ground {
  private static final int OUTSIDE = -1;

  /// Gives the scale room.
  public HeatMap {
    scale = scale.roomy();
  }

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
    int column = column(abscissa);
    int row = row(ordinate);
    return column < 0 || row < 0 ? Double.NaN : values[row * columns + column];
  }

  /// The column that holds an abscissa, the edges of the map included; −1 where there is none.
  public int column(double abscissa) {
    return cell(abscissa, x, columns);
  }

  /// The row that holds an ordinate, the edges of the map included; −1 where there is none.
  public int row(double ordinate) {
    return cell(ordinate, y, rows());
  }

  private static int cell(double at, Extent ends, int count) {
    return ends.contains(at)
        ? (int) Math.min(count - 1.0, (at - ends.low()) / ends.length() * count)
        : OUTSIDE;
  }

  /// Where a value lies on the scale, from 0 to 1; NaN stays.
  public double share(double value) {
    return Double.isNaN(value) ? value : Math.clamp((value - scale.low()) / scale.length(), 0, 1);
  }
}
