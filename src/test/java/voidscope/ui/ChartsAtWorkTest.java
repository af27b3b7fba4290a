package voidscope.ui;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.jfree.chart.fx.ChartViewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Measure;
import voidscope.chart.live.ChartPane;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.ui.board.CardGestures;
import voidscope.ui.board.ChartCard;
import voidscope.ui.model.Axes;

/// The charts of a real window under mouse and keys.
final class ChartsAtWorkTest {
  private static final List<String> OVER_RUN = List.of("theta", "variance", "loss");
  private static final List<String> MAPS = List.of("map", "map-optimum", "map-f", "map-difference");

  private Window window;

  @BeforeEach
  void open() {
    window = new Window(1366, 900, new Window.Answers(Path.of("unset")));
    Toolkit.until(() -> figure("theta") != null && figure("surrogate") != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void drag_zoomsXOfAllChartsOverTheRun_untilF() {
    drag("theta", .25, .3, .5, .7);
    Toolkit.until(() -> zoomed("theta") && zoomed("variance") && zoomed("loss"));
    Toolkit.until(() -> !Double.isNaN(Objects.requireNonNull(figure("theta")).y().minimum()));
    Figure theta = Objects.requireNonNull(figure("theta"));
    for (String other : OVER_RUN) {
      assertEquals(theta.x(), Objects.requireNonNull(figure(other)).x());
    }
    assertTrue(Double.isNaN(Objects.requireNonNull(figure("loss")).y().minimum()));
    assertFalse(zoomed("surrogate"));
    assertTrue(window.find(Button.class, "follow-loss").isVisible());
    assertFalse(window.find(Button.class, "follow-surrogate").isVisible());
    window.press(KeyCode.F);
    Toolkit.until(() -> !zoomed("theta") && !zoomed("loss"));
    Toolkit.pulses(1);
    assertFalse(window.find(Button.class, "follow-loss").isVisible());
  }

  @Test
  void chip_letsTheChartsFollowAgain() {
    drag("loss", .25, .3, .5, .7);
    Toolkit.until(() -> zoomed("theta"));
    Toolkit.runFx(() -> window.find(Button.class, "follow-theta").fire());
    Toolkit.until(() -> !zoomed("theta") && !zoomed("loss"));
  }

  /// The covariances stand above the charts of the terms, and a term that is pointed at stands out
  /// in them.
  @Test
  void term_standsOut_whereItIsPointedAt() {
    Toolkit.runFx(() -> window.model().looks().show("gradient"));
    Toolkit.until(() -> window.find(GridPane.class, "term-matrix").isVisible());
    Toolkit.until(() -> figure("terms") != null && figure("balance") != null);
    GridPane matrix = window.find(GridPane.class, "term-matrix");
    PseudoClass lit = PseudoClass.getPseudoClass("lit");
    List<Node> rows = List.copyOf(matrix.lookupAll(".term-row"));
    assertTrue(rows.size() > 1);
    Toolkit.runFx(() -> window.controller().board().point("term-second"));
    assertEquals(1, rows.stream().filter(row -> row.getPseudoClassStates().contains(lit)).count());
    Toolkit.runFx(() -> window.controller().board().point(""));
    assertTrue(rows.stream().noneMatch(row -> row.getPseudoClassStates().contains(lit)));
  }

  /// With the matrix in focus the key that copies is its own; elsewhere it copies a chart.
  @Test
  void matrix_isCopiedByItsKey_asTextBetweenTabs() {
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.runFx(() -> window.model().looks().show("gradient"));
    GridPane matrix = window.find(GridPane.class, "term-matrix");
    Toolkit.until(matrix::isVisible);
    window.focus(matrix);
    copy();
    List<String> lines = Toolkit.onFx(() -> text().lines().toList());
    assertEquals(
        "covariances of the terms, RELAX\t+ REINFORCE of f\t− REINFORCE of c(z̃)\t+ ∂c(z)/∂θ"
            + "\t− ∂c(z̃)/∂θ\tshare",
        lines.getFirst());
    assertEquals(5, lines.size());
    double shares = 0;
    for (String line : lines.subList(1, 5)) {
      String[] cells = line.split("\t", -1);
      assertEquals(6, cells.length, line);
      shares += Double.parseDouble(cells[5]);
    }
    assertEquals(1, shares, 1e-9);
    window.focus(pane("terms"));
    Toolkit.runFx(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "old")));
    copy();
    assertFalse(Toolkit.onFx(() -> text().startsWith("covariances")));
  }

  private static String text() {
    return "" + Clipboard.getSystemClipboard().getString();
  }

  private void copy() {
    Toolkit.runFx(
        () ->
            Event.fireEvent(
                window.controller().scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false)));
    Toolkit.pulses(2);
  }

  @Test
  void pieceOfTheFormula_standsOutWithItsTerm_bothWays() {
    PseudoClass lit = PseudoClass.getPseudoClass("lit");
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.runFx(() -> window.model().looks().show("gradient"));
    Toolkit.until(() -> window.find(GridPane.class, "term-matrix").isVisible());
    HBox formula = window.find(HBox.class, "formula");
    assertEquals(
        "ĝ = [f(b) − c(z̃)]·∂log p(b)/∂θ + ∂c(z)/∂θ − ∂c(z̃)/∂θ",
        formula.getChildren().stream().map(node -> ((Label) node).getText()).collect(joining()));
    Toolkit.runFx(() -> window.controller().board().point("term-second"));
    assertEquals(
        List.of("[", " − c(z̃)", "]·∂log p(b)/∂θ"),
        formula.getChildren().stream()
            .filter(node -> node.getPseudoClassStates().contains(lit))
            .map(node -> ((Label) node).getText())
            .toList());
    Node piece = formula.lookup(".term-third");
    List<Node> rows =
        List.copyOf(window.find(GridPane.class, "term-matrix").lookupAll(".term-row"));
    point(piece, MouseEvent.MOUSE_ENTERED);
    assertEquals(
        List.of(false, false, true, false),
        rows.stream().map(row -> row.getPseudoClassStates().contains(lit)).toList());
    assertTrue(piece.getPseudoClassStates().contains(lit));
    point(piece, MouseEvent.MOUSE_EXITED);
    assertFalse(piece.getPseudoClassStates().contains(lit));
    Toolkit.runFx(() -> window.model().looks().show("trajectories"));
    point(piece, MouseEvent.MOUSE_ENTERED);
    assertFalse(piece.getPseudoClassStates().contains(lit)); // no chart here draws terms
  }

  private static void point(Node node, EventType<MouseEvent> type) {
    Toolkit.runFx(() -> node.fireEvent(Mouse.event(type, 0, 0, false)));
  }

  @Test
  void restart_followsTheNewRun() {
    drag("theta", .25, .3, .5, .7);
    Toolkit.until(() -> zoomed("loss"));
    window.press(KeyCode.R);
    Toolkit.until(() -> !zoomed("loss"));
  }

  @Test
  void crosshair_showsValuesOnAllChartsOverTheRun_whileItRuns() {
    move("theta", .6, .5);
    Toolkit.until(() -> reads("theta") && reads("variance") && reads("loss"));
    assertFalse(reads("surrogate"));
    long step =
        Toolkit.onFx(() -> Objects.requireNonNull(window.model().follower().newest()).step());
    Toolkit.until(() -> Objects.requireNonNull(window.model().follower().newest()).step() > step);
    assertTrue(reads("loss"));
    move("surrogate", .5, .5);
    Toolkit.until(() -> reads("surrogate") && !reads("loss"));
  }

  @Test
  void legend_keepsAHiddenEstimator_thatAClickBringsBack() {
    Toolkit.runFx(() -> gestures("theta").legend("rebar", false));
    assertTrue(window.model().looks().hidden().contains("rebar"));
    Toolkit.until(() -> hides("theta", "rebar"));
    Toolkit.runFx(() -> gestures("theta").legend("rebar", false));
    Toolkit.until(() -> !hides("theta", "rebar"));
    Toolkit.runFx(() -> gestures("theta").legend("rebar", true));
    assertEquals("rebar", window.model().looks().focus());
    Toolkit.until(() -> Objects.requireNonNull(figure("loss")).front().equals("rebar"));
  }

  @Test
  void keys_changeScalesAndMeasure() {
    window.focus(window.find(Node.class, "chart-variance"));
    assertEquals(AxisScale.LOG, Objects.requireNonNull(figure("variance")).y().scale());
    window.press(KeyCode.L);
    Toolkit.until(() -> Objects.requireNonNull(figure("variance")).y().scale() == AxisScale.SYMLOG);
    window.press(KeyCode.L, true);
    Toolkit.until(() -> Objects.requireNonNull(figure("loss")).x().scale() == AxisScale.LOG);
    window.press(KeyCode.X);
    Toolkit.until(
        () -> Objects.requireNonNull(figure("loss")).x().label().equals("evaluations of f"));
    window.press(KeyCode.X);
    Toolkit.until(
        () -> Objects.requireNonNull(figure("theta")).x().label().equals("compute seconds"));
  }

  @Test
  void smooth_keepsTheRawLinesFaint_andNeverTouchesTheVariance() {
    window.focus(window.find(Node.class, "chart-loss"));
    window.press(KeyCode.S);
    Toolkit.until(() -> raw("loss"));
    window.focus(window.find(Node.class, "chart-variance"));
    window.press(KeyCode.S);
    Toolkit.pulses(20);
    assertFalse(raw("variance"));
  }

  /// Charts in JFreeChart's viewer answer the keys and the menu that all others do.
  @Test
  void stillCharts_haveTheSameKeysAndMenu() throws ScenarioException {
    open("precision");
    window.press(KeyCode.DIGIT7);
    Toolkit.until(() -> drawn("trade-off"));
    assertTrue(
        pane("trade-off").getChildrenUnmodifiable().stream()
            .anyMatch(ChartViewer.class::isInstance));
    window.focus(window.find(Node.class, "chart-trade-off"));
    window.press(KeyCode.L);
    Toolkit.until(
        () -> Objects.requireNonNull(figure("trade-off")).y().scale() == AxisScale.SYMLOG);
    Slider average = window.find(Slider.class, "average-slider");
    window.focus(average);
    assertTrue(Objects.requireNonNull(figure("trade-off")).title().endsWith("N = 100"));
    window.press(KeyCode.RIGHT);
    Toolkit.until(
        () -> Objects.requireNonNull(figure("trade-off")).title().matches(".*N = 1[1-9][0-9]"));
    window.focus(window.find(Node.class, "chart-trade-off"));
    window.press(KeyCode.ENTER);
    Toolkit.until(() -> !Toolkit.onFx(() -> shows("pareto")));
    assertTrue(Toolkit.onFx(() -> shows("trade-off")));
    window.press(KeyCode.ENTER);
    Toolkit.until(() -> Toolkit.onFx(() -> shows("pareto")));
    Toolkit.runFx(() -> window.find(Button.class, "menu-trade-off").fire());
    Toolkit.until(() -> Toolkit.onFx(ChartsAtWorkTest::offersExport));
  }

  /// Opens a sample, and waits until it has come.
  private void open(String sample) throws ScenarioException {
    Path file = Path.of("samples", sample + ".toml");
    Scenario scenario = ScenarioFile.read(file);
    Toolkit.runFx(() -> window.controller().desk().open(file));
    Toolkit.until(() -> Toolkit.onFx(() -> window.model().wanted().equals(scenario)));
    Toolkit.pulses(4);
  }

  private boolean shows(String key) {
    return window.controller().scene().lookup("#chart-" + key) != null;
  }

  private static boolean offersExport() {
    return javafx.stage.Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .anyMatch(item -> String.valueOf(item.getText()).contains("Export"));
  }

  /// A place of a map is one of each, and is read off all four.
  @Test
  void maps_areReadOffTogether() throws ScenarioException {
    open("surrogate-maps");
    window.press(KeyCode.DIGIT8);
    for (String key : MAPS) {
      Toolkit.until(() -> figure(key) != null && Objects.requireNonNull(figure(key)).map() != null);
    }
    move("map-f", .5, .5);
    for (String key : MAPS) {
      Toolkit.until(() -> reads(key));
    }
  }

  @Test
  void zoom_passesOverWhatCannotBeShown() {
    var theta = Toolkit.onFx(() -> window.controller().board().theta());
    Axes axes = Axes.PLAIN.zoom(theta, new Extent(5, 5), new Extent(1, Double.NaN));
    assertEquals(Axes.PLAIN, axes);
    Axes zoomed = axes.zoom(theta, new Extent(-50, 50), null);
    assertEquals(new Extent(0, 100), zoomed.across(theta).window());
    assertNull(zoomed.measure(Measure.SECONDS).across(theta).window());
  }

  private boolean raw(String key) {
    return Objects.requireNonNull(figure(key)).lines().stream()
        .anyMatch(line -> line.style() == Figure.Style.RAW);
  }

  private boolean hides(String key, String estimator) {
    return Objects.requireNonNull(figure(key)).hidden().stream()
        .anyMatch(hidden -> hidden.key().equals(estimator));
  }

  private CardGestures gestures(String key) {
    return new CardGestures(
        window.controller().board(),
        window.model().looks(),
        window.model().contenders(),
        card(key));
  }

  private ChartCard card(String key) {
    return window.controller().board().cards().stream()
        .filter(card -> card.entry().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Figure figure(String key) {
    return card(key).onScreen();
  }

  private boolean zoomed(String key) {
    Figure figure = Objects.requireNonNull(figure(key));
    return figure.x().minimum() > 0;
  }

  /// Step 0 alone spans no axis.
  private boolean drawn(String key) {
    Figure figure = figure(key);
    return figure != null && figure.lines().stream().anyMatch(line -> line.x().length > 2);
  }

  private ChartPane pane(String key) {
    return (ChartPane) window.find(Node.class, "chart-" + key).lookup(".chart-pane");
  }

  private boolean reads(String key) {
    return Toolkit.onFx(
        () ->
            pane(key).lookupAll(".chart-readout").stream()
                .anyMatch(
                    box ->
                        box.getParent().isVisible()
                            && box.lookupAll(".label").stream()
                                .anyMatch(
                                    node ->
                                        node instanceof Label label
                                            && label.isVisible()
                                            && label.getText().matches(".*\\d.*"))));
  }

  private void move(String key, double x, double y) {
    ChartPane pane = pane(key);
    fire(pane, MouseEvent.MOUSE_MOVED, x, y);
  }

  private void drag(String key, double x0, double y0, double x1, double y1) {
    ChartPane pane = pane(key);
    assertNotNull(pane);
    Toolkit.until(() -> drawn(key));
    fire(pane, MouseEvent.MOUSE_PRESSED, x0, y0);
    fire(pane, MouseEvent.MOUSE_DRAGGED, x1, y1);
    fire(pane, MouseEvent.MOUSE_RELEASED, x1, y1);
  }

  private static void fire(ChartPane pane, EventType<MouseEvent> type, double x, double y) {
    Toolkit.runFx(
        () -> {
          Point2D at = pane.localToScene(x * pane.getWidth(), y * pane.getHeight());
          pane.fireEvent(Mouse.event(type, at.getX(), at.getY(), false));
        });
  }
}
