package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.chart.export.FigureCsv;
import voidscope.chart.export.Origin;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.cli.Cli;
import voidscope.cli.Terminal;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.Silence;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Transport;
import voidscope.ui.model.WorkbenchModel;

/// Sixty values of one drag, handed over by the window's model while it runs: the saved file gives
/// the same tables, and the charts tell one change.
final class GestureReplayTest {
  private static final int VALUES = 60;

  @TempDir private Path folder;

  @Test
  void drag_duringARun_replaysToTheSameTables_atOneAndTwoThreads() throws Exception {
    Scenario scenario =
        Scenarios.standard()
            .with(Scenario.RUN, "steps", 1e9)
            .with(Scenario.RUN, "measure-samples", 50);
    WorkbenchModel model = new WorkbenchModel(scenario);
    Slot temperature =
        model.shared().stream()
            .filter(slot -> slot.parameter().key().equals("temperature"))
            .findFirst()
            .orElseThrow();
    Snapshot end;
    try (Runner runner = new Runner(scenario, 2)) {
      Transport transport = new Transport(model, runner);
      model.revision().subscribe(revision -> transport.submit());
      runner.speed(4000);
      transport.run();
      await(transport, s -> s.step() > 50);
      model.values().setAutomatic(temperature, false);
      drag(model, transport, temperature);
      await(transport, s -> s.scenario().settled().equals(model.wanted()));
      runner.pause();
      Snapshot paused = await(transport, s -> s.state() == Snapshot.State.PAUSED);
      runner.step(100);
      end =
          await(
              transport,
              s ->
                  s.state() == Snapshot.State.PAUSED
                      && s.step() >= paused.step() + 100
                      && !s.refines()
                      && s.tracks().stream().allMatch(track -> track.step() == s.step()));
    }
    // The drag moves three estimators' λ; before it, tuning is taken from two of them.
    assertTrue(end.scenario().events().size() > 2 * VALUES, end.scenario().events().size() + "");
    assertEquals(2, end.scenario().events().stream().map(Event::since).distinct().count());

    Path file = folder.resolve("dragged.toml");
    ScenarioFile.write(end.scenario(), file);
    Map<String, String> live = tables(end);
    for (int threads = 1; threads <= 2; threads++) {
      HeadlessRun replay =
          HeadlessRun.run(ScenarioFile.read(file), end.step(), threads, new Silence());
      assertEquals(live, tables(replay.snapshot()), threads + " threads");
    }
    assertEquals(cli(file, end.step(), 1), cli(file, end.step(), 2));

    for (ChartEntry chart : Charts.catalogue().entries()) {
      Figure figure = chart.drawing().draw(end, ChartView.plain(500));
      if (chart.key().equals("loss") || chart.key().equals("variance")) {
        assertEquals(2, figure.events().size(), figure.events()::toString);
      }
    }
  }

  /// Holds the slider for as long as sixty frames last, with the run going on in between.
  private static void drag(WorkbenchModel model, Transport transport, Slot slot) {
    long begun = step(model);
    await(transport, s -> s.step() > begun + 500);
    model.values().hold(slot);
    for (int i = 1; i <= VALUES; i++) {
      model.values().set(slot, 0.5 + 0.02 * i);
      long step = step(model);
      await(transport, s -> s.step() > step + 5);
    }
    model.values().release(slot);
  }

  private static long step(WorkbenchModel model) {
    Snapshot snapshot = model.follower().newest();
    return snapshot == null ? 0 : snapshot.step();
  }

  private static Snapshot await(Transport transport, Predicate<Snapshot> condition) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < deadline) {
      Snapshot snapshot = transport.pulse();
      if (snapshot != null && condition.test(snapshot)) {
        return snapshot;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("waited in vain");
  }

  /// The charts over the run as tables, which tell the events and the scenario too.
  private static Map<String, String> tables(Snapshot snapshot) throws IOException {
    ChartView view = ChartView.plain(500);
    Map<String, String> tables = new LinkedHashMap<>();
    for (ChartEntry chart : Charts.repeatable()) {
      StringBuilder text = new StringBuilder();
      Figure figure = chart.drawing().draw(snapshot, view);
      // The floor has c* where someone looked, which is no result.
      boolean floor = chart.key().equals(Charts.FLOOR);
      List<Figure.Line> lines =
          figure.lines().stream().filter(l -> !floor || !l.column().startsWith("c*")).toList();
      new FigureCsv(figure.with(lines, figure.levels()), text)
          .write(Origin.of(snapshot, chart, view));
      tables.put(chart.key(), text.toString());
    }
    return tables;
  }

  private Map<String, String> cli(Path file, long steps, int threads) throws IOException {
    Path out = folder.resolve("out-" + threads);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    int exit =
        Cli.run(
            (opening, paused, terminal) -> -1,
            new Terminal(nowhere, nowhere, false),
            "run",
            file.toString(),
            "--steps",
            Long.toString(steps),
            "--threads",
            Integer.toString(threads),
            "--no-charts",
            "--out",
            out.toString());
    assertEquals(0, exit);
    Map<String, String> tables = new LinkedHashMap<>();
    try (var files = Files.list(out)) {
      for (Path path : files.sorted().toList()) {
        if (path.toString().endsWith(".csv")) {
          tables.put(path.getFileName().toString(), Files.readString(path));
        }
      }
    }
    assertTrue(tables.size() > 3, tables.keySet()::toString);
    return tables;
  }
}
