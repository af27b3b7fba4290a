package voidscope.chart.look;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// A line of text as runs of plain strings, each in one font at one place, so that it is text and
/// not outlines on every surface, a PDF's and an SVG's among them.
///
/// @param runs from left to right, marks apart from what they stand over
/// @param whole the same with marks in the strings, for surfaces that place them
/// @param advance width
public record TextLine(List<Run> runs, List<Run> whole, double advance) {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final double SUBSCRIPT = .68;
  private static final double DROP = .18;

  /// A string in one font.
  ///
  /// @param x from the line's left end
  /// @param y down from its baseline
  record Run(String text, Font font, double x, double y) {}

  /// Sets a line; `_` makes the next sign a subscript.
  static TextLine of(String text, Font font) {
    var setter = new Setter(font);
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean below = false;
    for (int i = 0; i < composed.length(); ) {
      int code = composed.codePointAt(i);
      i += Character.charCount(code);
      if (code == '_' && i < composed.length() && !below) {
        below = true;
      } else {
        setter.add(code, below);
        below = below && i < composed.length() && marks(composed.codePointAt(i));
      }
    }
    setter.flush();
    setter.flushWhole();
    return new TextLine(List.copyOf(setter.runs), List.copyOf(setter.whole), setter.x);
  }

  /// Draws it from a point of its baseline on.
  public void draw(Graphics2D g, double x, double y) {
    boolean marked = g instanceof MarkedText surface && surface.placesMarks();
    for (Run run : marked ? whole : runs) {
      g.setFont(run.font());
      g.drawString(run.text(), (float) (x + run.x()), (float) (y + run.y()));
    }
  }

  /// Whether a sign stands over or under the one before it.
  private static boolean marks(int code) {
    return Character.getType(code) == Character.NON_SPACING_MARK;
  }

  /// Collects runs.
  private static final class Setter {
    private final Font ordinary;
    private final Font signs;
    private final List<Run> runs = new ArrayList<>();
    private final List<Run> whole = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder wholeText = new StringBuilder();
    private Font font;
    private boolean dropped;
    private double x;
    private double wholeFrom;

    Setter(Font font) {
      ordinary = font;
      signs = Typeface.SIGNS.at(font.getSize2D());
      this.font = font;
    }

    void add(int code, boolean below) {
      if (marks(code) && !text.isEmpty()) {
        mark(code);
        wholeText.appendCodePoint(code);
        return;
      }
      Font plain = ordinary.canDisplay(code) ? ordinary : signs;
      Font next = below ? plain.deriveFont((float) SUBSCRIPT * plain.getSize2D()) : plain;
      if (!next.equals(font) || below != dropped) {
        flush();
        flushWhole();
        font = next;
        dropped = below;
      }
      text.appendCodePoint(code);
      wholeText.appendCodePoint(code);
    }

    /// Sets a mark, such as the tilde of z̃, where the font wants it over the sign before: a run of
    /// its own, since not every reader of a file can place marks.
    private void mark(int code) {
      String base = text.substring(text.offsetByCodePoints(text.length(), -1));
      String sign = Character.toString(code);
      Font marked = font;
      double shift = dropped ? DROP * ordinary.getSize2D() : 0;
      flush();
      char[] both = (base + sign).toCharArray();
      GlyphVector placed =
          marked.layoutGlyphVector(CONTEXT, both, 0, both.length, Font.LAYOUT_LEFT_TO_RIGHT);
      int last = placed.getNumGlyphs() - 1;
      double from = x - advance(base, marked);
      var place = placed.getGlyphPosition(last);
      runs.add(new Run(sign, marked, from + place.getX(), shift + place.getY()));
    }

    void flush() {
      if (!text.isEmpty()) {
        String run = text.toString();
        runs.add(new Run(run, font, x, dropped ? DROP * ordinary.getSize2D() : 0));
        x += advance(run, font);
        text.setLength(0);
      }
    }

    /// Ends a string that may hold marks, once what it is made of has been set.
    void flushWhole() {
      if (!wholeText.isEmpty()) {
        double drop = dropped ? DROP * ordinary.getSize2D() : 0;
        whole.add(new Run(wholeText.toString(), font, wholeFrom, drop));
        wholeText.setLength(0);
      }
      wholeFrom = x;
    }

    private static double advance(String text, Font font) {
      GlyphVector glyphs = font.createGlyphVector(CONTEXT, text);
      return glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    }
  }
}
