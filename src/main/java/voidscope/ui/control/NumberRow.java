package voidscope.ui.control;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Scale;
import voidscope.text.Numbers;
import voidscope.ui.model.KeyRun;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Styles;

/// A number: label, slider where one is useful, typed value; `auto` where the estimator can tune
/// it.
final class NumberRow implements ParameterRow {
  private final Slot slot;
  private final Values model;
  private final SliderLayout layout;
  private final KeyRun keys;
  private final Label label = Styles.with(new Label(), "parameter-label");
  private final Label complaint = Styles.with(new Label(), "complaint");
  private final Label tuned = Styles.with(new Label(), "tuned");
  private final Slider slider = new Slider();
  private final ToggleButton auto = Styles.with(new ToggleButton("auto"), "auto");
  private final ValueField value;
  private final VBox node = new VBox();
  private boolean refreshing;

  NumberRow(Slot slot, Values model) {
    this(slot, model, new KeyRun(System::nanoTime));
  }

  /// The same, with its own sense of time.
  NumberRow(Slot slot, Values model, KeyRun keys) {
    this.slot = slot;
    this.model = model;
    this.keys = keys;
    this.layout = new SliderLayout(slot.parameter().range());
    this.value = new ValueField(slot, model, this::complain);
    label.setLabelFor(value.field());
    label.setTooltip(ParameterRow.tooltip(slot.parameter()));
    complaint.setVisible(false);
    complaint.setOnMouseClicked(event -> value.heal());
    configureSlider();
    arrange();
    refresh();
  }

  private void configureSlider() {
    slider.setId("slider-" + slot.id());
    slider.setMin(layout.start());
    slider.setMax(layout.end());
    slider.setAccessibleText(slot.parameter().label());
    slider.setTooltip(ParameterRow.tooltip(slot.parameter()));
    slider.setPrefWidth(90);
    slider
        .valueProperty()
        .addListener(
            (property, old, position) -> {
              if (!refreshing) {
                model.set(slot, layout.value(position.doubleValue()));
              }
            });
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.hold(slot));
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> model.release(slot));
    slider
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                model.release(slot);
              }
            });
    Reverting.install(slider, slot, model);
  }

  private void arrange() {
    boolean target = slot.parameter().range().scale() == Scale.TARGET;
    HBox left = Styles.with(new HBox(label), "parameter-left");
    HBox.setHgrow(label, Priority.SOMETIMES);
    if (layout.useful() && !target) {
      left.getChildren().add(slider);
      HBox.setHgrow(slider, Priority.ALWAYS);
    }
    StackPane front = new StackPane(left, complaint);
    StackPane.setAlignment(complaint, Pos.CENTER_LEFT);
    HBox.setHgrow(front, Priority.ALWAYS);
    HBox row = Styles.with(new HBox(front), "parameter-row");
    if (slot.tuner() != null) {
      auto.setId("flag-" + slot.id());
      auto.setTooltip(new Tooltip(slot.tuner().sentence()));
      auto.setOnAction(event -> model.setAutomatic(slot, auto.isSelected()));
    }
    row.getChildren().add(value.field());
    Styles.set(value.field(), "wide", !layout.useful());
    node.getChildren().add(row);
    if (target) {
      node.getChildren().add(new TargetScale(slider, layout).node());
    }
    if (slot.tuner() != null) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      node.getChildren().add(Styles.with(new HBox(tuned, space, auto), "tuning"));
    }
  }

  private void key(KeyEvent event) {
    SliderLayout.Stride small =
        event.isShiftDown() ? SliderLayout.Stride.FINE : SliderLayout.Stride.ARROW;
    switch (event.getCode()) {
      case LEFT, DOWN -> move(small, -1, event);
      case RIGHT, UP -> move(small, 1, event);
      case PAGE_DOWN -> move(SliderLayout.Stride.PAGE, -1, event);
      case PAGE_UP -> move(SliderLayout.Stride.PAGE, 1, event);
      default -> {}
    }
  }

  private void move(SliderLayout.Stride stride, int direction, KeyEvent event) {
    if (!keys.goesOn() || !model.holds(slot)) {
      model.hold(slot);
    }
    model.set(slot, layout.moved(model.number(slot), stride, direction));
    event.consume();
  }

  private void complain(@Nullable String what) {
    complaint.setText(what == null ? "" : what);
    complaint.setVisible(what != null);
    complaint.setTooltip(
        what == null ? null : new Tooltip(what + " · Esc or a click takes it back"));
    label.getParent().setVisible(what == null);
  }

  @Override
  public boolean heal() {
    return value.heal();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void refresh() {
    boolean automatic = model.automatic(slot);
    refreshing = true;
    slider.setValue(layout.position(model.number(slot)));
    refreshing = false;
    slider.setDisable(automatic);
    value.refresh();
    ParameterRow.caption(label, slot, model);
    if (slot.parameter().range().scale() == Scale.TARGET && model.number(slot) == 0.5) {
      label.setText(label.getText() + "   ∇ = 0");
    }
    if (slot.tuner() != null) {
      boolean tunes = slot.scopes().stream().anyMatch(scope -> model.tunes(slot, scope));
      auto.setSelected(tunes);
      showTuned(automatic);
    }
  }

  /// Where the slider does not tell all of them, the tuned values stand below it, those of several
  /// layers of latents one behind the other.
  private void showTuned(boolean automatic) {
    List<String> tuning = model.tuning(slot);
    boolean told =
        automatic
            && tuning.size() < 2
            && tuning.stream().allMatch(scope -> model.tunedLayers(slot, scope).size() < 2);
    String text =
        told
            ? ""
            : tuning.stream()
                .map(
                    scope ->
                        model.label(scope)
                            + " "
                            + model.tunedLayers(slot, scope).stream()
                                .map(Numbers::shortText)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "));
    tuned.setText(text.isEmpty() ? "" : "tuned  " + text);
  }
}
