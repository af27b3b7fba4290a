package voidscope.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;

/// Every key, and the estimators side by side, over the window.
final class HelpSheet {
  private final Actions actions;
  private final StackPane node = Styles.with(new StackPane(), "help-veil");

  HelpSheet(Actions actions) {
    this.actions = actions;
    node.setId("help");
    node.setVisible(false);
    node.setOnMouseClicked(event -> node.setVisible(false));
  }

  Node node() {
    return node;
  }

  /// Shows or hides it.
  void toggle() {
    if (!node.isVisible()) {
      HBox sheet =
          Styles.with(
              new HBox(titled("Keys", keys()), titled("Estimators", estimators())), "help-sheet");
      sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
      node.getChildren().setAll(sheet);
    }
    node.setVisible(!node.isVisible());
  }

  private static VBox titled(String title, Node content) {
    return Styles.with(new VBox(Styles.with(new Label(title), "help-title"), content), "help-part");
  }

  private GridPane keys() {
    GridPane grid = Styles.with(new GridPane(), "help-grid");
    int row = 0;
    for (Action action : actions.all()) {
      if (action.accelerator() != null) {
        grid.add(Styles.with(new Label(action.keyText()), "key"), 0, row);
        grid.add(new Label(action.label()), 1, row++);
      }
    }
    for (String[] line :
        new String[][] {
          {"Arrows", "On a slider: 1/20 decade; Page ½, Shift a fifth"},
          {"Enter", "In a field: take the value; on a chart: maximise it"},
        }) {
      grid.add(Styles.with(new Label(line[0]), "key"), 0, row);
      grid.add(new Label(line[1]), 1, row++);
    }
    return grid;
  }

  /// What the comparison says of every estimator, whatever the run.
  private static GridPane estimators() {
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
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      grid.add(new Label(entry.label()), 0, row);
      Comparison.Entrant entrant = new Comparison.Entrant(entry, null, null);
      for (int i = 0; i < columns.size(); i++) {
        double value = columns.get(i).value().applyAsDouble(entrant);
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
