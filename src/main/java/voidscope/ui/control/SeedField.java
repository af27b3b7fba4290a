package voidscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Styles;

/// The seed in the transport bar.
public final class SeedField {
  private final Values model;
  private final Slot slot = Slot.seed();
  private final Label label = Styles.with(new Label(), "seed-label");
  private final ValueField value;
  private final HBox node;

  public SeedField(Values model) {
    this.model = model;
    this.value = new ValueField(slot, model, what -> show(what == null ? "" : what));
    label.setLabelFor(value.field());
    node = Styles.with(new HBox(label, value.field()), "seed");
    refresh();
  }

  public Node node() {
    return node;
  }

  public void refresh() {
    value.refresh();
    show("");
  }

  private void show(String complaint) {
    boolean pending = model.pending(slot);
    label.setText(!complaint.isEmpty() ? complaint : pending ? "seed ↻ R to restart" : "seed ↻");
    Styles.set(label, "complaint", !complaint.isEmpty());
    Styles.set(label, "pending", pending && complaint.isEmpty());
  }
}
