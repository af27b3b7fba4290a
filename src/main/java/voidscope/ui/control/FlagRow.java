package voidscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import voidscope.catalogue.Value;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Styles;

/// Yes or no.
final class FlagRow implements ParameterRow {
  private final Slot slot;
  private final Values model;
  private final CheckBox box = new CheckBox();

  FlagRow(Slot slot, Values model) {
    this.slot = slot;
    this.model = model;
    box.setId("flag-" + slot.id());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setTooltip(ParameterRow.tooltip(slot.parameter()));
    box.getStyleClass().add("parameter-row");
    box.setOnAction(event -> model.set(slot, new Value.Flag(box.isSelected())));
    Reverting.install(box, slot, model);
    refresh();
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void refresh() {
    boolean pending = model.pending(slot);
    box.setSelected(model.value(slot).equals(new Value.Flag(true)));
    box.setText(ParameterRow.caption(slot.parameter()) + (pending ? ParameterRow.TO_RESTART : ""));
    Styles.set(box, "pending", pending);
  }
}
