package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.SurrogateMap;
import voidscope.experiment.record.Track;
import voidscope.text.Count;

/// Maps of one surrogate, of f and of the optimal surrogate over the same two coordinates, all in
/// the colours of one scale, with a fresh sample. The surrogate is that of the estimator in focus,
/// or of the last one shown that has some.
enum MapChart {
  /// The surrogate, c.
  SURROGATE("c"),
  /// The optimal surrogate, c*.
  OPTIMUM("c*"),
  /// f of the relaxed sample, or of b where f has no derivative.
  OBJECTIVE("f"),
  /// The first less the second, c − c*.
  DIFFERENCE("c − c*");

  /// How far the axes go beyond the shares, so that a sample in a corner is seen whole.
  private static final double CORNER = .04;

  private static final int CLASSES = 3;

  private final String what;

  MapChart(String what) {
    this.what = what;
  }

  Figure draw(Snapshot snapshot, ChartView view) {
    Track track = chosen(snapshot, view);
    SurrogateMap map = track == null ? null : track.exhibit(SurrogateMap.class);
    if (track == null || map == null) {
      return empty(none(snapshot, view), "z₁", "z₂");
    }
    String[] axes = axes(map, snapshot.parameters());
    double[] values = values(map);
    if (values == null) {
      return empty("c* is not known here", axes[0], axes[1]);
    }
    List<Figure.Line> lines = new ArrayList<>(guides(map));
    lines.add(spot("f", "z", map.sample()));
    double[] conditional = map.conditional();
    if (conditional != null) {
      lines.add(spot("frelaxed", "z̃", conditional));
    }
    Extent x = new Extent(map.low()[0], map.high()[0]);
    Extent y = new Extent(map.low()[1], map.high()[1]);
    double room = map.plane() == SurrogateMap.Plane.SIMPLEX ? CORNER : 0;
    String slice = others(snapshot, map) ? ", a slice" : "";
    return new Figure(
            heading(this == OBJECTIVE ? name(map) : track.label()) + slice + late(map, track),
            new Figure.Axis(axes[0], x.low() - room, x.high() + room),
            new Figure.Axis(axes[1], y.low() - room, y.high() + room),
            lines,
            List.of(),
            List.of())
        .over(new HeatMap(name(map), x, y, map.columns(), values, scale(map)));
  }

  private String heading(String words) {
    return "Map of " + what + ": " + words;
  }

  private Figure empty(String words, String across, String up) {
    return new Figure(
        heading(words),
        Figure.Axis.fitting(across),
        Figure.Axis.fitting(up),
        List.of(),
        List.of(),
        List.of());
  }

  private static @Nullable Track chosen(Snapshot snapshot, ChartView view) {
    List<Track> able =
        RunAxis.shown(snapshot, view).stream()
            .filter(track -> track.exhibit(SurrogateMap.class) != null)
            .toList();
    return able.stream()
        .filter(track -> track.id().equals(view.focus()))
        .findFirst()
        .orElse(able.isEmpty() ? null : able.getLast());
  }

  /// Why there is no map.
  private static String none(Snapshot snapshot, ChartView view) {
    return SurrogateChart.anybody(snapshot, view)
        ? "for two latents or three classes"
        : "no estimator shown here has a surrogate";
  }

  private String name(SurrogateMap map) {
    if (this != OBJECTIVE) {
      return what;
    }
    return !map.soft()
        ? "f(b)"
        : map.plane() == SurrogateMap.Plane.SIMPLEX ? "f(softmax(z/λ))" : "f(σ(z/λ))";
  }

  /// Whether there are latents beside those of the map.
  private static boolean others(Snapshot snapshot, SurrogateMap map) {
    int shown =
        switch (map.plane()) {
          case LOGISTIC -> 2;
          case SIMPLEX -> CLASSES;
        };
    return snapshot.parameters() > shown;
  }

  private String late(SurrogateMap map, Track track) {
    Track.BestCurve best = map.best();
    boolean tells = this == OPTIMUM || this == DIFFERENCE;
    return !tells || best == null || best.step() == track.step()
        ? ""
        : " (step " + Count.grouped(best.step()) + ")";
  }

  private static String[] axes(SurrogateMap map, int parameters) {
    return switch (map.plane()) {
      case LOGISTIC -> new String[] {"z₁", "z₂"};
      case SIMPLEX ->
          parameters > CLASSES
              ? new String[] {"share of class 1 (latent 1)", "share of class 2"}
              : new String[] {"share of class 1", "share of class 2"};
    };
  }

  private double @Nullable [] values(SurrogateMap map) {
    Track.BestCurve best = map.best();
    return switch (this) {
      case SURROGATE -> map.c();
      case OBJECTIVE -> map.f();
      case OPTIMUM -> best == null ? null : best.c();
      case DIFFERENCE ->
          best == null
              ? null
              : IntStream.range(0, map.c().length)
                  .mapToDouble(i -> map.c()[i] - best.c()[i])
                  .toArray();
    };
  }

  /// From the least to the greatest value of all four maps.
  private static Extent scale(SurrogateMap map) {
    double[] all =
        Arrays.stream(values())
            .map(chart -> chart.values(map))
            .flatMapToDouble(
                values -> values == null ? DoubleStream.empty() : Arrays.stream(values))
            .filter(Double::isFinite)
            .toArray();
    return new Extent(Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(1));
  }

  /// Where b flips.
  private static List<Figure.Line> guides(SurrogateMap map) {
    if (map.plane() == SurrogateMap.Plane.SIMPLEX) {
      return List.of(guide("share of class 3 is 0", new double[] {0, 1}, new double[] {1, 0}));
    }
    double[] zero = {0, 0};
    double[] across = {map.low()[0], map.high()[0]};
    double[] up = {map.low()[1], map.high()[1]};
    return List.of(guide("b₁ flips", zero, up), guide("b₂ flips", across, zero));
  }

  private static Figure.Line guide(String column, double[] x, double[] y) {
    return new Figure.Line("", "", column, Figure.Style.COMPANION, x, y, null, null)
        .inked(SurrogateChart.OPTIMUM);
  }

  private static Figure.Line spot(String key, String name, double[] at) {
    return new Figure.Line(
        key,
        name,
        name,
        Figure.Style.SPOTS,
        new double[] {at[0]},
        new double[] {at[1]},
        null,
        null);
  }
}
