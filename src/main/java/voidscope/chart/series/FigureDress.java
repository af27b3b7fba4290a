package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Limits;
import voidscope.chart.look.LegendPlace;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;

/// How an exported figure is dressed for the page it goes onto. It changes no number, and it acts
/// on the figure before anything is drawn, so that files of every kind follow. What it says as
/// texts, [DressOption] reads.
///
/// @param words what it is called
/// @param legend where the lines are named
/// @param across ends of the x axis
/// @param up ends of the y axis
/// @param estimators ids of those that are shown, in the legend's order; empty: as they are looked
///   at
/// @param panels keys of the charts that are drawn in one figure; empty: each in its own
/// @param sameAxes whether axes with the same caption have the same ends in all figures of an order
/// @param outlines whether letters are drawn as shapes, which need no font
public record FigureDress(
    Words words,
    LegendPlace legend,
    Limits across,
    Limits up,
    List<String> estimators,
    List<String> panels,
    boolean sameAxes,
    boolean outlines) {
  /// Everything as the chart has it.
  public static final FigureDress PLAIN =
      new FigureDress(
          new Words(null, null, null),
          LegendPlace.ABOVE,
          Limits.NONE,
          Limits.NONE,
          List.of(),
          List.of(),
          false,
          false);

  /// What a figure and its axes are called: each empty for nothing, or null for what the chart
  /// says.
  ///
  /// @param title the heading
  /// @param x caption of the x axis
  /// @param y caption of the y axis
  public record Words(@Nullable String title, @Nullable String x, @Nullable String y) {}

  /// Copies the lists.
  public FigureDress {
    estimators = List.copyOf(estimators);
    panels = List.copyOf(panels);
  }

  /// The same with other words.
  FigureDress with(Words others) {
    return new FigureDress(others, legend, across, up, estimators, panels, sameAxes, outlines);
  }

  /// The same with its legend elsewhere.
  public FigureDress with(LegendPlace place) {
    return new FigureDress(words, place, across, up, estimators, panels, sameAxes, outlines);
  }

  /// The same with other ends of its axes.
  public FigureDress within(Limits x, Limits y) {
    return new FigureDress(words, legend, x, y, estimators, panels, sameAxes, outlines);
  }

  /// The same with other estimators.
  FigureDress showing(List<String> ids) {
    return new FigureDress(words, legend, across, up, ids, panels, sameAxes, outlines);
  }

  /// The same with other panels.
  public FigureDress withPanels(List<String> charts) {
    return new FigureDress(words, legend, across, up, estimators, charts, sameAxes, outlines);
  }

  /// The same with the same ends for axes of a caption, or with those of each.
  public FigureDress withSameAxes(boolean same) {
    return new FigureDress(words, legend, across, up, estimators, panels, same, outlines);
  }

  /// The same with or without its letters as shapes.
  public FigureDress withOutlines(boolean shapes) {
    return new FigureDress(words, legend, across, up, estimators, panels, sameAxes, shapes);
  }

  /// The same for one of several charts, where it does not concern all: an x axis that is typed is
  /// that of the charts over the run, and words and ends of the others are their own.
  ///
  /// @param chart that is drawn
  /// @param alone whether it is the only one
  public FigureDress of(ChartEntry chart, boolean alone) {
    if (alone) {
      return this;
    }
    Words shared =
        new Words(none(words.title()), chart.overRun() ? words.x() : null, none(words.y()));
    return with(shared).within(chart.overRun() ? across : Limits.NONE, Limits.NONE);
  }

  /// What of it is said of one chart and does not hold for others.
  public List<DressOption> single() {
    List<DressOption> single = new ArrayList<>();
    if (words.title() != null && !words.title().isEmpty()) {
      single.add(DressOption.TITLE);
    }
    if (words.y() != null && !words.y().isEmpty()) {
      single.add(DressOption.Y_LABEL);
    }
    if (!up.equals(Limits.NONE)) {
      single.add(DressOption.Y_LIMITS);
    }
    return single;
  }

  /// Why a run cannot be dressed so; empty if it can.
  public String obstacle(Scenario scenario) {
    List<String> ids = ids(scenario);
    return estimators.stream()
        .filter(id -> !ids.contains(id))
        .findFirst()
        .map(
            id ->
                "unknown estimator \""
                    + id
                    + "\"; this scenario has "
                    + (ids.isEmpty() ? "none" : String.join(", ", ids)))
        .orElse("");
  }

  private static List<String> ids(Scenario scenario) {
    return scenario.estimators().stream().map(Entrant::id).toList();
  }

  /// The view that shows what is wanted: the estimators, and the part between the ends of an axis.
  public ChartView view(ChartView looked, Scenario scenario) {
    ChartView view = looked;
    if (!estimators.isEmpty()) {
      Set<String> hidden = new HashSet<>(ids(scenario));
      estimators.forEach(hidden::remove);
      boolean gone = hidden.contains(view.focus());
      view = view.withHidden(hidden).withFocus(gone ? estimators.getFirst() : view.focus());
    }
    Extent x = across.closed();
    Extent y = up.closed();
    view = x == null ? view : view.withAcross(view.across().within(x));
    return y == null ? view : view.withUp(view.up().within(y));
  }

  /// The figure, dressed.
  public Figure dress(Figure figure) {
    return figure
        .titled(or(words.title(), figure.title()))
        .on(
            figure.x().called(or(words.x(), figure.x().label())).within(across),
            figure.y().called(or(words.y(), figure.y().label())).within(up))
        .with(ordered(figure.lines()), figure.levels());
  }

  /// That there are to be no words holds for all.
  private static @Nullable String none(@Nullable String words) {
    return words != null && words.isEmpty() ? words : null;
  }

  private static String or(@Nullable String own, String otherwise) {
    return own == null ? otherwise : own;
  }

  /// The lines in the wanted order: those of each style among themselves, in the places that they
  /// had.
  private List<Figure.Line> ordered(List<Figure.Line> lines) {
    List<Figure.Line> result = new ArrayList<>(lines);
    for (Figure.Style style : Figure.Style.values()) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).style() == style && estimators.contains(lines.get(i).key())) {
          places.add(i);
        }
      }
      List<Figure.Line> sorted =
          places.stream()
              .map(lines::get)
              .sorted(Comparator.comparingInt(line -> estimators.indexOf(line.key())))
              .toList();
      for (int i = 0; i < places.size(); i++) {
        result.set(places.get(i), sorted.get(i));
      }
    }
    return result;
  }

  /// What of it a figure cannot follow, in words.
  public List<String> remarks(Figure dressed) {
    List<String> remarks = new ArrayList<>();
    Extent x = Extent.ofX(dressed);
    remark(remarks, "x", dressed.x(), across, x);
    remark(remarks, "y", dressed.y(), up, Extent.ofY(dressed, x));
    return List.copyOf(remarks);
  }

  private static void remark(
      List<String> remarks, String name, Figure.Axis axis, Limits limits, Extent data) {
    if (axis.excludes(limits.low()) || axis.excludes(limits.high())) {
      remarks.add(
          "the "
              + name
              + " axis is logarithmic: of "
              + limits.text()
              + " only what is above 0 is"
              + " taken");
    }
    if (!limits.meets(data)) {
      remarks.add("nothing lies within " + limits.text() + " of the " + name + " axis");
    }
  }
}
