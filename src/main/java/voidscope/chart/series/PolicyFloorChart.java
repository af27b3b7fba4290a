package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.PolicyFloor;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.problem.RowVariance;
import voidscope.text.Count;
import voidscope.text.Numbers;

/// What the variance of a row's gradient consists of under a contender's policy: what no control
/// variate takes away, what c(s, a) can, and what a baseline other than the true V adds.
final class PolicyFloorChart {
  private static final int DIGITS = 3;

  /// Distance of the error bars of a bar's parts.
  private static final double APART = .12;

  private PolicyFloorChart() {}

  /// A part of every bar.
  ///
  /// @param parts of each bar; null where it has none
  private record Segment(
      String ink, String name, String column, List<RowVariance.@Nullable Part> parts) {}

  /// Stacked bars by the baseline, of the contender in focus, or of the last one shown, at the γ
  /// that is looked at. At another than the run's the learned V has a place without a bar: what it
  /// expects is a return at the run's γ.
  static Figure bars(Snapshot snapshot, ChartView view) {
    Figure.Axis up = new Figure.Axis("variance of a row's gradient (logits)", 0, Double.NaN);
    Track track = chosen(snapshot, view);
    PolicyFloor floor = track == null ? null : track.exhibit(PolicyFloor.class);
    if (track == null || floor == null || floor.parts().isEmpty()) {
      return empty("The floor", snapshot, Figure.Axis.fitting("baseline"), up);
    }
    RowVariance run = floor.parts().getFirst();
    RowVariance of = floor.at(view.discount());
    List<String> names = new ArrayList<>(List.of("the true V"));
    List<RowVariance.@Nullable Part> added = new ArrayList<>();
    added.add(null);
    boolean missing = run.learned() != null && of.learned() == null;
    if (run.learned() != null) {
      names.add(missing ? "learned at γ " + caption(run.discount()) : "the learned V");
      added.add(of.learned());
    }
    names.add("no baseline");
    added.add(of.bare());
    int count = names.size();
    int without = missing ? 1 : count;
    List<Segment> segments =
        List.of(
            every("frelaxed", "later actions, τ", of.later(), "", count, without),
            every(
                "term-fourth", "own action, a", of.own(), ", all that c can take", count, without),
            every("term-third", "states, s", of.states(), "", count, without),
            new Segment("term-first", lacking(run, of), "what the baseline lacks", added));
    List<Figure.Line> bars = new ArrayList<>();
    List<Figure.Line> errors = new ArrayList<>();
    double[] base = new double[count];
    for (Segment segment : segments) {
      double shift = APART * (bars.size() - (segments.size() - 1) / 2.0);
      stack(segment, base, shift, bars, errors);
    }
    bars.addAll(errors);
    return new Figure(
        "The floor: " + track.label() + step(track, floor) + ", " + discount(run, of),
        new Figure.Axis("baseline", .5, count + .5).named(names),
        up,
        bars,
        List.of(),
        List.of());
  }

  private static String discount(RowVariance run, RowVariance of) {
    String said = "γ = " + caption(of.discount());
    return of.discount() == run.discount()
        ? said
        : said + " (the run's: " + caption(run.discount()) + ")";
  }

  /// A part of all bars but one.
  private static Segment every(
      String ink, String name, RowVariance.Part part, String words, int count, int without) {
    List<RowVariance.@Nullable Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(i == without ? null : part);
    }
    return new Segment(ink, name + " " + measured(part) + words, name, parts);
  }

  private static String lacking(RowVariance run, RowVariance of) {
    RowVariance.Part learned = of.learned();
    String first =
        learned != null
            ? "learned V " + measured(learned) + ", "
            : run.learned() != null
                ? "learned V known at γ " + caption(run.discount()) + " alone, "
                : "";
    return "what the baseline lacks: " + first + "none " + measured(of.bare());
  }

  /// Puts a part on top of the bars.
  private static void stack(
      Segment segment,
      double[] base,
      double shift,
      List<Figure.Line> bars,
      List<Figure.Line> errors) {
    int n = base.length;
    double[] x = new double[n];
    double[] value = new double[n];
    double[] low = new double[n];
    double[] high = new double[n];
    double[] beside = new double[n];
    double[] under = new double[n];
    double[] over = new double[n];
    for (int i = 0; i < n; i++) {
      RowVariance.Part part = segment.parts().get(i);
      x[i] = i + 1;
      beside[i] = x[i] + shift;
      value[i] = part == null ? Double.POSITIVE_INFINITY : part.value();
      low[i] = part == null ? Double.POSITIVE_INFINITY : base[i] + Math.min(0, part.value());
      high[i] = part == null ? Double.POSITIVE_INFINITY : base[i] + Math.max(0, part.value());
      base[i] += part == null ? 0 : part.value();
      under[i] = part == null ? Double.POSITIVE_INFINITY : base[i] - part.error();
      over[i] = part == null ? Double.POSITIVE_INFINITY : base[i] + part.error();
    }
    String ink = segment.ink();
    bars.add(
        new Figure.Line(
            ink, segment.name(), segment.column(), Figure.Style.BAR, x, value, low, high));
    String column = segment.column() + ", upper end ± s.e.";
    double[] ends = value.clone();
    Arrays.setAll(ends, i -> Double.isFinite(value[i]) ? base[i] : value[i]);
    errors.add(new Figure.Line(ink, "", column, Figure.Style.POINTS, beside, ends, under, over));
  }

  /// The share of τ + a that c(s, a) can take away at most, over γ.
  static Figure share(Snapshot snapshot, ChartView view) {
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Event> events = new ArrayList<>();
    for (Track track : RunAxis.shown(snapshot, view)) {
      PolicyFloor floor = track.exhibit(PolicyFloor.class);
      if (floor != null && !floor.parts().isEmpty()) {
        RowVariance run = floor.parts().getFirst();
        List<RowVariance> along =
            Stream.concat(
                    Stream.of(run),
                    floor.parts().stream().filter(part -> part.discount() != run.discount()))
                .sorted(Comparator.comparingDouble(RowVariance::discount))
                .toList();
        lines.add(
            new Figure.Line(
                track.id(),
                RunAxis.name(track) + " " + measured(run.share()) + step(track, floor),
                track.label(),
                Figure.Style.MAIN,
                of(along, RowVariance::discount),
                of(along, part -> part.share().value()),
                of(along, part -> part.share().value() - part.share().error()),
                of(along, part -> part.share().value() + part.share().error())));
        if (events.isEmpty()) {
          double shown = floor.at(view.discount()).discount();
          boolean elsewhere = shown != run.discount();
          String own = "γ " + caption(run.discount()) + (elsewhere ? " of the run" : "");
          events.add(new Figure.Event(run.discount(), own));
          if (elsewhere) {
            events.add(new Figure.Event(shown, "γ " + caption(shown) + " of the bars"));
          }
        }
      }
    }
    Figure.Axis up = new Figure.Axis("a/(τ + a)", 0, Double.NaN);
    if (lines.isEmpty()) {
      return empty("What c can take away", snapshot, new Figure.Axis("γ", .5, 1), up);
    }
    return new Figure(
            "What c can take away, over γ" + RunAxis.first(snapshot, ": "),
            new Figure.Axis("γ", .5, 1),
            up,
            lines,
            List.of(),
            events)
        .with(
            RunAxis.hidden(
                snapshot, view, lines, t -> Objects.nonNull(t.exhibit(PolicyFloor.class))),
            view.focus());
  }

  /// Says why there is nothing yet.
  private static Figure empty(String title, Snapshot snapshot, Figure.Axis x, Figure.Axis y) {
    boolean coming = snapshot.tracks().stream().anyMatch(t -> t.exhibit(PolicyFloor.class) != null);
    String why = coming ? ": being branched" : ": for policies in a world";
    return new Figure(title + why, x, y, List.of(), List.of(), List.of());
  }

  private static double[] of(List<RowVariance> parts, ToDoubleFunction<RowVariance> value) {
    return parts.stream().mapToDouble(value).toArray();
  }

  private static @Nullable Track chosen(Snapshot snapshot, ChartView view) {
    List<Track> able =
        RunAxis.shown(snapshot, view).stream()
            .filter(track -> track.exhibit(PolicyFloor.class) != null)
            .toList();
    return able.stream()
        .filter(track -> track.id().equals(view.focus()))
        .findFirst()
        .orElse(able.isEmpty() ? null : able.getLast());
  }

  /// Of which step it is, and how much was played for it.
  private static String step(Track track, PolicyFloor floor) {
    return floor.step() == track.step() ? "" : " (step " + Count.grouped(floor.step()) + ")";
  }

  private static String measured(RowVariance.Part part) {
    return caption(part.value()) + " ± " + Numbers.caption(part.error(), 2);
  }

  private static String caption(double value) {
    return Numbers.caption(value, DIGITS);
  }
}
