package voidscope.ui.board;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.live.ChartPane;
import voidscope.chart.live.Gestures;
import voidscope.chart.live.Painter;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.series.Baseline;
import voidscope.chart.series.ChartEntry;
import voidscope.experiment.record.Snapshot;
import voidscope.ui.widget.Styles;

/// One chart of the window. Its figures are made and painted on a worker, one at a time, always
/// from the newest picture of the run.
public final class ChartCard {
  private final ChartEntry entry;
  private final ChartPane pane;
  private final Button chip = Styles.with(new Button(), "follow-chip");
  private final Button corner = Styles.with(new Button(), "icon-button", "card-menu");
  private final StackPane node;
  private @Nullable Snapshot drawnSnapshot;
  private @Nullable ChartView drawnView;
  private @Nullable Baseline drawnBaseline;

  /// @param maximise called when this chart is to fill the place of all, or to go back
  /// @param refit called when the chart is to show everything again
  ChartCard(ChartEntry entry, Painter painter, Palette palette, Runnable maximise, Runnable refit) {
    this.entry = entry;
    this.pane = new ChartPane(painter, palette, entry.still());
    chip.setText(entry.overRun() ? "Follow" : "Fit");
    chip.setGraphic(new FontIcon(entry.overRun() ? Feather.CHEVRONS_RIGHT : Feather.MAXIMIZE));
    chip.setId("follow-" + entry.key());
    chip.setTooltip(new Tooltip(entry.overRun() ? "Follow the run again  (F)" : "Show all  (F)"));
    chip.setOnAction(event -> refit.run());
    chip.setVisible(false);
    corner.setGraphic(new FontIcon(Feather.MORE_VERTICAL));
    corner.setId("menu-" + entry.key());
    corner.setAccessibleText("Menu of the chart " + entry.label());
    corner.setTooltip(new Tooltip("Scales, smoothing, export"));
    this.node = Styles.with(new StackPane(pane, chip, corner), "chart-card");
    StackPane.setAlignment(chip, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(chip, new Insets(0, 22, 46, 0));
    StackPane.setAlignment(corner, Pos.TOP_RIGHT);
    node.setId("chart-" + entry.key());
    node.setFocusTraversable(true);
    node.setAccessibleText(entry.label() + ". " + entry.sentence());
    node.setMinSize(0, 0);
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            maximise.run();
            event.consume();
          }
        });
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> node.requestFocus());
  }

  /// Tells of what the mouse does.
  void listen(Gestures gestures) {
    pane.listen(gestures);
  }

  /// Shows the values at a place; NaN for none.
  void hair(double x, double y) {
    pane.hair(x, y);
  }

  /// The part of x that shrinks and moves, or null before the first picture.
  @Nullable Extent part(double factor, double shift) {
    return pane.part(factor, shift);
  }

  Node node() {
    return node;
  }

  public ChartEntry entry() {
    return entry;
  }

  /// The figure whose picture is on the screen, or null before the first.
  public @Nullable Figure onScreen() {
    return pane.onScreen();
  }

  /// Pictures shown so far.
  public long frames() {
    return pane.frames();
  }

  /// Takes the picture away until there is a new one.
  void forget() {
    pane.forget();
  }

  void paint(Look look) {
    pane.setLook(look);
  }

  /// Offers these with a right click and on the corner's button.
  public void menu(Supplier<List<MenuItem>> items) {
    ContextMenu menu = new ContextMenu();
    node.setOnContextMenuRequested(
        event -> {
          menu.getItems().setAll(items.get());
          menu.show(node, event.getScreenX(), event.getScreenY());
        });
    corner.setOnAction(
        event -> {
          menu.getItems().setAll(items.get());
          menu.show(corner, Side.BOTTOM, 0, 0);
        });
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
  }

  /// Brings a finished picture to the screen.
  void pulse() {
    pane.pulse();
  }

  /// Whether a picture is being painted or waits for its painting.
  boolean busy() {
    return pane.busy();
  }

  /// When the last picture was ready, on the clock of [System#nanoTime()]; 0 before the first.
  long painted() {
    return pane.painted();
  }

  /// Whether the user has changed what is to be seen: how the chart is looked at, or the run.
  @SuppressWarnings("ReferenceEquality") // a scenario that is the same object has not changed
  boolean changed(Snapshot snapshot, ChartView view, @Nullable Baseline baseline) {
    Snapshot drawn = drawnSnapshot;
    return drawn == null
        || drawnBaseline != baseline
        || drawn.scenario() != snapshot.scenario()
        || drawn.generation() != snapshot.generation()
        || !view.equals(drawnView);
  }

  /// Has a picture of the run painted if it is a new one.
  ///
  /// @return whether it is
  @SuppressWarnings("ReferenceEquality") // a new picture of the run is a new object
  boolean draw(Snapshot snapshot, ChartView view, @Nullable Baseline baseline) {
    boolean fresh =
        snapshot != drawnSnapshot || baseline != drawnBaseline || !view.equals(drawnView);
    if (fresh) {
      drawnSnapshot = snapshot;
      drawnBaseline = baseline;
      drawnView = view;
      chip.setVisible(view.across().window() != null || view.up().window() != null);
      pane.show(() -> entry.draw(snapshot, view, baseline));
    }
    return fresh;
  }

  /// Pixel columns to thin for.
  int columns() {
    return (int) Math.clamp(pane.getWidth(), 64, 4096);
  }
}
