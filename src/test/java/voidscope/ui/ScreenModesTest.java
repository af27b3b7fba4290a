package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.experiment.record.Snapshot;
import voidscope.ui.widget.Magnifier;

/// How the window uses its screen, and what clickers and hands do then.
@SuppressWarnings("NullAway.Init")
class ScreenModesTest {
  private Window window;

  @BeforeEach
  void open() {
    window = new Window(1366, 900, new Window.Answers(Path.of("unset")));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private double factor() {
    return Toolkit.onFx(() -> ((Magnifier) window.controller().scene().getRoot()).factor());
  }

  private boolean controls() {
    return Toolkit.onFx(() -> window.controller().scene().lookup("#controls") != null);
  }

  private void press(KeyCode code, boolean control) {
    Toolkit.runFx(
        () ->
            Event.fireEvent(
                window.controller().scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    Toolkit.pulses(2);
  }

  @Test
  void everything_isLarger_andAsItWas_byKeys() {
    assertEquals(1, factor());
    assertTrue(controls());
    press(KeyCode.EQUALS, true);
    press(KeyCode.PLUS, true);
    assertEquals(1.21, factor(), 1e-9);
    assertFalse(controls()); // there is less place now
    for (int i = 0; i < 20; i++) {
      press(KeyCode.ADD, true);
    }
    assertEquals(2, factor());
    press(KeyCode.DIGIT0, true);
    assertEquals(1, factor());
    assertTrue(controls());
    press(KeyCode.MINUS, true);
    assertEquals(1, factor());
  }

  @Test
  void projectorMode_isLeftByItsKey_andByEsc() {
    press(KeyCode.P, false);
    assertEquals(1.5, factor(), .01);
    assertFalse(controls());
    press(KeyCode.C, false);
    assertTrue(controls());
    press(KeyCode.P, false);
    assertEquals(1, factor());
    press(KeyCode.P, false);
    assertFalse(controls());
    press(KeyCode.ESCAPE, false);
    assertEquals(1, factor());
    assertTrue(controls());
  }

  private double rate() {
    return Toolkit.onFx(() -> window.model().wanted().run().real("theta-rate"));
  }

  private void click(Node node) {
    Toolkit.runFx(() -> Event.fireEvent(node, Mouse.event(MouseEvent.MOUSE_PRESSED, 1, 1, true)));
    Toolkit.runFx(node::requestFocus);
  }

  /// Clickers send page keys: they are a slider's only where it is meant.
  @Test
  void pageKeys_moveASlider_onlyWhereItIsMeant() {
    Slider slider = window.find(Slider.class, "slider-run-theta-rate");
    window.focus(slider);
    double before = rate();
    window.press(KeyCode.PAGE_DOWN);
    assertEquals(before, rate());
    click(slider);
    before = rate();
    window.press(KeyCode.PAGE_DOWN);
    assertNotEquals(before, rate());
    window.press(KeyCode.F);
    before = rate();
    window.press(KeyCode.PAGE_UP);
    assertEquals(before, rate());
    click(slider);
    before = rate();
    press(KeyCode.P, false);
    click(slider);
    window.press(KeyCode.PAGE_UP);
    assertEquals(before, rate());
  }

  private Snapshot current() {
    return Objects.requireNonNull(Toolkit.onFx(() -> window.model().follower().newest()));
  }

  @Test
  void run_goesToAStep_andStops() {
    TextField goal = window.find(TextField.class, "goal");
    window.focus(goal);
    Toolkit.runFx(() -> goal.setText("1 500"));
    Toolkit.runFx(() -> Event.fireEvent(goal, new ActionEvent()));
    Toolkit.until(() -> current().state() == Snapshot.State.PAUSED);
    assertEquals(1500, current().step());
    assertEquals("", Toolkit.onFx(goal::getText));
    for (String bad : new String[] {"1000", "many", "1.5", "20000"}) {
      Toolkit.runFx(() -> goal.setText(bad));
      Toolkit.runFx(() -> Event.fireEvent(goal, new ActionEvent()));
      Label label =
          Toolkit.onFx(() -> (Label) goal.getParent().getChildrenUnmodifiable().getFirst());
      assertTrue(label.getText().startsWith("expected"), label.getText());
    }
    Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
    Toolkit.until(() -> current().step() > 1500);
  }
}
