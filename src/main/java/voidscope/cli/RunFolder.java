package voidscope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import voidscope.chart.export.FigureExport;
import voidscope.chart.export.Origin;
import voidscope.chart.figure.ChartView;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.data.DiskFullException;
import voidscope.data.WholeFile;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.FileNames;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.MemoryException;
import voidscope.laboratory.Opening;
import voidscope.laboratory.ResultFile;
import voidscope.laboratory.RunSummary;
import voidscope.laboratory.RunTables;
import voidscope.text.Reason;
import voidscope.thread.ThreadTeam;

/// The folder into which a run is saved. What an earlier run has left there is replaced: files that
/// this one does not write are removed, and told.
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
  /// @throws IOException if there is no room
  public static RunFolder open(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      WholeFile.rehearse(folder.resolve(ResultFiles.SCENARIO), out -> out.write(0));
      return new RunFolder(folder);
    } catch (FileAlreadyExistsException e) {
      throw new InputException(folder + " is a file: give a folder for the results");
    } catch (DiskFullException e) {
      throw new IOException("cannot write into " + folder + ": " + Reason.unnamed(e), e);
    } catch (IOException e) {
      throw new InputException(
          "cannot write into " + folder + " (" + Reason.unnamed(e) + "): give another folder");
    }
  }

  /// The folder.
  public Path path() {
    return folder;
  }

  /// Where the state of a run that is stopped is left, if nowhere else is said.
  Path state() {
    return folder.resolve(ResultFiles.STATE);
  }

  /// Whether a file is one that a run of a scenario leaves here, but for its state.
  boolean owns(Path file, Scenario scenario) {
    Path place = file.toAbsolutePath().normalize();
    Path name = place.getFileName();
    return name != null
        && folder.toAbsolutePath().normalize().equals(place.getParent())
        && !name.toString().equals(ResultFiles.STATE)
        && ResultFiles.of(scenario).contains(name.toString());
  }

  /// What is to be shown of a run whose charts are drawn, or are not: tables have the surrogate.
  static Set<Wish> wishes(boolean charts) {
    return charts ? ChartEntry.wishes(Charts.repeatable()) : Set.of(new Wish(Wish.Kind.SURROGATE));
  }

  /// Takes what has been opened to its budget and saves everything.
  ///
  /// @param opening what has been opened, or null for the standard scenario
  /// @throws IOException if a file cannot be written
  /// @throws ScenarioException if a checkpoint cannot go on
  public HeadlessRun run(@Nullable Opening opening, int threads, boolean charts, Terminal terminal)
      throws IOException, ScenarioException {
    Scenario scenario =
        opening == null ? Scenarios.standard() : RunInput.demand(opening).scenario();
    long steps = scenario.settled().run().whole(RunParameters.STEPS.key());
    try (ThreadTeam team = new ThreadTeam(threads);
        Signals.Listening _ = terminal.listen()) {
      Experiment experiment =
          opening == null ? new Experiment(scenario, team) : opening.experiment(scenario, team);
      RunInput.check(experiment, scenario, null, terminal);
      experiment.wish(wishes(charts));
      HeadlessRun run =
          HeadlessRun.run(
              experiment,
              steps,
              threads,
              new HeadlessRun.Saving(state(), HeadlessRun.Saving.NEVER),
              new ProgressLine(terminal, "steps", steps));
      save(run, scenario, charts, List.of(), terminal);
      stopped(run, state -> "run " + state + " --out " + quoted(folder), terminal);
      return run;
    } catch (OutOfMemoryError e) {
      throw new MemoryException(scenario, e);
    }
  }

  /// Saves what a run has found.
  ///
  /// @param used files that are not to be removed, whoever wrote them
  /// @throws IOException if a file cannot be written
  void save(HeadlessRun run, Scenario scenario, boolean charts, List<Path> used, Terminal terminal)
      throws IOException {
    List<Path> earlier = ResultFiles.present(folder);
    Set<Path> written = new LinkedHashSet<>(used);
    Path replay = folder.resolve(ResultFiles.SCENARIO);
    Scenario learned = scenario.withDigest(run.snapshot().scenario().digest());
    byte[] text =
        ScenarioFile.format(learned, FileNames.kept(folder)).getBytes(StandardCharsets.UTF_8);
    written.addAll(new RunTables(folder).write(run));
    if (charts) {
      written.addAll(charts(run.snapshot()));
    }
    Path summary = folder.resolve(ResultFiles.SUMMARY);
    RunSummary.write(run, learned, summary);
    ResultFile.write(replay, out -> out.write(text));
    written.addAll(List.of(summary, replay));
    HeadlessRun.Stop stop = run.stop();
    if (stop != null && stop.state() != null) {
      written.add(stop.state());
    }
    clear(earlier, written, terminal);
    failures("", run.snapshot(), terminal);
  }

  /// Removes what an earlier run has left and this one has not replaced.
  private static void clear(List<Path> earlier, Set<Path> written, Terminal terminal)
      throws IOException {
    Set<Path> kept = new LinkedHashSet<>();
    written.forEach(file -> kept.add(file.toAbsolutePath().normalize()));
    List<Path> stale = new ArrayList<>(earlier);
    stale.removeIf(file -> kept.contains(file.toAbsolutePath().normalize()));
    List<String> gone = ResultFiles.remove(stale);
    if (!gone.isEmpty()) {
      terminal.err().println("Removed what an earlier run had left: " + String.join(", ", gone));
    }
  }

  /// Tells where a run was stopped, and how it goes on.
  ///
  /// @param command that goes on from the file of the run's state
  void stopped(HeadlessRun run, Function<String, String> command, Terminal terminal) {
    HeadlessRun.Stop stop = run.stop();
    if (stop == null) {
      return;
    }
    PrintStream err = terminal.err();
    err.println(
        "Stopped at step " + stop.step() + "; what was computed is saved in " + folder + ".");
    if (stop.state() != null) {
      err.println("To go on: voidscope " + command.apply(quoted(stop.state())));
    }
  }

  /// A path as a shell reads it.
  static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./\\\\:+-]+") ? text : "\"" + text + "\"";
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

  private List<Path> charts(Snapshot snapshot) throws IOException {
    Look look = Look.export(Palette.light(), FONT);
    ChartView view = ChartView.plain(WIDTH);
    List<Path> files = new ArrayList<>();
    for (ChartEntry entry : Charts.repeatable()) {
      Path file = folder.resolve(entry.key() + ".png");
      FigureExport.png(
          entry.drawing().draw(snapshot, view),
          file,
          WIDTH,
          HEIGHT,
          SCALE,
          look,
          Origin.of(snapshot, entry, view, FileNames.shared(folder)));
      files.add(file);
    }
    return files;
  }
}
