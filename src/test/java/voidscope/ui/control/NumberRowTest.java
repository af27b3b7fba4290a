package voidscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.experiment.scenario.Scenarios;
import voidscope.ui.model.KeyRun;
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
        model.own("rebar").stream()
            .filter(slot -> slot.parameter().key().equals("eta"))
            .findFirst()
            .orElseThrow();
    Node row = Toolkit.onFx(() -> new NumberRow(scale, model.values()).node());
    TextField field = (TextField) row.lookup("#field-rebar-eta");
    assertEquals("-0.00746", field.getText());
    assertFalse(row.lookup(".complaint").isVisible());
  }

  /// A drag from press to release, presses of a key in a row, and a typed value are a gesture each.
  @Test
  void gestures_areDrags_runsOfKeys_andTypedValues() {
    WorkbenchModel model = new WorkbenchModel(Scenarios.standard());
    Slot rate =
        Slot.learning().stream()
            .filter(slot -> slot.parameter().key().equals("theta-rate"))
            .findFirst()
            .orElseThrow();
    AtomicLong nanos = new AtomicLong();
    List<Long> gestures = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    Runnable note =
        () -> {
          gestures.add(model.gesture());
          values.add(model.wanted().run().real("theta-rate"));
        };
    Toolkit.runFx(
        () -> {
          Node row = new NumberRow(rate, model.values(), new KeyRun(nanos::get)).node();
          Slider slider = (Slider) row.lookup("#slider-run-theta-rate");
          TextField field = (TextField) row.lookup("#field-run-theta-rate");
          for (int drag = 0; drag < 2; drag++) {
            mouse(slider, MouseEvent.MOUSE_PRESSED);
            for (int i = 0; i < 3; i++) {
              slider.setValue(-3 + 0.5 * drag + 0.1 * i);
              note.run();
            }
            mouse(slider, MouseEvent.MOUSE_RELEASED);
          }
          for (long pause : new long[] {0, 500_000_000L, 2_000_000_000L, 100_000_000L}) {
            nanos.addAndGet(pause);
            slider.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
            note.run();
          }
          for (String typed : List.of("0.5", "0.25")) {
            field.setText(typed);
            field.fireEvent(new ActionEvent());
            note.run();
          }
        });
    assertEquals(values.size(), Set.copyOf(values).size(), values::toString);
    assertEquals(
        List.of(1L, 1L, 1L, 2L, 2L, 2L, 3L, 3L, 4L, 4L, 5L, 6L), gestures, gestures::toString);
  }

  private static void mouse(Node node, EventType<MouseEvent> type) {
    node.fireEvent(Mouse.event(type, 0, 0, true));
  }
}
