package voidscope.chart.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bundled typefaces.
class TypefaceTest {
  private final Font font = Typeface.REGULAR.at(12);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ĝ",
        "σ",
        "λ",
        "η",
        "θ",
        "φ",
        "μ",
        "∂",
        "∇",
        "∞",
        "½",
        "×",
        "z̃",
        "−",
        "·10⁻⁰¹²³⁴⁵⁶⁷⁸⁹",
        "₀₁₂ᵢ",
        "ᵀ",
        "→",
        "…",
        "≤",
        "𝔼",
        "∈"
      })
  @DisplayName("every sign of the field has a glyph in a bundled typeface")
  void glyphs(String text) {
    for (TextLine.Run run : TextLine.of(text, font).runs()) {
      assertEquals(-1, run.font().canDisplayUpTo(run.text()), text);
      assertTrue(Typeface.of(run.font()).isPresent(), text);
    }
    assertTrue(Typeface.width(text, font) > 2);
  }

  @Test
  @DisplayName("a line is its text, in few runs")
  void runs() {
    TextLine line = TextLine.of("∂f(σ(z/λ))/∂θ − ∇c", font);
    String text = line.runs().stream().map(TextLine.Run::text).collect(Collectors.joining());
    assertEquals("∂f(σ(z/λ))/∂θ − ∇c", text);
    assertEquals(3, line.runs().size());
    double end = line.runs().getLast().x();
    assertTrue(end > .9 * line.advance() && end < line.advance());
  }

  @Test
  @DisplayName("an underscore makes the next sign a small one below the line and vanishes")
  void subscript() {
    TextLine line = TextLine.of("c_φ(z)", font);
    assertEquals(3, line.runs().size());
    TextLine.Run below = line.runs().get(1);
    assertEquals("φ", below.text());
    assertTrue(below.y() > 1 && below.font().getSize2D() < 10);
    assertEquals(0, line.runs().get(2).y());
    assertTrue(Typeface.width("c_φ", font) < Typeface.width("cφ", font));
  }

  @Test
  @DisplayName("a tilde stands over its letter and takes no room")
  void mark() {
    TextLine line = TextLine.of("z̃)", font);
    assertEquals(Typeface.width("z)", font), line.advance(), 1e-3);
    TextLine.Run tilde = line.runs().get(1);
    double middle =
        tilde.x()
            + tilde
                .font()
                .createGlyphVector(
                    new java.awt.font.FontRenderContext(null, true, true), tilde.text())
                .getVisualBounds()
                .getCenterX();
    assertEquals(Typeface.width("z", font) / 2, middle, 1);
  }
}
