package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Toolkit;
import voidscope.problem.catalogue.Problems;

/// A formula that is typed, by the keys that people press.
@SuppressWarnings("NullAway.Init")
class FormulaFieldTest {
  private static final String FIRST = "(mean - t)^2";
  @TempDir private Path folder;
  private Window window;

  @BeforeEach
  void open() {
    window = new Window(1366, 1100, new Window.Answers(folder));
    Toolkit.runFx(() -> window.model().chooseProblem("formula"));
    Toolkit.pulses(4);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private TextField field() {
    return window.find(TextField.class, "text-problem-formula");
  }

  private String words(String part) {
    Label label = window.find(Label.class, part + "-problem-formula");
    return Toolkit.onFx(() -> label.isVisible() ? label.getText() : "");
  }

  private String drafted() {
    return Toolkit.onFx(() -> window.model().draft().problem().settings().text(Problems.FORMULA));
  }

  private String running() {
    return Toolkit.onFx(() -> window.model().wanted().problem().settings().text(Problems.FORMULA));
  }

  private boolean is(String state) {
    return Toolkit.onFx(
        () -> field().getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)));
  }

  private void write(String text) {
    window.focus(field());
    Toolkit.runFx(() -> field().setText(text));
    Toolkit.pulses(2);
  }

  @Test
  void text_isChecked_asItIsTyped_andPointsAtTheCharacter() {
    write("b1 * * b2");
    assertTrue(is("error"));
    assertEquals("b1 * ▸* b2", words("mark"));
    assertEquals("expected a value such as a number, a name or “(”, found “*”", words("complaint"));
    write("b1 *");
    assertEquals("b1 *▸␣", words("mark"));
    write("b1 * b2");
    assertFalse(is("error"));
    assertEquals("", words("mark"));
    assertEquals("", words("complaint"));
  }

  /// All that the language has is told while one types, and none of it is unknown to it.
  @Test
  void language_isTold_whileNothingIsWrong() {
    assertEquals("", words("hint"));
    write("b1 * b2");
    String hint = words("hint");
    for (String word : hint.replaceAll(".*≥ >; |, if.*", "").split(", ", -1)) {
      boolean two = word.equals("min") || word.equals("max");
      write(word + (two ? "(b1, b2)" : "(b1 + 1)"));
      assertEquals("", words("complaint"), word);
    }
    write("if(b1 < b2, pi, e) + sum + mean((b - t)^2) + prod − b₁·b₂ + (b1 ≤ b2) - (b1 = b2)");
    assertEquals(hint, words("hint"));
    write("b1 *");
    assertEquals("", words("hint"));
  }

  /// What is no number is told with the b that makes it.
  @Test
  void division_byZero_isTold_withTheSample() {
    write("1/b1");
    assertEquals("1▸/b1", words("mark"));
    assertEquals("expected a finite f(b), found a division by 0 at b = (0, 0)", words("complaint"));
    write("b2 + log(b1)");
    assertEquals(
        "expected a finite f(b), found the logarithm of 0 at b = (0, 0)", words("complaint"));
  }

  /// Enter leaves a bad text and puts the caret at its fault; Esc takes it back.
  @Test
  void badText_isNotTaken_andEscHealsIt() {
    write("(b1 + b2");
    window.press(KeyCode.ENTER);
    assertEquals(FIRST, drafted());
    assertEquals(8, Toolkit.onFx(() -> field().getCaretPosition()));
    window.press(KeyCode.ESCAPE);
    assertEquals(FIRST, Toolkit.onFx(() -> field().getText()));
    assertFalse(is("error"));
  }

  /// Enter takes a sound text; it waits for a restart where the problem runs, and undo takes it
  /// back.
  @Test
  void soundText_isTaken_waitsForARestart_andRuns() {
    Toolkit.runFx(() -> window.controller().scene().getRoot().requestFocus());
    window.press(KeyCode.R);
    Toolkit.pulses(4);
    assertEquals(FIRST, running());
    write("b1·b2 − t");
    window.press(KeyCode.ENTER);
    assertEquals("b1·b2 − t", drafted());
    assertEquals(FIRST, running());
    assertTrue(is("pending"));
    window.press(KeyCode.R);
    Toolkit.pulses(4);
    assertEquals("b1·b2 − t", running());
    assertFalse(is("pending"));
  }

  /// With fewer latents a formula may name what is no longer there.
  @Test
  void formula_isCheckedAgain_whereTheLatentsChange() {
    write("b2");
    window.press(KeyCode.ENTER);
    assertEquals("b2", drafted());
    TextField latents = window.find(TextField.class, "field-problem-latents");
    window.focus(latents);
    Toolkit.runFx(() -> latents.setText("1"));
    window.press(KeyCode.ENTER);
    Toolkit.pulses(2);
    assertTrue(is("error"));
    assertEquals(
        "expected a known name: b, t, pi, e or a function such as exp, found “b2”",
        words("complaint"));
  }
}
