package voidscope.chart.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Up;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.FigureDress;

/// How the charts were looked at, as a comment above a figure's scenario: it changes no result, but
/// without it the figure would not lead back to itself. A key that is not known is passed over, so
/// that figures of other versions can be opened.
public final class ViewText {
  private static final String START = "# view: ";
  private static final String CHART = "chart";
  private static final String HIDDEN = "hidden";
  private static final String FOCUS = "focus";
  private static final String OVER = "over";
  private static final String AVERAGED = "averaged";
  private static final String DISCOUNT = "floor-discount";

  private ViewText() {}

  /// The comment, a line, with another below it where the figure is dressed.
  public static String format(CarriedView carried) {
    ChartView view = carried.view();
    return START
        + CHART
        + " = "
        + carried.chart()
        + "; "
        + HIDDEN
        + " = "
        + String.join(" ", new TreeSet<>(view.hidden()))
        + "; "
        + FOCUS
        + " = "
        + view.focus()
        + "; "
        + OVER
        + " = "
        + view.abscissa().key()
        + axes(view.across(), view.up())
        + averaged(view.averaged())
        + discount(view.discount())
        + "\n"
        + DressText.format(carried.dress());
  }

  /// What differs from the axes that a chart is made for.
  private static String axes(Across across, Up up) {
    StringBuilder text = new StringBuilder();
    Across plain = Across.PLAIN;
    put(text, "x", across.scale().name(), across.scale() != plain.scale());
    put(text, "counts", across.measure().name(), across.measure() != plain.measure());
    window(text, "from-x", "to-x", across.window());
    AxisScale scale = up.scale();
    put(text, "y", scale == null ? "" : scale.name(), scale != null);
    window(text, "from-y", "to-y", up.window());
    put(text, "quantity", Integer.toString(up.quantity()), up.quantity() != 0);
    put(text, "smooth", "yes", up.smooth());
    return text.toString();
  }

  private static String averaged(long count) {
    StringBuilder text = new StringBuilder();
    put(text, AVERAGED, Long.toString(count), count != ChartView.USUALLY_AVERAGED);
    return text.toString();
  }

  private static String discount(@Nullable Double gamma) {
    StringBuilder text = new StringBuilder();
    put(text, DISCOUNT, String.valueOf(gamma), gamma != null);
    return text.toString();
  }

  private static void window(StringBuilder text, String from, String to, @Nullable Extent part) {
    if (part != null) {
      put(text, from, Double.toString(part.low()), true);
      put(text, to, Double.toString(part.high()), true);
    }
  }

  private static void put(StringBuilder text, String key, String value, boolean wanted) {
    if (wanted) {
      text.append("; ").append(key).append(" = ").append(value.toLowerCase(Locale.ROOT));
    }
  }

  /// The view that a scenario's text tells of, if it does.
  public static Optional<CarriedView> parse(String text) {
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> line.startsWith(START))
        .findFirst()
        .map(line -> read(line.substring(START.length()), DressText.parse(text)));
  }

  private static CarriedView read(String line, FigureDress dress) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : line.split("[;,\\t]", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        values.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    String hidden = values.getOrDefault(HIDDEN, "");
    ChartView view =
        new ChartView(
            hidden.isEmpty() ? Set.of() : Set.copyOf(List.of(hidden.split(" +"))),
            values.getOrDefault(FOCUS, ""),
            Abscissa.of(values.getOrDefault(OVER, "")),
            1,
            new Across(
                one(AxisScale.values(), values.get("x")).orElse(AxisScale.LINEAR),
                one(Measure.values(), values.get("counts")).orElse(Measure.STEPS),
                part(values.get("from-x"), values.get("to-x"))),
            new Up(
                one(AxisScale.values(), values.get("y")).orElse(null),
                part(values.get("from-y"), values.get("to-y")),
                (int) Math.clamp(number(values.get("quantity"), 0), 0, 1000),
                values.containsKey("smooth")),
            (long)
                Math.clamp(
                    number(values.get(AVERAGED), ChartView.USUALLY_AVERAGED),
                    1,
                    ChartView.MOST_AVERAGED),
            gamma(number(values.get(DISCOUNT), Double.NaN)));
    return new CarriedView(values.getOrDefault(CHART, ""), view, dress);
  }

  private static <E extends Enum<E>> Optional<E> one(E[] all, @Nullable String name) {
    return Arrays.stream(all).filter(e -> e.name().equalsIgnoreCase(name)).findFirst();
  }

  private static @Nullable Extent part(@Nullable String from, @Nullable String to) {
    double low = number(from, Double.NaN);
    double high = number(to, Double.NaN);
    return low < high && Double.isFinite(high - low) ? new Extent(low, high) : null;
  }

  private static @Nullable Double gamma(double said) {
    return Double.isNaN(said) ? null : Math.clamp(said, 0, 1);
  }

  private static double number(@Nullable String text, double otherwise) {
    try {
      double number = text == null ? otherwise : Double.parseDouble(text);
      return Double.isNaN(number) ? otherwise : number;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
