package voidscope.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voidscope.catalogue.Parameter;
import voidscope.estimator.Estimators;
import voidscope.experiment.Event;
import voidscope.experiment.RunParameters;
import voidscope.experiment.Scenario;
import voidscope.experiment.Snapshot;

/// The event lines of a run with captions such as `t .499 → .45`. Events closer together than a
/// hundredth of the axis, as a dragged slider leaves them, are one line from the first old value to
/// the last new one.
final class EventCaptions {
  private static final double NEAR = 0.01;
  private static final int DIGITS = 3;
  private static final int MOST = 3;

  private EventCaptions() {}

  /// A parameter's way through one group of events.
  private record Change(Parameter parameter, String owner, double from, double to) {
    Change then(double value) {
      return new Change(parameter, owner, from, value);
    }

    String caption() {
      String symbol = parameter.symbol().isEmpty() ? parameter.label() : parameter.symbol();
      for (int digits = DIGITS; ; digits++) {
        String before = text(parameter, from, digits);
        String after = text(parameter, to, digits);
        if (!before.equals(after) || digits > 17) {
          return owner + symbol + " " + before + " → " + after;
        }
      }
    }
  }

  /// The event lines of what is shown. The step budget changes no result and has none.
  static List<Figure.Event> of(Snapshot snapshot, ChartView view) {
    Scenario scenario = snapshot.scenario();
    double near = NEAR * RunAxis.end(snapshot);
    List<Figure.Event> result = new ArrayList<>();
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Change> group = new LinkedHashMap<>();
    double start = 0;
    for (Event event : scenario.events()) {
      if (!shown(event, scenario, view)) {
        continue;
      }
      if (!group.isEmpty() && event.step() - start > near) {
        flush(group, start, result);
      }
      if (group.isEmpty()) {
        start = event.step();
      }
      String key = event.scope() + "." + event.key();
      Parameter parameter = scenario.parameter(event.scope(), event.key());
      double old = values.getOrDefault(key, scenario.settings(event.scope()).real(event.key()));
      group.merge(
          key,
          new Change(parameter, owner(event.scope()), old, event.value()),
          (first, last) -> first.then(last.to()));
      values.put(key, event.value());
    }
    flush(group, start, result);
    return result;
  }

  private static boolean shown(Event event, Scenario scenario, ChartView view) {
    return switch (event.scope()) {
      case Scenario.PROBLEM -> true;
      case Scenario.RUN -> !event.key().equals(RunParameters.STEPS.key());
      default ->
          scenario.estimator(event.scope()).isPresent() && !view.hidden().contains(event.scope());
    };
  }

  /// Whose parameter it is, where that is not plain.
  private static String owner(String scope) {
    return Estimators.catalogue().find(scope).map(entry -> entry.label() + " ").orElse("");
  }

  private static void flush(Map<String, Change> group, double start, List<Figure.Event> result) {
    List<String> captions =
        group.values().stream()
            .filter(change -> change.from() != change.to())
            .map(Change::caption)
            .toList();
    if (captions.size() > MOST) {
      String more = ", " + (captions.size() - MOST) + " more";
      result.add(new Figure.Event(start, String.join(", ", captions.subList(0, MOST)) + more));
    } else if (!captions.isEmpty()) {
      result.add(new Figure.Event(start, String.join(", ", captions)));
    }
    group.clear();
  }

  private static String text(Parameter parameter, double value, int digits) {
    return switch (parameter.kind()) {
      case REAL, INTEGER -> number(value, digits);
      case FLAG -> value == 0 ? "off" : "on";
      case CHOICE -> parameter.format(value);
    };
  }

  /// A number as charts write it: `.499`, `−1.5`, `1200`.
  ///
  /// @param digits significant digits at most; those before the point stay
  static String number(double value, int digits) {
    int whole = Math.abs(value) < 1 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(Math.max(digits, whole)));
    String plain = rounded.stripTrailingZeros().toPlainString();
    return plain.replaceFirst("^(-?)0\\.", "$1.").replace('-', '−');
  }
}
