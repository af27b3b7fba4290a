package voidscope.chart;

import voidscope.catalogue.Catalogue;
import voidscope.experiment.Snapshot;

/// One line of the catalogue of charts.
///
/// @param key its name in file names and on the command line
/// @param label its title on the screen
/// @param sentence what it shows, in one sentence
/// @param drawing how a figure is made from a snapshot
public record ChartEntry(String key, String label, String sentence, Drawing drawing)
    implements Catalogue.Named {
  /// Makes figures; callable from any thread.
  @FunctionalInterface
  public interface Drawing {
    /// The chart of a snapshot.
    Figure draw(Snapshot snapshot, ChartView view);
  }
}
