package voidscope.ui.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import voidscope.catalogue.Parameter;
import voidscope.ui.model.Slot;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// One of several names; of images also a file of one's own.
final class ChoiceRow implements ParameterRow {
  private final Slot slot;
  private final WorkbenchModel model;
  private final Label label = new Label();
  private final ComboBox<Item> combo = new ComboBox<>();
  private final HBox row = new HBox(label, combo);
  private boolean refreshing;

  /// An entry of the list.
  ///
  /// @param value what it sets; NaN asks for a file
  record Item(String text, double value) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static final Item ASK = new Item("Open a file…", Double.NaN);

  ChoiceRow(Slot slot, WorkbenchModel model) {
    this.slot = slot;
    this.model = model;
    label.setLabelFor(combo);
    label.setTooltip(ParameterRow.tooltip(slot.parameter()));
    label.getStyleClass().add("parameter-label");
    row.getStyleClass().add("parameter-row");
    combo.setId("choice-" + slot.id());
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setTooltip(ParameterRow.tooltip(slot.parameter()));
    combo.setAccessibleText(slot.parameter().label());
    combo.setOnAction(event -> commit());
    HBox.setHgrow(combo, Priority.ALWAYS);
    Reverting.install(combo, slot, model);
    refresh();
  }

  private void commit() {
    Item item = combo.getSelectionModel().getSelectedItem();
    if (refreshing || item == null) {
      return;
    }
    if (item.equals(ASK)) {
      refresh();
      model.request(Actions.OPEN_IMAGES);
    } else if (item.value() != model.value(slot)) {
      model.set(slot, item.value());
    }
  }

  @Override
  public Node node() {
    return row;
  }

  @Override
  public void refresh() {
    double value = model.value(slot);
    List<Item> items = items(value);
    refreshing = true;
    if (!combo.getItems().equals(items)) {
      combo.getItems().setAll(items);
    }
    combo
        .getSelectionModel()
        .select(items.stream().filter(item -> item.value() == value).findFirst().orElse(ASK));
    refreshing = false;
    ParameterRow.caption(label, slot, model);
    Styles.state(combo, "pending", model.pending(slot));
  }

  private List<Item> items(double value) {
    Parameter parameter = slot.parameter();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < parameter.choices().size(); i++) {
      items.add(new Item(parameter.format(i), i));
    }
    if (value >= parameter.choices().size()) {
      items.add(new Item(String.valueOf(Path.of(parameter.format(value)).getFileName()), value));
    }
    if (parameter.kind() == Parameter.Kind.FILE) {
      items.add(ASK);
    }
    return items;
  }
}
