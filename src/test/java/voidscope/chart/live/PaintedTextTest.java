package voidscope.chart.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.chart.draw.Header;
import voidscope.chart.export.FigureSample;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.View;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.look.Typeface;

/// What a live chart paints stays inside its picture and off the place of its menu's button, at the
/// sizes that cards have in windows of 1280×680, 1366×768 and 1920×1080, alone or four together.
class PaintedTextTest {
  private static final Look LOOK = Look.screen(Palette.light());
  private static final String LONG = "A problem with a long name that fills a title by itself";

  @ParameterizedTest
  @CsvSource({"450,250", "494,296", "770,452", "920,530", "1010,610", "1560,920", "450,520"})
  void nothingIsClipped_norUnderTheMenu(int width, int height) {
    for (Figure figure : FigureSample.four(400, 10_000)) {
      for (AxisScale scale : AxisScale.values()) {
        Figure.Axis y = figure.y().with(scale);
        Figure named =
            new Figure(
                figure.title() + ": median and quartiles of 16, smoothed",
                figure.x(),
                y,
                figure.lines(),
                figure.levels(),
                figure.events());
        check(named, width, height);
        check(figure.with(List.of(new Figure.Hidden(0, "lax", LONG)), ""), width, height);
      }
    }
  }

  /// Of three in a row, with a name and a note that are wider than the chart: they end in an
  /// ellipsis, and the whole name is told where one points at it.
  @ParameterizedTest
  @CsvSource({"250,200", "300,330", "450,250"})
  void namesAreShortened_thatAreWiderThanTheChart(int width, int height) {
    for (Figure figure : FigureSample.four(400, 10_000)) {
      List<Figure.Line> lines =
          figure.lines().stream()
              .map(
                  line ->
                      new Figure.Line(
                          line.key(),
                          line.name().isEmpty() ? "" : line.name() + ": " + LONG,
                          line.style(),
                          line.x(),
                          line.y(),
                          line.low(),
                          line.high()))
              .toList();
      Figure named = figure.with(lines, List.of()).before(List.of(), LONG + ", and " + LONG);
      check(named, width, height);
      FigurePainter painter = new FigurePainter();
      painter.paint(named, width, height, 1, LOOK, new int[width * height]);
      for (Header.Box box : painter.legend()) {
        assertTrue(box.place().getMaxX() <= width - LOOK.fontSize(), box.toString());
        assertTrue(box.entry().name().matches("\\+\\d+|.*" + LONG), box.entry().name());
      }
    }
  }

  /// Beside the title a name stands in full, as else it would stand below it.
  @ParameterizedTest
  @CsvSource({"301", "302", "337", "411", "583"})
  void namesBesideTheTitle_areWhole(int width) {
    Figure figure = FigureSample.four(400, 10_000).getFirst();
    List<Figure.Line> two =
        figure.lines().stream().filter(line -> !line.name().isEmpty()).limit(2).toList();
    Figure few = figure.with(two, List.of()).titled("θ");
    FigurePainter painter = new FigurePainter();
    painter.paint(few, width, 250, 1, LOOK, new int[width * 250]);
    double em = LOOK.fontSize();
    for (Header.Box box : painter.legend()) {
      double needed = Typeface.width(box.entry().name(), Typeface.REGULAR.at(em));
      assertTrue(box.place().getWidth() >= needed, box.entry().name());
    }
    assertEquals(2, painter.legend().size());
  }

  private static void check(Figure figure, int width, int height) {
    int[] pixels = new int[width * height];
    new FigurePainter().paint(figure, width, height, 1, LOOK, pixels);
    int ground = LOOK.palette().ground();
    for (int x = 0; x < width; x++) {
      assertEquals(ground, pixels[x], figure.title());
      assertEquals(ground, pixels[(height - 1) * width + x], figure.title());
    }
    for (int y = 0; y < height; y++) {
      assertEquals(ground, pixels[y * width], figure.title());
      assertEquals(ground, pixels[y * width + width - 1], figure.title());
    }
    int corner = (int) Math.ceil(LOOK.corner()) + 4;
    for (int y = 0; y < corner + 4; y++) {
      int[] row = Arrays.copyOfRange(pixels, (y + 1) * width - corner, (y + 1) * width);
      assertEquals(corner, Arrays.stream(row).filter(p -> p == ground).count(), figure.title());
    }
  }

  /// On a projector the smallest text, the ticks', is a fiftieth of the window's height or more,
  /// measured by its pixels: digits of this typeface are .727 of its size high.
  @ParameterizedTest
  @CsvSource({"1024,768", "1093,614", "1366,768", "1920,1080"})
  void ticks_areLegible_onAProjector(int across, int high) {
    double scale = high / 600.0;
    int width = across / 2;
    int height = (high - 80) / 2;
    Look look = Look.projector(Palette.light().projector(), 4 / scale);
    int[] pixels = new int[width * height];
    Figure figure = FigureSample.four(400, 10_000).getFirst();
    View view =
        Objects.requireNonNull(
            new FigurePainter().paint(figure, width, height, scale, look, pixels));
    int y = (int) Math.ceil(view.bottom());
    while (!blank(pixels, width, y)) {
      y++; // the axis
    }
    while (blank(pixels, width, y)) {
      y++;
    }
    int top = y;
    while (!blank(pixels, width, y)) {
      y++;
    }
    double size = (y - top) / .727;
    assertTrue(size >= high / 50.0 - 1, size + " px of " + high); // a row may be half covered
  }

  private static boolean blank(int[] pixels, int width, int y) {
    int ground = LOOK.palette().ground();
    return Arrays.stream(pixels, y * width, (y + 1) * width).allMatch(p -> p == ground);
  }
}
