package voidscope.chart.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import voidscope.chart.draw.FigureAxes;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Limits;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.FigureDress;

/// Gives the axes of several figures that have the same caption and scale the same ends: those that
/// hold the data of all. Where a strip for zeros lies at an axis' foot, that end stays its own.
final class SameAxes {
  private SameAxes() {}

  /// The dresses of charts with those ends typed in.
  static Function<ChartEntry, FigureDress> of(Page page) {
    List<Figure> figures = page.figures(256);
    Map<String, Extent> ends = new HashMap<>();
    List<FigureAxes> own =
        figures.stream()
            .map(
                figure ->
                    FigureAxes.of(
                        figure, page.preset().width(), page.preset().height(), page.look()))
            .toList();
    for (int i = 0; i < figures.size(); i++) {
      ends.merge(name(figures.get(i).x()), own.get(i).x(), SameAxes::both);
      ends.merge(name(figures.get(i).y()), own.get(i).y().ends(), SameAxes::both);
    }
    Map<ChartEntry, FigureDress> dresses = new HashMap<>();
    for (int i = 0; i < figures.size(); i++) {
      ChartEntry chart = page.charts().get(i);
      FigureAxes axes = own.get(i);
      Extent x = ends.getOrDefault(name(figures.get(i).x()), axes.x());
      Extent y = ends.getOrDefault(name(figures.get(i).y()), axes.y().ends());
      Limits up = new Limits(axes.y().exists() ? Double.NaN : y.low(), y.high());
      dresses.put(chart, page.dresses().apply(chart).within(new Limits(x.low(), x.high()), up));
    }
    return chart -> dresses.getOrDefault(chart, page.dress());
  }

  private static String name(Figure.Axis axis) {
    return axis.label() + "\n" + axis.scale();
  }

  private static Extent both(Extent one, Extent other) {
    return new Extent(Math.min(one.low(), other.low()), Math.max(one.high(), other.high()));
  }
}
