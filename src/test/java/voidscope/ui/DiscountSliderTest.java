package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.PolicyFloor;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.problem.RowVariance;

/// γ of the floor as a user moves it: through the scene graph, on a real run.
@SuppressWarnings("NullAway.Init")
final class DiscountSliderTest {
  private static final String FLOOR = "policy-floor";

  @TempDir private Path folder;
  private Window window;

  @BeforeEach
  void open() throws IOException {
    window = new Window(1366, 900, new Window.Answers(folder));
    Scenario scenario =
        EpisodeScenarios.of("mdp", "reinforce", "a2c")
            .with(Scenario.PROBLEM, "discount", .99)
            .with(Scenario.RUN, "replicates", 1)
            .with(Scenario.RUN, "steps", 40)
            .with(Scenario.RUN, "measure-samples", 0);
    open("mdp.toml", ScenarioFile.format(scenario));
    window.press(KeyCode.DIGIT9);
    measured();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Toolkit.runFx(() -> window.controller().desk().open(file));
    Toolkit.until(
        () -> Toolkit.onFx(() -> window.model().origin().name()).equals(name.split("\\.", 2)[0]));
  }

  private Slider slider() {
    return window.find(Slider.class, "floor-discount-slider");
  }

  private String typed() {
    return Toolkit.onFx(() -> window.find(TextField.class, "floor-discount-field").getText());
  }

  private @Nullable Double chosen() {
    return Toolkit.onFx(() -> Optional.ofNullable(window.model().looks().outlook().discount()))
        .orElse(null);
  }

  private @Nullable Figure figure() {
    return Toolkit.onFx(
            () ->
                window.controller().board().cards().stream()
                    .filter(card -> card.entry().key().equals(FLOOR))
                    .map(card -> Optional.ofNullable(card.onScreen()))
                    .findFirst()
                    .flatMap(figure -> figure))
        .orElse(null);
  }

  /// Waits until the run has ended and the floor of its last policies is on the screen.
  private void measured() {
    Toolkit.until(
        () -> {
          Snapshot snapshot = snapshot();
          return snapshot != null
              && snapshot.step() == 40
              && !snapshot.refines()
              && Toolkit.onFx(() -> !slider().isDisabled());
        });
    shows("γ = .99");
  }

  private @Nullable Snapshot snapshot() {
    return Toolkit.onFx(() -> Optional.ofNullable(window.model().follower().current()))
        .orElse(null);
  }

  private void shows(String words) {
    Toolkit.until(
        () -> {
          Figure figure = figure();
          return figure != null && figure.title().endsWith(words);
        });
  }

  private RowVariance parts(double gamma) {
    return Objects.requireNonNull(snapshot()).tracks().stream()
        .filter(track -> track.id().equals("a2c"))
        .map(track -> Objects.requireNonNull(track.exhibit(PolicyFloor.class)))
        .findFirst()
        .orElseThrow()
        .at(gamma);
  }

  private void mouse(EventType<MouseEvent> type, Node node, Point2D at) {
    Toolkit.runFx(() -> Event.fireEvent(node, Mouse.event(type, at.getX(), at.getY(), true)));
    Toolkit.pulses(3);
  }

  private static Point2D middle(Node node) {
    return Toolkit.onFx(
        () -> {
          Bounds box = node.localToScene(node.getBoundsInLocal());
          return new Point2D(box.getCenterX(), box.getCenterY());
        });
  }

  /// Drags the thumb by a share of its way.
  private void drag(double share) {
    Node thumb = Toolkit.onFx(() -> slider().lookup(".thumb"));
    Point2D start = middle(thumb);
    double way = Toolkit.onFx(() -> slider().getWidth() - thumb.getBoundsInLocal().getWidth());
    mouse(MouseEvent.MOUSE_PRESSED, thumb, start);
    for (int i = 1; i <= 8; i++) {
      mouse(MouseEvent.MOUSE_DRAGGED, thumb, start.add(share * way * i / 8, 0));
    }
    mouse(MouseEvent.MOUSE_RELEASED, thumb, start.add(share * way, 0));
  }

  /// A drag shows the bars of other discounts that are measured already, and is one step to be
  /// taken back; the run goes on as it was set.
  @Test
  void drag_showsTheBarsOfThatDiscount_andIsOneStep() {
    assertNull(chosen());
    Scenario before = Toolkit.onFx(() -> window.model().wanted());
    Snapshot same = snapshot();
    drag(-.5);
    double gamma = Objects.requireNonNull(chosen());
    assertTrue(gamma > .7 && gamma < .8, () -> "γ " + gamma);
    shows("(the run's: .99)");
    RowVariance parts = parts(gamma);
    assertEquals(gamma, parts.discount());
    assertEquals(parts.later().value(), Objects.requireNonNull(figure()).lines().getFirst().y()[0]);
    assertEquals(parts.bare().value(), Objects.requireNonNull(figure()).lines().get(3).y()[2]);
    assertEquals(Double.toString(gamma), typed());
    assertEquals(before, Toolkit.onFx(() -> window.model().wanted()));
    assertEquals(same, snapshot());
    Button undo = window.find(Button.class, "action-undo");
    Toolkit.runFx(undo::fire);
    shows("γ = .99");
    assertNull(chosen());
    assertEquals("0.99", typed());
  }

  /// The run's γ is a stop of its own between .98 and 1, for keys as well; a number that is typed
  /// goes to the nearest stop, and what is none is put back.
  @Test
  void stops_areWhereItIsMeasured() {
    window.focus(slider());
    window.press(KeyCode.LEFT);
    assertEquals(.98, chosen());
    shows("γ = .98 (the run's: .99)");
    assertTrue(Toolkit.onFx(() -> slider().getAccessibleText()).startsWith("γ of the floor 0.98"));
    window.press(KeyCode.RIGHT);
    assertNull(chosen());
    window.press(KeyCode.RIGHT);
    assertEquals(1.0, chosen());
    window.press(KeyCode.RIGHT);
    assertEquals(1.0, chosen());
    type("0.2");
    assertEquals(.5, chosen());
    type("0.873");
    assertEquals(.88, chosen());
    assertEquals("0.88", typed());
    type("half");
    assertEquals(.88, chosen());
    assertEquals("0.88", typed());
    type("0.991");
    assertNull(chosen());
  }

  private void type(String text) {
    TextField field = window.find(TextField.class, "floor-discount-field");
    Toolkit.runFx(
        () -> {
          field.setText(text);
          field.fireEvent(new ActionEvent());
        });
  }

  /// A figure carries its γ, and brings it back; one that is out of range comes back as the nearest
  /// that is measured.
  @Test
  void figure_bringsItsDiscountBack() throws IOException {
    type("0.8");
    shows("γ = .8 (the run's: .99)");
    Path made = export();
    String text = Files.readString(made.resolveSibling(FLOOR + ".toml"));
    assertTrue(text.contains("; floor-discount = 0.8"), text);
    assertTrue(Files.readString(made).contains("γ = .8 (the run's: .99)"));
    type("0.99");
    shows("γ = .99");
    open("again.toml", text);
    shows("γ = .8 (the run's: .99)");
    assertEquals("0.8", typed());
    open("low.toml", text.replace("floor-discount = 0.8", "floor-discount = -3"));
    shows("γ = .5 (the run's: .99)");
    assertEquals("0.5", typed());
    open("none.toml", text.replace("floor-discount = 0.8", "floor-discount = much"));
    shows("γ = .99");
  }

  /// Exports the chart as a user does, and gives its SVG.
  private Path export() throws IOException {
    Path to = Files.createDirectory(folder.resolve("figures"));
    Node card = window.find(Node.class, "chart-" + FLOOR);
    Toolkit.runFx(
        () -> {
          card.requestFocus();
          Event.fireEvent(
              card,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, true, true, false, false));
        });
    Toolkit.runFx(
        () -> {
          Scene dialog = Objects.requireNonNull(window.controller().exports().stage()).getScene();
          ((TextField) dialog.lookup("#export-folder")).setText(to.toString());
          ((Button) dialog.lookup("#export-go")).fire();
        });
    Path made = to.resolve(FLOOR + ".svg");
    Toolkit.until(() -> Files.exists(made) && Files.exists(to.resolve(FLOOR + ".toml")));
    return made;
  }

  /// The strip is there with its charts alone.
  @Test
  void strip_isThere_withItsCharts() {
    Node strip = window.find(Node.class, "floor-discount");
    assertTrue(Toolkit.onFx(strip::isVisible));
    window.focus(window.find(Node.class, "chart-" + FLOOR));
    window.press(KeyCode.ENTER);
    Toolkit.pulses(4);
    assertTrue(Toolkit.onFx(strip::isVisible));
    window.press(KeyCode.ENTER);
    window.focus(window.find(Node.class, "chart-policy-map"));
    window.press(KeyCode.ENTER);
    Toolkit.pulses(4);
    assertFalse(Toolkit.onFx(strip::isVisible));
    window.press(KeyCode.ENTER);
    Toolkit.pulses(4);
    assertTrue(Toolkit.onFx(strip::isVisible));
    window.press(KeyCode.DIGIT6);
    assertFalse(Toolkit.onFx(strip::isVisible));
  }
}
