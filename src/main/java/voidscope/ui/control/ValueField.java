package voidscope.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Value;
import voidscope.text.Numbers;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Styles;

/// The typed value of a slot: Enter or leaving commits, Esc takes back, a bad text is refused.
final class ValueField {
  private final Slot slot;
  private final Values model;
  private final Consumer<@Nullable String> complaint;
  private final TextField field = new TextField();
  private String last = "";

  /// @param complaint told what is expected when the text is bad, and null when it is good again
  ValueField(Slot slot, Values model, Consumer<@Nullable String> complaint) {
    this.slot = slot;
    this.model = model;
    this.complaint = complaint;
    field.setId("field-" + slot.id());
    field.getStyleClass().add("value-field");
    field.setAccessibleText(slot.parameter().label());
    field.setTooltip(ParameterRow.tooltip(slot.parameter()));
    refresh();
    field.setOnAction(event -> commit());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && edited()) {
                commit();
              }
            });
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
  }

  TextField field() {
    return field;
  }

  /// Shows the model's value unless the user is typing.
  void refresh() {
    if (!field.isFocused() || !edited()) {
      show(Numbers.text(shown()));
    }
    field.setDisable(model.automatic(slot));
    Styles.state(field, "pending", model.pending(slot));
  }

  /// The value as it is, also where the estimator has tuned it beyond what may be typed.
  private double shown() {
    double value = model.number(slot);
    return model.automatic(slot) ? Numbers.rounded(value) : value;
  }

  private boolean edited() {
    return !field.getText().equals(last);
  }

  private void commit() {
    try {
      Value value = slot.parameter().parse(field.getText());
      complain(null);
      model.release(slot);
      model.set(slot, value);
      show(Numbers.text(shown()));
    } catch (IllegalArgumentException e) {
      complain("expected " + slot.parameter().domain().expectation());
    }
  }

  private void show(String text) {
    last = text;
    field.setText(text);
  }

  private void complain(@Nullable String what) {
    Styles.state(field, "error", what != null);
    complaint.accept(what);
  }

  private void escape(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) {
      return;
    }
    if (edited()) {
      show(Numbers.text(shown()));
      complain(null);
      event.consume();
    } else if (model.pending(slot)) {
      model.revert(slot);
      show(Numbers.text(shown()));
      event.consume();
    }
  }
}
