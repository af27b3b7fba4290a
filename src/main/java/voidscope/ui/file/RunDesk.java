package voidscope.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import voidscope.chart.export.FigureExport;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Engine;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.library.CheckpointSource;
import voidscope.library.Differences;
import voidscope.library.RunLibrary;
import voidscope.library.RunNote;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;
import voidscope.ui.model.Origin;
import voidscope.ui.model.WindowState;

/// Keeps runs in the library by themselves: those that have finished, and those that were left and
/// can no longer be brought back. For the window's thread, which waits for the disk only at the
/// end.
public final class RunDesk {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;
  private static final int REMEMBERED = 16;

  /// Shorter ones are tries of a hand, and are not kept.
  private static final long SHORTEST = 100;

  private static final long PATIENCE_SECONDS = 20;

  private final RunLibrary library;
  private final Engine engine;
  private final Messages messages;
  private final Keeper keeper = new Keeper("keep", this::tell);
  private final Map<Scenario, Known> known = new LinkedHashMap<>();

  /// What is known of a run, by its scenario at step 0.
  ///
  /// @param name what it is called
  /// @param origin the scenario that was opened
  /// @param window as it was while the run was on the screen, or null
  /// @param kept the step at which it was kept, or −1
  private record Known(String name, Scenario origin, @Nullable WindowState window, long kept) {}

  /// @param engine whose runs are kept
  public RunDesk(RunLibrary library, Engine engine, Messages messages) {
    this.library = library;
    this.engine = engine;
    this.messages = messages;
    engine.onRetired(this::retired);
  }

  /// Notes where the run under way has come from, and keeps it once it has finished.
  ///
  /// @param window what is set and how it is looked at
  public void follow(Snapshot snapshot, Origin origin, WindowState window) {
    boolean done = snapshot.state() == Snapshot.State.FINISHED;
    Known seen = new Known(origin.name(), origin.scenario(), window, done ? snapshot.step() : -1);
    if (note(snapshot.scenario(), seen)) {
      keep(snapshot, seen, this::save);
    }
  }

  /// @param seen with the step at which it is to be kept, or −1
  /// @return whether that is new
  private boolean note(Scenario scenario, Known seen) {
    synchronized (known) {
      Known before = known.remove(scenario.start());
      boolean fresh = seen.kept() >= SHORTEST && (before == null || before.kept() != seen.kept());
      long kept = fresh ? seen.kept() : before == null ? -1 : before.kept();
      known.put(scenario.start(), new Known(seen.name(), seen.origin(), seen.window(), kept));
      if (known.size() > REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
      return fresh;
    }
  }

  private Known known(Experiment run) {
    synchronized (known) {
      Known found = known.get(run.scenario().start());
      return found == null
          ? new Known("Run", run.scenario(), null, run.head())
          : new Known(found.name(), found.origin(), found.window(), run.head());
    }
  }

  /// A run that was left, for good: nobody computes it any more.
  private void retired(Experiment run) {
    Known seen = known(run);
    if (note(run.scenario(), seen)) {
      keeper.begin(
          () -> {
            run.settle();
            put(run.records(), seen, file -> Checkpoint.write(run, file));
          });
    }
  }

  private void keep(Snapshot snapshot, Known seen, CheckpointSource source) {
    keeper.begin(() -> put(snapshot, seen, source));
  }

  private void put(Snapshot snapshot, Known seen, CheckpointSource source) throws IOException {
    String differs = Differences.between(seen.origin(), snapshot.scenario());
    WindowState window = seen.window();
    String told = window == null ? "" : window.format();
    RunNote note = new RunNote(Instant.now(), seen.name(), snapshot.step(), differs, told);
    Figure figure =
        Charts.catalogue().get(Charts.THETA).draw(snapshot, ChartView.plain(WIDTH), null);
    Look look = Look.screen(Palette.light());
    library.keep(note, source, FigureExport.small(figure, WIDTH, HEIGHT, look));
  }

  /// Has the run under way saved, and waits for it.
  private void save(Path file) throws IOException {
    CompletableFuture<String> answer = new CompletableFuture<>();
    engine.save(file, answer::complete);
    String why;
    try {
      why = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the program has ended", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the run could not be saved in time", e);
    }
    if (!why.isEmpty()) {
      throw new IOException(why);
    }
  }

  private void tell(String why) {
    if (keeper.closed()) {
      warn("A run could not be kept among the others: " + why); // the window has closed
      return;
    }
    Platform.runLater(
        () -> messages.tell(Message.failure("A run could not be kept among the others", why)));
  }

  private static void warn(String text) {
    System.getLogger(RunDesk.class.getName()).log(System.Logger.Level.WARNING, text);
  }

  /// Waits until what is being kept is kept, but not for ever. The engine is closed before.
  public void close() {
    if (!keeper.close(PATIENCE_SECONDS)) {
      warn("not every run was kept in time");
    }
  }
}
