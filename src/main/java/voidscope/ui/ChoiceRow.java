package voidscope.ui;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One of several names.
final class ChoiceRow implements ParameterRow {
  private final Slot slot;
  private final WorkbenchModel model;
  private final Label label = new Label();
  private final ComboBox<String> combo = new ComboBox<>();
  private final HBox row = new HBox(label, combo);

  ChoiceRow(Slot slot, WorkbenchModel model) {
    this.slot = slot;
    this.model = model;
    label.setLabelFor(combo);
    label.setTooltip(ParameterRow.tooltip(slot.parameter()));
    label.getStyleClass().add("parameter-label");
    row.getStyleClass().add("parameter-row");
    combo.setId("choice-" + slot.id());
    combo.getItems().setAll(slot.parameter().choices());
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setTooltip(ParameterRow.tooltip(slot.parameter()));
    combo.setAccessibleText(slot.parameter().label());
    combo.setOnAction(event -> commit());
    HBox.setHgrow(combo, Priority.ALWAYS);
    Reverting.install(combo, slot, model);
    refresh();
  }

  private void commit() {
    int index = combo.getSelectionModel().getSelectedIndex();
    if (index >= 0 && index != (int) model.value(slot)) {
      model.set(slot, index);
    }
  }

  @Override
  public Node node() {
    return row;
  }

  @Override
  public void refresh() {
    int index = (int) model.value(slot);
    if (combo.getSelectionModel().getSelectedIndex() != index) {
      combo.getSelectionModel().select(index);
    }
    ParameterRow.caption(label, slot, model);
    Styles.state(combo, "pending", model.pending(slot));
  }
}
