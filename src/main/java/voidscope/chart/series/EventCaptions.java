package voidscope.chart.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voidscope.catalogue.Parameter;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Measure;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;

/// The event lines of a run with captions such as `t .499 → .45`. Events closer together than a
/// hundredth of what the axis shows, as a dragged slider leaves them, are one line from the first
/// old value to the last new one.
final class EventCaptions {
  private static final double NEAR = 0.01;
  private static final int DIGITS = 3;
  private static final int MOST = 3;

  private final RunAxis axis;

  private EventCaptions(RunAxis axis) {
    this.axis = axis;
  }

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
  static List<Figure.Event> of(Snapshot snapshot, RunAxis axis) {
    return new EventCaptions(axis).of(snapshot.scenario());
  }

  private List<Figure.Event> of(Scenario scenario) {
    List<Figure.Event> result = new ArrayList<>();
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Change> group = new LinkedHashMap<>();
    Event start = null;
    for (Event event : scenario.events()) {
      if (!shown(event, scenario, axis.view())) {
        continue;
      }
      if (start != null && !near(start, event)) {
        flush(group, start, result);
        start = null;
      }
      if (start == null) {
        start = event;
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
    if (start != null) {
      flush(group, start, result);
    }
    return result;
  }

  /// Whether two events are too close together for a line each.
  private boolean near(Event one, Event other) {
    double distance = axis.projection().share(place(other)) - axis.projection().share(place(one));
    return one.step() == other.step() || distance <= NEAR;
  }

  /// Where an event lies: by evaluations or seconds at the pace of one contender.
  private double place(Event event) {
    return axis.measure() == Measure.STEPS
        ? event.step()
        : axis.pace(event.scope())
            .map(track -> axis.measure().at(track, event.step()))
            .orElse(Double.NaN);
  }

  /// At whose pace an event is placed, where that is not plain.
  private String pace(Event event) {
    return axis.measure() == Measure.STEPS
        ? ""
        : axis.pace(event.scope())
            .filter(track -> !track.choice().key().equals(event.scope()))
            .map(track -> " at " + track.label() + "’s pace")
            .orElse("");
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

  private void flush(Map<String, Change> group, Event start, List<Figure.Event> result) {
    List<String> captions =
        group.values().stream()
            .filter(change -> change.from() != change.to())
            .map(Change::caption)
            .toList();
    double at = place(start);
    if (!captions.isEmpty() && Double.isFinite(at)) {
      List<String> first = captions.subList(0, Math.min(MOST, captions.size()));
      String more = captions.size() > MOST ? ", " + (captions.size() - MOST) + " more" : "";
      result.add(new Figure.Event(at, String.join(", ", first) + more + pace(start)));
    }
    group.clear();
  }

  private static String text(Parameter parameter, double value, int digits) {
    return switch (parameter.kind()) {
      case REAL, INTEGER -> number(value, digits);
      case FLAG -> value == 0 ? "off" : "on";
      case CHOICE, FILE -> parameter.format(value);
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
