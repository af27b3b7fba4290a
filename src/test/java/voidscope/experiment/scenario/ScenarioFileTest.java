package voidscope.experiment.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;

/// Scenario files: what is written reads back, and every sample does.
class ScenarioFileTest {
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void format_readsBackEqual_forRandomValuesOfEveryCatalogueEntry() throws ScenarioException {
    for (int round = 0; round < 100; round++) {
      for (ProblemEntry problem : Problems.catalogue().entries()) {
        List<Entrant> estimators = new ArrayList<>();
        for (EstimatorEntry entry : Estimators.catalogue().entries()) {
          if (round == 0 || random.nextBoolean()) {
            estimators.add(new Entrant(entry.key(), shuffled(entry.parameters())));
          }
        }
        Scenario scenario =
            new Scenario(
                new Choice(problem.key(), shuffled(problem.parameters())),
                estimators,
                shuffled(RunParameters.all()),
                List.of());
        Scenario withEvents = scenario.withEvents(events(scenario));
        String text = ScenarioFile.format(withEvents);
        assertEquals(withEvents, ScenarioFile.parse("written.toml", text), text);
        assertEquals(text, ScenarioFile.format(ScenarioFile.parse("written.toml", text)));
      }
    }
  }

  /// A file is named from the scenario's folder on, written whole, and may be called anything.
  @Test
  void read_takesAFileOfImages_besideTheScenario(@TempDir Path folder) throws Exception {
    Path images = Files.writeString(folder.resolve("my \"own\" images"), "");
    Path file =
        Files.writeString(
            folder.resolve("own.toml"),
            """
            voidscope = 1
            [problem]
            name = "vae-linear"
            data = 'my "own" images'
            """);
    Scenario scenario = ScenarioFile.read(file);
    assertEquals(images.toString(), scenario.problem().settings().text("data"));
    assertEquals(scenario, ScenarioFile.parse("written.toml", ScenarioFile.format(scenario)));
    Files.delete(images);
    ScenarioException e = assertThrows(ScenarioException.class, () -> ScenarioFile.read(file));
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.contains("own.toml:4")
            && message.contains("problem.data")
            && message.contains("no such file"),
        message);
  }

  /// Formulas that any latents have.
  private static final List<String> FORMULAS =
      List.of("(t - 0.5)^2·D", "e^−t + sin(π·t)²", "if(t ≤ .5, 1, 2) * mean(b)", "sum(b^2) <= 1");

  private Settings shuffled(List<Parameter> parameters) {
    Settings result = Settings.defaults(parameters);
    for (Parameter parameter : parameters) {
      result = result.with(parameter.key(), anyValue(parameter));
    }
    return result;
  }

  private Value anyValue(Parameter parameter) {
    return switch (parameter.domain()) {
      case Domain.Range range -> range.value(anyNumber(range));
      case Domain.Flag _ -> new Value.Flag(random.nextBoolean());
      case Domain.Choice(List<String> names) -> anyName(names);
      case Domain.File(List<String> names) -> anyName(names);
      case Domain.Text _ when parameter.key().equals(Problems.FORMULA) ->
          new Value.Text(FORMULAS.get(random.nextInt(FORMULAS.size())));
      case Domain.Steps _ -> Domain.Steps.value(random.longs(random.nextInt(5), 1, 1_000_000));
      case Domain.Text _ -> new Value.Text("a \"\\ " + random.nextInt());
    };
  }

  private double anyNumber(Domain.Range range) {
    return switch (random.nextInt(4)) {
      case 0 -> range.minimum();
      case 1 -> range.maximum();
      default -> range.minimum() + random.nextDouble() * (range.maximum() - range.minimum());
    };
  }

  private Value anyName(List<String> names) {
    return new Value.Choice(names.get(random.nextInt(names.size())));
  }

  private List<Event> events(Scenario scenario) {
    List<String> scopes = new ArrayList<>(List.of(Scenario.PROBLEM, Scenario.RUN));
    scenario.estimators().forEach(entrant -> scopes.add(entrant.id()));
    List<Event> result = new ArrayList<>();
    long step = 0;
    for (String scope : scopes) {
      for (Parameter parameter : scenario.settings(scope).parameters()) {
        if (parameter.live()) {
          step += random.nextInt(3);
          result.add(new Event(step, scope, parameter.key(), anyValue(parameter)));
        }
      }
    }
    return result;
  }

  @Test
  void parse_takesDefaults_whereNothingIsSaid() throws ScenarioException {
    Scenario scenario =
        ScenarioFile.parse(
            "short.toml",
            """
            voidscope = 1
            [problem]
            name = "squared-distance"
            [[estimator]]
            name = "relax"
            """);
    assertEquals(
        Scenarios.standard().withEstimators(List.of(Scenarios.estimator("relax"))), scenario);
  }

  @Test
  void format_leavesOutEvents_ofAnEstimatorThatLeft() throws ScenarioException {
    Scenario scenario =
        Scenarios.standard()
            .withEvents(List.of(new Event(5, "rebar", "eta", new Value.Real(0.5))))
            .withEstimators(List.of(Scenarios.estimator("relax")));
    Scenario read = ScenarioFile.parse("left.toml", ScenarioFile.format(scenario));
    assertEquals(scenario.withEvents(List.of()), read);
  }

  /// Two scopes in one gesture, of which one comes later, and another gesture that begins within
  /// its last step.
  @Test
  void format_writesAGestureAsArrays_thatReadBackEqual() throws ScenarioException {
    Scenario scenario =
        Scenarios.standard()
            .withEvents(
                List.of(
                    new Event(10, "relax", "temperature", new Value.Real(.5), 10),
                    new Event(12, "rebar", "temperature", new Value.Real(.45), 10),
                    new Event(12, "relax", "temperature", new Value.Real(.45), 10),
                    new Event(13, "rebar", "temperature", new Value.Real(2), 10),
                    new Event(13, "relax", "temperature", new Value.Real(2), 10),
                    new Event(13, Scenario.RUN, "theta-rate", new Value.Real(.5), 13),
                    new Event(14, Scenario.RUN, "theta-rate", new Value.Real(.25), 13),
                    new Event(20, "rebar", "tune-eta", new Value.Flag(false))));
    String text = ScenarioFile.format(scenario);
    assertEquals(
        """

        [[event]]
        step = [12, 13]
        set = "rebar"
        key = "temperature"
        value = [0.45, 2]
        since = 10

        [[event]]
        step = [10, 12, 13]
        set = "relax"
        key = "temperature"
        value = [0.5, 0.45, 2]

        [[event]]
        step = [13, 14]
        set = "run"
        key = "theta-rate"
        value = [0.5, 0.25]

        [[event]]
        step = 20
        set = "rebar"
        key = "tune-eta"
        value = false
        """,
        text.substring(text.indexOf("\n[[event]]")));
    assertEquals(scenario, ScenarioFile.parse("gestures.toml", text));
  }

  @Test
  void format_isShort_forThousandsOfEventsOfOneGesture() throws ScenarioException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      events.add(
          new Event(
              100 + 7L * i, Scenario.PROBLEM, "target", new Value.Real(i % 1000 / 1000.0), 100));
    }
    Scenario scenario = Scenarios.standard().withEvents(events);
    String text = ScenarioFile.format(scenario);
    assertTrue(text.length() < 20 * events.size(), text.length() + " characters");
    assertTrue(text.lines().allMatch(line -> line.length() < 100));
    assertEquals(scenario, ScenarioFile.parse("long.toml", text));
  }

  /// Of several values of one parameter at one step only the last ever held.
  @Test
  void format_leavesOutWhatAnotherReplaces() throws ScenarioException {
    Event last = new Event(5, "rebar", "eta", new Value.Real(0.75), 3);
    Scenario scenario =
        Scenarios.standard()
            .withEvents(List.of(new Event(5, "rebar", "eta", new Value.Real(0.5)), last));
    Scenario read = ScenarioFile.parse("twice.toml", ScenarioFile.format(scenario));
    assertEquals(List.of(last), read.events());
    assertEquals(scenario.settled(), read.settled());
  }

  @Test
  void write_replacesTheFile_andLeavesNoOther(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.toml");
    Files.writeString(file, "old");
    ScenarioFile.write(Scenarios.standard(), file);
    assertEquals(Scenarios.standard(), ScenarioFile.read(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void write_fails_whereThereIsNoFolder(@TempDir Path folder) {
    Path file = folder.resolve("none").resolve("a.toml");
    assertThrows(IOException.class, () -> ScenarioFile.write(Scenarios.standard(), file));
    assertFalse(Files.exists(file));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void read_takesEverySample(Path sample) throws Exception {
    Scenario scenario = ScenarioFile.read(sample);
    assertEquals(scenario, ScenarioFile.parse("again", ScenarioFile.format(scenario)));
    assertTrue(Files.readString(sample).startsWith("# "), "begins with a comment");
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }

  @Test
  void samples_areTheOnesThatTheReadmeNames() throws IOException {
    List<String> names = samples().stream().map(p -> p.getFileName().toString()).toList();
    assertTrue(
        names.containsAll(List.of("nonseparable-20.toml", "t-45.toml", "t-499.toml")),
        names::toString);
  }
}
