package voidscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.Scenarios;
import voidscope.ui.model.Slot;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.model.WorkbenchModelTest;

/// A number's row on its own.
final class NumberRowTest {
  @Test
  void tunedValue_isShownWithoutComplaint_beyondWhatMayBeTyped() {
    WorkbenchModel model = new WorkbenchModel(Scenarios.standard());
    model.accept(WorkbenchModelTest.tuned(-0.00746));
    Slot scale =
        Slot.own(Estimators.catalogue().get("rebar")).stream()
            .filter(slot -> slot.parameter().key().equals("eta"))
            .findFirst()
            .orElseThrow();
    Node row = Toolkit.onFx(() -> new NumberRow(scale, model).node());
    TextField field = (TextField) row.lookup("#field-rebar-eta");
    assertEquals("-0.00746", field.getText());
    assertFalse(row.lookup(".complaint").isVisible());
  }
}
