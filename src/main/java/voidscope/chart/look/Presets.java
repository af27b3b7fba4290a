package voidscope.chart.look;

import static voidscope.chart.look.Preset.INCH;
import static voidscope.chart.look.Preset.MILLIMETRE;

import java.util.List;
import voidscope.catalogue.Catalogue;

/// The catalogue of presets, in the order of the menu.
public final class Presets {
  private Presets() {}

  /// All of them.
  public static Catalogue<Preset> catalogue() {
    return new Catalogue<>(
        "preset",
        List.of(
            inches("slide", "Slide 16:9", 40.0 / 3, 7.5, 24, 3, 144),
            inches("slide-4k", "Slide 16:9, PNG in 4K", 40.0 / 3, 7.5, 24, 3, 288),
            inches("half-slide", "Half slide", 6.2, 5, 18, 2.25, 144),
            millimetres("beamer", "Beamer 16:9", 160, 90, 9, 1.1, false),
            inches("column", "Paper, one column", 3.25, 2.3, 8, 1, 600),
            inches("two-columns", "Paper, two columns", 6.75, 3, 8, 1, 600),
            millimetres("handout", "Handout, black and white", 160, 100, 10, 1.1, true)));
  }

  private static Preset inches(
      String key, String label, double width, double height, double font, double line, double dpi) {
    return new Preset(key, label, width * INCH, height * INCH, font, line, dpi, false);
  }

  private static Preset millimetres(
      String key,
      String label,
      double width,
      double height,
      double font,
      double line,
      boolean monochrome) {
    return new Preset(
        key, label, width * MILLIMETRE, height * MILLIMETRE, font, line, 300, monochrome);
  }
}
