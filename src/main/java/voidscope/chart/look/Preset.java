package voidscope.chart.look;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import voidscope.catalogue.Catalogue;

/// What a figure is exported for: its size on the page, its text and its lines. Lengths are in
/// points, 1/72 inch.
///
/// @param key its name on the command line and in file names
/// @param label its name on the screen
/// @param width of the figure
/// @param height of the figure
/// @param fontSize of ordinary text
/// @param lineWidth of an ordinary series
/// @param dpi pixels an inch of a PNG
/// @param monochrome whether it is for a printer without colours
public record Preset(
    String key,
    String label,
    double width,
    double height,
    double fontSize,
    double lineWidth,
    double dpi,
    boolean monochrome)
    implements Catalogue.Named {
  /// Points an inch.
  public static final double INCH = 72;

  /// Points a millimetre.
  public static final double MILLIMETRE = INCH / 25.4;

  /// Points that text has at least.
  public static final double LEAST_FONT = 3;

  /// Points that text has at most.
  public static final double MOST_FONT = 200;

  /// What a size of text must be.
  public static final String FONT_EXPECTED =
      (int) LEAST_FONT + " to " + (int) MOST_FONT + " points";

  private static final double PIXEL = INCH / 96;
  private static final double PRINT_DPI = 300;
  private static final double SCREEN_DPI = 96;
  private static final double SMALLEST = 72;
  private static final double LARGEST = 200 * INCH;
  private static final Pattern SIZE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[x×]\\s*(\\d+(?:\\.\\d+)?)\\s*(mm|in|px)");

  /// What [#own] reads.
  public static final String OWN_EXPECTED =
      "width x height and mm, in or px, such as 120x80mm, from 1 to 200 inches";

  /// A size of one's own such as `120x80mm`, `5x3in` or `1920x1080px`, with small print for paper;
  /// empty if the text is none.
  public static Optional<Preset> own(String text) {
    Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(3);
    double points = unit.equals("mm") ? MILLIMETRE : unit.equals("in") ? INCH : PIXEL;
    double width = Double.parseDouble(matcher.group(1)) * points;
    double height = Double.parseDouble(matcher.group(2)) * points;
    if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
      return Optional.empty();
    }
    String key = matcher.group(1) + "x" + matcher.group(2) + unit;
    double dpi = unit.equals("px") ? SCREEN_DPI : PRINT_DPI;
    return Optional.of(new Preset(key, key, width, height, 9, 1.125, dpi, false));
  }

  /// Whether text can be of a size, in points.
  public static boolean hasFont(double size) {
    return size >= LEAST_FONT && size <= MOST_FONT;
  }

  /// The same with other text, its lines in proportion.
  public Preset withFont(double size) {
    return new Preset(
        key, label, width, height, size, lineWidth * size / fontSize, dpi, monochrome);
  }

  /// Width of a PNG in pixels.
  public int pixelWidth() {
    return (int) Math.round(width * dpi / INCH);
  }

  /// Height of a PNG in pixels.
  public int pixelHeight() {
    return (int) Math.round(height * dpi / INCH);
  }

  /// The look of figures.
  ///
  /// @param dark whether light ink for a dark ground is wanted
  /// @param transparent whether there is to be no ground
  public Look look(boolean dark, boolean transparent) {
    Palette palette = monochrome ? Palette.monochrome() : dark ? Palette.dark() : Palette.light();
    return Look.export(transparent ? palette.transparent() : palette, fontSize, lineWidth);
  }
}
