package voidscope.ui.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Value;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// One of several names; of images also a file of one's own.
final class ChoiceRow implements ParameterRow {
  private final Slot slot;
  private final Values model;
  private final Label label = new Label();
  private final ComboBox<Item> combo = new ComboBox<>();
  private final HBox row = new HBox(label, combo);
  private boolean refreshing;

  /// An entry of the list.
  ///
  /// @param value what it sets; null asks for a file
  record Item(String text, @Nullable Value value) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static final Item ASK = new Item("Open a file…", null);

  ChoiceRow(Slot slot, Values model) {
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
    Value value = item.value();
    if (value == null) {
      refresh();
      model.request(Actions.OPEN_IMAGES);
    } else if (!value.equals(model.value(slot))) {
      model.set(slot, value);
    }
  }

  @Override
  public Node node() {
    return row;
  }

  @Override
  public void refresh() {
    Value value = model.value(slot);
    List<Item> items = items(value);
    refreshing = true;
    if (!combo.getItems().equals(items)) {
      combo.getItems().setAll(items);
    }
    combo
        .getSelectionModel()
        .select(items.stream().filter(item -> value.equals(item.value())).findFirst().orElse(null));
    refreshing = false;
    ParameterRow.caption(label, slot, model);
    Styles.state(combo, "pending", model.pending(slot));
  }

  private List<Item> items(Value value) {
    List<Item> items = new ArrayList<>();
    switch (slot.parameter().domain()) {
      case Domain.Choice(List<String> names) -> add(names, items);
      case Domain.File(List<String> names) -> {
        add(names, items);
        if (value instanceof Value.File(String path, String _)) {
          items.add(new Item(String.valueOf(Path.of(path).getFileName()), value));
        }
        items.add(ASK);
      }
      case Domain.Text _ ->
          model.offers(slot).forEach(offer -> items.add(new Item(offer.label(), offer.value())));
      case Domain.Flag _, Domain.Range _, Domain.Steps _ -> {}
    }
    return items;
  }

  private static void add(List<String> names, List<Item> items) {
    names.forEach(name -> items.add(new Item(name, new Value.Choice(name))));
  }
}
