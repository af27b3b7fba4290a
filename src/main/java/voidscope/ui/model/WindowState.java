package voidscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import voidscope.chart.export.ViewText;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.TomlSection;

/// What was set and how it was looked at, as a text that a kept run carries. Immutable.
///
/// @param draft what was set
/// @param outlook how it was looked at
public record WindowState(Draft draft, Outlook outlook) {
  private static final String VIEW = "view";
  private static final String EVERYONE = "everyone";
  private static final String CHARTS = "charts";
  private static final String SHOWN = "shown";
  private static final String WANTED = "wanted";
  private static final String IN = "in";
  private static final String NUMBERS = "numbers";
  private static final String DISMISSED = "dismissed";
  private static final String SHELVED = "shelved-";
  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String NAME = "the window's state";

  /// Its text, TOML of which only [#parse] need make sense.
  public String format() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(VIEW, outlook.view());
    texts.put(EVERYONE, outlook.everyone() ? YES : NO);
    texts.put(CHARTS, charts());
    texts.put(SHOWN, ScenarioFile.format(draft.everyone()));
    texts.put(WANTED, ScenarioFile.format(draft.wanted()));
    texts.put(IN, words(draft.rows().stream().filter(Draft.Row::in).map(WindowState::id)));
    texts.put(
        NUMBERS,
        words(draft.numbers().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())));
    texts.put(DISMISSED, words(draft.dismissed().stream()));
    draft
        .shelved()
        .forEach((key, choice) -> texts.put(SHELVED + key, ScenarioFile.format(alone(choice))));
    return texts.entrySet().stream()
        .map(e -> e.getKey() + " = " + TomlSection.quoted(e.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /// How each chart is looked at, a line each.
  private String charts() {
    return Charts.catalogue().entries().stream()
        .map(chart -> ViewText.format(new CarriedView(chart.key(), outlook.of(chart, 1))))
        .collect(Collectors.joining());
  }

  private Scenario alone(Choice problem) {
    return new Scenario(problem, List.of(), draft.run(), EventLog.EMPTY, draft.numbers());
  }

  private static String id(Draft.Row row) {
    return row.entrant().id();
  }

  private static String words(Stream<String> ids) {
    return ids.collect(Collectors.joining(" "));
  }

  /// Reads a text; empty if it is none of this version's, or names files that are not there any
  /// more.
  public static Optional<WindowState> parse(String text) {
    try {
      TomlSection toml = TomlSection.parse(NAME, Path.of(""), text);
      return Optional.of(new WindowState(draft(toml), outlook(toml)));
    } catch (ScenarioException e) {
      return Optional.empty();
    }
  }

  private static Draft draft(TomlSection toml) throws ScenarioException {
    Scenario shown = scenario(toml, SHOWN);
    Set<String> in = ids(toml, IN);
    List<Draft.Row> rows = new ArrayList<>();
    for (Entrant entrant : shown.estimators()) {
      rows.add(new Draft.Row(entrant, in.contains(entrant.id())));
    }
    Map<String, Choice> shelved = new TreeMap<>();
    for (String key : toml.table().keySet()) {
      if (key.startsWith(SHELVED)) {
        Choice problem = scenario(toml, key).problem();
        shelved.put(problem.key(), problem);
      }
    }
    return new Draft(
        shown.problem(),
        shown.run(),
        rows,
        numbers(toml, shown),
        shelved,
        ids(toml, DISMISSED),
        scenario(toml, WANTED));
  }

  /// Texts of runs that were kept before may lack them.
  private static SortedMap<String, Integer> numbers(TomlSection toml, Scenario shown)
      throws ScenarioException {
    if (!toml.table().contains(NUMBERS)) {
      return shown.numbers();
    }
    SortedMap<String, Integer> numbers = new TreeMap<>();
    for (String word : ids(toml, NUMBERS)) {
      int at = word.indexOf('=');
      if (at < 0 || !word.substring(at + 1).matches("\\d{1,6}")) {
        throw new ScenarioException(
            NAME, 0, NUMBERS, "a kind and its highest number, such as relax=2", word);
      }
      numbers.put(word.substring(0, at), Integer.parseInt(word.substring(at + 1)));
    }
    return numbers;
  }

  private static Outlook outlook(TomlSection toml) throws ScenarioException {
    Outlook outlook = Outlook.of(toml.text(VIEW));
    for (String line : toml.text(CHARTS).lines().toList()) {
      Optional<CarriedView> carried = ViewText.parse(line);
      Optional<ChartEntry> chart = carried.flatMap(c -> Charts.catalogue().find(c.chart()));
      if (carried.isPresent() && chart.isPresent()) {
        outlook = outlook.looking(chart.get(), carried.get().view());
      }
    }
    return Views.catalogue().find(outlook.view()).isPresent()
        ? outlook.listing(toml.text(EVERYONE).equals(YES))
        : outlook.withView(Views.catalogue().entries().getFirst().key());
  }

  private static Scenario scenario(TomlSection toml, String key) throws ScenarioException {
    return ScenarioFile.parse(key, toml.text(key));
  }

  private static Set<String> ids(TomlSection toml, String key) throws ScenarioException {
    return Arrays.stream(toml.text(key).split(" ", -1))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
