package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Up;

/// Which of a figure's axes other charts take over.
class CarriedViewTest {
  private static final Across ACROSS =
      new Across(AxisScale.LOG, Measure.EVALUATIONS, new Extent(10, 100));
  private static final Up UP = new Up(AxisScale.SYMLOG, new Extent(-1, 1), 2, true);

  private static ChartView carried(String figure, String chart) {
    ChartView view = new ChartView(Set.of("lax"), "relax", Abscissa.RELAXED, 5, ACROSS, UP);
    return new CarriedView(figure, view).of(Charts.catalogue().get(chart));
  }

  @Test
  void chartOfTheFigure_comesBackAsItWas() {
    assertEquals(
        new ChartView(Set.of("lax"), "relax", Abscissa.RELAXED, 5, ACROSS, UP),
        carried("loss", "loss"));
  }

  @Test
  void otherChartOverTheRun_sharesTheRunOnly() {
    assertEquals(
        new ChartView(Set.of("lax"), "relax", Abscissa.RELAXED, 5, ACROSS, Up.PLAIN),
        carried("loss", "variance"));
  }

  @Test
  void chartOverSomethingElse_sharesNoAxis() {
    ChartView plain = new ChartView(Set.of("lax"), "relax", Abscissa.RELAXED, 5);
    assertEquals(plain, carried("loss", "surrogate"));
    assertEquals(plain, carried("surrogate", "loss"));
    assertEquals(plain, carried("", "loss"));
  }
}
