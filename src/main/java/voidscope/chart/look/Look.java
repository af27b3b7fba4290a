package voidscope.chart.look;

import voidscope.chart.figure.Figure;

/// How figures are drawn: colours, sizes and whether lines are dashed. Lengths are in logical
/// pixels on the screen and in points on an exported picture.
///
/// @param palette colours
/// @param fontSize of ordinary text; titles and ticks follow it
/// @param lineWidth of an ordinary series
/// @param dashed whether main series show their dash and not only their colour; those of variants
///   always do
/// @param markers whether main series show their marker, which only exported pictures do
/// @param lit key of the series that stands out while the others fade; empty: all are alike
/// @param legend where the lines are named
/// @param outlines whether letters are drawn as shapes
public record Look(
    Palette palette,
    double fontSize,
    double lineWidth,
    boolean dashed,
    boolean markers,
    String lit,
    LegendPlace legend,
    boolean outlines) {

  /// The smallest text of a figure, .8 of it, is as large as the text beside it.
  private static final double PROJECTED = 15;

  private static final double FADED = .2;

  private Look(
      Palette palette, double fontSize, double lineWidth, boolean dashed, boolean markers) {
    this(palette, fontSize, lineWidth, dashed, markers, "", LegendPlace.ABOVE, false);
  }

  /// On the screen.
  public static Look screen(Palette palette) {
    return new Look(palette, 12, 1.6, false, false);
  }

  /// On a thumbnail on the screen.
  public static Look thumbnail(Palette palette, double fontSize, double lineWidth) {
    return new Look(palette, fontSize, lineWidth, false, false);
  }

  /// On the screen of a projector, to be read from the last row.
  ///
  /// @param lineWidth of an ordinary series
  public static Look projector(Palette palette, double lineWidth) {
    return new Look(palette, PROJECTED, lineWidth, false, false);
  }

  /// In an exported picture, where a print may have lost the colours.
  public static Look export(Palette palette, double fontSize) {
    return new Look(palette, fontSize, fontSize / 8, true, true);
  }

  /// In an exported picture with lines of a given width, both in points.
  public static Look export(Palette palette, double fontSize, double lineWidth) {
    return new Look(palette, fontSize, lineWidth, true, true);
  }

  /// The same where one series stands out.
  ///
  /// @param key of the series, or empty
  public Look lit(String key) {
    return new Look(palette, fontSize, lineWidth, dashed, markers, key, legend, outlines);
  }

  /// The opacity of a line, which fades where another stands out.
  public double opacity(Figure.Line line) {
    boolean faded = !lit.isEmpty() && !line.key().isEmpty() && !line.key().equals(lit);
    return opacity(line.style()) * (faded ? FADED : 1);
  }

  /// The opacity of the band around a line, which fades with it.
  public double bandOpacity(Figure.Line line) {
    return bandOpacity(line.style()) * opacity(line) / opacity(line.style());
  }

  /// The same in other colours.
  public Look with(Palette other) {
    return new Look(other, fontSize, lineWidth, dashed, markers, lit, legend, outlines);
  }

  /// The same with the lines named elsewhere, and letters as shapes or as text.
  public Look with(LegendPlace place, boolean shapes) {
    return new Look(palette, fontSize, lineWidth, dashed, markers, lit, place, shapes);
  }

  /// The same with text and lines of another size.
  ///
  /// @param factor on both
  public Look scaled(double factor) {
    return new Look(
        palette, factor * fontSize, factor * lineWidth, dashed, markers, lit, legend, outlines);
  }

  /// Whether it is for a live chart, whose legend answers to the mouse.
  public boolean live() {
    return !markers;
  }

  /// What a live chart leaves free at the top right, for its menu's button.
  public double corner() {
    return live() ? 1.6 * fontSize : 0;
  }

  /// The width of a line in an ink.
  public double width(Ink ink, Figure.Style style) {
    return switch (style) {
      case COMPANION, RAW, BAR, PATH -> .75 * lineWidth;
      case BASELINE -> .75 * lineWidth * Math.max(1, ink.width());
      case MAIN, POINTS, SPOTS -> lineWidth * ink.width();
    };
  }

  /// The radius of a spot, within its halo.
  public double spot() {
    return .32 * fontSize;
  }

  /// The width of a path with the halo on both its sides.
  public double pathHalo() {
    return 1.75 * lineWidth;
  }

  /// How high a legend's sample of a bar is.
  public double barSample() {
    return .6 * fontSize;
  }

  /// The opacity of a line.
  public double opacity(Figure.Style style) {
    return switch (style) {
      case RAW -> .28;
      case BASELINE -> lightInk() ? .55 : .4;
      case MAIN, COMPANION, POINTS, SPOTS, BAR, PATH -> 1;
    };
  }

  /// Light ink on a dark ground, which looks fainter than dark ink.
  private boolean lightInk() {
    return (palette.text() >> 8 & 255) > 127;
  }

  /// The opacity of the band around a line.
  public double bandOpacity(Figure.Style style) {
    return switch (style) {
      case BASELINE -> .06;
      case BAR -> .6;
      case MAIN, COMPANION, RAW, POINTS, SPOTS, PATH -> .16;
    };
  }

  /// The dash of a line in logical pixels; empty: solid.
  public float[] dash(Ink ink, Figure.Style style) {
    float[] units =
        switch (style) {
          case COMPANION -> new float[] {4, 3};
          case MAIN, BASELINE -> dashed || ink.variant() > 0 ? ink.dash() : new float[0];
          case RAW, POINTS, SPOTS, BAR, PATH -> new float[0];
        };
    float[] dash = units.clone();
    for (int i = 0; i < dash.length; i++) {
      dash[i] *= (float) (fontSize / 12);
    }
    return dash;
  }
}
