package voidscope.ui;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Magnifier;
import voidscope.ui.widget.Styles;
import voidscope.ui.widget.Theme;

/// How the window uses its screen: how large everything is, whether the controls stand beside the
/// charts, full screen, and the projector mode, in which charts and formula have all of the place.
/// For the window's thread.
///
/// In projector mode the window is laid out on [#PROJECTED] lines whatever its height is, so that
/// the smallest text, a fiftieth of them, is a fiftieth of the height.
final class ScreenModes {
  /// Height of the layout in projector mode.
  static final double PROJECTED = 600;

  /// The controls stand beside the charts where the layout is at least so wide and so high.
  static final double ROOMY_WIDTH = 1240;

  private static final double ROOMY_HEIGHT = 630;

  /// Below it the tabs stand closer, and where the program's name would be.
  static final double SNUG_WIDTH = 1500;

  /// Below it a tab shows its name only while its view is on the screen.
  private static final double NARROW_WIDTH = 1300;

  /// Below it the title bar and the transport bar have no place for everything.
  static final double SLIM_WIDTH = 1150;

  /// Below it they have place for what is needed only.
  static final double TINY_WIDTH = 860;

  /// How the style sheet of what does not stand in the window begins.
  static final String DATA = "data:text/css,";

  private static final double LARGEST = 2;
  private static final double STEP = 1.1;

  /// Smallest widths of lines that can be told from the last row, in pixels of the screen.
  private static final double PROJECTED_LINE = 4;

  private final Magnifier magnifier;
  private final BorderPane window;
  private final Node controls;
  private final Runnable changed;
  private final Map<Node, Double> yielding = new LinkedHashMap<>();
  private boolean projector;
  private double zoom = 1;
  private boolean shownWide = true;
  private boolean shownNarrow;
  private boolean shownProjected;

  /// @param root what is shown larger or smaller
  /// @param window whose left is the controls' place
  /// @param changed called when charts are to be drawn otherwise
  ScreenModes(Region root, BorderPane window, Node controls, Runnable changed) {
    this.magnifier = new Magnifier(root);
    this.window = window;
    this.controls = controls;
    this.changed = changed;
    magnifier.widthProperty().subscribe(width -> fit());
    magnifier.heightProperty().subscribe(height -> fit());
  }

  /// The root of the scene.
  Parent node() {
    return magnifier;
  }

  /// Lets something give way in projector mode, and where the layout is narrower than that.
  void yields(Node node, double width) {
    yielding.put(node, width);
  }

  /// Puts its actions in the registry.
  void register(Actions actions) {
    actions.add(
        "controls", "Show or hide the controls", Feather.SIDEBAR, "C", this::toggleControls);
    actions.add("projector", "Projector mode", Feather.MONITOR, "P", this::toggleProjector);
    actions.add("full-screen", "Full screen", null, "F11", this::toggleFullScreen);
    actions.add(
        "larger",
        "Everything larger",
        null,
        "Shortcut+Plus Shortcut+Equals Shortcut+Shift+Equals Shortcut+Add",
        () -> zoom(zoom * STEP));
    actions.add(
        "smaller",
        "Everything smaller",
        null,
        "Shortcut+Minus Shortcut+Subtract",
        () -> zoom(zoom / STEP));
    actions.add("actual", "Everything as it was", null, "Shortcut+0", () -> zoom(1));
  }

  /// Whether keys that clickers send belong to nobody: in projector mode and in full screen.
  boolean presenting() {
    Stage stage = stage();
    return projector || (stage != null && stage.isFullScreen());
  }

  private @Nullable Stage stage() {
    return magnifier.getScene() != null && magnifier.getScene().getWindow() instanceof Stage stage
        ? stage
        : null;
  }

  /// Shows everything so many times as large as usual.
  private void zoom(double wanted) {
    zoom = Math.clamp(wanted, 1, LARGEST);
    zoom = Math.abs(zoom - 1) < (STEP - 1) / 2 ? 1 : zoom;
    fit();
  }

  /// Leaves full screen and projector mode.
  ///
  /// @return whether it was in one
  boolean leave() {
    if (projector) {
      toggleProjector();
      return true;
    }
    if (presenting()) {
      toggleFullScreen();
      return true;
    }
    return false;
  }

  private void toggleProjector() {
    projector = !projector;
    shownProjected = false;
    fit();
    changed.run();
  }

  private void toggleFullScreen() {
    Stage stage = stage();
    if (stage != null) {
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Esc has more to do
      stage.setFullScreen(!stage.isFullScreen());
    }
  }

  private void toggleControls() {
    if (projector) {
      shownProjected = !shownProjected;
    } else if (roomy()) {
      shownWide = !shownWide;
    } else {
      shownNarrow = !shownNarrow;
    }
    fit();
  }

  private double width() {
    return magnifier.getWidth() / magnifier.factor();
  }

  private boolean roomy() {
    return width() >= ROOMY_WIDTH && magnifier.getHeight() / magnifier.factor() >= ROOMY_HEIGHT;
  }

  /// Whether the controls stand beside the charts.
  private boolean controlled() {
    return window.getLeft() != null;
  }

  private void fit() {
    if (magnifier.getWidth() == 0 || magnifier.getHeight() == 0) {
      return;
    }
    double before = magnifier.factor();
    double factor = projector ? Math.max(zoom, magnifier.getHeight() / PROJECTED) : zoom;
    magnifier.magnify(factor);
    boolean shown = projector ? shownProjected : roomy() ? shownWide : shownNarrow;
    if (shown != controlled()) {
      window.setLeft(shown ? controls : null);
    }
    Styles.state(magnifier, "projector", projector);
    Styles.state(magnifier, "snug", width() < SNUG_WIDTH);
    Styles.state(magnifier, "narrow", width() < NARROW_WIDTH);
    Styles.state(magnifier, "slim", width() < SLIM_WIDTH);
    Styles.state(magnifier, "tiny", width() < TINY_WIDTH);
    yielding.forEach(
        (node, width) -> {
          node.setVisible(!projector && width() >= width);
          node.setManaged(node.isVisible());
        });
    if (factor != before) {
      changed.run();
    }
  }

  /// How charts are drawn.
  Look look(Theme theme) {
    Palette palette = theme.palette();
    return projector
        ? Look.projector(palette.projector(), PROJECTED_LINE / magnifier.factor())
        : Look.screen(palette);
  }

  /// The style sheet of what does not stand in the window: menus, tips and lists.
  String popups() {
    double size = 12 * magnifier.factor();
    return DATA
        + String.format(
            Locale.ROOT, ".tooltip,.context-menu,.combo-box-popup{-fx-font-size:%.1fpx;}", size);
  }
}
