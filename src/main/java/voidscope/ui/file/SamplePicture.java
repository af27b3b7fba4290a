package voidscope.ui.file;

import java.util.List;
import javafx.scene.image.Image;
import voidscope.chart.draw.Plate;
import voidscope.chart.export.FigureExport;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.series.Charts;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.thread.ThreadTeam;

/// A small picture of what a scenario does at its beginning: it is run for a moment, and only its
/// lines are drawn.
final class SamplePicture {
  /// Logical pixels.
  static final int WIDTH = 216;

  static final int HEIGHT = 110;

  private static final double FONT_SIZE = 9;
  private static final double LINE_WIDTH = 1.4;
  private static final long SLICE = 20;
  private static final long STEPS = 1500;
  private static final long NANOS = 500_000_000L;

  private SamplePicture() {}

  /// Runs a scenario once for as many steps as a moment allows and draws its parameters; not on the
  /// window's thread.
  static Image of(Scenario scenario, Palette palette, double scale) {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment =
          new Experiment(scenario.with(Scenario.RUN, RunParameters.REPLICATES.key(), 1), team);
      long end = System.nanoTime() + NANOS;
      for (long step = SLICE; step <= STEPS && System.nanoTime() < end; step += SLICE) {
        experiment.advance(step);
      }
      Figure figure =
          Charts.catalogue()
              .get(Charts.THETA)
              .draw(experiment.records(), ChartView.plain(WIDTH), null);
      Look look = Look.thumbnail(palette.transparent(), FONT_SIZE, LINE_WIDTH);
      return FigureExport.image(
          new Plate(bare(figure)), (int) (WIDTH * scale), (int) (HEIGHT * scale), scale, look);
    }
  }

  /// The same lines, with nothing in words.
  private static Figure bare(Figure figure) {
    List<Figure.Line> lines =
        figure.lines().stream()
            .map(
                line ->
                    new Figure.Line(
                        line.key(),
                        line.ink(),
                        "",
                        line.column(),
                        line.style(),
                        line.x(),
                        line.y(),
                        null,
                        null,
                        line.outline()))
            .toList();
    return new Figure(
        "",
        new Figure.Axis("", figure.x().minimum(), figure.x().maximum(), figure.x().scale()),
        new Figure.Axis("", figure.y().minimum(), figure.y().maximum(), figure.y().scale()),
        lines,
        List.of(),
        List.of());
  }
}
