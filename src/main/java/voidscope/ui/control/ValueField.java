package voidscope.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Value;
import voidscope.text.Numbers;
import voidscope.text.TypedNumber;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// The typed value of a slot: Enter or leaving commits, Esc takes back, a bad text is refused and
/// stays until it is mended, or until the value comes to be another. Enter and a second Esc give
/// the keys back to the charts.
final class ValueField {
  private final Slot slot;
  private final Values model;
  private final Consumer<@Nullable String> complaint;
  private final TextField field = new TextField();
  private String last = "";
  private boolean refused;
  private long run;

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
    field.setOnAction(
        event -> {
          if (commit()) {
            model.request(Actions.CHARTS);
          }
        });
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

  /// Shows the model's value unless the user is typing, or has typed what is refused.
  void refresh() {
    String text = Numbers.text(shown());
    boolean moved = !field.isFocused() && !text.equals(last);
    if (model.run() != run || moved || !edited()) {
      run = model.run();
      show(text);
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

  /// @return whether the text has been taken
  private boolean commit() {
    try {
      Value value = slot.parameter().parse(field.getText());
      model.release(slot);
      model.set(slot, value);
      show(Numbers.text(shown()));
      return true;
    } catch (IllegalArgumentException e) {
      String readings = TypedNumber.readings(field.getText());
      complain(
          readings.isEmpty()
              ? "expected " + slot.parameter().domain().expectation()
              : readings + "?");
      return false;
    }
  }

  /// Shows a good text. Where it is shown already, nothing happens to the caret and the selection;
  /// where the whole text was selected, the new one is.
  private void show(String text) {
    last = text;
    if (!text.equals(field.getText())) {
      boolean whole = field.isFocused() && field.getSelection().getLength() == field.getLength();
      int caret = Math.min(field.getCaretPosition(), text.length());
      field.setText(text);
      if (whole) {
        field.selectAll();
      } else {
        field.positionCaret(caret);
      }
    }
    complain(null);
  }

  /// Takes a text back that is refused.
  ///
  /// @return whether there was one
  boolean heal() {
    boolean healed = refused;
    if (healed) {
      show(Numbers.text(shown()));
    }
    return healed;
  }

  private void complain(@Nullable String what) {
    if (refused || what != null) {
      refused = what != null;
      Styles.state(field, "error", refused);
      complaint.accept(what);
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) {
      return;
    }
    if (edited()) {
      show(Numbers.text(shown()));
    } else {
      model.revert(slot);
      show(Numbers.text(shown()));
      model.request(Actions.CHARTS);
    }
    event.consume();
  }
}
