package voidscope.chart.series;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.experiment.record.PolicyMap;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.problem.Episode;
import voidscope.problem.Plane;
import voidscope.text.Count;
import voidscope.text.Numbers;

/// Maps over two observed numbers, the others being 0, of the contender in focus, or of the last
/// one shown that has it. What stands for minus the return is turned round, so that all tell
/// returns.
enum PolicyMapChart {

  /// π(1|s), or the mean of a real action.
  POLICY("the policy", "no policy in a world is shown here"),
  /// V of the critic.
  VALUE("V", "nobody shown here has a critic"),
  /// −c of one action less −c of the other.
  CONTROL("c of the actions", "nobody shown here has a surrogate of relaxed actions"),
  /// Q of one action less Q of the other.
  ADVANTAGE("the true ΔQ", "no policy in a world is shown here");

  private static final String OBSERVED = "observed number";
  private static final int DIGITS = 2;

  /// In reaches of the axes, how long a path may be before it hides the map.
  private static final double LONGEST = 60;

  private final String what;
  private final String none;

  PolicyMapChart(String what, String none) {
    this.what = what;
    this.none = none;
  }

  /// What is drawn.
  private record Cells(String name, int columns, double[] values, String words) {}

  Figure draw(Snapshot snapshot, ChartView view) {
    Track track = chosen(snapshot, view);
    PolicyMap map = track == null ? null : track.exhibit(PolicyMap.class);
    if (track == null || map == null) {
      return empty(": " + none, Figure.Axis.fitting(OBSERVED), Figure.Axis.fitting(OBSERVED));
    }
    Plane plane = map.plane();
    Extent x = new Extent(-plane.reachAcross(), plane.reachAcross());
    Extent y = new Extent(-plane.reachUp(), plane.reachUp());
    Figure.Axis across = new Figure.Axis(plane.acrossLabel(), x.low(), x.high());
    Figure.Axis up = new Figure.Axis(plane.upLabel(), y.low(), y.high());
    Cells cells = cells(map, track);
    if (cells == null) {
      boolean coming = this == ADVANTAGE;
      return empty(coming ? ": being branched" : ": " + none, across, up);
    }
    double[] known = Arrays.stream(cells.values()).filter(Double::isFinite).toArray();
    Extent scale =
        new Extent(Arrays.stream(known).min().orElse(0), Arrays.stream(known).max().orElse(1));
    return new Figure(
            cells.name() + cells.words() + ": " + track.label() + RunAxis.first(snapshot, ", "),
            across,
            up,
            path(map),
            List.of(),
            List.of())
        .over(new HeatMap(cells.name(), x, y, cells.columns(), cells.values(), scale));
  }

  private String heading() {
    return "Map of " + what;
  }

  private Figure empty(String words, Figure.Axis x, Figure.Axis y) {
    return new Figure(heading() + words, x, y, List.of(), List.of(), List.of());
  }

  private @Nullable Cells cells(PolicyMap map, Track track) {
    boolean gaussian = map.gaussian();
    return switch (this) {
      case POLICY -> cells(gaussian ? "μ(s)" : "π(1|s)", map.columns(), map.policy());
      case VALUE -> cells("V(s)", map.columns(), map.value());
      case CONTROL ->
          cells(
              gaussian ? "c(s, μ − σ) − c(s, μ + σ)" : "c(s, 0) − c(s, 1)",
              map.columns(),
              map.control());
      case ADVANTAGE -> {
        PolicyMap.Advantage advantage = map.advantage();
        yield advantage == null
            ? null
            : new Cells(
                gaussian ? "Q(s, μ + σ) − Q(s, μ − σ)" : "Q(s, 1) − Q(s, 0)",
                advantage.columns(),
                advantage.difference().values(),
                " ± "
                    + Numbers.caption(advantage.difference().error(), DIGITS)
                    + late(advantage, track));
      }
    };
  }

  /// Where the newest episode has been, from its start on, and no further than the map is still
  /// seen.
  private static List<Figure.Line> path(PolicyMap map) {
    Episode episode = map.episode();
    if (episode == null) {
      return List.of();
    }
    Plane plane = map.plane();
    float[][] observed = episode.observed();
    int end = seen(observed, plane);
    String name = "episode " + Count.grouped(episode.number());
    boolean whole = end == observed.length;
    return List.of(
        new Figure.Line(
            "f",
            whole ? name : name + ", first " + Count.grouped(end - 1) + " steps",
            name,
            Figure.Style.PATH,
            Arrays.stream(observed).limit(end).mapToDouble(at -> at[plane.across()]).toArray(),
            Arrays.stream(observed).limit(end).mapToDouble(at -> at[plane.up()]).toArray(),
            null,
            null));
  }

  /// How many points a path may have.
  private static int seen(float[][] observed, Plane plane) {
    double way = 0;
    for (int i = 1; i < observed.length; i++) {
      double x = observed[i][plane.across()] - (double) observed[i - 1][plane.across()];
      double y = observed[i][plane.up()] - (double) observed[i - 1][plane.up()];
      way += Math.hypot(x / plane.reachAcross(), y / plane.reachUp());
      if (way > LONGEST) {
        return i;
      }
    }
    return observed.length;
  }

  private static @Nullable Cells cells(String name, int columns, double @Nullable [] values) {
    return values == null ? null : new Cells(name, columns, values, "");
  }

  private static String late(PolicyMap.Advantage advantage, Track track) {
    return advantage.step() == track.step()
        ? ""
        : " (step " + Count.grouped(advantage.step()) + ")";
  }

  private @Nullable Track chosen(Snapshot snapshot, ChartView view) {
    List<Track> able =
        RunAxis.shown(snapshot, view).stream()
            .filter(
                track -> {
                  PolicyMap map = track.exhibit(PolicyMap.class);
                  return map != null && (this == ADVANTAGE || cells(map, track) != null);
                })
            .toList();
    return able.stream()
        .filter(track -> track.id().equals(view.focus()))
        .findFirst()
        .orElse(able.isEmpty() ? null : able.getLast());
  }
}
