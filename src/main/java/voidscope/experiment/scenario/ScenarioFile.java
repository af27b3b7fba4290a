package voidscope.experiment.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.data.Places;
import voidscope.data.WholeFile;
import voidscope.estimator.EstimatorParameters;

/// Scenarios as files that people read and write: TOML with the sections `[problem]`, `[run]`,
/// `[[estimator]]` and `[[event]]`. What a file leaves out is at its default; what it says in vain
/// is an error, never passed over.
///
/// An estimator that stands more than once has an `id` in each of its sections; one that stands
/// once is called by its name. `label` says what charts call it.
///
/// An `[[event]]` sets one parameter: at a step to a value, or in one gesture at several steps to
/// as many values, which are then arrays. Where its gesture began with another parameter, `since`
/// says at which step.
///
/// A file is named from the folder of the scenario on, or absolutely; beside it, such as
/// `data-digest` beside `data`, may stand what it held, so that it is told where it has changed.
public final class ScenarioFile {
  /// The version of the format, the value of the file's key `voidscope`.
  public static final int VERSION = 1;

  private static final int LINE = 80;
  private static final Pattern VERSION_LINE =
      Pattern.compile("^[ \\t]*[\"']?voidscope[\"']?[ \\t]*=", Pattern.MULTILINE);

  private ScenarioFile() {}

  /// Reads a file; files that it names are named from its folder on.
  ///
  /// @throws ScenarioException if it cannot be read or says something it must not
  public static Scenario read(Path path) throws ScenarioException {
    String name = String.valueOf(path.getFileName());
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(ScenarioText.LONGEST + 1);
      if (content.length > ScenarioText.LONGEST) {
        throw new ScenarioException(
            name, 0, "", "a scenario", ScenarioText.tooLong(Files.size(path) + " bytes"));
      }
      return ScenarioReader.read(name, ScenarioText.of(name, content), Places.folder(path));
    } catch (NoSuchFileException e) {
      throw new ScenarioException(path.toString(), 0, "", "a scenario file", "no such file");
    } catch (IOException e) {
      throw new ScenarioException(path.toString(), 0, "", "a readable file", "" + e.getMessage());
    }
  }

  /// Reads a text, whose files are named from the working directory on.
  ///
  /// @param name what error messages call it
  /// @throws ScenarioException if it says something it must not
  public static Scenario parse(String name, String text) throws ScenarioException {
    return ScenarioReader.read(name, text, Path.of(""));
  }

  /// Reads a text.
  ///
  /// @param name what error messages call it
  /// @param folder from which its files are named
  /// @throws ScenarioException if it says something it must not
  public static Scenario parse(String name, String text, Path folder) throws ScenarioException {
    return ScenarioReader.read(name, text, folder);
  }

  /// Whether a text has a line that tells a version of the format, as every scenario has.
  public static boolean tells(String text) {
    return VERSION_LINE.matcher(text).find();
  }

  /// The text of a scenario, every parameter written out; reading it gives a scenario that runs to
  /// the same results. What changes nothing is left out: events of estimators that the scenario
  /// does not hold, and values that another replaces at the same step.
  public static String format(Scenario scenario) {
    return format(scenario, FileNames.WHOLE);
  }

  /// The same.
  ///
  /// @param names how it calls files
  public static String format(Scenario scenario, FileNames names) {
    StringBuilder out = new StringBuilder();
    out.append("# A scenario of Voidscope: everything that a result depends on.\n");
    out.append(
        "# What is left out is at its default; an [[event]] changes a value from its step on.");
    out.append("\n\nvoidscope = ").append(VERSION).append("\n\n[problem]\n");
    choice(out, scenario.problem(), names);
    out.append("\n[run]\n");
    settings(out, scenario.run(), names);
    for (Entrant entrant : scenario.estimators()) {
      out.append("\n[[estimator]]\n");
      entrant(out, entrant, scenario, names);
    }
    if (!scenario.numbers().isEmpty()) {
      out.append("\n# The highest number that a variant has had; none is given twice.\n");
      out.append("[variants]\n");
      scenario
          .numbers()
          .forEach((kind, n) -> out.append(kind).append(" = ").append(n).append('\n'));
    }
    for (List<Event> gesture : gestures(scenario)) {
      event(out, scenario, gesture);
    }
    return out.toString();
  }

  /// Writes a file, which calls other files by the way from its folder; a reader sees the old one
  /// or the new one, never a half.
  ///
  /// @throws IOException if the folder cannot be written to; the old file then stands as it was
  public static void write(Scenario scenario, Path path) throws IOException {
    FileNames names = FileNames.kept(Places.folder(path));
    byte[] text = format(scenario, names).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(path, out -> out.write(text));
  }

  /// What each gesture does to each parameter.
  private static Collection<List<Event>> gestures(Scenario scenario) {
    Map<List<Object>, Event> held = new LinkedHashMap<>();
    for (Event event : scenario.events()) {
      if (scenario.knows(event.scope())) {
        List<Object> place = List.of(event.step(), event.scope(), event.key());
        held.remove(place);
        held.put(place, event);
      }
    }
    List<Event> events = new ArrayList<>(held.values());
    events.sort(Comparator.comparingLong(Event::since).thenComparing(scenario.order()));
    Map<List<Object>, List<Event>> gestures = new LinkedHashMap<>();
    for (Event event : events) {
      gestures
          .computeIfAbsent(
              List.of(event.since(), event.scope(), event.key()), any -> new ArrayList<>())
          .add(event);
    }
    return gestures.values();
  }

  private static void event(StringBuilder out, Scenario scenario, List<Event> gesture) {
    Event first = gesture.getFirst();
    Parameter parameter = scenario.parameter(first.scope(), first.key());
    out.append("\n[[event]]\nstep = ");
    list(out, gesture.stream().map(event -> Long.toString(event.step())).toList());
    out.append("set = \"").append(first.scope()).append("\"\n");
    out.append("key = \"").append(first.key()).append("\"\nvalue = ");
    list(out, gesture.stream().map(event -> value(parameter, event.value())).toList());
    if (first.since() < first.step()) {
      out.append("since = ").append(first.since()).append('\n');
    }
  }

  /// A value, or an array of several in lines of about a page's width.
  private static void list(StringBuilder out, List<String> values) {
    if (values.size() == 1) {
      out.append(values.getFirst()).append('\n');
      return;
    }
    int start = out.length();
    out.append('[').append(values.getFirst());
    for (String value : values.subList(1, values.size())) {
      out.append(',');
      if (out.length() - start > LINE) {
        out.append("\n ");
        start = out.length();
      }
      out.append(' ').append(value);
    }
    out.append("]\n");
  }

  private static void choice(StringBuilder out, Choice choice, FileNames names) {
    out.append("name = ").append(TomlSection.quoted(choice.key())).append('\n');
    settings(out, choice.settings(), names);
  }

  private static void entrant(
      StringBuilder out, Entrant entrant, Scenario scenario, FileNames names) {
    out.append("name = ").append(TomlSection.quoted(entrant.kind())).append('\n');
    boolean alone = scenario.estimators().stream().noneMatch(e -> isAnother(e, entrant));
    if (!alone || !entrant.id().equals(entrant.kind())) {
      out.append("id = ").append(TomlSection.quoted(entrant.id())).append('\n');
    }
    if (!entrant.label().isEmpty()) {
      out.append("label = ").append(TomlSection.quoted(entrant.label())).append('\n');
    }
    settings(out, entrant.settings(), names);
  }

  private static boolean isAnother(Entrant one, Entrant other) {
    return one.kind().equals(other.kind()) && !one.id().equals(other.id());
  }

  private static void settings(StringBuilder out, Settings settings, FileNames names) {
    List<Parameter> parameters = settings.parameters();
    for (Parameter parameter : parameters) {
      Value value = settings.value(parameter.key());
      if (EstimatorParameters.episodic().contains(parameter) && value.equals(parameter.initial())) {
        continue;
      }
      out.append(parameter.key()).append(" = ");
      if (value instanceof Value.File(String path, String digest)) {
        out.append(TomlSection.quoted(names.of(path))).append('\n');
        if (!digest.isEmpty()) {
          String key = parameter.key() + TomlSection.DIGEST;
          out.append(key).append(" = ").append(TomlSection.quoted(digest)).append('\n');
        }
      } else {
        out.append(value(parameter, value)).append('\n');
      }
    }
  }

  private static String value(Parameter parameter, Value value) {
    String text = parameter.format(value);
    return parameter.domain().quoted() ? TomlSection.quoted(text) : text;
  }
}
