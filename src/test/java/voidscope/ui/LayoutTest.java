package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.Toolkit;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.ui.model.ViewEntry;
import voidscope.ui.model.Views;

/// Nothing scrolls, is clipped or truncated, whatever the size and the estimator in focus.
final class LayoutTest {
  private static final double TOLERANCE = 1.5;

  @ParameterizedTest
  @CsvSource({"1024,768", "1093,614", "1280,680", "1366,768", "1920,1080"})
  void everything_isWithinItsParent_atThisSize(double width, double height) {
    try (Window window = new Window(width, height, new Window.Answers(Path.of("unset")))) {
      List<String> faults = new ArrayList<>();
      for (EstimatorEntry entry : Estimators.catalogue().entries()) {
        Toolkit.runFx(() -> window.model().looks().focus(entry.key()));
        Toolkit.pulses(2);
        Toolkit.runFx(() -> faults(window.controller().scene().getRoot(), entry.key(), faults));
      }
      for (ViewEntry view : Views.catalogue().entries()) {
        Toolkit.runFx(() -> window.model().looks().show(view.key()));
        Toolkit.pulses(30);
        Toolkit.runFx(() -> faults(window.controller().scene().getRoot(), view.key(), faults));
      }
      assertEquals(List.of(), faults);
    }
  }

  /// In projector mode nothing is cut either, and no text is smaller than a fiftieth of the height.
  @ParameterizedTest
  @CsvSource({"1024,768", "1093,614", "1366,768", "1920,1080"})
  void projectorMode_isLegible_atThisSize(double width, double height) {
    try (Window window = new Window(width, height, new Window.Answers(Path.of("unset")))) {
      act(window, "projector");
      List<String> faults = new ArrayList<>();
      double[] smallest = {Double.MAX_VALUE};
      for (ViewEntry view : Views.catalogue().entries()) {
        Toolkit.runFx(() -> window.model().looks().show(view.key()));
        Toolkit.pulses(20);
        Toolkit.runFx(() -> faults(window.controller().scene().getRoot(), view.key(), faults));
        double found = Toolkit.onFx(() -> smallest(window.controller().scene().getRoot()));
        smallest[0] = Math.min(smallest[0], found);
      }
      assertEquals(List.of(), faults);
      double high = Toolkit.onFx(() -> window.controller().scene().getHeight());
      assertTrue(smallest[0] >= high / 50 - 1e-3, smallest[0] + " of " + high);
      assertFalse(Toolkit.onFx(() -> window.controller().scene().lookup("#controls") != null));
    }
  }

  /// One draw that is taken apart is whole, and leaves room for the charts below it.
  @ParameterizedTest
  @CsvSource({
    "1024,768,false",
    "1280,680,false",
    "1093,614,false",
    "1920,1080,false",
    "1024,768,true",
    "1920,1080,true"
  })
  void slowDraw_isWhole_atThisSize(double width, double height, boolean projector) {
    try (Window window = new Window(width, height, new Window.Answers(Path.of("unset")))) {
      if (projector) {
        act(window, "projector");
      }
      List<String> faults = new ArrayList<>();
      double[] smallest = {Double.MAX_VALUE};
      for (String key : List.of("reinforce", "concrete", "rebar", "relax")) {
        Toolkit.runFx(() -> window.model().looks().focus(key));
        for (int stage = 0; stage < 7; stage++) {
          act(window, "draw");
        }
        Toolkit.until(() -> window.find(Region.class, "one-draw-formula").isVisible());
        Toolkit.pulses(10);
        Toolkit.runFx(() -> faults(window.controller().scene().getRoot(), key, faults));
        double found = Toolkit.onFx(() -> smallest(window.controller().scene().getRoot()));
        smallest[0] = Math.min(smallest[0], found);
        Region charts = window.find(Region.class, "charts");
        Region pane = window.find(Region.class, "one-draw");
        assertTrue(
            Toolkit.onFx(() -> charts.getHeight() > .8 * pane.getHeight()),
            () -> key + ": " + charts.getHeight() + " below " + pane.getHeight());
      }
      assertEquals(List.of(), faults);
      double high = Toolkit.onFx(() -> window.controller().scene().getHeight());
      assertTrue(!projector || smallest[0] >= high / 50 - 1e-3, smallest[0] + " of " + high);
    }
  }

  /// What is folded away is there at a key, whole.
  @ParameterizedTest
  @CsvSource({"1024,768", "1093,614"})
  void controls_areBroughtBack_whole(double width, double height) {
    try (Window window = new Window(width, height, new Window.Answers(Path.of("unset")))) {
      Toolkit.pulses(5);
      assertNull(Toolkit.onFx(() -> window.controller().scene().lookup("#controls")));
      act(window, "controls");
      List<String> faults = new ArrayList<>();
      for (ViewEntry view : Views.catalogue().entries()) {
        Toolkit.runFx(() -> window.model().looks().show(view.key()));
        Toolkit.pulses(10);
        Toolkit.runFx(() -> faults(window.controller().scene().getRoot(), view.key(), faults));
      }
      assertEquals(List.of(), faults);
      act(window, "controls");
      assertNull(Toolkit.onFx(() -> window.controller().scene().lookup("#controls")));
    }
  }

  /// The comparison is there, with as many columns as there is room for, when it is first shown
  /// where all of them have none.
  @ParameterizedTest
  @CsvSource({"1024,768", "1093,614", "1366,768", "1920,1080"})
  void comparison_isThere_inProjectorMode(double width, double height) {
    try (Window window = new Window(width, height, new Window.Answers(Path.of("none.toml")))) {
      act(window, "projector");
      Toolkit.runFx(() -> window.model().looks().show("comparison"));
      Toolkit.pulses(12);
      Region row = window.find(Region.class, "compare-relax");
      Region table = window.find(Region.class, "comparison");
      double share = Toolkit.onFx(() -> row.getWidth() / table.getWidth());
      assertTrue(share > .9 && share <= 1, share + " of the width");
      double high = Toolkit.onFx(row::getHeight);
      assertTrue(high > 10, high + " high");
    }
  }

  private static void act(Window window, String action) {
    Toolkit.runFx(() -> window.controller().actions().get(action).handler().run());
    Toolkit.pulses(5);
  }

  /// The size of the smallest text below a node that is shown, in pixels of the scene.
  private static double smallest(Parent parent) {
    double smallest = Double.MAX_VALUE;
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node.isVisible() && node instanceof Text text && !text.getText().isBlank()) {
        double scale = text.getLocalToSceneTransform().getMxx();
        smallest = Math.min(smallest, text.getFont().getSize() * scale);
      } else if (node.isVisible() && node instanceof Parent below) {
        smallest = Math.min(smallest, smallest(below));
      }
    }
    return smallest;
  }

  @Test
  void estimators_areInSight_inTheSmallestWindow() {
    try (Window window = new Window(1280, 680, new Window.Answers(Path.of("unset")))) {
      Toolkit.pulses(30);
      Parent list = window.find(Parent.class, "part-exact").getParent().getParent();
      assertTrue(Toolkit.onFx(list::isVisible));
    }
  }

  @Test
  void help_fits_inTheSmallestWindow() {
    try (Window window = new Window(1280, 680, new Window.Answers(Path.of("unset")))) {
      Toolkit.runFx(() -> window.controller().actions().get("help").handler().run());
      Toolkit.pulses(2);
      List<String> faults = new ArrayList<>();
      Toolkit.runFx(() -> faults(window.controller().scene().getRoot(), "help", faults));
      assertEquals(List.of(), faults);
    }
  }

  private static void faults(Parent parent, String when, List<String> faults) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible()) {
        continue;
      }
      String name =
          when + ": " + parent.getStyleClass() + " > " + node.getId() + node.getStyleClass();
      if (node instanceof ScrollPane pane) {
        double taller =
            pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        if (taller > TOLERANCE) {
          faults.add(name + " scrolls by " + taller);
        }
      }
      Bounds outer = parent.getLayoutBounds();
      Bounds inner = node.localToParent(node.getLayoutBounds());
      if (node.isManaged()
          && !(parent instanceof Control)
          && !(parent instanceof javafx.scene.Group)
          && (inner.getMaxX() > outer.getMaxX() + TOLERANCE
              || inner.getMaxY() > outer.getMaxY() + TOLERANCE
              || inner.getMinX() < outer.getMinX() - TOLERANCE
              || inner.getMinY() < outer.getMinY() - TOLERANCE)) {
        faults.add(name + " leaves its parent: " + inner + " in " + outer);
      }
      if (node instanceof Labeled labeled && truncated(labeled)) {
        faults.add(name + " is truncated: " + labeled.getText());
      }
      if (node instanceof Parent below && !(node instanceof javafx.scene.control.ComboBox<?>)) {
        faults(below, when, faults);
      }
    }
  }

  private static boolean truncated(Labeled labeled) {
    return labeled.lookupAll(".text").stream()
        .anyMatch(
            node ->
                node instanceof Text text
                    && labeled.equals(text.getParent())
                    && !text.getText().equals(labeled.getText()));
  }
}
