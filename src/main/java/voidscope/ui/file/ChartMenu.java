package voidscope.ui.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Measure;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.ui.board.ChartActions;
import voidscope.ui.board.ChartBoard;
import voidscope.ui.board.ChartCard;
import voidscope.ui.model.Axes;
import voidscope.ui.widget.Actions;

/// What the button at a chart's corner and a right click on the chart offer.
///
/// @param actions names and keys
/// @param exports saves and copies
/// @param board the charts
public record ChartMenu(Actions actions, ExportDesk exports, ChartBoard board) {
  /// Charts of what one draw goes through.
  private static final List<String> TAKEN_APART =
      List.of(Charts.GRADIENT, Charts.TERMS, Charts.BALANCE);

  /// Gives a chart its menu, made anew whenever it is shown.
  public void install(ChartCard card) {
    card.menu(() -> items(card));
  }

  private List<MenuItem> items(ChartCard card) {
    ChartEntry entry = card.entry();
    Axes axes = board.axes();
    List<MenuItem> items = new ArrayList<>();
    List<String> quantities = board.quantities(entry);
    if (quantities.size() > 1) {
      List<MenuItem> choices = new ArrayList<>();
      for (int i = 0; i < quantities.size(); i++) {
        int quantity = i;
        choices.add(
            choice(
                quantities.get(i),
                axes.up(entry).quantity() == i,
                () -> board.axes(now -> now.quantity(entry, quantity))));
      }
      items.add(menu("Quantity", choices));
    }
    items.add(
        menu(
            "y scale",
            Arrays.stream(AxisScale.values())
                .map(
                    scale ->
                        choice(
                            scale.label(),
                            ChartActions.scale(card) == scale,
                            () -> board.axes(now -> now.spreadUp(entry, scale))))
                .toList()));
    if (entry.overRun()) {
      items.add(
          menu(
              "x scale",
              List.of(AxisScale.LINEAR, AxisScale.LOG).stream()
                  .map(
                      scale ->
                          choice(
                              scale.label(),
                              axes.run().scale() == scale,
                              () -> board.axes(now -> now.spreadAcross(scale))))
                  .toList()));
      items.add(
          menu(
              "x counts",
              Arrays.stream(Measure.values())
                  .map(
                      measure ->
                          choice(
                              measure.label(),
                              axes.run().measure() == measure,
                              () -> board.axes(now -> now.measure(measure))))
                  .toList()));
    }
    if (entry.smoothable()) {
      CheckMenuItem smooth = new CheckMenuItem("Smooth");
      smooth.setSelected(axes.up(entry).smooth());
      smooth.setOnAction(event -> board.axes(now -> now.smooth(entry, smooth.isSelected())));
      items.add(smooth);
    }
    items.add(new SeparatorMenuItem());
    items.add(item("fit", () -> board.axes(now -> now.fit(entry))));
    items.add(actions.item("follow"));
    items.add(item("maximise", () -> board.toggle(card)));
    if (TAKEN_APART.contains(entry.key())) {
      items.add(actions.item("draw"));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("export-as", () -> exports.ask(card)));
    items.add(item("copy", () -> exports.copy(card)));
    return items;
  }

  private static MenuItem menu(String label, List<? extends MenuItem> items) {
    Menu menu = new Menu(label);
    menu.getItems().setAll(items);
    return menu;
  }

  private static MenuItem choice(String label, boolean chosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(label);
    item.setSelected(chosen);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// An action's entry for this chart, whichever has the focus.
  private MenuItem item(String id, Runnable action) {
    MenuItem item = actions.item(id);
    item.setOnAction(event -> action.run());
    return item;
  }
}
