package voidscope.chart.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.look.Marker;

/// The rasteriser, black on white.
class RasterTest {
  private static final int SIZE = 400;
  private final int[] pixels = new int[SIZE * SIZE];
  private final Raster raster = new Raster();

  RasterTest() {
    Arrays.fill(pixels, 0xFFFFFFFF);
    raster.target(pixels, SIZE, 0, 0, SIZE, SIZE);
  }

  private double inkOf() {
    double sum = 0;
    for (int pixel : pixels) {
      sum += 1 - (pixel & 255) / 255.0;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "20,200,380,200,2",
    "20,50.3,380,300.7,1.6",
    "199.2,20,202.9,380,1.6",
    "200,20,200,380,2.5",
    "20,20,380,380,1.5",
    "20,350,60,30,3"
  })
  @DisplayName("a straight line's ink is its length times its width, ends included, within 2 %")
  void inkStraight(double x0, double y0, double x1, double y1, double width) {
    raster.stroke(new double[] {x0, x1}, new double[] {y0, y1}, 0, 2, width, 0xFF000000, 1);
    double expected = Math.hypot(x1 - x0, y1 - y0) * width + Math.PI * width * width / 4;
    assertEquals(expected, inkOf(), .02 * expected);
  }

  @ParameterizedTest
  @EnumSource(Marker.class)
  @DisplayName("a marker is the one that drawings of Java2D show")
  void marker(Marker marker) {
    var drawn = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = drawn.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, SIZE, SIZE);
    g.setColor(Color.BLACK);
    g.translate(200.3, 150.8);
    g.fill(marker.shape(120));
    g.dispose();
    raster.mark(marker, 200.3, 150.8, 120, 0xFF000000, 1);
    double differs = 0;
    double ink = inkOf();
    for (int i = 0; i < pixels.length; i++) {
      differs += Math.abs((pixels[i] & 255) - (drawn.getRGB(i % SIZE, i / SIZE) & 255)) / 255.0;
    }
    assertTrue(ink > 1000, "ink " + ink);
    double most = marker == Marker.CROSS ? .1 : .05; // a diagonal cross has round ends
    assertTrue(differs < most * ink, differs + " of " + ink);
  }

  @Test
  @DisplayName("a dense zigzag covers its area once and no pixel outside the rectangle")
  void denseAndClipped() {
    raster.target(pixels, SIZE, 100, 100, 300, 300);
    double[] x = new double[4000];
    double[] y = new double[4000];
    Arrays.setAll(x, i -> i * .1);
    Arrays.setAll(y, i -> i % 2 == 0 ? -1e6 : 1e6);
    raster.stroke(x, y, 0, x.length, 1.6, 0xFF000000, .5);
    assertEquals(200 * 200 * .5, inkOf(), 200 * 200 * .01);
  }

  @Test
  @DisplayName("a band's ink is its area times its opacity")
  void bandArea() {
    double[] x = {50, 350};
    raster.band(x, new double[] {300.5, 300.5}, new double[] {200, 100.25}, 0, 2, 0xFF000000, .25);
    double area = 300 * (100.5 + 200.25) / 2;
    assertEquals(.25 * area, inkOf(), .02 * .25 * area);
  }

  @Test
  @DisplayName("a dashed line's ink is the dashes' share")
  void dashShare() {
    new Dashes()
        .stroke(
            raster,
            new double[] {10, 390},
            new double[] {100, 130},
            0,
            2,
            2,
            new float[] {8, 4},
            0xFF000000,
            1);
    double expected = Math.hypot(380, 30) * 2 * 8 / 12;
    assertEquals(expected, inkOf(), .06 * expected);
  }

  @Test
  @DisplayName("a path that goes on to the right is a series, to the bit")
  void pathAscending() {
    double[] x = {20, 120.5, 120.5, 300, 377};
    double[] y = {50, 300, 90, 91.5, 380};
    raster.stroke(x, y, 0, x.length, 2.4, 0xFF000000, .7);
    int[] series = pixels.clone();
    Arrays.fill(pixels, 0xFFFFFFFF);
    raster.path(x, y, 0, x.length, 2.4, 0xFF000000, .7);
    assertArrayEquals(series, pixels);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.2, 2.5, 6})
  @DisplayName("a path that turns back, crosses itself and leaves is the one that Java2D strokes")
  void path(double width) {
    double[] x = new double[301];
    double[] y = new double[301];
    Arrays.setAll(x, i -> 200 + 240 * Math.sin(2 * Math.PI * 2 * i / 300));
    Arrays.setAll(y, i -> 200 + 170 * Math.sin(2 * Math.PI * 3 * i / 300 + .4));
    var drawn = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = drawn.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, SIZE, SIZE);
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    var shape = new Path2D.Double();
    shape.moveTo(x[0], y[0]);
    for (int i = 1; i < x.length; i++) {
      shape.lineTo(x[i], y[i]);
    }
    g.draw(shape);
    g.dispose();
    raster.path(x, y, 0, x.length, width, 0xFF000000, 1);
    double differs = 0;
    double ink = inkOf();
    for (int i = 0; i < pixels.length; i++) {
      differs += Math.abs((pixels[i] & 255) - (drawn.getRGB(i % SIZE, i / SIZE) & 255)) / 255.0;
    }
    assertTrue(ink > 1500 * width, "ink " + ink);
    assertTrue(differs < .05 * ink, differs + " of " + ink);
  }

  @Test
  @DisplayName("a path back over itself is no wider, and its ends are round")
  void pathThereAndBack() {
    double[] x = {50, 350, 50};
    double[] y = {100, 100, 100};
    raster.path(x, y, 0, 3, 4, 0xFF000000, 1);
    assertEquals(300 * 4 + Math.PI * 4, inkOf(), .02 * 300 * 4);
  }
}
