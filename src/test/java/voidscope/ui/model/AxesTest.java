package voidscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;

/// Windows of the axis over the run.
final class AxesTest {
  private final ChartEntry theta = Charts.catalogue().get(Charts.THETA);

  /// Whoever turns the wheel over a picture with a linear axis that begins at 0, when the axis has
  /// just become logarithmic.
  @Test
  void part_withoutAPlaceOnALogarithmicAxis_isPassedOver() {
    Axes log = Axes.PLAIN.spreadAcross(AxisScale.LOG);
    assertEquals(log, log.zoom(theta, new Extent(0, 50), null));
    Axes zoomed = log.zoom(theta, new Extent(5, 50), null);
    assertEquals(new Extent(5, 50), zoomed.across(theta).window());
    assertEquals(zoomed, zoomed.zoom(theta, new Extent(-1, 50), null));
  }

  @Test
  void window_thatALogarithmicAxisCannotShow_goesWithTheChange() {
    Axes linear = Axes.PLAIN.zoom(theta, new Extent(-3, 50), null);
    assertEquals(new Extent(0, 53), linear.across(theta).window());
    assertNull(linear.spreadAcross(AxisScale.LOG).across(theta).window());
    Axes later = Axes.PLAIN.zoom(theta, new Extent(3, 50), null);
    assertEquals(new Extent(3, 50), later.spreadAcross(AxisScale.LOG).across(theta).window());
  }
}
