package voidscope.experiment.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimators;
import voidscope.problem.Objection;
import voidscope.problem.catalogue.Problems;

/// Turns the text of a scenario file into a scenario, or says where it is wrong.
final class ScenarioReader {
  private static final List<String> SECTIONS =
      List.of("voidscope", "problem", "run", "estimator", "variants", "event");

  private final TomlSection root;

  private ScenarioReader(TomlSection root) {
    this.root = root;
  }

  /// @param folder from which files are named
  static Scenario read(String file, String text, Path folder) throws ScenarioException {
    return new ScenarioReader(TomlSection.parse(file, folder, text)).scenario();
  }

  private Scenario scenario() throws ScenarioException {
    root.allow(SECTIONS);
    root.whole("voidscope", ScenarioFile.VERSION, ScenarioFile.VERSION);
    TomlSection problem = root.section("problem");
    if (problem == null) {
      throw root.fault("problem", "a section [problem]", "none");
    }
    TomlSection run = root.section("run");
    Settings runDefaults = Settings.defaults(RunParameters.all());
    Scenario scenario =
        new Scenario(
            problem(problem),
            estimators(),
            run == null ? runDefaults : run.settings(runDefaults, List.of()),
            EventLog.EMPTY,
            numbers());
    return scenario.withEvents(events(scenario));
  }

  private Choice problem(TomlSection section) throws ScenarioException {
    String key = name(section, Problems.catalogue());
    Choice choice = Scenarios.problem(key);
    Settings settings = section.settings(choice.settings(), List.of("name"));
    Optional<Objection> objection = Problems.catalogue().get(key).check().apply(settings);
    if (objection.isPresent()) {
      Objection it = objection.get();
      throw section.fault(
          it.key(), it.expectation() + " at character " + (it.at() + 1), it.found());
    }
    return new Choice(key, settings);
  }

  private List<Entrant> estimators() throws ScenarioException {
    List<TomlSection> sections = root.sections("estimator");
    List<String> kinds = new ArrayList<>();
    for (TomlSection section : sections) {
      kinds.add(name(section, Estimators.catalogue()));
    }
    Map<String, TomlSection> seen = new LinkedHashMap<>();
    List<Entrant> result = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      TomlSection section = sections.get(i);
      String kind = kinds.get(i);
      String id = id(section, kind, others(sections, kinds, i));
      TomlSection named = section.called("estimator." + id);
      TomlSection before = seen.putIfAbsent(id, section);
      if (before != null) {
        throw named.fault("id", "each id once", "\"" + id + "\" again, as in " + before.place());
      }
      String label = named.has("label") ? named.line("label", Entrant.LONGEST_LABEL) : "";
      Settings settings =
          named.settings(Scenarios.estimator(kind).settings(), List.of("name", "id", "label"));
      result.add(new Entrant(id, kind, label, settings));
    }
    return result;
  }

  /// Where else an estimator of the same kind stands.
  private static List<String> others(List<TomlSection> sections, List<String> kinds, int own) {
    return IntStream.range(0, sections.size())
        .filter(i -> i != own && kinds.get(i).equals(kinds.get(own)))
        .mapToObj(i -> sections.get(i).place())
        .toList();
  }

  /// The id of an estimator: that of one that stands alone may be left out.
  private static String id(TomlSection section, String kind, List<String> others)
      throws ScenarioException {
    if (!section.has("id")) {
      if (others.isEmpty()) {
        return kind;
      }
      throw section.fault(
          "id",
          "an id, as \"" + kind + "\" stands also in " + String.join(" and ", others),
          "none in " + section.place());
    }
    String id = section.line("id", Integer.MAX_VALUE);
    Optional<String> fault = Entrant.fault(id, kind);
    if (fault.isPresent()) {
      throw section.fault("id", fault.get(), "\"" + id + "\"");
    }
    return id;
  }

  /// The highest numbers that variants have had.
  private SortedMap<String, Integer> numbers() throws ScenarioException {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    TomlSection section = root.section("variants");
    if (section != null) {
      List<String> kinds =
          Estimators.catalogue().entries().stream().map(Catalogue.Named::key).toList();
      section.allow(kinds);
      for (String kind : kinds) {
        if (section.has(kind)) {
          numbers.put(kind, (int) section.whole(kind, 2, Entrant.HIGHEST));
        }
      }
    }
    return numbers;
  }

  private static <T extends Catalogue.Named> String name(
      TomlSection section, Catalogue<T> catalogue) throws ScenarioException {
    return section.word("name", catalogue.entries().stream().map(Catalogue.Named::key).toList());
  }

  private List<Event> events(Scenario scenario) throws ScenarioException {
    List<String> scopes = new ArrayList<>(List.of(Scenario.PROBLEM, Scenario.RUN));
    scenario.estimators().forEach(entrant -> scopes.add(entrant.id()));
    List<Event> result = new ArrayList<>();
    long last = 0;
    for (TomlSection section : root.sections("event")) {
      section.allow(List.of("step", "set", "key", "value", "since"));
      List<Long> steps = steps(section, last);
      String scope = section.word("set", scopes);
      List<String> live =
          scenario.settings(scope).parameters().stream()
              .filter(Parameter::live)
              .map(Parameter::key)
              .toList();
      if (live.isEmpty()) {
        throw section.fault("set", "a scope with live parameters", "\"" + scope + "\"");
      }
      String key = section.word("key", live);
      List<Value> values = values(section, steps.size(), scenario.parameter(scope, key));
      long first = steps.getFirst();
      last = section.has("since") ? section.whole("since", last, first) : first;
      for (int i = 0; i < steps.size(); i++) {
        result.add(new Event(steps.get(i), scope, key, values.get(i), last));
      }
    }
    return result;
  }

  /// The step of an event, or the ascending ones of a gesture.
  private static List<Long> steps(TomlSection section, long least) throws ScenarioException {
    if (!section.lists("step")) {
      return List.of(section.whole("step", least, Long.MAX_VALUE));
    }
    List<Long> steps = new ArrayList<>();
    for (TomlSection.Item item : section.items("step", "a step or several")) {
      long minimum = steps.isEmpty() ? least : steps.getLast() + 1;
      steps.add(section.whole(item, minimum, Long.MAX_VALUE));
    }
    return steps;
  }

  /// As many values as steps.
  private static List<Value> values(TomlSection section, int count, Parameter parameter)
      throws ScenarioException {
    if (!section.lists("step")) {
      return List.of(section.value("value", parameter));
    }
    String expectation = "an array of " + count + ", a value for each step";
    List<Value> values = new ArrayList<>();
    for (TomlSection.Item item : section.items("value", expectation)) {
      values.add(section.value(item, parameter));
    }
    if (values.size() != count) {
      throw section.fault("value", expectation, Integer.toString(values.size()));
    }
    return values;
  }
}
