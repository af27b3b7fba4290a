package voidscope.chart.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.chart.draw.AxisFit;
import voidscope.chart.export.FigureSample;

/// Ticks and the choice of an axis' ends.
class TicksTest {
  private static final Figure.Axis FITTING = Figure.Axis.fitting("");

  @ParameterizedTest
  @CsvSource({
    "0,1,5,.4,0.4", "0.249,0.2515,5,.2495,0.2495", "-15,-4,4,-10,−10", "0,10000,5,2000,2k",
    "0,2500000,5,2500000,2.5M", "0,12000,30,500,0.5k", "0,5000,5,1000,1000", "0,1,5,0,0",
    "0,0.00003,3,0.00002,2·10⁻⁵", "0,5e12,5,2e12,2·10¹²"
  })
  @DisplayName("a tick is short, the same in every locale, with a true minus sign")
  void text(double low, double high, double count, double value, String expected) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(expected, Ticks.of(low, high, count).text(value));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  @DisplayName("an axis' ends are round and hold still while the data stay inside")
  void stable() {
    var fit = new AxisFit(.04);
    Extent first = fit.fit(FITTING, new Extent(-14.9, -4.1), 5);
    assertTrue(first.contains(new Extent(-14.9, -4.1)));
    assertEquals(first, fit.fit(FITTING, new Extent(-14.95, -4.3), 5));
    Extent wider = fit.fit(FITTING, new Extent(-20, -4.3), 5);
    assertTrue(wider.low() <= -20 && wider.low() > -24);
    Extent smaller = fit.fit(FITTING, new Extent(-6, -5), 5);
    assertTrue(smaller.length() < 2);
  }

  @Test
  @DisplayName("equal, absent and infinite data still give an axis")
  void degenerate() {
    Extent same = new AxisFit(.04).fit(FITTING, new Extent(.25, .25), 5);
    assertTrue(same.low() < .25 && same.high() > .25 && same.length() < .2);
    assertEquals(new Extent(0, 1), new AxisFit(0).fit(FITTING, Extent.NONE, 5));
    var fixed = new Figure.Axis("", 0, 1);
    assertEquals(new Extent(0, 1), new AxisFit(0).fit(fixed, new Extent(-5, 3), 5));
    double[] y = {Double.NaN, 1, Double.POSITIVE_INFINITY, 2};
    var line = FigureSample.line("f", "f", new double[] {0, 1, 2, 3}, x -> y[(int) x]);
    var figure = new Figure("", FITTING, FITTING, List.of(line), List.of(), List.of());
    assertEquals(new Extent(1, 2), Extent.ofY(figure, new Extent(0, 3)));
  }
}
