package voidscope.chart.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import voidscope.Toolkit;
import voidscope.chart.export.FigureSample;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Palette;

/// Measures live charts: four with six series each in one window, all shown anew in every frame. It
/// needs a screen of 1920×1080, which may be virtual; the headless platform ends at 1000×1000.
public final class LiveChartsFigures {
  private static final int POINTS = 2000;
  private static final int FRAMES = 300;

  private LiveChartsFigures() {}

  /// Prints chart pictures a second and the time on the FX thread a frame.
  public static void main(String[] args) {
    measure(1366, 768, 1, false);
    for (int threads = 1; threads <= 2; threads++) {
      measure(1366, 768, threads, true);
      measure(1920, 1080, threads, true);
    }
    System.exit(0);
  }

  private static void measure(int width, int height, int threads, boolean print) {
    var runs = new ArrayList<List<Figure>>();
    for (int k = 0; k < 40; k++) {
      runs.add(FigureSample.four(POINTS, 8000 + 100 * k));
    }
    try (var painter = new Painter(threads)) {
      var panes = new ArrayList<ChartPane>();
      Stage stage =
          Toolkit.onFx(
              () -> {
                var grid = new GridPane();
                for (int k = 0; k < 4; k++) {
                  var pane = new ChartPane(painter, Palette.light(), false);
                  pane.setPrefSize(width / 2.0, height / 2.0);
                  panes.add(pane);
                  grid.add(pane, k % 2, k / 2);
                }
                var shown = new Stage();
                shown.setScene(new Scene(grid, width, height));
                shown.show();
                return shown;
              });
      long[] busy = new long[2];
      Runnable frame =
          () -> {
            long start = System.nanoTime();
            List<Figure> now = runs.get((int) (busy[1]++ % runs.size()));
            for (int k = 0; k < 4; k++) {
              Figure figure = now.get(k);
              panes.get(k).show(() -> figure);
              panes.get(k).pulse();
            }
            busy[0] += System.nanoTime() - start;
          };
      Toolkit.pulses(FRAMES / 2, frame);
      long before = panes.stream().mapToLong(ChartPane::frames).sum();
      busy[0] = 0;
      long start = System.nanoTime();
      Toolkit.pulses(FRAMES, frame);
      double seconds = (System.nanoTime() - start) / 1e9;
      long painted = panes.stream().mapToLong(ChartPane::frames).sum() - before;
      if (print) {
        System.out.printf(
            Locale.ROOT,
            "%d×%d, %d painter(s): %.1f pulses/s, %.1f pictures/s a chart, FX %.2f ms a frame%n",
            width,
            height,
            threads,
            FRAMES / seconds,
            painted / 4.0 / seconds,
            busy[0] / 1e6 / FRAMES);
      }
      Toolkit.runFx(stage::close);
    }
  }
}
