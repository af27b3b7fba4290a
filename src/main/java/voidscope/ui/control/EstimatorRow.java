package voidscope.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.chart.look.Palette;
import voidscope.estimator.EstimatorEntry;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.text.Count;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Styles;

/// One estimator: whether it takes part, its colour, its name for the focus, whether it is shown.
public final class EstimatorRow {
  private final EstimatorEntry entry;
  private final WorkbenchModel model;
  private final CheckBox part = new CheckBox();
  private final Rectangle swatch = new Rectangle(14, 4);
  private final Button name = Styles.with(new Button(), "estimator-name");
  private final Label badge = Styles.with(new Label(), "badge");
  private final ToggleButton eye = Styles.with(new ToggleButton(), "eye");
  private final HBox node = Styles.with(new HBox(), "estimator-row");
  private Optional<String> shownObstacle = Optional.empty();

  EstimatorRow(EstimatorEntry entry, WorkbenchModel model) {
    this.entry = entry;
    this.model = model;
    part.setId("part-" + entry.key());
    part.setAccessibleText("Run " + entry.label());
    part.setTooltip(new Tooltip("In the run: joins and catches up, or leaves"));
    part.setOnAction(event -> model.setTakesPart(entry.key(), part.isSelected()));
    name.setId("focus-" + entry.key());
    name.setText(entry.label());
    name.setTooltip(new Tooltip(entry.sentence()));
    name.setOnAction(event -> model.focus(entry.key()));
    eye.setId("eye-" + entry.key());
    eye.setAccessibleText("Show " + entry.label() + " on the charts");
    eye.setTooltip(new Tooltip("Shown on the charts"));
    eye.setOnAction(event -> model.setHidden(entry.key(), !eye.isSelected()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    name.setMinWidth(Region.USE_PREF_SIZE);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().setAll(part, swatch, name, space, badge, eye);
    refresh();
  }

  Node node() {
    return node;
  }

  void paint(Palette palette) {
    swatch.setFill(colour(palette, entry));
  }

  /// An estimator's colour, the same as on the charts.
  public static Color colour(Palette palette, EstimatorEntry estimator) {
    int argb = palette.ink(estimator.key()).argb();
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
  }

  void refresh() {
    boolean in = model.takesPart(entry.key());
    node.setVisible(model.listed(entry.key()));
    node.setManaged(node.isVisible());
    boolean shown = !model.hidden().contains(entry.key());
    Optional<String> obstacle = in ? Optional.empty() : model.obstacle(entry.key());
    part.setSelected(in);
    part.setDisable(obstacle.isPresent());
    if (!obstacle.equals(shownObstacle)) {
      shownObstacle = obstacle;
      name.setTooltip(
          new Tooltip(
              entry.sentence()
                  + obstacle
                      .map(why -> " It cannot run with this problem: " + why + ".")
                      .orElse("")));
    }
    eye.setDisable(!in);
    if (eye.isSelected() != shown || eye.getGraphic() == null) {
      eye.setSelected(shown);
      eye.setGraphic(new FontIcon(shown ? Feather.EYE : Feather.EYE_OFF));
    }
    Styles.set(node, "focused", model.focus().equals(entry.key()));
    Styles.set(node, "absent", !in);
    Styles.set(node, "barred", obstacle.isPresent());
    refreshBadge();
  }

  /// Shows what the newest picture of the run says about it.
  void refreshBadge() {
    Snapshot snapshot = model.snapshot();
    Track.Failure failure =
        snapshot == null
            ? null
            : snapshot.tracks().stream()
                .filter(track -> track.choice().key().equals(entry.key()))
                .map(Track::failure)
                .filter(f -> f != null)
                .findFirst()
                .orElse(null);
    boolean failed = failure != null && model.takesPart(entry.key());
    String text =
        failure != null && failed
            ? "diverged @ " + Count.text((double) failure.step())
            : shownObstacle.orElse(entry.unbiased() ? "" : "biased");
    badge.setText(text);
    badge.setVisible(!text.isEmpty());
    badge.setManaged(!text.isEmpty());
    if (failed != badge.getStyleClass().contains("failed")) {
      Styles.set(badge, "failed", failed);
      badge.setTooltip(failed && failure != null ? new Tooltip(failure.message()) : null);
    }
  }
}
