package voidscope.chart.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import voidscope.chart.export.FigureExport;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.View;
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
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      distance += Math.abs((one >> shift & 255) - (two >> shift & 255));
    }
    return distance < 200;
  }
}
