package voidscope.chart.series;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Catalogue;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Ink;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Variants;

/// One line of the catalogue of charts.
///
/// @param key its name in file names and on the command line
/// @param label its title on the screen
/// @param sentence what it shows, in one sentence
/// @param exhibits what it shows of a run beside its curves, or null
/// @param overRun whether x is the run, which such charts share
/// @param drawing how a figure is made from a snapshot
public record ChartEntry(
    String key,
    String label,
    String sentence,
    Wish.@Nullable Kind exhibits,
    boolean overRun,
    Drawing drawing)
    implements Catalogue.Named {
  /// A chart of a run's curves, whose figures are placed on the axes that its view wishes for.
  static ChartEntry of(
      String key, String label, String sentence, boolean overRun, Drawing drawing) {
    return of(key, label, sentence, null, overRun, drawing);
  }

  /// A chart of an exhibit.
  static ChartEntry of(
      String key, String label, String sentence, Wish.Kind exhibits, Drawing drawing) {
    return of(key, label, sentence, exhibits, false, drawing);
  }

  private static ChartEntry of(
      String key,
      String label,
      String sentence,
      Wish.@Nullable Kind exhibits,
      boolean overRun,
      Drawing drawing) {
    return new ChartEntry(key, label, sentence, exhibits, overRun, new Placed(drawing));
  }

  /// The chart of a run, with another under it where there is one: its main lines, faint, on axes
  /// that hold both. Callable from any thread.
  public Figure draw(Snapshot snapshot, ChartView view, @Nullable Baseline baseline) {
    return baseline == null
        ? drawing.draw(snapshot, view)
        : Underlay.draw(this, snapshot, view, baseline);
  }

  /// The names of the inks in which some estimators are drawn that stand side by side, by their
  /// ids.
  public static Map<String, String> inks(List<Entrant> estimators) {
    Map<String, Integer> variants = Variants.of(estimators);
    return estimators.stream()
        .collect(
            Collectors.toMap(
                Entrant::id, e -> Ink.name(e.kind(), variants.getOrDefault(e.id(), 0))));
  }

  /// Whether it is pixels, without lines and axes.
  public boolean pictures() {
    return key.equals(Charts.IMAGES) || played();
  }

  /// Whether it is pictures that move by themselves, whatever step the run is at.
  public boolean played() {
    return key.equals(Charts.SCENE);
  }

  /// What is to be shown of a run beside its curves for some charts that nobody watches.
  public static Set<Wish> wishes(List<ChartEntry> charts) {
    return charts.stream()
        .map(chart -> chart.key.equals(Charts.FLOOR) ? Wish.Kind.FLOOR : chart.exhibits)
        .filter(Objects::nonNull)
        .map(Wish::new)
        .collect(Collectors.toSet());
  }

  /// Whether it changes seldom, and needs no sixty pictures a second.
  public boolean still() {
    return exhibits == Wish.Kind.SWEEP
        || exhibits == Wish.Kind.POLICY_FLOOR
        || exhibits == Wish.Kind.POLICY_MAP
        || exhibits == Wish.Kind.MAP;
  }

  /// Whether a place on its horizontal axis is one on another's: as all over the run, and all maps.
  public boolean sharesAxes(ChartEntry other) {
    boolean map = exhibits == Wish.Kind.MAP || exhibits == Wish.Kind.POLICY_MAP;
    return overRun ? other.overRun : map && other.exhibits == exhibits;
  }

  /// Whether its lines may be smoothed; a variance never is.
  public boolean smoothable() {
    return key.equals(Charts.THETA) || key.equals(Charts.LOSS);
  }

  /// Makes figures; callable from any thread.
  @FunctionalInterface
  public interface Drawing {
    /// The chart of a snapshot.
    Figure draw(Snapshot snapshot, ChartView view);

    /// The same beside that of another run. A chart whose lines depend on what they are drawn with,
    /// such as the bins of histograms, makes them so that both can be compared.
    default Figure draw(Snapshot snapshot, ChartView view, Snapshot beside) {
      return draw(snapshot, view);
    }
  }

  /// A drawing on the axes that are wished for.
  private record Placed(Drawing drawing) implements Drawing {
    @Override
    public Figure draw(Snapshot snapshot, ChartView view) {
      return placed(drawing.draw(snapshot, view), snapshot, view);
    }

    @Override
    public Figure draw(Snapshot snapshot, ChartView view, Snapshot beside) {
      return placed(drawing.draw(snapshot, view, beside), snapshot, view);
    }

    private static Figure placed(Figure figure, Snapshot snapshot, ChartView view) {
      return view.place(figure.inked(inks(snapshot.scenario().estimators())));
    }
  }
}
