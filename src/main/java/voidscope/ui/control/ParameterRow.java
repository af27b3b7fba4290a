package voidscope.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Styles;

/// The control of one parameter.
interface ParameterRow {
  /// What follows the sign of a restart where a value waits for it: the key.
  String TO_RESTART = " R";

  /// What stands in the column.
  Node node();

  /// Shows the model's value.
  void refresh();

  /// Takes a text back that was typed and refused.
  ///
  /// @return whether there was one
  default boolean heal() {
    return false;
  }

  /// The row of a parameter's kind.
  static ParameterRow of(Slot slot, Values model) {
    return switch (slot.parameter().domain()) {
      case Domain.Range _ -> new NumberRow(slot, model);
      case Domain.Flag _ -> new FlagRow(slot, model);
      case Domain.Choice _, Domain.File _ -> new ChoiceRow(slot, model);
      case Domain.Steps _ -> new TextRow(slot, model);
      case Domain.Text _ ->
          model.offers(slot).isEmpty() ? new TextRow(slot, model) : new ChoiceRow(slot, model);
    };
  }

  /// The rows of several parameters.
  static List<ParameterRow> all(List<Slot> slots, Values model) {
    return slots.stream().map(slot -> of(slot, model)).toList();
  }

  /// What a row is called, with its symbol and whether it needs a restart.
  static String caption(Parameter parameter) {
    boolean symbol = !parameter.symbol().isEmpty() && !parameter.symbol().contains("_");
    return parameter.label()
        + (symbol ? " " + parameter.symbol() : "")
        + (parameter.live() ? "" : " ↻");
  }

  /// What the pointer is told.
  static Tooltip tooltip(Parameter parameter) {
    String unit = parameter.unit().isEmpty() ? "" : " Unit: " + parameter.unit() + ".";
    return new Tooltip(
        parameter.sentence()
            + unit
            + (parameter.live() ? "" : " A change takes effect with the next restart (R)."));
  }

  /// A label that says so when the value waits for a restart.
  static void caption(Label label, Slot slot, Values model) {
    boolean pending = model.pending(slot);
    label.setText(caption(slot.parameter()) + (pending ? TO_RESTART : ""));
    Styles.set(label, "pending", pending);
  }
}
