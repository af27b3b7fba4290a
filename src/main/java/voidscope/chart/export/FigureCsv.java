package voidscope.chart.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;

/// A figure as comma separated values in full precision: a column a series where all share their
/// abscissae, else a row a point. Comments (`#`) tell its origin, with the scenario behind `#|`.
public final class FigureCsv {
  /// How the file begins.
  static final String FIRST = "# Voidscope ";

  /// How each line of the scenario begins.
  static final String SCENARIO = "#|";

  private final Figure figure;
  private final Appendable out;

  public FigureCsv(Figure figure, Appendable out) {
    this.figure = figure;
    this.out = out;
  }

  public void write(Origin origin) throws IOException {
    comment(origin.sentence());
    comment(figure.title());
    if (!figure.note().isEmpty()) {
      comment(figure.note());
    }
    for (Figure.Level level : figure.levels()) {
      comment(level.name() + " = " + level.y());
    }
    for (Figure.Event event : figure.events()) {
      comment("at " + figure.x().label() + " " + event.x() + ": " + event.caption());
    }
    for (String line : origin.scenario().lines().toList()) {
      out.append(SCENARIO).append(line.isEmpty() ? "" : " ").append(line).append('\n');
    }
    HeatMap map = figure.map();
    if (map != null) {
      cells(map);
    } else if (sharesX()) {
      wide();
    } else {
      rows();
    }
  }

  private boolean sharesX() {
    List<Figure.Line> lines = figure.lines();
    return lines.stream().allMatch(line -> Arrays.equals(line.x(), lines.getFirst().x()));
  }

  private void wide() throws IOException {
    var names = new ArrayList<>(List.of(figure.x().label()));
    var columns = new ArrayList<double[]>();
    for (Figure.Line line : figure.lines()) {
      add(names, columns, line.column(), line.y());
      add(names, columns, line.column() + " low", line.low());
      add(names, columns, line.column() + " high", line.high());
    }
    row(names);
    double[] x = figure.lines().isEmpty() ? new double[0] : figure.lines().getFirst().x();
    for (int i = 0; i < x.length; i++) {
      out.append(number(x[i]));
      for (double[] column : columns) {
        out.append(',').append(number(column[i]));
      }
      out.append('\n');
    }
  }

  private void add(
      List<String> names, List<double[]> columns, String name, double @Nullable [] values) {
    if (values != null) {
      names.add(name + " [" + figure.y().label() + "]");
      columns.add(values);
    }
  }

  private void rows() throws IOException {
    row(List.of("series", figure.x().label(), figure.y().label(), "low", "high"));
    for (Figure.Line line : figure.lines()) {
      String name = Csv.cell(line.column());
      double[] low = line.low();
      double[] high = line.high();
      for (int i = 0; i < line.x().length; i++) {
        out.append(name).append(',').append(number(line.x()[i]));
        out.append(',').append(number(line.y()[i]));
        out.append(',').append(low == null ? "" : number(low[i]));
        out.append(',').append(high == null ? "" : number(high[i])).append('\n');
      }
    }
  }

  /// A row a cell, and then a row a point.
  private void cells(HeatMap map) throws IOException {
    row(List.of("series", figure.x().label(), figure.y().label(), "value"));
    String name = Csv.cell(map.name());
    for (int i = 0; i < map.values().length; i++) {
      double value = map.values()[i];
      if (!Double.isNaN(value)) {
        double x = map.x(i % map.columns());
        double y = map.y(Math.floorDiv(i, map.columns()));
        out.append(name).append(',').append(number(x)).append(',').append(number(y));
        out.append(',').append(number(value)).append('\n');
      }
    }
    for (Figure.Line line : figure.lines()) {
      for (int i = 0; i < line.x().length; i++) {
        out.append(Csv.cell(line.column())).append(',').append(number(line.x()[i]));
        out.append(',').append(number(line.y()[i])).append(",\n");
      }
    }
  }

  private void comment(String text) throws IOException {
    for (String line : text.lines().toList()) {
      out.append("# ").append(line).append('\n');
    }
  }

  /// A row of names.
  private void row(List<String> cells) throws IOException {
    out.append(Csv.row(cells)).append('\n');
  }

  /// The shortest text that reads back as the same number; nothing where it is not known.
  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
