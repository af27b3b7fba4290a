package voidscope.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Labels;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Numbers;

/// What differs from one scenario to another, in a few words for people: `target t .45 → .499 ·
/// RELAX: hidden units 10 → 200 · REBAR left · 3 changes on the way`.
///
/// In the order of files: problem, run, estimators, events. Of another problem only its name is
/// told. Changes of the step budget on the way change no result and are passed over.
public final class Differences {
  private static final int MOST = 5;
  private static final int DIGITS = 3;
  private static final int EXACT = 17;
  private static final String BETWEEN = " · ";

  private final List<String> items = new ArrayList<>();

  private Differences() {}

  /// The words; empty where nothing differs.
  ///
  /// @param from the scenario that was opened
  /// @param to what has become of it
  public static String between(Scenario from, Scenario to) {
    Differences found = new Differences();
    found.problem(from.problem(), to.problem());
    found.settings("", from.run(), to.run());
    found.estimators(from, to);
    found.changes(from, to);
    int more = found.items.size() - MOST;
    return more <= 0
        ? String.join(BETWEEN, found.items)
        : String.join(BETWEEN, found.items.subList(0, MOST)) + " and " + more + " more";
  }

  private void problem(Choice from, Choice to) {
    if (from.key().equals(to.key())) {
      settings("", from.settings(), to.settings());
    } else {
      items.add(
          "problem "
              + Problems.catalogue().get(from.key()).label()
              + " → "
              + Problems.catalogue().get(to.key()).label());
    }
  }

  private void estimators(Scenario from, Scenario to) {
    Labels before = Labels.of(from);
    Labels after = Labels.of(to);
    for (Entrant entrant : from.estimators()) {
      String owner = after.of(entrant.id()) + ": ";
      to.estimator(entrant.id())
          .ifPresent(other -> settings(owner, entrant.settings(), other.settings()));
    }
    for (Entrant entrant : from.estimators()) {
      if (to.estimator(entrant.id()).isEmpty()) {
        items.add(before.of(entrant.id()) + " left");
      }
    }
    for (Entrant entrant : to.estimators()) {
      if (from.estimator(entrant.id()).isEmpty()) {
        items.add(after.of(entrant.id()) + " joined");
      }
    }
  }

  private void settings(String owner, Settings from, Settings to) {
    for (Parameter parameter : to.parameters()) {
      if (from.has(parameter.key())) {
        Value before = from.value(parameter.key());
        Value after = to.value(parameter.key());
        if (!before.equals(after)) {
          items.add(owner + name(parameter) + " " + arrow(parameter, before, after));
        }
      }
    }
  }

  /// A label of one word has the symbol of the charts beside it.
  private static String name(Parameter parameter) {
    boolean bare = parameter.symbol().isEmpty() || parameter.label().contains(" ");
    return parameter.label() + (bare ? "" : " " + parameter.symbol());
  }

  /// Both values, as short as they can be told apart.
  private static String arrow(Parameter parameter, Value before, Value after) {
    for (int digits = DIGITS; ; digits++) {
      String first = brief(parameter, before, digits);
      String second = brief(parameter, after, digits);
      if (!first.equals(second)) {
        return first + " → " + second;
      }
      if (digits >= EXACT) {
        return parameter.format(before) + " → " + parameter.format(after);
      }
    }
  }

  private static String brief(Parameter parameter, Value value, int digits) {
    return switch (value) {
      case Value.Real(double number) -> Numbers.caption(number, digits);
      case Value.Whole(long number) -> Numbers.caption(number, digits);
      case Value.Flag(boolean on) -> on ? "on" : "off";
      case Value.File(String path, String _) -> String.valueOf(Path.of(path).getFileName());
      case Value.Choice _, Value.Text _ -> parameter.format(value);
    };
  }

  /// What was changed on the way in one scenario and not in the other, a gesture as one.
  private void changes(Scenario from, Scenario to) {
    int more = gestures(to, from).size();
    int fewer = gestures(from, to).size();
    if (more > 0) {
      items.add(more + (more == 1 ? " change" : " changes") + " on the way");
    }
    if (fewer > 0) {
      items.add("without " + fewer + (fewer == 1 ? " change" : " changes") + " on the way");
    }
  }

  private static Set<List<Object>> gestures(Scenario of, Scenario without) {
    Set<List<Object>> gestures = new LinkedHashSet<>();
    for (Event event : of.events()) {
      boolean budget =
          event.scope().equals(Scenario.RUN) && event.key().equals(RunParameters.STEPS.key());
      if (!budget && !without.events().contains(event)) {
        gestures.add(List.of(event.since(), event.scope(), event.key()));
      }
    }
    return gestures;
  }
}
