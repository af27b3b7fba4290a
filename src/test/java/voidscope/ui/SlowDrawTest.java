package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.text.TypedNumber;

/// One draw that is shown slowly, in the window.
final class SlowDrawTest {
  private final Window window = new Window(1024, 768, new Window.Answers(Path.of("unset")));

  @AfterEach
  void close() {
    window.close();
  }

  private void open(String focus) {
    Toolkit.runFx(() -> window.model().looks().focus(focus));
    window.press(KeyCode.D);
    Toolkit.until(() -> !seen("one-draw-numbers").isEmpty());
  }

  private void pause() {
    Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
    Toolkit.until(
        () -> {
          Snapshot snapshot = Toolkit.onFx(() -> window.model().follower().current());
          return snapshot != null && snapshot.state() == Snapshot.State.PAUSED;
        });
  }

  private long step() {
    return Toolkit.onFx(() -> Objects.requireNonNull(window.model().follower().current()).step());
  }

  /// The numbers that are seen below a node.
  private List<String> seen(String id) {
    return Toolkit.onFx(
        () ->
            window.find(Parent.class, id).lookupAll(".one-draw-value").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty())
                .toList());
  }

  private String whose() {
    return Toolkit.onFx(
        () ->
            ((Labeled) window.find(Parent.class, "one-draw").lookup(".one-draw-whose")).getText());
  }

  private String lack() {
    return Toolkit.onFx(
        () ->
            window.find(Parent.class, "one-draw").lookupAll(".muted").stream()
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElse(""));
  }

  private static double number(String text) {
    return TypedNumber.parse(text.replace("+", "").replace(" =", "")).orElseThrow();
  }

  /// D shows stage after stage, at its place, until all of the formula has its numbers, which add
  /// up; then it is another draw.
  @Test
  void d_showsStageAfterStage_untilTheNumbersMakeUpTheEstimate() {
    open("relax");
    assertEquals("gradient", window.model().looks().view().key());
    assertEquals(List.of(Charts.TERMS, Charts.BALANCE), charts());
    assertFalse(window.controller().scene().lookup(".formula-bar").isVisible());
    pause();
    List<Integer> numbers = List.of(1, 3, 5, 8, 9, 9, 9);
    List<Integer> places = List.of(0, 0, 0, 2, 3, 7, 8);
    for (int stage = 0; stage < numbers.size(); stage++) {
      assertEquals(numbers.get(stage), seen("one-draw-numbers").size(), "stage " + stage);
      assertEquals(places.get(stage), seen("one-draw-formula").size(), "stage " + stage);
      if (stage + 1 < numbers.size()) {
        window.press(KeyCode.D);
      }
    }
    // Piece by piece: ĝ; f and its term; c and its term; the score; the path's two terms.
    List<Double> all = seen("one-draw-formula").stream().map(SlowDrawTest::number).toList();
    double estimate = all.get(0);
    double f = all.get(1);
    double c = all.get(3);
    double s = all.get(5);
    double rounding = 5e-4 * (2 * (Math.abs(f) + Math.abs(c)) * Math.abs(s));
    for (double term : List.of(estimate, all.get(6), all.get(7))) {
      rounding += 5e-4 * Math.abs(term);
    }
    assertEquals(estimate, (f - c) * s + all.get(6) + all.get(7), rounding);
    assertEquals(estimate, all.get(2) + all.get(4) + all.get(6) + all.get(7), rounding);
    assertTrue(whose().contains("draw 1"), whose());
    window.press(KeyCode.D);
    Toolkit.until(() -> whose().contains("draw 2"));
    assertEquals(1, seen("one-draw-numbers").size());
  }

  /// While it has the keys Space and the arrows are its own and the run stays where it is; Esc
  /// gives all back.
  @Test
  void ownKeys_leaveTheRunAlone() {
    open("rebar");
    pause();
    long step = step();
    assertTrue(window.find(Region.class, "one-draw").isFocused());
    window.press(KeyCode.SPACE);
    assertEquals(3, seen("one-draw-numbers").size());
    window.press(KeyCode.RIGHT);
    assertEquals(5, seen("one-draw-numbers").size());
    window.press(KeyCode.LEFT);
    assertEquals(3, seen("one-draw-numbers").size());
    Toolkit.pulses(5);
    assertEquals(step, step());
    window.press(KeyCode.ESCAPE);
    assertFalse(window.find(Region.class, "one-draw").isVisible());
    assertTrue(window.controller().scene().lookup(".formula-bar").isVisible());
    assertEquals(4, window.controller().board().visible().size());
    window.press(KeyCode.RIGHT);
    Toolkit.until(() -> step() == step + 1);
  }

  @Test
  void newDraw_isAnotherNoise_andTheSameAgainForTheSameNumber() {
    open("relax");
    pause();
    List<String> first = seen("one-draw-numbers");
    window.press(KeyCode.D, true);
    Toolkit.until(() -> whose().contains("draw 2"));
    List<String> second = seen("one-draw-numbers");
    assertNotEquals(first, second);
    Toolkit.runFx(() -> window.find(Button.class, "one-draw-renew").fire());
    Toolkit.until(() -> whose().contains("draw 3"));
    assertEquals(1, seen("one-draw-numbers").size());
    Toolkit.runFx(() -> window.model().looks().focus("rebar"));
    Toolkit.until(() -> whose().startsWith("REBAR, draw 3"));
    List<String> other = seen("one-draw-numbers");
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.until(() -> whose().startsWith("RELAX, draw 3"));
    assertEquals(other, seen("one-draw-numbers")); // u is the same for all
  }

  @Test
  void coordinates_areShownOneAfterTheOther() {
    Toolkit.runFx(() -> window.model().chooseProblem("random-quadratic"));
    window.press(KeyCode.R);
    open("relax");
    Toolkit.until(() -> whose().contains("θ₁, latent 1 of "));
    assertTrue(window.find(Button.class, "one-draw-turn").isVisible());
    window.press(KeyCode.DOWN);
    Toolkit.until(() -> whose().contains("θ₂, latent 2 of "));
    window.press(KeyCode.UP);
    window.press(KeyCode.UP);
    Toolkit.until(() -> whose().matches(".*latent (\\d+) of \\1")); // the last, round the corner
  }

  @Test
  void whoHasNoDraw_saysWhy() {
    Toolkit.runFx(() -> window.model().looks().focus("exact"));
    window.press(KeyCode.D);
    Toolkit.until(() -> lack().equals("Exact draws nothing."));
    assertTrue(seen("one-draw-numbers").isEmpty() || !visible("one-draw-numbers"));
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.until(() -> lack().isEmpty() && visible("one-draw-numbers"));
  }

  /// A problem that has no single draw to be shown says so, and leaves no empty pane.
  @Test
  void episode_saysWhyItHasNoDraw() {
    Toolkit.runFx(() -> window.model().chooseProblem("cartpole"));
    window.press(KeyCode.R);
    Toolkit.runFx(() -> window.model().looks().focus("reinforce"));
    window.press(KeyCode.D);
    Toolkit.until(() -> lack().startsWith("In an episode one ĝ sums over many draws"));
    assertFalse(visible("one-draw-numbers"));
  }

  /// The charts below are of what is taken apart: where ĝ has one term only, of ĝ.
  @Test
  void charts_areOfTheTerms_whereThereAreAny() {
    open("reinforce");
    assertEquals(List.of(Charts.GRADIENT, Charts.VARIANCE), charts());
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.pulses(2);
    assertEquals(List.of(Charts.TERMS, Charts.BALANCE), charts());
  }

  private List<String> charts() {
    return Toolkit.onFx(
        () ->
            window.controller().board().visible().stream()
                .map(card -> card.entry().key())
                .toList());
  }

  private boolean visible(String id) {
    return window.find(Region.class, id).isVisible();
  }

  /// Pointing at a piece, or at what stands below it, lights it with its term.
  @Test
  void piece_lightsUp_whereItIsPointedAt() {
    open("relax");
    Toolkit.runFx(() -> window.controller().board().point(Charts.term(3)));
    List<Node> pieces =
        List.copyOf(window.find(Parent.class, "one-draw-formula").lookupAll(".formula-piece"));
    assertEquals(
        List.of(" − ∂c(z̃)/∂θ"),
        pieces.stream()
            .filter(
                node ->
                    node.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("lit")))
            .map(node -> ((Label) node).getText())
            .toList());
    assertFalse(window.find(HBox.class, "formula").getParent().isVisible());
  }
}
