package voidscope.ui.model;

import java.util.List;
import voidscope.catalogue.Catalogue;
import voidscope.chart.series.Charts;

/// One line of the catalogue of views.
///
/// @param key its name
/// @param digit the key that shows it; it stays, whatever views come between
/// @param label its name on its tab
/// @param sentence what it shows, in one sentence
/// @param charts keys of its charts, in the order of the screen
/// @param above what stands above them
public record ViewEntry(
    String key, int digit, String label, String sentence, List<String> charts, Above above)
    implements Catalogue.Named {
  /// The same with those charts only that there are.
  ViewEntry known() {
    return new ViewEntry(
        key,
        digit,
        label,
        sentence,
        charts.stream().filter(chart -> Charts.catalogue().find(chart).isPresent()).toList(),
        above);
  }

  /// What may stand above the charts.
  public enum Above {
    /// Nothing.
    NOTHING,
    /// The covariances of the terms of a gradient.
    TERMS,
    /// The comparison of the estimators.
    COMPARISON,
    /// How many estimates are averaged.
    AVERAGE,
    /// γ at which the parts of a variance are shown.
    DISCOUNT,
    /// Pictures of a VAE.
    GALLERY,
    /// Episodes, played again.
    EPISODES
  }
}
