package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import voidscope.Toolkit;
import voidscope.chart.look.Eyesight;
import voidscope.ui.model.Message;
import voidscope.ui.model.ViewEntry;
import voidscope.ui.model.Views;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Theme;

/// Every text of the window stands out 4.5 to 1 from what is really behind it, in every view of
/// both themes, and 7 to 1 in projector mode. Disabled controls are left out, as WCAG does.
final class ContrastTest {
  private static final double LEAST = 4.5;
  private static final double PROJECTED = 7;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyText_standsOutFromItsGround(Theme theme) {
    check(theme, false, LEAST, 300);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyText_standsOut_inProjectorMode(Theme theme) {
    check(theme, true, PROJECTED, 150);
  }

  private static void check(Theme theme, boolean projected, double least, int texts) {
    try (Window window = new Window(1366, 768, new Window.Answers(Path.of("unset")))) {
      Toolkit.runFx(() -> window.controller().follow(theme == Theme.DARK));
      if (projected) {
        Toolkit.runFx(() -> window.controller().actions().get("projector").handler().run());
      }
      List<String> faults = new ArrayList<>();
      int[] count = new int[1];
      for (ViewEntry view : Views.catalogue().entries()) {
        Toolkit.runFx(() -> window.model().looks().show(view.key()));
        Toolkit.pulses(5);
        look(window, view.key(), least, faults, count);
      }
      Toolkit.runFx(() -> window.model().looks().focus("relax"));
      for (int stage = 0; stage < 7; stage++) {
        Toolkit.runFx(() -> window.controller().actions().get("draw").handler().run());
        Toolkit.pulses(5);
        look(window, "one draw", least, faults, count);
      }
      Toolkit.runFx(
          () -> {
            window.model().chooseProblem("random-quadratic");
            window.controller().actions().get(Actions.HELP).handler().run();
            window.model().message().set(Message.failure("What", "why, and what to do"));
          });
      Toolkit.pulses(5);
      look(window, "help", least, faults, count);
      assertEquals(List.of(), faults);
      assertTrue(count[0] > texts, count[0] + " texts");
    }
  }

  private static void look(
      Window window, String when, double least, List<String> faults, int[] count) {
    Toolkit.runFx(
        () ->
            texts(window.controller().scene().getRoot(), Color.WHITE, when, least, faults, count));
  }

  private static void texts(
      Parent parent, Color behind, String when, double least, List<String> faults, int[] count) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (!node.isVisible() || node.isDisabled()) {
        continue;
      }
      if (node instanceof Text text && !text.getText().isBlank()) {
        count[0]++;
        if (text.getFill() instanceof Color fill) {
          double contrast = Eyesight.contrast(argb(over(fill, behind)), argb(behind));
          if (contrast < least) {
            faults.add(
                "%s: “%s” in %s > %s %.2f, %s on %s"
                    .formatted(
                        when,
                        text.getText(),
                        parent.getParent().getStyleClass(),
                        parent.getStyleClass(),
                        contrast,
                        fill,
                        behind));
          }
        }
      }
      if (node instanceof Parent below) {
        texts(below, ground(below, behind), when, least, faults, count);
      }
    }
  }

  private static Color ground(Parent node, Color behind) {
    Color ground = behind;
    if (node instanceof Region region && region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        if (fill.getFill() instanceof Color colour) {
          ground = over(colour, ground);
        }
      }
    }
    return ground;
  }

  private static Color over(Color colour, Color ground) {
    return ground.interpolate(
        Color.color(colour.getRed(), colour.getGreen(), colour.getBlue()), colour.getOpacity());
  }

  private static int argb(Color colour) {
    return 0xFF000000
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }
}
