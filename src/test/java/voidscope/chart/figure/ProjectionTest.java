package voidscope.chart.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import voidscope.chart.draw.AxisFit;
import voidscope.chart.draw.Marks;

/// Scales: where values lie, which ticks they have and which ends.
class ProjectionTest {
  @ParameterizedTest
  @EnumSource(AxisScale.class)
  void value_undoesShare_andShareAscends(AxisScale scale) {
    for (Extent ends : List.of(new Extent(1e-6, 3), new Extent(2, 1e6), new Extent(.2, .3))) {
      Projection axis = Projection.of(scale, ends);
      assertEquals(0, axis.share(ends.low()), 1e-12);
      assertEquals(1, axis.share(ends.high()), 1e-12);
      double before = Double.NEGATIVE_INFINITY;
      for (double share = -.5; share <= 1.5; share += .01) {
        double value = axis.value(share);
        assertTrue(value > before);
        assertEquals(share, axis.share(value), 1e-9);
        before = value;
      }
    }
  }

  @Test
  void share_isEqualForEqualRatios_onALogarithmicAxis() {
    Projection axis = Projection.of(AxisScale.LOG, new Extent(1e-4, 1));
    assertEquals(.25, axis.share(1e-3), 1e-12);
    assertEquals(.5, axis.share(1e-2), 1e-12);
    assertTrue(Double.isNaN(axis.share(0)) && Double.isNaN(axis.share(-1)));
  }

  @Test
  void share_isOdd_onASymmetricAxis() {
    Projection axis = Projection.of(AxisScale.SYMLOG, new Extent(-100, 100));
    assertEquals(.5, axis.share(0), 1e-12);
    for (double value : new double[] {.01, 1, 30}) {
      assertEquals(1, axis.share(value) + axis.share(-value), 1e-12);
    }
    assertEquals(axis.share(100) - axis.share(10), axis.share(10) - axis.share(1), .01);
  }

  @ParameterizedTest
  @CsvSource({
    "LOG,0.00002,0.5,6,10⁻⁴ 10⁻³ 10⁻² 10⁻¹",
    "LOG,0.00002,5,7,10⁻⁴ 10⁻³ 10⁻² 10⁻¹ 1",
    "LOG,1e-12,1,4,10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 1",
    "LOG,1,200000,8,1 10 100 1000 10k 100k",
    "LOG,0.02,0.3,6,0.02 0.05 0.1 0.2",
    "LOG,0.2491,0.2502,4,0.2492 0.2494 0.2496 0.2498 0.2500 0.2502",
    "SYMLOG,-80,80,9,−10 −1 0 1 10",
    "SYMLOG,0,5e6,9,0 10⁵ 10⁶",
    "SQRT,0,0.6,6,0 0.02 0.1 0.2 0.4 0.6",
    "LINEAR,0,1,5,0 0.2 0.4 0.6 0.8 1.0"
  })
  void marks_areRoundAndShort(
      AxisScale scale, double low, double high, double count, String expected) {
    String texts =
        String.join(
            " ",
            Marks.of(scale, new Extent(low, high), count).stream()
                .map(Marks.Mark::text)
                .filter(text -> !text.isEmpty())
                .toList());
    assertEquals(expected, texts);
  }

  @ParameterizedTest
  @EnumSource(AxisScale.class)
  void marks_ascend_andLieWithinTheEnds(AxisScale scale) {
    for (double high : new double[] {1e-7, .3, 9, 4e5}) {
      for (double low : new double[] {high / 1e9, high / 300, high / 2, high / 1.01}) {
        List<Marks.Mark> marks = Marks.of(scale, new Extent(low, high), 6);
        long named = marks.stream().filter(mark -> !mark.text().isEmpty()).count();
        assertTrue(named >= 2 && named <= 12, () -> scale + " " + low + " " + high + marks);
        for (int i = 0; i < marks.size(); i++) {
          assertTrue(marks.get(i).value() >= low * (1 - 1e-6));
          assertTrue(marks.get(i).value() <= high * (1 + 1e-6));
          assertTrue(i == 0 || marks.get(i - 1).value() < marks.get(i).value());
        }
      }
    }
  }

  @Test
  void fit_holdsStill_onALogarithmicAxis() {
    AxisFit fit = new AxisFit(.04);
    Figure.Axis axis = Figure.Axis.fitting("").with(AxisScale.LOG);
    Extent first = fit.fit(axis, new Extent(2e-5, 3e-2), 6);
    assertTrue(first.low() > 0 && first.low() < 2e-5 && first.low() > 1e-5);
    assertTrue(first.high() > 3e-2 && first.high() < 6e-2);
    assertEquals(first, fit.fit(axis, new Extent(1.9e-5, 2.9e-2), 6));
    assertTrue(fit.fit(axis, new Extent(1e-6, 2.9e-2), 6).low() < 1e-6);
    Extent none = new AxisFit(.04).fit(axis, Extent.NONE, 6);
    assertTrue(none.low() > 0 && none.high() > none.low());
  }

  /// A parameter that never leaves 0, as at t = ½, has an axis about it, whatever its scale.
  @ParameterizedTest
  @EnumSource(AxisScale.class)
  void fit_hasRoom_aroundDataThatAreAllAlike(AxisScale scale) {
    for (double value : new double[] {0, -0.0, 1e-300, .25, -3, 1e9}) {
      if (scale == AxisScale.LOG && value <= 0) {
        continue; // it never comes here
      }
      Extent ends =
          new AxisFit(.04).fit(Figure.Axis.fitting("").with(scale), new Extent(value, value), 6);
      assertTrue(ends.low() < value && value < ends.high(), scale + " " + value + " " + ends);
    }
    Extent zeros = new AxisFit(.04).fit(Figure.Axis.fitting(""), new Extent(0, 0), 6);
    assertEquals(-zeros.low(), zeros.high());
  }
}
