package voidscope.chart.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Foot;
import voidscope.chart.figure.Projection;
import voidscope.chart.figure.Ticks;

/// The ticks of an axis: those with a text, and finer ones without.
public final class Marks {
  private static final int[] EVERY = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final double SHORT = .9;
  private static final int LONG = 8;

  /// How near two texts on a root axis may be, in even distances of all there is room for.
  private static final double ROOM = .8;

  private final Extent ends;
  private final double count;
  private final List<Mark> marks = new ArrayList<>();

  /// A tick; a fine one has no text.
  public record Mark(double value, String text) {}

  private Marks(Extent ends, double count) {
    this.ends = ends;
    this.count = count;
  }

  /// The ticks of an axis that has room for about `count` texts, or its names.
  public static List<Mark> of(Figure.Axis axis, Extent ends, double count) {
    List<Mark> named = new ArrayList<>();
    for (int i = 0; i < axis.names().size(); i++) {
      if (ends.contains(i + 1.0)) {
        named.add(new Mark(i + 1.0, axis.names().get(i)));
      }
    }
    return axis.names().isEmpty() ? of(axis.scale(), ends, count) : List.copyOf(named);
  }

  /// The ticks of numbers on an axis that has room for about `count` texts.
  public static List<Mark> of(AxisScale scale, Extent ends, double count) {
    Marks made = new Marks(ends, count);
    switch (scale) {
      case LINEAR -> made.linear();
      case LOG -> made.logarithmic();
      case SYMLOG -> made.symmetric();
      case SQRT -> made.root();
    }
    return List.copyOf(made.marks);
  }

  /// The ticks of an axis with a foot, in which a 0 stands below those above it.
  public static List<Mark> of(AxisScale scale, Foot foot, double count) {
    if (!foot.exists()) {
      return of(scale, foot.ends(), count);
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(foot.zero(), "0"));
    marks.add(new Mark(foot.floor(), ""));
    marks.addAll(of(scale, new Extent(foot.floor(), foot.ends().high()), count));
    return List.copyOf(marks);
  }

  private void linear() {
    Ticks ticks = Ticks.of(ends.low(), ends.high(), count);
    double step = ticks.step();
    double slack = 1e-9 * ends.length();
    long last = (long) Math.floor((ends.high() + slack) / step);
    for (long i = (long) Math.ceil((ends.low() - slack) / step); i <= last; i++) {
      marks.add(new Mark(i * step, ticks.text(i * step)));
    }
  }

  /// Even steps where they are far enough apart, with texts from zero outwards, and 1, 2, 5 of each
  /// power of ten below the first of them.
  private void root() {
    Ticks ticks = Ticks.of(ends.low(), ends.high(), count);
    Projection across = Projection.of(AxisScale.SQRT, ends);
    if (ends.low() < 0 || ends.low() > ticks.step()) {
      linear();
      return;
    }
    List<Double> named = new ArrayList<>();
    long last = (long) Math.floor(ends.high() / ticks.step() * (1 + 1e-9));
    for (long i = 0; i <= last; i++) {
      double value = i * ticks.step();
      boolean shown = apart(across, named, value);
      add(value, shown ? ticks.text(value) : "");
      if (shown) {
        named.add(value);
      }
    }
    int exponent = (int) Math.floor(Math.log10(ticks.step()));
    for (int power = exponent; power >= exponent - 2; power--) {
      for (int lead : new int[] {5, 2, 1}) {
        double value = value(lead, power);
        if (value < ticks.step() && apart(across, named, value)) {
          add(value, new Ticks(value, ticks.largest()).text(value));
          named.add(value);
        }
      }
    }
    marks.sort(Comparator.comparingDouble(Mark::value));
  }

  /// Whether a text has room beside those there are.
  private boolean apart(Projection across, List<Double> others, double value) {
    return others.stream()
        .allMatch(other -> Math.abs(across.share(other) - across.share(value)) > ROOM / count);
  }

  private void logarithmic() {
    double decades = Math.log10(ends.high() / ends.low());
    if (decades < SHORT) {
      linear();
      return;
    }
    int from = (int) Math.floor(Math.log10(ends.low()));
    int to = (int) Math.floor(Math.log10(ends.high()) + 1e-9);
    int stride = (int) Math.max(1, Math.ceil((to - from) / count));
    boolean dense = 3 * decades <= count + 1;
    boolean plain = from >= 0 || (from >= -2 && to <= 2);
    for (int exponent = from; exponent <= to; exponent++) {
      for (int lead : decades <= LONG ? EVERY : new int[] {1}) {
        boolean named =
            lead == 1 ? Math.floorMod(exponent, stride) == 0 : dense && (lead == 2 || lead == 5);
        add(value(lead, exponent), named ? text(lead, exponent, plain) : "");
      }
    }
  }

  private void symmetric() {
    double knee = Projection.of(AxisScale.SYMLOG, ends).knee();
    int first = (int) Math.round(Math.log10(knee));
    double largest = Math.max(Math.abs(ends.low()), Math.abs(ends.high()));
    int last = (int) Math.floor(Math.log10(largest) + 1e-9);
    boolean both = ends.low() < 0 && ends.high() > 0;
    if (ends.low() > knee || ends.high() < -knee) {
      linear();
      return;
    }
    int sides = both ? 2 : 1;
    int stride = (int) Math.max(1, Math.ceil((last - first) * sides / count));
    boolean plain = first >= -2 && last <= 2;
    for (int exponent = last; exponent >= first; exponent--) {
      boolean named = exponent > first && (last - exponent) % stride == 0;
      add(-value(1, exponent), named ? "−" + text(1, exponent, plain) : "");
    }
    add(0, "0");
    for (int exponent = first; exponent <= last; exponent++) {
      boolean named = exponent > first && (last - exponent) % stride == 0;
      add(value(1, exponent), named ? text(1, exponent, plain) : "");
    }
  }

  private void add(double value, String text) {
    double slack = 1e-9 * Math.abs(value);
    if (value >= ends.low() - slack && value <= ends.high() + slack) {
      marks.add(new Mark(value, text));
    }
  }

  private static double value(int lead, int exponent) {
    return Double.parseDouble(lead + "e" + exponent);
  }

  /// `10⁻⁴`, `2·10⁻⁴`; where the axis has only ordinary numbers `0.02`, `500`, `20k`.
  private static String text(int lead, int exponent, boolean plain) {
    double value = value(lead, exponent);
    if (plain && exponent <= 8) {
      return new Ticks(value, value).text(value);
    }
    return exponent == 0
        ? Integer.toString(lead)
        : (lead == 1 ? "" : lead + "·") + "10" + Ticks.superscript(exponent);
  }
}
