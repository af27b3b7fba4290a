package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Measure;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.library.RunLibrary;
import voidscope.library.UserPlace;
import voidscope.ui.board.ChartBoard;
import voidscope.ui.file.Chooser;
import voidscope.ui.model.Axes;
import voidscope.ui.model.Message;
import voidscope.ui.model.Slot;
import voidscope.ui.model.ViewEntry;
import voidscope.ui.model.Views;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.BitGrid;
import voidscope.ui.widget.Theme;

/// Pictures of the whole window, for people to look at: `target/pictures`. Run with `mvn verify
/// -Dtest=WindowPictures`.
final class WindowPictures {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final int FRAMES = 90;

  @Test
  void window_isPainted_inBothThemesAndFourSizes() throws IOException {
    Files.createDirectories(FOLDER);
    picture("desk-light", 1024, 768, Theme.LIGHT);
    picture("desk-dark", 1024, 768, Theme.DARK);
    picture("laptop-light", 1366, 768, Theme.LIGHT);
    picture("laptop-dark", 1366, 768, Theme.DARK);
    picture("small-light", 1280, 680, Theme.LIGHT);
    picture("projector-light", 1920, 1080, Theme.LIGHT);
    picture("projector-dark", 1920, 1080, Theme.DARK);
    assertTrue(Files.exists(FOLDER.resolve("projector-dark.png")));
  }

  @Test
  void vae_isPainted_inTraining() throws IOException {
    Files.createDirectories(FOLDER);
    for (Theme theme : Theme.values()) {
      boolean dark = theme == Theme.DARK;
      try (Window window = new Window(dark ? 1920 : 1366, dark ? 1080 : 768, new NoChooser())) {
        Toolkit.runFx(() -> window.controller().follow(dark));
        Path sample = Path.of("samples", dark ? "vae-two-layer.toml" : "vae-linear.toml");
        Toolkit.runFx(() -> window.controller().desk().open(sample));
        for (int i = 0; i < 25; i++) {
          Toolkit.pulses(FRAMES);
        }
        BitGrid latents = window.find(BitGrid.class, "latents");
        window.focus(latents);
        for (int i = 0; dark && i < 12; i++) {
          window.press(KeyCode.SPACE);
          window.press(KeyCode.RIGHT);
        }
        Toolkit.pulses(FRAMES);
        save(window, dark ? "vae-dark" : "vae-light");
      }
    }
  }

  /// The view of episodes, of four worlds.
  @Test
  void episodes_arePainted() throws IOException {
    Files.createDirectories(FOLDER);
    double[][] sizes = {{1366, 768}, {1920, 1080}, {1024, 768}};
    for (double[] size : sizes) {
      for (Theme theme : Theme.values()) {
        String name = "episodes-" + (theme == Theme.DARK ? "dark" : "light") + "-" + (int) size[0];
        episodes(name, size, theme, "cartpole", false, "reinforce", "a2c", "nvil", "relax");
      }
    }
    double[] laptop = {1366, 768};
    double[] desk = {1024, 768};
    episodes(
        "episodes-projector", desk, Theme.LIGHT, "cartpole", true, "reinforce", "nvil", "relax");
    episodes("episodes-pendulum", laptop, Theme.LIGHT, "pendulum", false, "reinforce-mean", "lax");
    episodes("episodes-mdp", laptop, Theme.DARK, "mdp", false, "reinforce", "relax");
    episodes("episodes-line", laptop, Theme.LIGHT, "linear-quadratic", false, "reinforce", "lax");
  }

  /// The view of a policy.
  @Test
  void policies_arePainted() throws IOException {
    Files.createDirectories(FOLDER);
    double[] laptop = {1366, 768};
    double[] screen = {1920, 1080};
    double[] desk = {1024, 768};
    for (double[] size : List.of(laptop, screen, desk)) {
      Theme theme = size[0] == 1920 ? Theme.DARK : Theme.LIGHT;
      policy("policy-" + (int) size[0], size, theme, "cartpole", "a2c", "relax");
    }
    policy("policy-pendulum", screen, Theme.LIGHT, "pendulum", "a2c", "lax");
    policy("policy-mdp", laptop, Theme.DARK, "mdp", "a2c", "relax");
  }

  private static void policy(
      String name, double[] size, Theme theme, String problem, String... estimators)
      throws IOException {
    Path file = FOLDER.resolve("policy.toml");
    Files.writeString(file, ScenarioFile.format(EpisodeScenarios.of(problem, estimators)));
    try (Window window = new Window(size[0], size[1], new NoChooser())) {
      Toolkit.runFx(
          () -> {
            window.controller().follow(theme == Theme.DARK);
            window.controller().desk().open(file);
          });
      Toolkit.pulses(FRAMES);
      window.press(KeyCode.DIGIT9);
      for (int i = 0; i < 6; i++) {
        Toolkit.pulses(FRAMES);
      }
      save(window, name);
    }
  }

  private static void episodes(
      String name,
      double[] size,
      Theme theme,
      String problem,
      boolean projector,
      String... estimators)
      throws IOException {
    Path file = FOLDER.resolve("episodes.toml");
    Files.writeString(file, ScenarioFile.format(EpisodeScenarios.of(problem, estimators)));
    try (Window window = new Window(size[0], size[1], new NoChooser())) {
      Toolkit.runFx(
          () -> {
            window.controller().follow(theme == Theme.DARK);
            window.controller().desk().open(file);
          });
      if (projector) {
        window.press(KeyCode.P);
      }
      for (int i = 0; i < 6; i++) {
        Toolkit.pulses(FRAMES);
      }
      save(window, name);
    }
  }

  private static void picture(String name, double width, double height, Theme theme)
      throws IOException {
    try (Window window = new Window(width, height, new NoChooser())) {
      Toolkit.runFx(() -> window.controller().follow(theme == Theme.DARK));
      Toolkit.pulses(FRAMES);
      save(window, name);
    }
  }

  @Test
  void slowDraw_isPainted_inBothThemes_andOnAProjector() throws IOException {
    Files.createDirectories(FOLDER);
    slowDraw("draw-desk-light", 1024, 768, Theme.LIGHT, "relax", 3, false);
    slowDraw("draw-screen-dark", 1920, 1080, Theme.DARK, "rebar", 6, false);
    slowDraw("draw-projector-light", 1920, 1080, Theme.LIGHT, "relax", 5, true);
    slowDraw("draw-projector-dark", 1024, 768, Theme.DARK, "rebar", 6, true);
    slowDraw("draw-screen-light", 1920, 1080, Theme.LIGHT, "relax", 6, false);
    slowDraw("draw-desk-dark", 1024, 768, Theme.DARK, "reinforce", 4, false);
  }

  private static void slowDraw(
      String name,
      double width,
      double height,
      Theme theme,
      String focus,
      int stage,
      boolean projector)
      throws IOException {
    try (Window window = new Window(width, height, new NoChooser())) {
      Toolkit.runFx(() -> window.controller().follow(theme == Theme.DARK));
      if (projector) {
        window.press(KeyCode.P);
      }
      Toolkit.runFx(() -> window.model().looks().focus(focus));
      window.press(KeyCode.D);
      Toolkit.pulses(FRAMES);
      for (int i = 0; i < stage; i++) {
        window.press(KeyCode.D);
      }
      Toolkit.pulses(FRAMES);
      save(window, name);
    }
  }

  @Test
  void window_isPainted_inItsOtherStates() throws IOException {
    Files.createDirectories(FOLDER);
    try (Window window = new Window(1366, 768, new NoChooser())) {
      Toolkit.runFx(
          () -> {
            window.model().looks().focus("rebar");
            window.model().chooseProblem("random-quadratic");
            window.model().contenders().setTakesPart("concrete", false);
            window.model().looks().setHidden("reinforce", true);
            window.model().values().set(Slot.seed(), 7);
            window
                .model()
                .message()
                .set(
                    Message.failure(
                        "Could not open lecture.toml",
                        "lecture.toml:7: problem.target: expected a number from 0 to 1, found"
                            + " \"high\"\nCorrect the file and open it again; the run in progress"
                            + " goes on."));
          });
      TextField field = window.find(TextField.class, "field-run-theta-rate");
      window.focus(field);
      Toolkit.runFx(() -> field.setText("many"));
      window.press(KeyCode.ENTER);
      Toolkit.pulses(FRAMES);
      save(window, "states-light");
      Toolkit.runFx(() -> window.controller().actions().get(Actions.HELP).handler().run());
      Toolkit.pulses(2);
      save(window, "help-light");
    }
    assertTrue(Files.exists(FOLDER.resolve("help-light.png")));
  }

  /// An estimator several times, one under the hand, with a run under it.
  @Test
  void variants_arePainted() throws IOException {
    Files.createDirectories(FOLDER);
    double[][] sizes = {{1366, 768}, {1920, 1080}, {1024, 768}};
    for (Theme theme : Theme.values()) {
      for (double[] size : sizes) {
        try (Window window = new Window(size[0], size[1], new NoChooser())) {
          Toolkit.runFx(
              () -> {
                window.controller().follow(theme == Theme.DARK);
                window.controller().desk().open(Path.of("samples", "rebar-temperatures.toml"));
              });
          Toolkit.pulses(3 * FRAMES);
          Toolkit.runFx(
              () -> {
                window.controller().actions().get("baseline").handler().run();
                window.model().contenders().add("rebar-2");
                window.model().values().set(slot("theta-rate"), .05);
                window.controller().actions().get("restart").handler().run();
              });
          Toolkit.pulses(2 * FRAMES);
          String name = theme == Theme.DARK ? "dark" : "light";
          save(window, "variants-" + name + "-" + (int) size[0]);
        }
      }
    }
  }

  /// Small windows, and the projector mode, with every view.
  @Test
  void screens_arePainted() throws IOException {
    Files.createDirectories(FOLDER);
    double[][] sizes = {{1024, 768}, {1093, 614}, {1366, 768}, {1920, 1080}};
    for (double[] size : sizes) {
      try (Window window = new Window(size[0], size[1], new NoChooser())) {
        Toolkit.pulses(FRAMES);
        String name = "screen-" + (int) size[0];
        save(window, name);
        if (size[0] < 1200) {
          act(window, "controls");
          save(window, name + "-controls");
          act(window, "controls");
        }
        act(window, "projector");
        save(window, name + "-projector");
        Toolkit.runFx(() -> window.controller().follow(true));
        Toolkit.runFx(() -> window.model().looks().show("gradient"));
        Toolkit.pulses(FRAMES);
        save(window, name + "-projector-gradient");
        Toolkit.runFx(() -> window.model().looks().show("comparison"));
        Toolkit.pulses(FRAMES);
        save(window, name + "-projector-comparison");
        act(window, "projector");
        save(window, name + "-comparison");
      }
    }
  }

  private static void act(Window window, String action) {
    Toolkit.runFx(() -> window.controller().actions().get(action).handler().run());
    Toolkit.pulses(FRAMES / 2);
  }

  /// The runs that were kept, among them one that is damaged.
  @Test
  void runs_arePainted() throws IOException {
    Files.createDirectories(FOLDER);
    Path kept = Files.createTempDirectory(FOLDER.toAbsolutePath(), "kept").resolve("runs");
    UserPlace place = UserPlace.of(kept);
    RunLibrary library = place.runs();
    for (int i = 0; i < 3; i++) {
      double rate = .02 * (i + 1);
      try (Window window = new Window(1366, 768, new NoChooser(), place)) {
        Toolkit.runFx(() -> window.model().values().set(slot("theta-rate"), rate));
        Toolkit.pulses(FRAMES);
      }
    }
    Files.delete(library.entries().entries().getLast().folder().resolve("picture.png"));
    for (Theme theme : Theme.values()) {
      try (Window window = new Window(1366, 768, new NoChooser(), place)) {
        Toolkit.runFx(
            () -> {
              window.controller().follow(theme == Theme.DARK);
              window.controller().actions().get("runs").handler().run();
            });
        Toolkit.pulses(FRAMES);
        save(window, theme == Theme.DARK ? "runs-dark" : "runs-light");
      }
    }
  }

  /// The samples, with two files that were used last.
  @Test
  void samples_arePainted() throws IOException {
    Files.createDirectories(FOLDER);
    Path kept = Files.createTempDirectory(FOLDER.toAbsolutePath(), "kept").resolve("runs");
    UserPlace place = UserPlace.of(kept);
    place.recent().add(Path.of("samples", "t-45.toml"));
    place.recent().add(Path.of("samples", "vae-linear.toml"));
    for (Theme theme : Theme.values()) {
      for (int width : new int[] {1024, 1366}) {
        try (Window window = new Window(width, 768, new NoChooser(), place)) {
          Toolkit.runFx(
              () -> {
                window.controller().follow(theme == Theme.DARK);
                window.controller().actions().get("samples").handler().run();
              });
          Toolkit.pulses(FRAMES * 8);
          if (width > 1024) {
            Toolkit.runFx(
                () ->
                    ((ScrollPane) window.controller().scene().lookup(".samples .run-scroll"))
                        .setVvalue(theme == Theme.DARK ? 1 : 0));
            Toolkit.pulses(4);
          }
          save(window, "samples-" + width + (theme == Theme.DARK ? "-dark" : "-light"));
        }
      }
    }
  }

  private static Slot slot(String key) {
    return Slot.learning().stream()
        .filter(slot -> slot.parameter().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void charts_arePainted_atWork() throws IOException {
    Files.createDirectories(FOLDER);
    for (Theme theme : Theme.values()) {
      try (Window window = new Window(1366, 768, new NoChooser())) {
        ChartBoard board = window.controller().board();
        ChartEntry theta = board.theta();
        ChartEntry variance = Charts.catalogue().get("variance");
        ChartEntry loss = Charts.catalogue().get("loss");
        Toolkit.runFx(
            () -> {
              window.controller().follow(theme == Theme.DARK);
              window.model().looks().setHidden("concrete", true);
              window.find(Slider.class, "slider-run-theta-rate").setValue(-1.5);
            });
        Toolkit.pulses(FRAMES);
        Toolkit.runFx(
            () -> {
              board.axes(a -> a.zoom(theta, new Extent(200, 900), null));
              board.axes(a -> a.smooth(theta, true));
              board.axes(a -> a.smooth(loss, true));
            });
        Toolkit.pulses(FRAMES / 3);
        Toolkit.runFx(() -> board.hover(variance, 450, Double.NaN));
        Toolkit.pulses(2);
        save(window, "work-zoomed-" + theme);
        Toolkit.runFx(
            () -> {
              board.axes(Axes::follow);
              board.axes(a -> a.spreadAcross(AxisScale.LOG));
              board.axes(a -> a.measure(Measure.EVALUATIONS));
              board.axes(a -> a.spreadUp(theta, AxisScale.SYMLOG));
              board.axes(a -> a.smooth(theta, false));
              board.hover(variance, 900, Double.NaN);
            });
        Toolkit.pulses(FRAMES / 3);
        save(window, "work-race-" + theme);
        window.focus(window.find(Node.class, "chart-theta"));
        window.press(KeyCode.ENTER);
        Toolkit.pulses(FRAMES / 3);
        save(window, "work-one-" + theme);
      }
    }
    assertTrue(Files.exists(FOLDER.resolve("work-one-DARK.png")));
  }

  @Test
  void views_arePainted_inBothThemesAndThreeSizes() throws IOException {
    Files.createDirectories(FOLDER);
    views("small-light", 1280, 680, Theme.LIGHT, "squared-distance");
    views("laptop-dark", 1366, 768, Theme.DARK, "gaussian-steps");
    views("projector-light", 1920, 1080, Theme.LIGHT, "gaussian-distance");
    assertTrue(Files.exists(FOLDER.resolve("view-comparison-projector-light.png")));
  }

  /// What is shown of surrogates, of the terms of ĝ, and of bias and variance, with the samples
  /// made for it; wide windows are those of a projector, too.
  @Test
  void laboratory_isPainted() throws IOException {
    Files.createDirectories(FOLDER);
    Map<String, List<String>> shown =
        Map.of(
            "optimal-surrogate", List.of("surrogate", "maps"),
            "categorical", List.of("maps"),
            "precision", List.of("bias-variance"),
            "relax-balance", List.of("gradient"));
    double[][] sizes = {{1024, 768}, {1366, 768}, {1920, 1080}};
    for (var each : shown.entrySet()) {
      for (Theme theme : Theme.values()) {
        for (double[] size : sizes) {
          laboratory(each.getKey(), each.getValue(), theme, size[0], size[1]);
        }
      }
    }
    assertTrue(Files.exists(FOLDER.resolve("laboratory-optimal-surrogate-maps-DARK-1920.png")));
  }

  private static void laboratory(
      String sample, List<String> views, Theme theme, double width, double height)
      throws IOException {
    try (Window window = new Window(width, height, new NoChooser())) {
      Toolkit.runFx(
          () -> {
            window.controller().follow(theme == Theme.DARK);
            window.controller().desk().open(Path.of("samples", sample + ".toml"));
          });
      Toolkit.pulses(FRAMES);
      for (String view : views) {
        Toolkit.runFx(() -> window.model().looks().show(view));
        Toolkit.pulses(3 * FRAMES);
        String name = "laboratory-" + sample + "-" + view + "-" + theme + "-" + (int) width;
        save(window, name);
        if (width > 1366) {
          act(window, "projector");
          save(window, name + "-projector");
          act(window, "projector");
        }
      }
    }
  }

  private static void views(String name, double width, double height, Theme theme, String problem)
      throws IOException {
    try (Window window = new Window(width, height, new NoChooser())) {
      Toolkit.runFx(
          () -> {
            window.controller().follow(theme == Theme.DARK);
            window.model().chooseProblem(problem);
            window.controller().actions().get("restart").handler().run();
          });
      Toolkit.pulses(FRAMES);
      for (ViewEntry view : Views.catalogue().entries()) {
        Toolkit.runFx(() -> window.model().looks().show(view.key()));
        Toolkit.pulses(FRAMES / 2);
        save(window, "view-" + view.key() + "-" + name);
      }
    }
  }

  private static void save(Window window, String name) throws IOException {
    WritableImage image = Toolkit.onFx(() -> window.controller().scene().snapshot(null));
    BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
    ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
  }

  private record NoChooser() implements Chooser {
    @Override
    public Optional<Path> open(String kind, String ending) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String kind, String ending, String name) {
      return Optional.empty();
    }
  }
}
