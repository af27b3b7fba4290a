package voidscope.ui;

import java.util.List;
import voidscope.catalogue.Catalogue;
import voidscope.chart.Charts;

/// One line of the catalogue of views.
///
/// @param key its name
/// @param label its name on its tab
/// @param sentence what it shows, in one sentence
/// @param charts keys of its charts, in the order of the screen
/// @param compares whether the comparison of the estimators stands above them
record ViewEntry(String key, String label, String sentence, List<String> charts, boolean compares)
    implements Catalogue.Named {
  /// The same with those charts only that there are.
  ViewEntry known() {
    return new ViewEntry(
        key,
        label,
        sentence,
        charts.stream().filter(chart -> Charts.catalogue().find(chart).isPresent()).toList(),
        compares);
  }
}
