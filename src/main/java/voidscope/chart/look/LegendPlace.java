package voidscope.chart.look;

import java.util.List;
import voidscope.catalogue.Catalogue;

/// Where a figure names its lines.
public enum LegendPlace implements Catalogue.Named {
  /// Beside the title where that has room, else in rows between it and the plot.
  ABOVE("above", "Above the plot"),
  /// On the plot, in the corner where it hides the least.
  INSIDE("inside", "Inside the plot"),
  /// In rows below the axis.
  BELOW("below", "Below the plot"),
  /// In a column to the right of the plot.
  BESIDE("beside", "Beside the plot"),
  /// Each name where its line ends.
  ENDS("ends", "At the lines' ends"),
  /// Nowhere.
  NONE("none", "None");

  private final String key;
  private final String label;

  LegendPlace(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /// All of them.
  public static Catalogue<LegendPlace> catalogue() {
    return new Catalogue<>("legend", List.of(values()));
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String label() {
    return label;
  }
}
