package voidscope.chart.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.draw.Marks;

/// What lies under the lines.
final class GroundTest {
  private static final HeatMap MAP =
      new HeatMap(
          "c",
          new Extent(-1, 2),
          new Extent(0, 4),
          3,
          new double[] {0, 1, 2, 3, Double.NaN, 5},
          new Extent(0, 4));

  private static Figure figure(AxisScale scale) {
    return new Figure(
        "",
        Figure.Axis.fitting("x"),
        Figure.Axis.fitting("y").with(scale),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void map_knowsItsCells() {
    assertEquals(2, MAP.rows());
    assertEquals(-.5, MAP.x(0));
    assertEquals(3, MAP.y(1));
    for (int i = 0; i < 6; i++) {
      double middle = MAP.at(MAP.x(i % 3), MAP.y(Math.floorDiv(i, 3)));
      assertEquals(MAP.values()[i], middle);
    }
    assertEquals(5, MAP.at(2, 4), "the last cell has its edges");
    assertEquals(0, MAP.at(-1, 0));
    assertEquals(Double.NaN, MAP.at(2.01, 1));
    assertEquals(Double.NaN, MAP.at(0, -.01));
  }

  @Test
  void values_beyondTheScale_haveItsLastColours() {
    assertArrayEquals(
        new double[] {0, .25, 1, 0, Double.NaN},
        new double[] {
          MAP.share(0), MAP.share(1), MAP.share(5), MAP.share(-1), MAP.share(Double.NaN)
        });
  }

  /// A map whose values are all equal has a scale with ticks, which no length would not have.
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -3e5, 2e-9})
  void scale_hasRoom_whereAllValuesAreEqual(double value) {
    HeatMap flat = new HeatMap("c", MAP.x(), MAP.y(), 3, MAP.values(), new Extent(value, value));
    assertEquals(.5, flat.share(value), 1e-12);
    assertTrue(flat.scale().length() > .01 * Math.abs(value));
    List<Marks.Mark> ticks = Marks.of(AxisScale.LINEAR, flat.scale(), 5);
    assertTrue(ticks.size() > 1 && ticks.size() < 12, ticks.toString());
  }

  @Test
  void figure_isAsLargeAsItsMap() {
    Figure over = figure(AxisScale.LINEAR).over(MAP);
    assertEquals(MAP.x(), Extent.ofX(over));
    assertEquals(MAP.y(), Extent.ofY(over, MAP.x()));
    assertEquals(MAP, over.titled("other").map());
  }

  /// Its height is a share of the plot, whatever the axis, and no end of the axis moves for it.
  @ParameterizedTest
  @EnumSource(AxisScale.class)
  void marginal_standsAtTheFoot(AxisScale scale) {
    double[] x = {0, 1, 2};
    Marginal marginal = new Marginal("f", x, new double[] {0, 10, 5}, new double[] {.5, 1.5});
    Figure over = figure(scale).over(marginal);
    assertTrue(Extent.ofX(over).low() > Extent.ofX(over).high());
    Extent ends = new Extent(.1, 10);
    Projection up = Projection.of(scale, ends);
    Figure placed = new Foot(Double.NaN, ends, List.of()).place(over);
    Figure.Line hill = placed.lines().getFirst();
    assertEquals(0, up.share(hill.y()[0]), 1e-9);
    assertEquals(.13, up.share(hill.y()[1]), 1e-9);
    assertEquals(.065, up.share(hill.y()[2]), 1e-9);
    Figure.Line rug = placed.lines().getLast();
    assertArrayEquals(new double[] {.5, .5, .5, 1.5, 1.5, 1.5}, rug.x());
    assertEquals(0, up.share(rug.y()[3]), 1e-9);
    assertEquals(.035, up.share(rug.y()[4]), 1e-9);
    assertEquals(Double.POSITIVE_INFINITY, rug.y()[5]);
  }
}
