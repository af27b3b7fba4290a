package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Toolkit;
import voidscope.chart.export.FigureFormat;
import voidscope.chart.export.Motion;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Presets;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Sample;
import voidscope.library.ExportStyle;
import voidscope.library.UserPlace;
import voidscope.ui.file.Chooser;

/// Seeded keys and pointers over all views, dialogs and sizes: whatever hands do, nothing is
/// thrown, nothing hangs, and nothing is logged. `-Dvoidscope.hands.seconds` and
/// `-Dvoidscope.hands.seed` make it longer or other, `-Dvoidscope.hands.sample` lets it begin with
/// a sample.
class RandomHandsTest {
  private static final int SECONDS = Integer.getInteger("voidscope.hands.seconds", 20);
  private static final long SEED = Long.getLong("voidscope.hands.seed", 14);
  private static final @Nullable String SAMPLE = System.getProperty("voidscope.hands.sample");
  private static final double[][] SIZES = {{1024, 768}, {1093, 614}, {1366, 768}, {1920, 1080}};
  private static final KeyCode[] KEYS = {
    KeyCode.SPACE,
    KeyCode.RIGHT,
    KeyCode.LEFT,
    KeyCode.UP,
    KeyCode.DOWN,
    KeyCode.TAB,
    KeyCode.ENTER,
    KeyCode.ESCAPE,
    KeyCode.PAGE_UP,
    KeyCode.PAGE_DOWN,
    KeyCode.HOME,
    KeyCode.END,
    KeyCode.DELETE,
    KeyCode.BACK_SPACE,
    KeyCode.F1,
    KeyCode.F2,
    KeyCode.F6,
    KeyCode.F11,
    KeyCode.DIGIT0,
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7,
    KeyCode.DIGIT8,
    KeyCode.DIGIT9,
    KeyCode.A,
    KeyCode.B,
    KeyCode.C,
    KeyCode.D,
    KeyCode.E,
    KeyCode.F,
    KeyCode.G,
    KeyCode.I,
    KeyCode.L,
    KeyCode.M,
    KeyCode.O,
    KeyCode.P,
    KeyCode.R,
    KeyCode.S,
    KeyCode.T,
    KeyCode.V,
    KeyCode.X,
    KeyCode.Y,
    KeyCode.Z,
    KeyCode.PLUS,
    KeyCode.MINUS,
    KeyCode.PERIOD,
    KeyCode.COMMA
  };

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> lately = new ArrayList<>();
  private int acts;

  /// Answers with a sample, a place to write, or nothing.
  private final class Whatever implements Chooser {
    @Override
    public Optional<Path> open(String kind, String ending) {
      return random.nextBoolean() ? Optional.of(Path.of("samples", "t-45.toml")) : Optional.empty();
    }

    @Override
    public Optional<Path> save(String kind, String ending, String name) {
      return random.nextBoolean()
          ? Optional.of(folder.resolve("saved" + random.nextInt(3) + ending))
          : Optional.empty();
    }
  }

  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          tell(record.getLoggerName() + ": " + record.getMessage(), record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private void tell(String what, @Nullable Throwable thrown) {
    StringWriter trace = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(trace));
    }
    // The platform without a display draws over the edge of a window that has just been resized.
    if (!trace.toString().contains("com.sun.glass.ui.headless")) {
      told.add(what + "\n" + trace + "\nafter " + lately);
    }
  }

  @Test
  void hands_breakNothing() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> tell(thread.getName(), e));
    Toolkit.runFx(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    Logger.getLogger("").addHandler(listening);
    UserPlace place = UserPlace.of(folder.resolve("runs"));
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    try {
      while (System.nanoTime() < end && told.isEmpty()) {
        double[] size = SIZES[random.nextInt(SIZES.length)];
        try (Window window = new Window(size[0], size[1], new Whatever(), place, scenario())) {
          Toolkit.runFx(
              () -> window.controller().preferences().change(old -> old.exporting(aside())));
          long until = Math.min(end, System.nanoTime() + 15_000_000_000L);
          while (System.nanoTime() < until && told.isEmpty()) {
            Toolkit.runFx(this::act);
            if (random.nextInt(4) == 0) {
              Toolkit.pulses(1);
            }
          }
          closeOthers();
        }
      }
    } finally {
      Logger.getLogger("").removeHandler(listening);
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(List.of(), told, "seed " + SEED);
    assertTrue(acts > 10 * SECONDS, acts + " acts in " + SECONDS + " s");
  }

  /// The sample that is asked for, or else the standard scenario or one of episodes.
  private Scenario scenario() {
    String name = SAMPLE != null ? SAMPLE : random.nextBoolean() ? "cartpole-race" : "";
    return name.isEmpty() ? Scenarios.standard() : Sample.catalogue().get(name).open().scenario();
  }

  /// Exports that nobody gives a place do not land among the sources.
  private ExportStyle aside() {
    return new ExportStyle(
        false,
        List.of(FigureFormat.PDF, FigureFormat.SVG, FigureFormat.PNG),
        Presets.catalogue().entries().getFirst(),
        false,
        false,
        LegendPlace.ABOVE,
        false,
        false,
        Motion.PLAIN,
        folder.toAbsolutePath());
  }

  private static void closeOthers() {
    Toolkit.runFx(
        () ->
            List.copyOf(javafx.stage.Window.getWindows()).stream()
                .filter(window -> window.getScene().lookup("#charts") == null)
                .forEach(javafx.stage.Window::hide));
  }

  private void act() {
    acts++;
    List<Scene> scenes =
        javafx.stage.Window.getWindows().stream().map(javafx.stage.Window::getScene).toList();
    if (scenes.isEmpty()) {
      return;
    }
    Scene scene = scenes.get(random.nextInt(scenes.size()));
    int kind = random.nextInt(100);
    if (kind < 50) {
      key(scene);
    } else if (kind < 55) {
      wheel(scene);
    } else if (kind < 98) {
      pointer(scene);
    } else if (scene.getWindow() instanceof Stage stage) {
      double[] size = SIZES[random.nextInt(SIZES.length)];
      note("size " + size[0]);
      stage.setWidth(size[0]);
      stage.setHeight(size[1]);
    }
  }

  private void note(String what) {
    lately.add(what);
    if (lately.size() > 25) {
      lately.removeFirst();
    }
  }

  private void key(Scene scene) {
    KeyCode code = KEYS[random.nextInt(KEYS.length)];
    boolean shift = random.nextInt(5) == 0;
    boolean control = random.nextInt(6) == 0;
    boolean alt = random.nextInt(15) == 0;
    note((control ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + code);
    Node owner = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
    Event.fireEvent(
        owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
    if (!control && !alt && (code.isLetterKey() || code.isDigitKey())) {
      Event.fireEvent(
          owner,
          new KeyEvent(
              KeyEvent.KEY_TYPED,
              code.getChar(),
              "",
              KeyCode.UNDEFINED,
              shift,
              control,
              alt,
              false));
    }
    Event.fireEvent(
        owner, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, control, alt, false));
  }

  private void wheel(Scene scene) {
    Point2D at = place(scene);
    double delta = random.nextDouble(-80, 80);
    note("wheel");
    Node node = under(scene.getRoot(), at);
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            random.nextBoolean(),
            false,
            false,
            false,
            false,
            false,
            0,
            delta,
            0,
            delta,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  /// A move, and maybe a press, a drag and a release, which is a click where nothing was dragged.
  private void pointer(Scene scene) {
    Point2D from = place(scene);
    Node node = under(scene.getRoot(), from);
    note("pointer at " + node.getClass().getSimpleName() + " " + node.getId());
    MouseButton button = random.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
    mouse(node, MouseEvent.MOUSE_MOVED, from, MouseButton.NONE, true);
    if (random.nextInt(3) == 0) {
      return;
    }
    Point2D to = random.nextBoolean() ? from : place(scene);
    mouse(node, MouseEvent.MOUSE_PRESSED, from, button, true);
    if (!to.equals(from)) {
      for (int i = 1; i <= 4; i++) {
        Point2D on = from.interpolate(to, i / 4.0);
        mouse(node, MouseEvent.MOUSE_DRAGGED, on, button, false);
      }
    }
    mouse(node, MouseEvent.MOUSE_RELEASED, to, button, to.equals(from));
    if (node.getScene() != null) {
      mouse(node, MouseEvent.MOUSE_CLICKED, to, button, to.equals(from));
    }
  }

  private void mouse(
      Node node,
      javafx.event.EventType<MouseEvent> type,
      Point2D at,
      MouseButton button,
      boolean still) {
    boolean primary = button == MouseButton.PRIMARY;
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            button,
            button == MouseButton.NONE ? 0 : 1 + random.nextInt(2),
            false,
            false,
            false,
            false,
            primary,
            false,
            button == MouseButton.SECONDARY,
            true,
            button == MouseButton.SECONDARY,
            still,
            null));
  }

  private Point2D place(Scene scene) {
    return new Point2D(
        random.nextDouble() * scene.getWidth(), random.nextDouble() * scene.getHeight());
  }

  /// The deepest node at a place.
  private static Node under(Parent parent, Point2D at) {
    List<Node> children = parent.getChildrenUnmodifiable();
    for (int i = children.size() - 1; i >= 0; i--) {
      Node child = children.get(i);
      if (child.isVisible()
          && !child.isMouseTransparent()
          && child.contains(child.sceneToLocal(at))) {
        return child instanceof Parent below ? under(below, at) : child;
      }
    }
    return parent;
  }
}
