package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.Toolkit;
import voidscope.experiment.record.Snapshot;

/// A window worked by the keyboard alone, with keys as a keyboard sends them.
class KeyboardTest {
  private static final int MOST = 200;

  private static void tap(KeyCode code, boolean shift) {
    Toolkit.runFx(
        () -> {
          Robot robot = new Robot();
          if (shift) {
            robot.keyPress(KeyCode.SHIFT);
          }
          robot.keyType(code);
          if (shift) {
            robot.keyRelease(KeyCode.SHIFT);
          }
        });
    Toolkit.pulses(2);
  }

  private static Node focused(Window window) {
    return Toolkit.onFx(
        () ->
            Objects.requireNonNull(
                window.controller().scene().getFocusOwner(), "nothing has the focus"));
  }

  /// Everything that can be reached, in no order.
  private static void reachable(Parent parent, Set<Node> found) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isVisible() && !child.isDisabled()) {
        if (child.isFocusTraversable()) {
          found.add(child);
        }
        if (child instanceof Parent inner) {
          reachable(inner, found);
        }
      }
    }
  }

  private static String name(Node node) {
    return node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass();
  }

  /// Where the focus goes until it comes back, everything in sight while it has it.
  private static List<Node> walk(Window window, boolean backwards) {
    List<Node> order = new ArrayList<>();
    Node first = focused(window);
    Node at = first;
    do {
      order.add(at);
      assertTrue(order.size() < MOST, "it never comes back");
      Node shown = at;
      Toolkit.runFx(
          () -> {
            Point2D middle = shown.localToScene(centre(shown.getLayoutBounds()));
            for (Node over = shown; over != null; over = over.getParent()) {
              Node clip = over.getClip() == null ? over : over.getClip();
              boolean clips = over.getClip() != null || over.getParent() == null;
              assertTrue(
                  !clips || clip.contains(over.sceneToLocal(middle)),
                  name(shown) + " is out of sight at " + middle);
            }
          });
      tap(KeyCode.TAB, backwards);
      at = focused(window);
    } while (!at.equals(first));
    return order;
  }

  private static Point2D centre(Bounds bounds) {
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static boolean opened(Window window, String sample) {
    Snapshot newest = window.model().follower().newest();
    return newest != null
        && newest.step() > 0
        && focused(window).getStyleClass().contains("chart-card")
        && newest.scenario().problem().key().startsWith("vae") == sample.startsWith("vae");
  }

  /// Tab goes to everything once and comes back, Shift + Tab goes the same way backwards, and what
  /// has the focus is in sight.
  @ParameterizedTest
  @CsvSource({
    "2,t-45,1366,768",
    "3,t-45,1024,768",
    "1,t-45,1093,614",
    "4,vae-linear,1366,768",
    "D,t-45,1024,768"
  })
  void tab_reachesEverythingOnce(String view, String sample, double width, double height) {
    try (Window window =
        new Window(width, height, new Window.Answers(Path.of("samples", sample + ".toml")))) {
      Scene scene = window.controller().scene();
      Toolkit.runFx(() -> window.controller().actions().get("open").handler().run());
      Toolkit.until(() -> Toolkit.onFx(() -> opened(window, sample)));
      tap(KeyCode.SPACE, false);
      tap(KeyCode.valueOf(view.equals("D") ? view : "DIGIT" + view), false);
      Toolkit.pulses(6);
      Set<Node> all = Collections.newSetFromMap(new IdentityHashMap<>());
      Toolkit.runFx(() -> reachable(scene.getRoot(), all));
      List<Node> order = walk(window, false);
      all.removeAll(order);
      assertEquals(List.of(), all.stream().map(KeyboardTest::name).toList(), "never reached");
      List<Node> back = walk(window, true);
      assertEquals(order.getFirst(), back.getFirst());
      assertEquals(order.subList(1, order.size()).reversed(), back.subList(1, back.size()));
    }
  }
}
