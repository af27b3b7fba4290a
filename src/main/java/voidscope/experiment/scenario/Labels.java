package voidscope.experiment.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimators;
import voidscope.text.Numbers;

/// What people call the estimators of a scenario: their own label, or the kind's where it stands
/// once, or that and what it differs in from the others of its kind. No two are called alike.
public final class Labels {
  /// Differences that a name tells at most.
  private static final int MOST = 2;

  private final Map<String, String> labels = new HashMap<>();

  private Labels(List<Entrant> entrants) {
    Map<String, Integer> count = new HashMap<>();
    for (Entrant entrant : entrants) {
      String label = entrant.label().isEmpty() ? derived(entrant, entrants) : entrant.label();
      labels.put(entrant.id(), label);
      count.merge(label, 1, Integer::sum);
    }
    for (Entrant entrant : entrants) {
      labels.computeIfPresent(
          entrant.id(),
          (id, label) ->
              count.getOrDefault(label, 0) > 1 ? label + " (" + suffix(entrant) + ")" : label);
    }
    while (labels.values().stream().distinct().count() < labels.size()) {
      tellApart();
    }
  }

  /// Puts ids behind those that are still called alike, such as one with another kind's name.
  private void tellApart() {
    Map<String, Long> count =
        labels.values().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    labels.replaceAll(
        (id, label) -> count.getOrDefault(label, 0L) > 1 ? label + " (" + id + ")" : label);
  }

  /// Those of a scenario, by its values at step 0.
  public static Labels of(Scenario scenario) {
    return of(scenario.estimators());
  }

  /// Those of some estimators that stand side by side.
  public static Labels of(List<Entrant> entrants) {
    return new Labels(entrants);
  }

  /// The label of an id; of nobody's the id itself.
  public String of(String id) {
    return labels.getOrDefault(id, id);
  }

  private static String suffix(Entrant entrant) {
    int number = entrant.number();
    return number > 0 ? Integer.toString(number) : entrant.id();
  }

  private static String derived(Entrant entrant, List<Entrant> all) {
    String kind = Estimators.catalogue().get(entrant.kind()).label();
    List<Entrant> others =
        all.stream()
            .filter(other -> other.kind().equals(entrant.kind()) && !other.equals(entrant))
            .toList();
    List<String> told = new ArrayList<>();
    for (Parameter parameter : entrant.settings().parameters()) {
      String own = text(parameter, entrant.settings());
      if (told.size() < MOST
          && !own.isEmpty()
          && others.stream().anyMatch(o -> !text(parameter, o.settings()).equals(own))) {
        told.add(own);
      }
    }
    return told.isEmpty() ? kind : kind + ", " + String.join(", ", told);
  }

  /// What a name tells of a parameter. One that its estimator may tune is told by the flag that
  /// hands it over.
  private static String text(Parameter parameter, Settings settings) {
    String name = name(parameter);
    boolean handed =
        settings.parameters().stream().anyMatch(flag -> flag.hands().equals(parameter.key()));
    if (handed) {
      return "";
    }
    return switch (settings.value(parameter.key())) {
      case Value.Real(double number) -> name + " = " + Numbers.text(number);
      case Value.Whole(long number) ->
          parameter.symbol().isEmpty() ? number + " " + name : name + " = " + number;
      case Value.Flag(boolean on) -> flag(parameter, on, settings);
      case Value.Choice(String choice) -> choice + " " + name;
      case Value.Text(String text) -> name + " " + text;
      case Value.File(String path, String _) -> name + " " + FileNames.last(path);
    };
  }

  private static String flag(Parameter flag, boolean on, Settings settings) {
    if (flag.hands().isEmpty()) {
      return on ? flag.label() : "no " + flag.label();
    }
    Parameter tuned = settings.parameter(flag.hands());
    return on
        ? name(tuned) + " tuned"
        : name(tuned) + " = " + Numbers.text(settings.real(tuned.key()));
  }

  private static String name(Parameter parameter) {
    return parameter.symbol().isEmpty() ? parameter.label() : parameter.symbol();
  }
}
