package voidscope.ui;

import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import voidscope.chart.ChartEntry;
import voidscope.chart.ChartPane;
import voidscope.chart.ChartView;
import voidscope.chart.Figure;
import voidscope.chart.Painter;
import voidscope.chart.Palette;
import voidscope.experiment.Snapshot;

/// One chart of the window. Its figures are made on a worker, one at a time, always from the newest
/// picture of the run.
final class ChartCard {
  private final ChartEntry entry;
  private final ChartPane pane;
  private final Painter painter;
  private final StackPane node;
  private @Nullable CompletableFuture<Figure> drawing;
  private @Nullable Figure figure;
  private @Nullable Snapshot drawnSnapshot;
  private @Nullable ChartView drawnView;

  /// @param maximise called when this chart is to fill the place of all, or to go back
  ChartCard(ChartEntry entry, Painter painter, Palette palette, Runnable maximise) {
    this.entry = entry;
    this.painter = painter;
    this.pane = new ChartPane(painter, palette);
    pane.setOnTitle(maximise);
    this.node = Styles.with(new StackPane(pane), "chart-card");
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

  Node node() {
    return node;
  }

  ChartEntry entry() {
    return entry;
  }

  /// The figure on the screen, or null before the first.
  @Nullable Figure figure() {
    return figure;
  }

  /// Pictures shown so far.
  long frames() {
    return pane.frames();
  }

  void paint(Palette palette) {
    pane.setPalette(palette);
  }

  /// Offers these with a right click.
  void menu(MenuItem... items) {
    ContextMenu menu = new ContextMenu(items);
    node.setOnContextMenuRequested(
        event -> menu.show(node, event.getScreenX(), event.getScreenY()));
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
  }

  /// Takes a finished figure, begins the next if something has changed, and lets the pane work.
  @SuppressWarnings("ReferenceEquality") // a new picture of the run is a new object
  void pulse(Snapshot snapshot, ChartView view) {
    CompletableFuture<Figure> running = drawing;
    if (running != null && running.isDone()) {
      drawing = null;
      figure = running.join();
      pane.show(figure);
    }
    if (drawing == null && (snapshot != drawnSnapshot || !view.equals(drawnView))) {
      drawnSnapshot = snapshot;
      drawnView = view;
      drawing =
          CompletableFuture.supplyAsync(
              () -> entry.drawing().draw(snapshot, view), painter::submit);
    }
    pane.pulse();
  }

  /// Pixel columns to thin for.
  int columns() {
    return (int) Math.clamp(pane.getWidth(), 64, 4096);
  }
}
