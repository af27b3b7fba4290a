package voidscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import voidscope.laboratory.Comparison;
import voidscope.laboratory.ComparisonColumn;
import voidscope.ui.model.Contenders;
import voidscope.ui.widget.Action;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Sheet;
import voidscope.ui.widget.Styles;

/// Every key, and the estimators side by side, over the window.
public final class HelpSheet {
  private final Actions actions;
  private final Contenders contenders;
  private final Sheet sheet = new Sheet("help");

  public HelpSheet(Actions actions, Contenders contenders) {
    this.actions = actions;
    this.contenders = contenders;
  }

  /// What lies over the window.
  public Sheet sheet() {
    return sheet;
  }

  /// Shows or hides it.
  public void toggle() {
    if (sheet.shown()) {
      sheet.hide();
      return;
    }
    HBox content = new HBox(titled("Keys", keys()), titled("Estimators", estimators()));
    content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    content.setOnMouseClicked(event -> sheet.hide());
    sheet.fill(content);
    sheet.show();
  }

  private static VBox titled(String title, Node content) {
    return Styles.with(new VBox(Styles.with(new Label(title), "help-title"), content), "help-part");
  }

  /// Every key with what it does, in two columns.
  private HBox keys() {
    List<Label[]> rows = new ArrayList<>();
    for (Action action : actions.all()) {
      if (action.accelerator() != null) {
        rows.add(row(action.keyText(), action.label()));
      }
    }
    rows.add(row("Arrows", "On a slider: 1/20 decade; Page ½, Shift a fifth"));
    rows.add(row("Enter", "In a field: take the value; on a chart: maximise"));
    rows.add(row("Drag, wheel", "On a chart: zoom; with Shift: pan, x only"));
    rows.add(row("Click twice", "On a chart: fit; on its title: maximise"));
    rows.add(row("F2, Delete", "On an estimator's name: rename, remove"));
    rows.add(row("Alt+↑ Alt+↓", "On an estimator's name: move it"));
    int half = (rows.size() + 1) / 2;
    return Styles.with(
        new HBox(grid(rows.subList(0, half)), grid(rows.subList(half, rows.size()))), "help-keys");
  }

  private static Label[] row(String key, String label) {
    return new Label[] {Styles.with(new Label(key), "key"), new Label(label)};
  }

  private static GridPane grid(List<Label[]> rows) {
    GridPane grid = Styles.with(new GridPane(), "help-grid");
    for (int i = 0; i < rows.size(); i++) {
      grid.addRow(i, rows.get(i)[0], rows.get(i)[1]);
    }
    return grid;
  }

  /// What the comparison says of every estimator at its present settings, measurements left out.
  private GridPane estimators() {
    GridPane grid = Styles.with(new GridPane(), "help-grid");
    List<ComparisonColumn> columns =
        ComparisonColumn.all().stream().filter(column -> !column.live()).toList();
    for (int i = 0; i < columns.size(); i++) {
      ComparisonColumn column = columns.get(i);
      if (!column.group().isEmpty()
          && (i == 0 || !columns.get(i - 1).group().equals(column.group()))) {
        int span = (int) columns.stream().filter(c -> c.group().equals(column.group())).count();
        grid.add(centred(column.group(), "comparison-group"), i + 1, 0, span, 1);
      }
      grid.add(centred(column.folded(), "comparison-head"), i + 1, 1);
    }
    int row = 2;
    for (String id : contenders.ids()) {
      grid.add(new Label(contenders.label(id)), 0, row);
      Comparison.Subject subject =
          new Comparison.Subject(contenders.entry(id), contenders.estimator(id), 1, null, null);
      for (int i = 0; i < columns.size(); i++) {
        double value = columns.get(i).value().applyAsDouble(subject);
        grid.add(centred(columns.get(i).shown(value), "comparison-cell"), i + 1, row);
      }
      row++;
    }
    return grid;
  }

  private static Label centred(String text, String style) {
    Label label = Styles.with(new Label(text), style);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(Pos.CENTER);
    return label;
  }
}
