package voidscope.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.Map;

/// The bundled typeface, so that a chart looks the same on every machine. A sign it lacks is taken
/// from the platform's sans serif.
final class Typeface {
  /// Text, ticks and legends.
  static final Typeface REGULAR = new Typeface("Inter-Regular.otf");

  /// Axis labels and captions.
  static final Typeface MEDIUM = new Typeface("Inter-Medium.otf");

  /// Titles.
  static final Typeface SEMI_BOLD = new Typeface("Inter-SemiBold.otf");

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Font font;

  private Typeface(String file) {
    font = load(file);
  }

  Font at(double size) {
    return font.deriveFont((float) size);
  }

  /// A line of text, ready to be measured and drawn.
  static TextLayout line(String text, Font font) {
    return new TextLayout(attributed(text.isEmpty() ? " " : text, font).getIterator(), CONTEXT);
  }

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : line(text, font).getAdvance();
  }

  /// The text in the font, with the platform's sans serif where the font has no glyph, and `_`
  /// making the next sign a subscript.
  static AttributedString attributed(String text, Font font) {
    String plain = text.replaceAll("_(?=.)", "");
    var attributed = new AttributedString(plain);
    attributed.addAttribute(TextAttribute.FONT, font);
    var fallback = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(font.getSize2D());
    int at = 0;
    boolean below = false;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      int size = Character.charCount(code);
      i += size;
      if (code == '_' && i < text.length()) {
        below = true;
        continue;
      }
      Font plainFont = font.canDisplay(code) ? font : fallback;
      Font shown =
          below
              ? plainFont.deriveFont(
                  Map.of(TextAttribute.SUPERSCRIPT, TextAttribute.SUPERSCRIPT_SUB))
              : plainFont;
      attributed.addAttribute(TextAttribute.FONT, shown, at, at + size);
      below = false;
      at += size;
    }
    return attributed;
  }

  private static Font load(String file) {
    try (InputStream in = Typeface.class.getResourceAsStream("/voidscope/styles/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its font " + file);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + file, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font " + file + " is damaged", e);
    }
  }
}
