package voidscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import voidscope.Toolkit;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Palette;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Clock;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.Scenarios;
import voidscope.objective.Capability;
import voidscope.problem.Quantity;
import voidscope.ui.board.ChartBoard;
import voidscope.ui.board.ChartCard;
import voidscope.ui.model.Slot;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Theme;

/// Prints how fluid the charts are: pictures a second while 10⁶ recorded steps of eight series are
/// panned and zoomed, the time from a slider to a changed chart while all cores but one compute,
/// and the time until a pause is obeyed.
public final class ChartFigures {
  private static final int STEPS = 1_000_000;
  private static final int FRAMES = 400;
  private static final int MOVES = 120;

  /// Seconds until the compiler has done with the loops of a run, beside which it takes half a
  /// core.
  private static final int WARM_UP = 25;

  private ChartFigures() {}

  /// Measures and prints.
  public static void main(String[] args) {
    pan();
    react();
    System.exit(0);
  }

  private static void pan() {
    Snapshot snapshot = snapshot();
    ChartBoard board =
        Toolkit.onFx(
            () -> {
              Theme.prepare();
              GridPane grid = new GridPane();
              WorkbenchModel model = new WorkbenchModel(Scenarios.standard());
              ChartBoard made =
                  new ChartBoard(
                      grid, Palette.light(), model.looks(), model.contenders(), model.follower());
              made.show(List.of("theta", "variance", "loss"));
              Stage stage = new Stage();
              stage.setScene(new Scene(grid, 1000, 1000));
              stage.show();
              return made;
            });
    long[] pulse = new long[1];
    Runnable frame =
        () -> {
          double phase = pulse[0]++ * .02;
          double width = STEPS * Math.pow(10, -1.5 - 1.5 * Math.sin(phase / 3));
          double low = (STEPS - width) * (.5 + .5 * Math.sin(phase));
          board.axes(a -> a.zoom(board.theta(), new Extent(low, low + width), null));
          board.pulse(snapshot);
        };
    Toolkit.pulses(FRAMES / 2, frame);
    long before = frames(board);
    long start = System.nanoTime();
    Toolkit.pulses(FRAMES, frame);
    double seconds = (System.nanoTime() - start) * 1e-9;
    say(
        "3 charts, 8 series of %d steps, panned and zoomed in every pulse: %.1f pulses/s, %.1f"
            + " pictures/s a chart",
        STEPS, FRAMES / seconds, (frames(board) - before) / 3.0 / seconds);
    Toolkit.runFx(board::close);
  }

  private static long frames(ChartBoard board) {
    return Toolkit.onFx(() -> board.cards().stream().mapToLong(ChartCard::frames).sum());
  }

  private static Snapshot snapshot() {
    List<String> keys =
        Estimators.catalogue().entries().stream()
            .filter(entry -> !entry.requires().contains(Capability.EXACT_GRADIENT))
            .map(entry -> entry.key())
            .limit(8)
            .toList();
    List<Track> tracks = new ArrayList<>();
    for (String key : keys) {
      Track.Band band = new Track.Band(walk(key.hashCode()), null, null);
      tracks.add(
          new Track(
              Scenarios.estimator(key),
              Estimators.catalogue().get(key).label(),
              STEPS,
              List.of(band),
              band,
              new Track.Band(walk(1 + key.hashCode()), null, null),
              null,
              new Track.ExactPoints(0, new double[0], new double[0]),
              null,
              List.of(),
              new Track.Tuned(List.of(Map.of())),
              new Track.Cost(1, 0, Clock.START),
              null));
    }
    return new Snapshot(
        0,
        Scenarios.standard(),
        Snapshot.State.PAUSED,
        tracks,
        new Snapshot.Rates(0, 0, 1),
        Quantity.each(List.of("θ")),
        1,
        0);
  }

  private static Series.View walk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Series series = new Series(1 << 16, 1);
    double at = 0;
    for (int i = 0; i < STEPS; i++) {
      at += .001 * random.nextGaussian();
      series.add(at + .05 * random.nextGaussian());
    }
    return series.view();
  }

  private static void react() {
    try (Window window = new Window(1366, 768, new Window.Answers(Path.of("unset")))) {
      Engine engine = window.controller().engine();
      Slot steps =
          Slot.measurement().stream()
              .filter(slot -> slot.parameter().key().equals("steps"))
              .findFirst()
              .orElseThrow();
      Toolkit.runFx(() -> window.model().values().set(steps, 1e12));
      Toolkit.runFx(() -> engine.speed(Double.POSITIVE_INFINITY));
      for (int i = 0; i < WARM_UP; i++) {
        Toolkit.pulses(60);
      }
      Slider slider = window.find(Slider.class, "slider-run-theta-rate");
      double[] latency = new double[MOVES];
      for (int i = 0; i < MOVES; i++) {
        latency[i] = move(window, slider, -2 + .9 * Math.sin(1 + i * 1.7));
        Toolkit.pulses(5);
      }
      Arrays.sort(latency);
      Snapshot now = Toolkit.onFx(() -> Objects.requireNonNull(window.model().follower().newest()));
      say(
          "slider to changed chart, %d threads computing %.0f steps/s: p50 %.0f ms, p95 %.0f ms",
          now.rates().threads(),
          now.rates().steps(),
          latency[MOVES / 2],
          latency[(int) (.95 * MOVES)]);
      double slowest = 0;
      for (int i = 0; i < 20; i++) {
        slowest = Math.max(slowest, pause(window, engine));
      }
      say("pause obeyed, slowest of 20: %.0f ms", slowest);
    }
  }

  /// Milliseconds from a move of the slider until all charts over the run show its event.
  private static double move(Window window, Slider slider, double value) {
    List<ChartCard> cards =
        window.controller().board().cards().stream()
            .filter(card -> List.of("theta", "variance", "loss").contains(card.entry().key()))
            .toList();
    List<List<Figure.Event>> before =
        cards.stream().map(card -> Objects.requireNonNull(card.onScreen()).events()).toList();
    CountDownLatch changed = new CountDownLatch(1);
    long[] time = new long[2];
    AnimationTimer watch =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (time[1] != 0) {
              return;
            }
            for (int i = 0; i < cards.size(); i++) {
              Figure figure = Objects.requireNonNull(cards.get(i).onScreen());
              if (figure.events().equals(before.get(i))) {
                return;
              }
            }
            time[1] = System.nanoTime();
            changed.countDown();
          }
        };
    Toolkit.runFx(
        () -> {
          time[0] = System.nanoTime();
          slider.setValue(value);
          watch.start();
        });
    try {
      if (!changed.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the charts did not change in 30 s");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
    Toolkit.runFx(watch::stop);
    return (time[1] - time[0]) * 1e-6;
  }

  /// Milliseconds until the run stands still.
  private static double pause(Window window, Engine engine) {
    long start = System.nanoTime();
    Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
    while (engine.poll().state() != Snapshot.State.PAUSED) {
      Thread.onSpinWait();
    }
    double time = (System.nanoTime() - start) * 1e-6;
    Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
    Toolkit.pulses(10);
    return time;
  }

  @SuppressWarnings("AnnotateFormatMethod") // a few lines of a measuring program
  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
