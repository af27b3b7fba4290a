package voidscope.ui;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;
import voidscope.objective.Capability;

/// Every key, and the estimators side by side, over the window.
final class HelpSheet {
  private final Actions actions;
  private final WorkbenchModel model;
  private final StackPane node = Styles.with(new StackPane(), "help-veil");

  HelpSheet(Actions actions, WorkbenchModel model) {
    this.actions = actions;
    this.model = model;
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

  private GridPane estimators() {
    GridPane grid = Styles.with(new GridPane(), "help-grid");
    List<String> heads = List.of("", "unbiased", "needs", "f / sample", "Var ĝ now");
    for (int i = 0; i < heads.size(); i++) {
      grid.add(Styles.with(new Label(heads.get(i)), "help-head"), i, 0);
    }
    int row = 1;
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      grid.add(new Label(entry.label()), 0, row);
      grid.add(new Label(entry.unbiased() ? "yes" : "no"), 1, row);
      grid.add(new Label(needs(entry)), 2, row);
      Label evaluations = new Label(Integer.toString(entry.evaluations()));
      Label variance = new Label(variance(entry.key()));
      GridPane.setHalignment(evaluations, HPos.RIGHT);
      GridPane.setHalignment(variance, HPos.RIGHT);
      grid.add(evaluations, 3, row);
      grid.add(variance, 4, row++);
    }
    return grid;
  }

  private static String needs(EstimatorEntry entry) {
    if (entry.requires().contains(Capability.EXACT_GRADIENT)) {
      return "the exact gradient";
    }
    if (entry.requires().contains(Capability.DERIVATIVE)) {
      return entry.requires().contains(Capability.DISCRETE) ? "a relaxed f" : "f′";
    }
    return "black-box f";
  }

  private String variance(String key) {
    Snapshot snapshot = model.snapshot();
    return snapshot == null
        ? "–"
        : snapshot.tracks().stream()
            .filter(track -> track.choice().key().equals(key))
            .map(Track::measured)
            .filter(measured -> measured != null)
            .map(measured -> SliderLayout.shortText(measured.variance()))
            .findFirst()
            .orElse("–");
  }
}
