package voidscope.chart.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import voidscope.chart.draw.Panels;
import voidscope.chart.draw.Picture;
import voidscope.chart.draw.Plate;
import voidscope.chart.draw.Scenes;
import voidscope.chart.draw.Strips;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;
import voidscope.chart.look.Preset;
import voidscope.chart.series.Baseline;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.FigureDress;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.problem.Episode;
import voidscope.problem.Pictures;
import voidscope.text.Words;

/// A chart, or several as panels, as they go onto a page of a size, whatever the file is.
///
/// @param charts what is on it
/// @param dresses how each is dressed
/// @param dress of the whole
/// @param preset how large it is
/// @param look how it is drawn
/// @param motion how it moves where it does
/// @param run what it shows
public record Page(
    List<ChartEntry> charts,
    Function<ChartEntry, FigureDress> dresses,
    FigureDress dress,
    Preset preset,
    Look look,
    Motion motion,
    Run run) {
  private static final double COLUMNS_PER_POINT = 2;

  /// A run as it is shown.
  ///
  /// @param snapshot of it
  /// @param views how each chart is looked at
  /// @param baseline the run under it, or null
  public record Run(
      Snapshot snapshot, Function<ChartEntry, ChartView> views, @Nullable Baseline baseline) {}

  /// Its figures, dressed, and thinned for a number of pixel columns.
  List<Figure> figures(int columns) {
    return charts.stream().map(chart -> figure(chart, columns)).toList();
  }

  private Figure figure(ChartEntry chart, int columns) {
    return dressed(chart, view(chart).withColumns(columns));
  }

  /// The figure of its first chart with everything that was recorded, from end to end.
  Figure full() {
    ChartEntry chart = charts.getFirst();
    return dressed(chart, view(chart).unthinned());
  }

  private ChartView view(ChartEntry chart) {
    return dresses.apply(chart).view(run.views().apply(chart), run.snapshot().scenario());
  }

  private Figure dressed(ChartEntry chart, ChartView view) {
    return dresses.apply(chart).dress(chart.draw(run.snapshot(), view, run.baseline()));
  }

  /// Its figures, as dense as its width can show.
  List<Figure> figures() {
    return figures((int) Math.clamp(COLUMNS_PER_POINT * preset.width(), 256, 4096));
  }

  /// What it shows.
  public Picture picture() {
    List<Figure> figures = figures();
    return picture(figures, figures);
  }

  /// The same of figures made from its own.
  ///
  /// @param whole those whose data set the ends of the axes
  Picture picture(List<Figure> figures, List<Figure> whole) {
    String title = dress.words().title();
    if (played()) {
      return scenes().still();
    }
    if (charts.getFirst().pictures()) {
      return strips(figures.getFirst().title());
    }
    return dress.panels().isEmpty()
        ? new Plate(figures.getFirst(), whole.getFirst())
        : new Panels(title == null ? "" : title, figures, whole);
  }

  /// Whether it shows what moves by itself.
  boolean played() {
    return charts.getFirst().played();
  }

  /// The episodes of those who are shown, under the same heading as its figure.
  Scenes scenes() {
    Map<String, String> inks = ChartEntry.inks(run.snapshot().scenario().estimators());
    List<Scenes.Shown> scenes = new ArrayList<>();
    for (Track track : shown()) {
      Episode episode = track.exhibit(Episode.class);
      if (episode != null) {
        String ink = inks.getOrDefault(track.id(), track.id());
        scenes.add(new Scenes.Shown(track.label(), ink, episode, track.baseline()));
      }
    }
    return new Scenes(figures().getFirst().title(), scenes, 0);
  }

  /// The pictures of those who are shown.
  private Strips strips(String title) {
    List<Strips.Line> lines = new ArrayList<>();
    for (Track track : shown()) {
      Pictures pictures = track.exhibit(Pictures.class);
      if (pictures != null) {
        lines.add(new Strips.Line(track.label(), pictures));
      }
    }
    return new Strips(title, lines);
  }

  /// Those who are not hidden, in the order that the dress has for them.
  private List<Track> shown() {
    ChartEntry chart = charts.getFirst();
    Set<String> hidden = view(chart).hidden();
    List<String> order = dresses.apply(chart).estimators();
    return run.snapshot().tracks().stream()
        .filter(track -> !hidden.contains(track.id()))
        .sorted(Comparator.comparingInt(track -> order.indexOf(track.id())))
        .toList();
  }

  /// What is to be said of names for which a legend has no room.
  static List<String> unnamed(List<String> missing) {
    return missing.isEmpty()
        ? List.of()
        : List.of("its legend has no room for " + Words.list(missing));
  }

  /// What of its dress cannot be followed, in words.
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (ChartEntry chart : charts) {
      for (String remark : dresses.apply(chart).remarks(figure(chart, 256))) {
        remarks.add(chart.key() + ": " + remark);
      }
    }
    return remarks;
  }
}
