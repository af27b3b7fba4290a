package voidscope.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.TextAttribute;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bundled typeface.
class TypefaceTest {
  private final Font font = Typeface.REGULAR.at(12);

  @ParameterizedTest
  @ValueSource(
      strings = {"ĝ", "σ", "λ", "η", "θ", "φ", "∂", "∇", "z̃", "−", "·10⁻⁷", "→", "…", "≤"})
  @DisplayName("every sign of the field has a glyph, in the typeface or its fallback")
  void glyphs(String text) {
    var signs = Typeface.attributed(text, font).getIterator();
    for (int i = 0; i < text.length(); i++) {
      signs.setIndex(i);
      Font shown = (Font) signs.getAttribute(TextAttribute.FONT);
      assertTrue(shown != null && shown.canDisplay(signs.current()), text);
    }
    assertTrue(Typeface.width(text, font) > 2);
  }

  @Test
  @DisplayName("an underscore makes the next sign a subscript and vanishes")
  void subscript() {
    var text = Typeface.attributed("c_φ", font).getIterator();
    assertEquals(2, text.getEndIndex());
    assertTrue(Typeface.width("c_φ", font) < Typeface.width("cφ", font));
  }
}
