package voidscope.chart.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.export.FigureExport;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.figure.View;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;

/// The live painter and an exported picture put the same values at the same places.
class PainterAgreementTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;
  private static final Look LOOK = Look.screen(Palette.light());

  private static Figure figure(AxisScale scale) {
    double[] x = new double[400];
    double[] y = new double[400];
    for (int i = 0; i < x.length; i++) {
      x[i] = 1 + 25 * i;
      y[i] = Math.exp(-x[i] / 1000) * (scale == AxisScale.SYMLOG && i > 200 ? -20 : 1);
    }
    y[150] = scale == AxisScale.LOG ? 0 : y[150];
    return new Figure(
        "Agreement",
        new Figure.Axis(
            "step", 1, 10_000, scale == AxisScale.LINEAR ? AxisScale.LOG : AxisScale.LINEAR),
        Figure.Axis.fitting("value").with(scale),
        List.of(new Figure.Line("relax", "RELAX", Figure.Style.MAIN, x, y, null, null)),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource(AxisScale.class)
  void lines_lieAtTheSamePlaces(AxisScale scale) {
    Figure figure = figure(scale);
    int[] live = new int[WIDTH * HEIGHT];
    View view = new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, LOOK, live);
    BufferedImage exported = FigureExport.picture(figure, WIDTH, HEIGHT, 1, LOOK);
    int[] saved = exported.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    int argb = LOOK.palette().ink("relax").argb();
    int columns = 0;
    for (int x = (int) view.left() + 2; x < view.left() + view.width() - 2; x++) {
      double one = middle(live, x, view, argb);
      double other = middle(saved, x, view, argb);
      if (!Double.isNaN(one) && !Double.isNaN(other)) {
        assertEquals(one, other, 1, "column " + x);
        columns++;
      }
    }
    assertTrue(columns > 250, columns + " columns");
  }

  /// Histograms leave out what is zero, and leave the same out everywhere; a file marks no zero.
  @ParameterizedTest
  @EnumSource(AxisScale.class)
  void outlines_leaveTheSameOut(AxisScale scale) {
    double[] x = {0, 0, 10, 10, 20, 20, 30, 30, 40, 40};
    double[] y = {0, .9, .9, 0, 0, .1, .1, 0, 0, 0};
    Figure.Line line = new Figure.Line("relax", "", Figure.Style.MAIN, x, y, null, null).outlined();
    Figure figure =
        new Figure(
            "Outline",
            new Figure.Axis("value", -5, 45),
            Figure.Axis.fitting("share").with(scale),
            List.of(line),
            List.of(),
            List.of());
    int[] live = new int[WIDTH * HEIGHT];
    View view = new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, LOOK, live);
    int[] saved =
        FigureExport.picture(figure, WIDTH, HEIGHT, 1, Look.export(Palette.light(), 12))
            .getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    int argb = LOOK.palette().ink("relax").argb();
    assertTrue(Double.isNaN(middle(live, (int) view.toX(15), view, argb)), "live, an empty bin");
    assertTrue(Double.isNaN(middle(live, (int) view.toX(35), view, argb)), "live, the last bin");
    assertTrue(!Double.isNaN(middle(live, (int) view.toX(5), view, argb)), "live, a full bin");
    assertTrue(Double.isNaN(middle(saved, (int) view.toX(15), view, argb)), "file, an empty bin");
    assertTrue(Double.isNaN(middle(saved, (int) view.toX(35), view, argb)), "file, the last bin");
    assertTrue(!Double.isNaN(middle(saved, (int) view.toX(5), view, argb)), "file, a full bin");
  }

  /// A series of a single point is to be seen, on the screen and in files.
  @Test
  void lonePoint_isDrawn() {
    Figure.Line lone =
        new Figure.Line(
            "relax", "", Figure.Style.MAIN, new double[] {50}, new double[] {1}, null, null);
    Figure figure =
        new Figure(
            "Lone",
            new Figure.Axis("step", 0, 100),
            new Figure.Axis("value", 0, 2),
            List.of(lone),
            List.of(),
            List.of());
    int[] live = new int[WIDTH * HEIGHT];
    View view = new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, LOOK, live);
    BufferedImage exported =
        FigureExport.picture(figure, WIDTH, HEIGHT, 1, Look.export(Palette.light(), 12));
    int argb = LOOK.palette().ink("relax").argb();
    int x = (int) view.toX(50);
    int y = (int) view.toY(1);
    assertEquals(argb, live[y * WIDTH + x]);
    boolean seen = false;
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        seen |= exported.getRGB(column, row) == argb;
      }
    }
    assertTrue(seen, "no mark in the export");
  }

  /// Each cell has the colour of its value, in the window and in files; where there is none, the
  /// ground shows; a spot is seen on every colour.
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "monochrome"})
  void cells_haveTheColoursOfTheirValues(String theme) {
    Palette palette = palette(theme);
    double[] values = new double[35];
    Arrays.setAll(values, i -> i == 11 ? Double.NaN : Math.sin(i));
    Extent scale = new Extent(-1, 1);
    HeatMap map = new HeatMap("c", new Extent(-2, 5), new Extent(1, 6), 7, values, scale);
    double[] x = {map.x(2)};
    double[] y = {map.y(3)};
    Figure figure =
        new Figure(
                "Map",
                new Figure.Axis("z₁", -2, 5),
                new Figure.Axis("z₂", 1, 6),
                List.of(new Figure.Line("f", "z", Figure.Style.SPOTS, x, y, null, null)),
                List.of(),
                List.of())
            .over(map);
    int[] live = new int[WIDTH * HEIGHT];
    Look look = Look.screen(palette);
    View view = new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, look, live);
    int[] saved =
        FigureExport.picture(figure, WIDTH, HEIGHT, 1, look)
            .getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    for (int i = 0; i < values.length; i++) {
      boolean spot = i == 23;
      for (double corner : new double[] {-.37, 0, .37}) {
        double atX = map.x(i % 7) + corner;
        double atY = map.y(Math.floorDiv(i, 7)) + corner;
        int pixel = ((int) view.toY(atY)) * WIDTH + (int) view.toX(atX);
        int colour = i == 11 ? palette.plot() : palette.ramp().argb(map.share(values[i]));
        int wanted = spot && corner == 0 ? palette.ink("f").argb() : colour;
        if (i != 11 || corner != 0) { // a grid line passes there
          assertEquals(wanted, live[pixel], "live, cell " + i + " at " + corner);
          assertEquals(wanted, saved[pixel], "file, cell " + i + " at " + corner);
        }
      }
    }
    int bar = (int) (view.left() + view.width() + 1.2 * look.fontSize());
    assertEquals(palette.ramp().argb(0), live[((int) view.bottom() - 2) * WIDTH + bar]);
    assertEquals(palette.ramp().argb(1), live[((int) view.top() + 2) * WIDTH + bar]);
  }

  /// A path goes through its points in their order on its halo, from a spot on, in the window and
  /// in files; where it goes back it is not cut short.
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "monochrome"})
  void path_isTheSame_onItsHalo(String theme) {
    Palette palette = palette(theme);
    Look look = Look.screen(palette).scaled(2);
    double[] x = {1, 9, 9, 2, 20, 5};
    double[] y = {1, 1, 8, 8, 9, 4};
    Figure figure =
        new Figure(
                "Path",
                new Figure.Axis("angle", 0, 10),
                new Figure.Axis("speed", 0, 10),
                List.of(new Figure.Line("f", "way", Figure.Style.PATH, x, y, null, null)),
                List.of(),
                List.of())
            .over(
                new HeatMap(
                    "V", new Extent(0, 10), new Extent(0, 10), 1, new double[1], new Extent(0, 1)));
    int[] live = new int[WIDTH * HEIGHT];
    View view = new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, look, live);
    int[] saved =
        FigureExport.picture(figure, WIDTH, HEIGHT, 1, look)
            .getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    Ink ink = palette.ink("f");
    int under = palette.ramp().argb(0);
    for (int[] picture : List.of(live, saved)) {
      double radius = look.spot();
      assertNear(ink.argb(), picture, view.toX(1), view.toY(1));
      assertNear(ink.argb(), picture, view.toX(1) - .7 * radius, view.toY(1));
      assertNear(palette.halo(ink), picture, view.toX(1) - 1.2 * radius, view.toY(1));
      double[][] on = {{5, 1}, {9, 4}, {6, 8}, {9.2, 8.4}, {8, 5}};
      for (double[] at : on) {
        assertNear(ink.argb(), picture, view.toX(at[0]), view.toY(at[1]));
      }
      double beside = (look.width(ink, Figure.Style.PATH) + look.pathHalo()) / 4;
      for (double side : new double[] {-beside, beside}) {
        assertNear(palette.halo(ink), picture, view.toX(9) + side, view.toY(5));
      }
      assertEquals(under, picture[pixel(view, 3, 5)]);
      assertEquals(under, picture[pixel(view, 9, 9)]);
    }
  }

  private static int pixel(View view, double x, double y) {
    int row = (int) view.toY(y);
    return row * WIDTH + (int) view.toX(x);
  }

  /// Whether a pixel beside a place has a colour.
  private static void assertNear(int argb, int[] picture, double x, double y) {
    int nearest = Integer.MAX_VALUE;
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        int at = ((int) Math.floor(y) + dy) * WIDTH + (int) Math.floor(x) + dx;
        nearest = Math.min(nearest, distance(argb, picture[at]));
      }
    }
    assertTrue(nearest < 90, "at " + x + ", " + y + " is off by " + nearest);
  }

  private static Palette palette(String theme) {
    return switch (theme) {
      case "light" -> Palette.light();
      case "dark" -> Palette.dark();
      default -> Palette.monochrome();
    };
  }

  private static Figure.Line line(String key, Figure.Style style, double slope) {
    double[] x = {0, 25, 50, 75, 100};
    double[] y = {0, 25 * slope, 50 * slope, 75 * slope, 100 * slope};
    return new Figure.Line(key, key, style, x, y, null, null);
  }

  private static Figure crossing() {
    Figure.Line faint = line("rebar", Figure.Style.MAIN, -1).map(y -> y + 100).baseline("other");
    return new Figure(
            "Crossing",
            new Figure.Axis("step", 0, 100),
            Figure.Axis.fitting("value"),
            List.of(line("relax", Figure.Style.MAIN, 1)),
            List.of(),
            List.of())
        .before(List.of(faint), "faint: other");
  }

  /// A chart of which nothing is pointed at is as plain as before; else all but that fades.
  @Test
  void lines_fadeOnlyBesideOneThatStandsOut() {
    Figure figure = figure(AxisScale.LINEAR);
    int[] plain = new int[WIDTH * HEIGHT];
    int[] other = new int[WIDTH * HEIGHT];
    new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, LOOK, plain);
    new FigurePainter().paint(figure, WIDTH, HEIGHT, 1, LOOK.lit("rebar"), other);
    assertArrayEquals(plain, other);
    Figure two =
        figure.with(
            List.of(figure.lines().getFirst(), line("rebar", Figure.Style.MAIN, .01)), List.of());
    new FigurePainter().paint(two, WIDTH, HEIGHT, 1, LOOK, plain);
    new FigurePainter().paint(two, WIDTH, HEIGHT, 1, LOOK.lit("rebar"), other);
    assertFalse(Arrays.equals(plain, other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "monochrome"})
  void baseline_liesAtTheSamePlaces_asFaint_andBehind(String theme) {
    Palette palette = palette(theme);
    Look look = Look.screen(palette);
    int[] live = new int[WIDTH * HEIGHT];
    View view = new FigurePainter().paint(crossing(), WIDTH, HEIGHT, 1, look, live);
    int[] saved =
        FigureExport.picture(crossing(), WIDTH, HEIGHT, 1, look)
            .getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    int columns = 0;
    for (int x = (int) view.left() + 20; x < view.left() + view.width() - 20; x++) {
      int y = (int) Math.round(view.toY(100 - view.fromX(x + .5)) - .5);
      if (Math.abs(x - view.left() - view.width() / 2) > 30) {
        int one = live[y * WIDTH + x];
        int other = saved[y * WIDTH + x];
        assertTrue(distance(one, other) < 60, "column " + x);
        assertTrue(distance(one, palette.plot()) > 40, "it is seen in column " + x);
        assertTrue(distance(one, palette.ink("rebar").argb()) > 100, "it is faint in column " + x);
        columns++;
      }
    }
    assertTrue(columns > 500, columns + " columns");
    double centre = view.left() + view.width() / 2;
    int row = (int) view.toY(50);
    int middle = row * WIDTH + (int) Math.round(centre - .5);
    int ink = palette.ink("relax").argb();
    assertTrue(distance(live[middle], ink) < 100 && distance(saved[middle], ink) < 100);
  }

  /// The mean row of the pixels in about that colour.
  private static double middle(int[] pixels, int x, View view, int argb) {
    double sum = 0;
    int count = 0;
    for (int y = (int) view.top(); y < view.bottom(); y++) {
      if (near(pixels[y * WIDTH + x], argb)) {
        sum += y;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static boolean near(int one, int two) {
    return distance(one, two) < 200;
  }

  private static int distance(int one, int two) {
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      distance += Math.abs((one >> shift & 255) - (two >> shift & 255));
    }
    return distance;
  }
}
