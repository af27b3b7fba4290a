package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.Toolkit;
import voidscope.ui.model.Slot;

/// Numbers that are typed, by the keys that people press.
@SuppressWarnings("NullAway.Init")
class FieldsTest {
  private static final String RATE = "field-run-theta-rate";
  @TempDir private Path folder;
  private Window window;

  @BeforeEach
  void open() {
    window = new Window(1366, 1100, new Window.Answers(folder));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private TextField field(String id) {
    return window.find(TextField.class, id);
  }

  private void type(String text) {
    Toolkit.runFx(
        () -> {
          TextField owner = (TextField) window.controller().scene().getFocusOwner();
          text.chars().forEach(c -> owner.replaceSelection(Character.toString(c)));
        });
  }

  private void shortcut(KeyCode code) {
    Toolkit.runFx(
        () ->
            Event.fireEvent(
                window.controller().scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false)));
    Toolkit.pulses(2);
  }

  private double rate() {
    return Toolkit.onFx(() -> window.model().wanted().run().real("theta-rate"));
  }

  private boolean refused(String id) {
    return Toolkit.onFx(
        () -> field(id).getPseudoClassStates().contains(PseudoClass.getPseudoClass("error")));
  }

  private String owner() {
    return "" + Toolkit.onFx(() -> window.controller().scene().getFocusOwner().getId());
  }

  private boolean chartHasTheKeys() {
    return owner().startsWith("chart-");
  }

  /// The text is looked after some times a second, and the selection and the caret stay.
  @Test
  void selectionAndCaret_stay() {
    TextField field = field(RATE);
    window.focus(field);
    Toolkit.runFx(() -> field.selectRange(1, 3));
    Toolkit.pulses(60);
    assertEquals(new IndexRange(1, 3), Toolkit.onFx(field::getSelection));
    shortcut(KeyCode.A);
    assertEquals(new IndexRange(0, 4), Toolkit.onFx(field::getSelection));
    Toolkit.pulses(60);
    type("40");
    assertEquals("40", Toolkit.onFx(field::getText));
    Toolkit.runFx(() -> field.setText("0.5"));
    Toolkit.runFx(() -> field.positionCaret(2));
    Toolkit.pulses(60);
    assertEquals("0.5", Toolkit.onFx(field::getText));
    assertEquals(2, Toolkit.onFx(field::getCaretPosition));
  }

  /// With the control key, A, C, X and V are the field's, also where nothing is selected.
  @Test
  void editingKeys_areTheFields() {
    TextField field = field(RATE);
    window.focus(field);
    shortcut(KeyCode.A);
    shortcut(KeyCode.C);
    assertEquals("0.01", Toolkit.onFx(() -> Clipboard.getSystemClipboard().getString()));
    Toolkit.runFx(field::deselect);
    shortcut(KeyCode.C);
    assertEquals("0.01", Toolkit.onFx(() -> Clipboard.getSystemClipboard().getString()));
    Toolkit.runFx(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("0.02");
          Clipboard.getSystemClipboard().setContent(content);
        });
    shortcut(KeyCode.A);
    shortcut(KeyCode.V);
    assertEquals("0.02", Toolkit.onFx(field::getText));
    shortcut(KeyCode.A);
    shortcut(KeyCode.X);
    assertEquals("", Toolkit.onFx(field::getText));
  }

  /// Enter, a second Esc, a restart and an opening give the keys to the charts.
  @Test
  void keys_goBackToTheCharts() {
    TextField field = field(RATE);
    window.focus(field);
    Toolkit.runFx(() -> field.setText("0.02"));
    Toolkit.runFx(() -> Event.fireEvent(field, new ActionEvent()));
    assertEquals(.02, rate());
    assertTrue(chartHasTheKeys(), owner());
    window.focus(field);
    Toolkit.runFx(() -> field.setText("0.03"));
    window.press(KeyCode.ESCAPE);
    assertEquals("0.02", Toolkit.onFx(field::getText));
    assertEquals(RATE, owner());
    window.press(KeyCode.ESCAPE);
    assertTrue(chartHasTheKeys(), owner());
    window.focus(field);
    Toolkit.runFx(() -> window.controller().actions().get("restart").handler().run());
    assertTrue(chartHasTheKeys(), owner());
    window.focus(field);
    Toolkit.runFx(() -> window.controller().desk().open(Path.of("samples", "t-499.toml")));
    Toolkit.until(this::chartHasTheKeys);
    window.press(KeyCode.DIGIT2);
    assertEquals("gradient", Toolkit.onFx(() -> window.model().looks().outlook().view()));
  }

  private void refuse(String id) {
    TextField field = field(id);
    window.focus(field);
    Toolkit.runFx(() -> field.setText("many"));
    Toolkit.runFx(() -> Event.fireEvent(field, new ActionEvent()));
    assertTrue(refused(id));
    assertEquals(id, owner());
    Toolkit.runFx(() -> window.controller().board().focus());
    Toolkit.pulses(60);
    assertTrue(refused(id));
    assertEquals("many", Toolkit.onFx(field::getText));
  }

  /// A refused text stays with its reason, wherever the keys go, until it is mended.
  @ParameterizedTest
  @CsvSource({"field-run-theta-rate,0.01", "field-run-seed,42", "field-relax-width,10"})
  void refusedText_healsWithEsc_aGoodOne_aSliderOrAnotherRun(String id, String good) {
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.pulses(2);
    refuse(id);
    window.press(KeyCode.ESCAPE);
    assertFalse(refused(id));
    assertEquals(good, Toolkit.onFx(() -> field(id).getText()));
    refuse(id);
    window.focus(field(id));
    Toolkit.runFx(() -> field(id).setText(good));
    Toolkit.runFx(() -> Event.fireEvent(field(id), new ActionEvent()));
    assertFalse(refused(id));
    refuse(id);
    Toolkit.runFx(() -> window.controller().actions().get("restart").handler().run());
    Toolkit.pulses(2);
    assertFalse(refused(id));
    refuse(id);
    Toolkit.runFx(() -> window.controller().desk().open(Path.of("samples", "t-45.toml")));
    Toolkit.until(() -> "t-45".equals(Toolkit.onFx(() -> window.model().origin().name())));
    Toolkit.pulses(2);
    assertFalse(refused(id));
  }

  @Test
  void refusedText_healsWhenTheValueIsMoved() {
    refuse(RATE);
    Toolkit.runFx(() -> window.model().values().set(Slot.learning().get(1), .5));
    Toolkit.pulses(2);
    assertFalse(refused(RATE));
    assertEquals("0.5", Toolkit.onFx(() -> field(RATE).getText()));
  }

  @Test
  void name_staysWhileTheValueWaits() {
    TextField field = field("field-problem-latents");
    window.focus(field);
    Toolkit.runFx(() -> field.setText("3"));
    Toolkit.runFx(() -> Event.fireEvent(field, new ActionEvent()));
    assertEquals(
        1,
        Toolkit.onFx(
            () ->
                window.controller().scene().getRoot().lookupAll(".parameter-label.pending").stream()
                    .map(node -> ((Label) node).getText())
                    .filter(text -> text.equals("latents D ↻ R"))
                    .count()));
  }

  /// What keyboards and other programs write is understood.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"1/4; 0.25", "0,45; 0.45", ",045; 0.045", "5·10⁻³; 0.005", "0.2; 0.2"})
  void number_isUnderstood(String text, double value) {
    TextField field = field(RATE);
    window.focus(field);
    Toolkit.runFx(() -> field.setText(text));
    Toolkit.runFx(() -> Event.fireEvent(field, new ActionEvent()));
    assertEquals(value, rate());
  }

  @Test
  void numberOfTwoReadings_isRefusedWithBoth() {
    TextField field = field("field-run-steps");
    window.focus(field);
    Toolkit.runFx(() -> field.setText("12,000"));
    Toolkit.runFx(() -> Event.fireEvent(field, new ActionEvent()));
    assertTrue(
        Toolkit.onFx(
            () ->
                window.controller().scene().getRoot().lookupAll(".complaint").stream()
                    .anyMatch(node -> ((Label) node).getText().equals("12.000 or 12000?"))));
  }
}
