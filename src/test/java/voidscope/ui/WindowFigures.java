package voidscope.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.ui.board.ChartCard;
import voidscope.ui.file.Home;
import voidscope.ui.widget.Theme;

/// Opens the window at full speed with six estimators, or with a scenario's, and prints, every ten
/// seconds, pulses and chart pictures a second, FX-thread time a pulse, steps a second and the heap
/// after a collection. Arguments: seconds, width, height, and, if they are wanted, a view's key and
/// a scenario's file.
public final class WindowFigures extends Application {
  private static final long REPORT = 10_000_000_000L;

  private static final AtomicReference<@Nullable Beginning> BEGINNING = new AtomicReference<>();

  /// Made by the platform.
  public WindowFigures() {}

  /// Starts it.
  public static void main(String[] args) {
    BEGINNING.set(Beginning.of(() -> scenario(List.of(args))));
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    List<String> arguments = getParameters().getRaw();
    double seconds = Double.parseDouble(arguments.get(0));
    Theme.prepare();
    Beginning.Made run = Objects.requireNonNull(BEGINNING.get()).made();
    Engine engine = run.runner();
    WorkbenchController workbench =
        new WorkbenchController(
            run.scenario(), engine, new Window.Answers(Path.of("x")), Home.NONE);
    engine.speed(Double.POSITIVE_INFINITY);
    stage.setScene(workbench.scene());
    stage.setWidth(Double.parseDouble(arguments.get(1)));
    stage.setHeight(Double.parseDouble(arguments.get(2)));
    run.runner().ready();
    stage.show();
    workbench.startWithCharts(false);
    if (arguments.size() > 3) {
      workbench.model().looks().show(arguments.get(3));
    }
    engine.speed(Double.POSITIVE_INFINITY);
    new Meter(workbench, engine, seconds).start();
  }

  private static Scenario scenario(List<String> arguments) {
    List<Entrant> six =
        List.of("exact", "reinforce", "reinforce-learned", "concrete", "rebar", "relax").stream()
            .map(Scenarios::estimator)
            .toList();
    return (arguments.size() > 4
            ? read(Path.of(arguments.get(4)))
            : Scenarios.standard().withEstimators(six))
        .with(Scenario.RUN, "steps", 1e12);
  }

  private static Scenario read(Path file) {
    try {
      return ScenarioFile.read(file);
    } catch (ScenarioException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static final class Meter extends AnimationTimer {
    private final WorkbenchController workbench;
    private final Engine engine;
    private final double seconds;
    private final long born = ManagementFactory.getRuntimeMXBean().getStartTime();
    private boolean moving;
    private boolean first = true;
    private long begun;
    private long since;
    private int pulses;
    private long cpu;
    private long pictures;
    private long step;

    Meter(WorkbenchController workbench, Engine engine, double seconds) {
      this.workbench = workbench;
      this.engine = engine;
      this.seconds = seconds;
    }

    @Override
    public void handle(long now) {
      long time = System.currentTimeMillis() - born;
      Snapshot snapshot = engine.poll();
      if (first) {
        first = false;
        begun = now;
        reset(now, snapshot);
        say("first pulse %d ms after the JVM's start", time);
      }
      if (!moving && shown() >= 4 && snapshot.step() > 0) {
        moving = true;
        say("all charts shown and moving %d ms after the JVM's start", time);
      }
      pulses++;
      if (now - since >= REPORT) {
        double span = (now - since) * 1e-9;
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        say(
            "%.0f s: %.1f pulses/s, %.1f pictures/s a chart, %.2f ms FX thread a pulse, %.0f"
                + " steps/s of each, step %d, heap %.1f MB",
            (now - begun) * 1e-9,
            pulses / span,
            (double) (shown() - pictures) / charts() / span,
            (cpuTime() - cpu) * 1e-6 / pulses,
            (snapshot.step() - step) / span,
            snapshot.step(),
            heap / 1e6);
        reset(System.nanoTime(), snapshot);
      }
      if ((now - begun) * 1e-9 > seconds) {
        stop();
        workbench.close();
        Platform.exit();
      }
    }

    private void reset(long now, Snapshot snapshot) {
      since = now;
      pulses = 0;
      cpu = cpuTime();
      pictures = shown();
      step = snapshot.step();
    }

    private long shown() {
      return workbench.board().cards().stream().mapToLong(ChartCard::frames).sum();
    }

    private long charts() {
      return workbench.board().cards().stream().filter(card -> card.frames() > 0).count();
    }

    private static long cpuTime() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @SuppressWarnings("AnnotateFormatMethod") // a few lines of a measuring program
    private static void say(String format, Object... values) {
      System.out.println(format.formatted(values));
    }
  }
}
