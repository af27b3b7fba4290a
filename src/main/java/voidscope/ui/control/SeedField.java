package voidscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
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
  private String complaint = "";

  public SeedField(Values model) {
    this.model = model;
    this.value = new ValueField(slot, model, this::complain);
    label.setLabelFor(value.field());
    node = Styles.with(new HBox(label, value.field()), "seed");
    refresh();
  }

  public Node node() {
    return node;
  }

  public void refresh() {
    value.refresh();
    show();
  }

  /// Takes a text back that is refused.
  ///
  /// @return whether there was one
  public boolean heal() {
    return value.heal();
  }

  private void complain(@Nullable String what) {
    complaint = what == null ? "" : what;
    show();
  }

  private void show() {
    boolean pending = model.pending(slot);
    label.setText(
        !complaint.isEmpty() ? complaint : "seed ↻" + (pending ? ParameterRow.TO_RESTART : ""));
    Styles.set(label, "complaint", !complaint.isEmpty());
    Styles.set(label, "pending", pending && complaint.isEmpty());
  }
}
