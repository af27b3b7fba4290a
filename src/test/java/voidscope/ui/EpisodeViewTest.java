package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.chart.draw.Scenes;
import voidscope.chart.live.ScenesPane;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.ui.model.EpisodeReplay;
import voidscope.ui.model.Views;

/// The view of episodes as a user meets it: through its scene graph, on a real run.
@SuppressWarnings("NullAway.Init")
final class EpisodeViewTest {
  @TempDir private Path folder;
  private Window window;

  @BeforeEach
  void open() {
    window = new Window();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open(String problem, String... estimators) throws IOException {
    Scenario scenario =
        EpisodeScenarios.of(problem, estimators)
            .with(Scenario.RUN, "replicates", 1)
            .with(Scenario.RUN, "steps", 1_000_000)
            .with(Scenario.RUN, "measure-samples", 0);
    Path file = folder.resolve(problem + ".toml");
    Files.writeString(file, ScenarioFile.format(scenario));
    Toolkit.runFx(() -> window.controller().desk().open(file));
    learns(problem);
  }

  private @Nullable Snapshot newest() {
    return Toolkit.onFx(() -> Optional.ofNullable(window.model().follower().current()))
        .orElse(null);
  }

  private Snapshot snapshot() {
    Snapshot snapshot = newest();
    assertNotNull(snapshot);
    return snapshot;
  }

  private void await(Predicate<Snapshot> condition) {
    Toolkit.until(
        () -> {
          Snapshot snapshot = newest();
          return snapshot != null && condition.test(snapshot);
        });
  }

  private void learns(String problem) {
    await(snapshot -> snapshot.scenario().problem().key().equals(problem));
  }

  private String view() {
    return Toolkit.onFx(() -> window.model().looks().view().key());
  }

  private boolean visible(String id) {
    return Toolkit.onFx(() -> window.find(Node.class, id).isVisible());
  }

  private EpisodeReplay replay() {
    return window.model().episodes();
  }

  private double time() {
    return Toolkit.onFx(() -> replay().time());
  }

  private void episodes(int count) {
    Toolkit.until(() -> Toolkit.onFx(() -> replay().scenes().shown().size()) == count);
  }

  /// Waits until the screen shows what the replay is at.
  private Scenes painted() {
    ScenesPane screen = window.find(ScenesPane.class, "episodes-screen");
    Toolkit.until(() -> Toolkit.onFx(() -> replay().scenes().equals(screen.onScreen())));
    return Toolkit.onFx(() -> replay().scenes());
  }

  private void mouse(EventType<MouseEvent> type, double x, double y) {
    ScenesPane screen = window.find(ScenesPane.class, "episodes-screen");
    Toolkit.runFx(
        () -> {
          Point2D at = screen.localToScene(x, y);
          Event.fireEvent(screen, Mouse.event(type, at.getX(), at.getY(), true));
        });
    Toolkit.pulses(2);
  }

  @Test
  void view_isThere_forEpisodesAlone() throws IOException {
    assertFalse(visible("view-rl"));
    window.press(KeyCode.DIGIT6);
    assertEquals("trajectories", view());
    open("cartpole", "reinforce", "relax");
    assertEquals(Views.EPISODES, view());
    assertTrue(visible("view-rl"));
    assertTrue(visible("episodes"));
    window.press(KeyCode.DIGIT1);
    assertEquals("trajectories", view());
    assertFalse(visible("episodes"));
    window.press(KeyCode.DIGIT6);
    assertEquals(Views.EPISODES, view());
    Path toy = Path.of("samples", "t-45.toml");
    Toolkit.runFx(() -> window.controller().desk().open(toy));
    learns("squared-distance");
    assertEquals("trajectories", view());
    assertFalse(visible("view-rl"));
    open("mdp", "reinforce");
    assertEquals(Views.EPISODES, view());
  }

  /// Training rests, and the replay goes on; the replay rests, and training goes on.
  @Test
  void replay_andTraining_doNotWaitForEachOther() throws IOException {
    open("cartpole", "reinforce", "relax");
    episodes(2);
    Button play = window.find(Button.class, "episodes-play");
    Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
    await(snapshot -> snapshot.state() == Snapshot.State.PAUSED);
    long step = snapshot().step();
    double before = time();
    Toolkit.until(() -> time() != before);
    assertEquals(step, snapshot().step());
    Toolkit.runFx(play::fire);
    double rests = time();
    Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
    await(snapshot -> snapshot.step() > step + 2);
    assertEquals(rests, time());
    assertTrue(window.find(Label.class, "episodes-caption").getText().endsWith(" s"));
  }

  /// A place of any strip is a moment of all scenes.
  @Test
  void scrubbing_movesAllScenes() throws IOException {
    open("cartpole", "reinforce", "nvil", "relax");
    episodes(3);
    Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
    await(snapshot -> snapshot.state() == Snapshot.State.PAUSED);
    Toolkit.pulses(3);
    ScenesPane screen = window.find(ScenesPane.class, "episodes-screen");
    double width = Toolkit.onFx(screen::getWidth);
    double height = Toolkit.onFx(screen::getHeight);
    mouse(MouseEvent.MOUSE_PRESSED, width / 2, height * .8);
    assertFalse(Toolkit.onFx(() -> replay().playing()));
    double pressed = time();
    double longest = Toolkit.onFx(() -> replay().scenes().seconds());
    assertTrue(pressed > .3 * longest && pressed < .7 * longest, pressed + " of " + longest);
    Scenes painted = painted();
    assertEquals(pressed, painted.time());
    assertEquals(3, painted.shown().size());
    mouse(MouseEvent.MOUSE_DRAGGED, width, height * .2);
    assertEquals(longest, time(), 1e-9);
    mouse(MouseEvent.MOUSE_DRAGGED, 0, height * .8);
    assertEquals(0, time());
    double[] starts =
        painted().shown().stream().mapToDouble(each -> each.episode().pose()[0][0]).toArray();
    assertEquals(starts[0], starts[1], "the same start");
    assertEquals(starts[0], starts[2], "the same start");
  }

  /// The arrows go step by step, Space plays; neither takes a step of training nor halts it.
  @Test
  void keys_areTheReplays_whileTheScenesHaveTheFocus() throws IOException {
    open("cartpole", "reinforce");
    episodes(1);
    window.focus(window.find(Node.class, "episodes-screen"));
    window.press(KeyCode.HOME);
    assertEquals(0, time());
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    assertEquals(.04, time(), 1e-9);
    window.press(KeyCode.LEFT);
    assertEquals(.02, time(), 1e-9);
    window.press(KeyCode.UP);
    assertEquals("×2", window.find(Label.class, "episodes-pace").getText());
    window.press(KeyCode.SPACE);
    assertTrue(Toolkit.onFx(() -> replay().playing()));
    assertEquals(Snapshot.State.RUNNING, snapshot().state());
    ToggleButton first = window.find(ToggleButton.class, "episodes-first");
    Toolkit.runFx(first::fire);
    Toolkit.until(
        () ->
            Toolkit.onFx(
                () ->
                    replay().scenes().shown().stream()
                        .map(each -> each.episode().number())
                        .toList()
                        .equals(List.of(1L))));
    assertTrue(Toolkit.onFx(first::isSelected));
  }
}
