package voidscope.chart.export;

import java.util.Locale;
import voidscope.catalogue.Catalogue;

/// The kinds of file that a figure can be saved as.
public enum FigureFormat implements Catalogue.Named {
  /// Vector, text as text.
  PDF,
  /// Vector, text as text.
  SVG,
  /// Pixels.
  PNG,
  /// The data.
  CSV;

  /// All of them.
  public static Catalogue<FigureFormat> catalogue() {
    return new Catalogue<>("format", java.util.List.of(values()));
  }

  /// Its name on the command line, which is also how its files end.
  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String label() {
    return name();
  }
}
