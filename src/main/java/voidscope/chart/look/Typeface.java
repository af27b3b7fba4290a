package voidscope.chart.look;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// A bundled typeface. Charts are written in these alone, never in the platform's, so that a figure
/// is the same on every machine. Their outlines are TrueType, which PDF and SVG can hold.
public final class Typeface {
  /// Text, ticks and legends.
  public static final Typeface REGULAR = new Typeface("Inter-Regular.ttf", "Inter", 400);

  /// Axis labels and captions.
  public static final Typeface MEDIUM = new Typeface("Inter-Medium.ttf", "Inter", 500);

  /// Titles.
  public static final Typeface SEMI_BOLD = new Typeface("Inter-SemiBold.ttf", "Inter", 600);

  /// Mathematical signs that Inter lacks, such as ∇.
  static final Typeface SIGNS = new Typeface("DejaVuSans-Signs.ttf", "DejaVu Sans", 400);

  private static final List<Typeface> ALL = List.of(REGULAR, MEDIUM, SEMI_BOLD, SIGNS);

  private final byte[] file;
  private final String family;
  private final int weight;
  private final Font font;

  private Typeface(String name, String family, int weight) {
    this.family = family;
    this.weight = weight;
    file = load(name);
    try {
      font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + name, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font " + name + " is damaged", e);
    }
  }

  public Font at(double size) {
    return font.deriveFont((float) size);
  }

  /// The typeface that a font is of, if it is a bundled one.
  public static Optional<Typeface> of(Font font) {
    String name = font.getPSName();
    return ALL.stream().filter(face -> face.font.getPSName().equals(name)).findFirst();
  }

  /// Its name in PDF files and on the system, such as `Inter-Regular`.
  public String name() {
    return font.getPSName();
  }

  /// The family as style sheets name it.
  public String family() {
    return family;
  }

  /// The weight as style sheets count it.
  public int weight() {
    return weight;
  }

  /// The TrueType file; not to be modified.
  public byte[] file() {
    return file;
  }

  /// A line of text, ready to be measured and drawn; `_` makes the next sign a subscript.
  public static TextLine line(String text, Font font) {
    return TextLine.of(text, font);
  }

  /// The first sign of a text that none of the typefaces has; empty if they have all.
  public static String lacking(String text) {
    return text.codePoints()
        .filter(code -> ALL.stream().noneMatch(face -> face.font.canDisplay(code)))
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("");
  }

  public static double width(String text, Font font) {
    return text.isEmpty() ? 0 : line(text, font).advance();
  }

  private static byte[] load(String name) {
    try (InputStream in = Typeface.class.getResourceAsStream("/voidscope/styles/fonts/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its font " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + name, e);
    }
  }
}
