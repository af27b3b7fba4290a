package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Value;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Measure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Labels;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.text.Numbers;

/// The event lines of a run with captions such as `t .499 → .45`. What one gesture changed, such as
/// the drag of a slider, is one line where it began, from the old value to the last new one; so are
/// gestures that began closer together than a hundredth of what the axis shows.
final class EventCaptions {
  private static final double NEAR = 0.01;
  private static final int DIGITS = 3;
  private static final int MOST = 3;

  private final RunAxis axis;

  private EventCaptions(RunAxis axis) {
    this.axis = axis;
  }

  /// A parameter's place in a scenario.
  private record Target(String scope, String key) {}

  /// What a gesture did.
  private static final class Gesture {
    private final Event start;
    private final Map<Target, Change> changes = new LinkedHashMap<>();

    Gesture(Event start) {
      this.start = start;
    }

    void merge(Target target, Change change) {
      changes.merge(target, change, (first, last) -> first.then(last.to()));
    }
  }

  /// A parameter's way through a gesture.
  private record Change(Parameter parameter, String owner, Value from, Value to) {
    /// The same up to a later value.
    Change then(Value value) {
      return new Change(parameter, owner, from, value);
    }

    /// The next one, from where this one ends.
    Change on(Value value) {
      return new Change(parameter, owner, to, value);
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
    Gesture line = null;
    for (Gesture gesture : gestures(scenario)) {
      if (line != null && near(line.start, gesture.start)) {
        gesture.changes.forEach(line::merge);
        continue;
      }
      if (line != null) {
        add(line, result);
      }
      line = gesture;
    }
    if (line != null) {
      add(line, result);
    }
    return result;
  }

  /// The gestures that are shown, in the order in which they began.
  private Collection<Gesture> gestures(Scenario scenario) {
    Labels labels = Labels.of(scenario);
    Map<Target, Change> last = new HashMap<>();
    Map<Long, Gesture> gestures = new LinkedHashMap<>();
    for (Event event : scenario.events()) {
      Target target = new Target(event.scope(), event.key());
      Change before = last.get(target);
      if (before == null && !shown(event, scenario, axis.view())) {
        continue;
      }
      Change change = before == null ? first(event, scenario, labels) : before.on(event.value());
      last.put(target, change);
      gestures.computeIfAbsent(event.since(), any -> new Gesture(event)).merge(target, change);
    }
    return gestures.values();
  }

  private static Change first(Event event, Scenario scenario, Labels labels) {
    return new Change(
        scenario.parameter(event.scope(), event.key()),
        owner(event.scope(), labels),
        scenario.settings(event.scope()).value(event.key()),
        event.value());
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
            .filter(track -> !track.id().equals(event.scope()))
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
  private static String owner(String scope, Labels labels) {
    return scope.equals(Scenario.PROBLEM) || scope.equals(Scenario.RUN)
        ? ""
        : labels.of(scope) + " ";
  }

  private void add(Gesture line, List<Figure.Event> result) {
    Event start = line.start;
    List<String> captions =
        line.changes.values().stream()
            .filter(change -> !change.from().equals(change.to()))
            .map(Change::caption)
            .toList();
    double at = place(start);
    if (!captions.isEmpty() && Double.isFinite(at)) {
      List<String> first = captions.subList(0, Math.min(MOST, captions.size()));
      String more = captions.size() > MOST ? ", " + (captions.size() - MOST) + " more" : "";
      result.add(new Figure.Event(at, String.join(", ", first) + more + pace(start)));
    }
  }

  private static String text(Parameter parameter, Value value, int digits) {
    return switch (value) {
      case Value.Real(double real) -> Numbers.caption(real, digits);
      case Value.Whole(long whole) -> Numbers.caption(whole, digits);
      case Value.Flag(boolean on) -> on ? "on" : "off";
      case Value.Choice _, Value.Text _, Value.File _ -> parameter.format(value);
    };
  }
}
