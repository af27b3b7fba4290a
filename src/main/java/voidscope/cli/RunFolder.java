package voidscope.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import voidscope.chart.export.FigureExport;
import voidscope.chart.export.Origin;
import voidscope.chart.figure.ChartView;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.Opening;
import voidscope.laboratory.RunSummary;
import voidscope.laboratory.RunTables;

/// The folder into which a run is saved.
public final class RunFolder {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final double FONT = 12;
  private static final double SCALE = 2;

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /// Opens a folder, made where there is none, and tries that it can be written to.
  ///
  /// @throws InputException if it cannot
  public static RunFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".voidscope", ".tmp"));
      return new RunFolder(folder);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(folder + " is a file: give a folder for the results");
    } catch (IOException e) {
      throw new InputException(
          "cannot write into " + folder + " (" + e.getMessage() + "): give another folder");
    }
  }

  /// The folder.
  public Path path() {
    return folder;
  }

  /// Takes what has been opened to its budget and saves everything.
  ///
  /// @param opening what has been opened, or null for the standard scenario
  /// @throws IOException if a file cannot be written
  /// @throws ScenarioException if a checkpoint cannot go on
  public HeadlessRun run(@Nullable Opening opening, int threads, boolean charts, Terminal terminal)
      throws IOException, ScenarioException {
    Scenario scenario = opening == null ? Scenarios.standard() : opening.scenario();
    long steps = scenario.settled().run().whole(RunParameters.STEPS.key());
    ProgressLine progress = new ProgressLine(terminal, "steps", steps);
    HeadlessRun run =
        opening == null
            ? HeadlessRun.run(scenario, steps, threads, progress)
            : HeadlessRun.run(opening, scenario, steps, threads, progress);
    return save(run, scenario, charts, terminal);
  }

  /// Saves what a run has found.
  ///
  /// @throws IOException if a file cannot be written
  HeadlessRun save(HeadlessRun run, Scenario scenario, boolean charts, Terminal terminal)
      throws IOException {
    ScenarioFile.write(scenario, folder.resolve("scenario.toml"));
    new RunTables(folder).write(run);
    RunSummary.write(run, scenario, folder.resolve("summary.json"));
    if (charts) {
      charts(run.snapshot());
    }
    failures("", run.snapshot(), terminal);
    return run;
  }

  /// Tells which estimators diverged.
  ///
  /// @param whose begins each line, where it is not plain
  static void failures(String whose, Snapshot snapshot, Terminal terminal) {
    for (Track track : snapshot.tracks()) {
      Track.Failure failure = track.failure();
      if (failure != null) {
        terminal
            .err()
            .println(
                whose
                    + track.label()
                    + " diverged at step "
                    + failure.step()
                    + ": "
                    + failure.message());
      }
    }
  }

  private void charts(Snapshot snapshot) throws IOException {
    Look look = Look.export(Palette.light(), FONT);
    ChartView view = ChartView.plain(WIDTH);
    for (ChartEntry entry : Charts.catalogue().entries()) {
      FigureExport.png(
          entry.drawing().draw(snapshot, view),
          folder.resolve(entry.key() + ".png"),
          WIDTH,
          HEIGHT,
          SCALE,
          look,
          Origin.of(snapshot, entry, view));
    }
  }
}
