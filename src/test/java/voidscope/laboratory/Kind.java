package voidscope.laboratory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import voidscope.catalogue.Settings;
import voidscope.chart.export.FigureExport;
import voidscope.chart.export.FigureSample;
import voidscope.chart.export.Origins;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.data.Idx;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// The kinds of files that can be opened, each made by hand, none named after its kind.
public enum Kind {
  SCENARIO,
  PDF,
  SVG,
  PNG,
  CSV,
  CHECKPOINT,
  IDX,
  GZIP;

  /// Seed of the scenario and of the checkpoint.
  public static final int SEED = 77;

  private static final int IMAGES = 60;
  private static final int IDX_MAGIC = 0x803;

  /// Writes a file of this kind.
  public Path write(Path folder) throws IOException {
    Path file =
        folder.resolve(name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT) + ".dat");
    Look look = Look.export(Palette.light(), 9);
    switch (this) {
      case SCENARIO -> ScenarioFile.write(small(), file);
      case PDF ->
          FigureExport.pdf(FigureSample.loss(10, 10), file, 300, 200, look, Origins.standard());
      case SVG ->
          FigureExport.svg(FigureSample.loss(10, 10), file, 300, 200, look, Origins.standard());
      case PNG ->
          FigureExport.png(FigureSample.loss(10, 10), file, 300, 200, 1, look, Origins.standard());
      case CSV -> FigureExport.csv(FigureSample.loss(10, 10), file, Origins.standard());
      case CHECKPOINT -> {
        try (ThreadTeam team = new ThreadTeam(1)) {
          Experiment experiment = new Experiment(small(), team);
          experiment.advance(10);
          Checkpoint.write(experiment, file);
        }
      }
      case IDX -> Files.write(file, images());
      case GZIP -> Files.write(file, Idx.packed(images()));
    }
    return file;
  }

  /// Writes the first part of such a file, which still tells its kind.
  public Path truncated(Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(write(folder));
    String text = new String(whole, StandardCharsets.UTF_8);
    int length =
        switch (this) {
          case SCENARIO -> text.indexOf("name = \"") + 8;
          case CSV -> text.indexOf("#| [run]") + 20;
          case PNG, PDF -> 60;
          default -> whole.length / 2;
        };
    Path cut = folder.resolve("cut-" + name() + ".dat");
    return Files.write(cut, Arrays.copyOf(whole, length));
  }

  private static byte[] images() {
    return Idx.file(IDX_MAGIC, IMAGES, 3, 4, IMAGES * 12);
  }

  /// A scenario that runs in no time.
  private static Scenario small() {
    Settings run = Scenarios.standard().run();
    return new Scenario(
        Scenarios.standard().problem(),
        List.of(Scenarios.estimator("reinforce"), Scenarios.estimator("rebar")),
        run.with(RunParameters.SEED.key(), SEED).with(RunParameters.STEPS.key(), 20),
        List.of());
  }
}
