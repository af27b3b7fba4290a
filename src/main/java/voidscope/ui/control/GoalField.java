package voidscope.ui.control;

import java.util.OptionalDouble;
import java.util.function.LongFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import voidscope.text.TypedNumber;
import voidscope.ui.widget.Styles;

/// The step to which a run is to go, in the transport bar: Enter lets it go on and pause there.
public final class GoalField {
  private static final String NAME = "run to";

  private final Label label = Styles.with(new Label(NAME), "goal-label");
  private final TextField field = Styles.with(new TextField(), "value-field");
  private final HBox node = Styles.with(new HBox(label, field), "goal");

  /// @param goal takes a step and says why it cannot be, or nothing
  /// @param leave gives the keys to the charts
  public GoalField(LongFunction<String> goal, Runnable leave) {
    field.setId("goal");
    field.setAccessibleText("Run to this step and stop");
    field.setTooltip(new Tooltip("Run to this step and stop  (G)"));
    label.setLabelFor(field);
    field.setOnAction(
        event -> {
          OptionalDouble step = TypedNumber.parse(field.getText());
          boolean whole = step.isPresent() && Math.rint(step.getAsDouble()) == step.getAsDouble();
          String readings = TypedNumber.readings(field.getText());
          complain(
              whole
                  ? goal.apply((long) step.getAsDouble())
                  : readings.isEmpty() ? "expected a whole number" : readings + "?");
          if (label.getText().equals(NAME)) {
            field.clear();
            leave.run();
          }
        });
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            complain("");
            field.clear();
            leave.run();
            event.consume();
          }
        });
  }

  public Node node() {
    return node;
  }

  /// Takes the keys.
  public void requestFocus() {
    field.requestFocus();
  }

  private void complain(String what) {
    label.setText(what.isEmpty() ? NAME : what);
    Styles.set(label, "complaint", !what.isEmpty());
    Styles.state(field, "error", !what.isEmpty());
  }
}
