package voidscope.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Palette;
import voidscope.estimator.EstimatorEntry;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Entrant;
import voidscope.text.Count;
import voidscope.ui.model.Contenders;
import voidscope.ui.model.Follower;
import voidscope.ui.model.Looks;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// One estimator: whether it takes part, its colour, its name for the focus, whether it is shown;
/// "+" adds a variant, and variants can be renamed, moved and removed.
public final class EstimatorRow {
  private final String id;
  private final EstimatorEntry entry;
  private final Contenders contenders;
  private final Looks looks;
  private final Follower follower;
  private final CheckBox part = new CheckBox();
  private final Line swatch = new Line(0, 0, 16, 0);
  private final Button name = Styles.with(new Button(), "estimator-name");
  private final TextField rename = Styles.with(new TextField(), "estimator-rename");
  private final Label badge = Styles.with(new Label(), "badge");
  private final Button more = Styles.with(new Button(), "add-variant");
  private final ToggleButton eye = Styles.with(new ToggleButton(), "eye");
  private final HBox node = Styles.with(new HBox(), "estimator-row");
  private Optional<String> shownObstacle = Optional.empty();

  EstimatorRow(String id, Contenders contenders, Looks looks, Follower follower) {
    this.id = id;
    this.entry = contenders.entry(id);
    this.contenders = contenders;
    this.looks = looks;
    this.follower = follower;
    part.setId("part-" + id);
    part.setTooltip(new Tooltip("In the run: joins and catches up, or leaves"));
    part.setOnAction(event -> contenders.setTakesPart(id, part.isSelected()));
    name.setId("focus-" + id);
    name.setOnAction(event -> looks.focus(id));
    more.setId("add-" + id);
    more.setGraphic(new FontIcon(Feather.PLUS));
    more.setOnAction(event -> contenders.add(id));
    eye.setId("eye-" + id);
    eye.setTooltip(new Tooltip("Shown on the charts"));
    eye.setOnAction(event -> looks.setHidden(id, !eye.isSelected()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox.setHgrow(name, Priority.SOMETIMES);
    HBox.setHgrow(rename, Priority.ALWAYS);
    name.setMinWidth(0);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().setAll(part, swatch, name, rename, space, badge, more, eye);
    configureRename();
    Actions.own(name, "Alt+Up", "Alt+Down");
    name.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    node.setOnContextMenuRequested(
        event -> menu().show(node, event.getScreenX(), event.getScreenY()));
    refresh();
  }

  private void configureRename() {
    rename.setId("rename-" + id);
    rename.setVisible(false);
    rename.setManaged(false);
    rename.setOnAction(event -> commit());
    rename.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            edit(false);
            event.consume();
          }
        });
    rename
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && rename.isVisible()) {
                commit();
              }
            });
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case F2 -> edit(true);
      case DELETE -> contenders.remove(id);
      case UP, DOWN -> {
        if (!event.isAltDown()) {
          return;
        }
        contenders.move(id, event.getCode() == KeyCode.UP ? -1 : 1);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private ContextMenu menu() {
    MenuItem remove = item("remove-" + id, "Remove  (Delete)", () -> contenders.remove(id));
    remove.setDisable(!contenders.removable(id));
    return new ContextMenu(
        item("variant-" + id, "Add a variant", () -> contenders.add(id)),
        item("call-" + id, "Rename…  (F2)", () -> edit(true)),
        item("up-" + id, "Move up  (Alt+Up)", () -> contenders.move(id, -1)),
        item("down-" + id, "Move down  (Alt+Down)", () -> contenders.move(id, 1)),
        remove);
  }

  private static MenuItem item(String id, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// Lets the name be edited, or no longer.
  private void edit(boolean editing) {
    rename.setText(contenders.label(id));
    rename.setVisible(editing);
    rename.setManaged(editing);
    name.setVisible(!editing);
    name.setManaged(!editing);
    if (editing) {
      rename.requestFocus();
      rename.selectAll();
    } else {
      name.requestFocus();
    }
  }

  /// Takes the name over; what it is called already is no name of its own.
  private void commit() {
    String text = rename.getText().strip();
    String label = text.substring(0, Math.min(text.length(), Entrant.LONGEST_LABEL));
    boolean changed = !label.equals(contenders.label(id));
    edit(false);
    if (changed) {
      contenders.rename(id, label);
    }
  }

  /// Takes the keys, so that F2 renames it.
  void requestFocus() {
    name.requestFocus();
  }

  String id() {
    return id;
  }

  Node node() {
    return node;
  }

  void paint(Palette palette) {
    paint(swatch, palette.ink(contenders.ink(id)));
  }

  /// Draws a sample of a line as charts draw it.
  public static void paint(Line sample, Ink ink) {
    int argb = ink.argb();
    sample.setStroke(Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
    sample.setStrokeWidth(4);
    sample.setStrokeLineCap(StrokeLineCap.BUTT);
    sample.getStrokeDashArray().clear();
    for (float length : ink.variant() > 0 ? ink.dash() : new float[0]) {
      sample.getStrokeDashArray().add((double) length / 2);
    }
  }

  void refresh() {
    boolean in = contenders.takesPart(id);
    String label = contenders.label(id);
    if (!label.equals(name.getText())) {
      name.setText(label);
      part.setAccessibleText("Run " + label);
      eye.setAccessibleText("Show " + label + " on the charts");
      more.setAccessibleText("Add a variant of " + label);
      more.setTooltip(new Tooltip("Add a variant of " + label + ", with settings of its own"));
    }
    boolean shown = !looks.hidden().contains(id);
    Optional<String> obstacle = in ? Optional.empty() : contenders.obstacle(id);
    part.setSelected(in);
    part.setDisable(obstacle.isPresent());
    if (!obstacle.equals(shownObstacle) || name.getTooltip() == null) {
      shownObstacle = obstacle;
      name.setTooltip(
          new Tooltip(
              entry.sentence()
                  + obstacle
                      .map(why -> " It cannot run with this problem: " + why + ".")
                      .orElse("")));
    }
    more.setVisible(obstacle.isEmpty());
    more.setManaged(obstacle.isEmpty());
    eye.setDisable(!in);
    if (eye.isSelected() != shown || eye.getGraphic() == null) {
      eye.setSelected(shown);
      eye.setGraphic(new FontIcon(shown ? Feather.EYE : Feather.EYE_OFF));
    }
    Styles.set(node, "focused", looks.focus().equals(id));
    Styles.set(node, "absent", !in);
    Styles.set(node, "barred", obstacle.isPresent());
    refreshBadge();
  }

  /// Shows what the newest picture of the run says about it.
  void refreshBadge() {
    Track track = follower.track(id);
    Track.Failure failure = track == null ? null : track.failure();
    boolean failed = failure != null && contenders.takesPart(id);
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
