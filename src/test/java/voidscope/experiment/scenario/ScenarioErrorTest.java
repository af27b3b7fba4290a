package voidscope.experiment.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of fault in a scenario file names its line and field.
class ScenarioErrorTest {
  private static final String GOOD =
      """
      voidscope = 1

      [problem]
      name = "squared-distance"
      target = 0.45

      [run]
      seed = 7

      [[estimator]]
      name = "rebar"
      noise = "coupled"
      tune-eta = false

      [[event]]
      step = 10
      set = "rebar"
      key = "eta"
      value = 0.5

      [[event]]
      step = 20
      set = "problem"
      key = "target"
      value = 0.499

      [[event]]
      step = [20, 25,
        30]
      set = "rebar"
      key = "eta"
      value = [0.5, 0.75, 1]
      since = 20
      """;

  private static final String EVENT = "[[event]]\nstep = 10";

  /// A fault.
  ///
  /// @param what the kind of fault
  /// @param from text of the good file
  /// @param to what stands there instead
  /// @param line line that is to be named
  /// @param field field that is to be named
  /// @param says what the message contains
  record Fault(String what, String from, String to, int line, String field, String says) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Fault> faults() {
    return List.of(
        new Fault("syntax", "seed = 7", "seed = = 7", 8, "", "valid TOML"),
        new Fault("no version", "voidscope = 1", "", 1, "voidscope", "expected 1, found nothing"),
        new Fault("version", "voidscope = 1", "voidscope = 2", 1, "voidscope", "expected 1"),
        new Fault("section", "[run]", "[runn]", 7, "runn", "did you mean \"run\"?"),
        new Fault("not a section", "[run]", "[[run]]", 7, "run", "a section [run], found an array"),
        new Fault("[estimator]", "[[estimator]]", "[estimator]", 10, "estimator", "[[estimator]]"),
        new Fault("problem", "squared-d", "squarred-d", 4, "problem.name", "\"squared-distance\"?"),
        new Fault("no problem", "name = \"squared-distance\"", "", 3, "problem.name", "nothing"),
        new Fault("key", "target = 0.45", "targte = 0.45", 5, "problem.targte", "\"target\"?"),
        new Fault(
            "type",
            "0.45",
            "\"high\"",
            5,
            "problem.target",
            "a number from 0 to 1, found \"high\""),
        new Fault("range", "0.45", "1.5", 5, "problem.target", "from 0 to 1, found 1.5"),
        new Fault("not a number", "0.45", "nan", 5, "problem.target", "found NaN"),
        new Fault("whole", "seed = 7", "seed = 7.5", 8, "run.seed", "a whole number"),
        new Fault("too exact", "= 7", "= 9007199254740993", 8, "run.seed", "a whole number"),
        new Fault(
            "estimator", "\"rebar\"\nn", "\"rebarr\"\nn", 11, "estimator[1].name", "rebar\"?"),
        new Fault("choice", "coupled", "copled", 12, "estimator.rebar.noise", "\"coupled\"?"),
        new Fault("flag", "= false", "= 0", 13, "estimator.rebar.tune-eta", "true or false"),
        new Fault(
            "estimator twice, neither named",
            EVENT,
            """
            [[estimator]]
            name = "rebar"

            [[event]]
            step = 10\
            """,
            10,
            "estimator[1].id",
            "an id, as \"rebar\" stands also in estimator[2], line 15, found none in estimator[1],"
                + " line 10"),
        new Fault(
            "one id twice",
            EVENT,
            """
            [[estimator]]
            name = "relax"
            id = "one"

            [[estimator]]
            name = "relax"
            id = "one"

            [[event]]
            step = 10\
            """,
            21,
            "estimator.one.id",
            "each id once, found \"one\" again, as in estimator[2], line 15"),
        new Fault(
            "id with a blank",
            EVENT,
            """
            [[estimator]]
            name = "relax"
            id = "my own"

            [[event]]
            step = 10\
            """,
            17,
            "estimator[2].id",
            "an id of small letters, digits and hyphens"),
        new Fault(
            "another's id",
            EVENT,
            """
            [[estimator]]
            name = "relax"
            id = "reinforce"

            [[event]]
            step = 10\
            """,
            17,
            "estimator[2].id",
            "means nothing else, such as \"relax-2\""),
        new Fault(
            "a scope's id",
            EVENT,
            """
            [[estimator]]
            name = "relax"
            id = "problem"

            [[event]]
            step = 10\
            """,
            17,
            "estimator[2].id",
            "means nothing else"),
        new Fault(
            "id that is no text",
            EVENT,
            """
            [[estimator]]
            name = "relax"
            id = 3

            [[event]]
            step = 10\
            """,
            17,
            "estimator[2].id",
            "a text of one line"),
        new Fault(
            "empty label",
            EVENT,
            """
            [[estimator]]
            name = "relax"
            label = ""

            [[event]]
            step = 10\
            """,
            17,
            "estimator.relax.label",
            "a text of one line of at most 60 letters"),
        new Fault(
            "number of a variant",
            EVENT,
            """
            [variants]
            relax = 1

            [[event]]
            step = 10\
            """,
            16,
            "variants.relax",
            "a whole number from 2 to 999999"),
        new Fault(
            "variant of nobody",
            EVENT,
            """
            [variants]
            relaxed = 3

            [[event]]
            step = 10\
            """,
            16,
            "variants.relaxed",
            "one of exact, reinforce"),
        new Fault("negative step", "step = 10", "step = -1", 16, "event[1].step", "not below 0"),
        new Fault("descending", "step = 20", "step = 9", 22, "event[2].step", "≥ 10"),
        new Fault("fraction", "step = 20", "step = 20.5", 22, "event[2].step", "a whole number"),
        new Fault("no step", "step = 20", "", 21, "event[2].step", "found nothing"),
        new Fault("not live", "\"target\"", "\"logit\"", 24, "event[2].key", "one of target"),
        new Fault("unknown", "\"eta\"", "\"etta\"", 18, "event[1].key", "did you mean \"eta\"?"),
        new Fault("absent", "set = \"rebar\"", "set = \"relax\"", 17, "event[1].set", "rebar"),
        new Fault("event range", "value = 0.5\n", "value = 5\n", 19, "event[1].value", "0 to 4"),
        new Fault("event type", "value = 0.499", "value = []", 25, "event[2].value", "an array"),
        new Fault("event key", "value = 0.499", "valeu = 0.499", 25, "event[2].valeu", "value\"?"),
        new Fault("a step twice", "  30]", "  25]", 29, "event[3].step[3]", "≥ 26, found 25"),
        new Fault("a step that is none", "  30]", "  true]", 29, "event[3].step[3]", "≥ 26"),
        new Fault("steps from the past", "[20, 2", "[19, 2", 28, "event[3].step[1]", "≥ 20"),
        new Fault("no steps", "[20, 25,\n  30]", "[]", 28, "event[3].step", "a step or several"),
        new Fault(
            "too few values",
            ", 1]",
            "]",
            32,
            "event[3].value",
            "an array of 3, a value for each step, found 2"),
        new Fault(
            "too many values",
            ", 1]",
            ", 1, 1]",
            32,
            "event[3].value",
            "an array of 3, a value for each step, found 4"),
        new Fault("one value", "[0.5, 0.75, 1]", "1", 32, "event[3].value", "an array of 3"),
        new Fault("a value's range", ", 1]", ", 9]", 32, "event[3].value[3]", "0 to 4, found 9"),
        new Fault("a value's type", ", 1]", ", \"\"]", 32, "event[3].value[3]", "found \"\""),
        new Fault(
            "one step", "[20, 25,\n  30]", "20", 31, "event[3].value", "0 to 4, found an array"),
        new Fault("begun later", "since = 20", "since = 21", 33, "event[3].since", "20, found 21"),
        new Fault(
            "begun before the gesture before",
            "since = 20",
            "since = 19",
            33,
            "event[3].since",
            "20, found 19"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void parse_namesLineAndField(Fault fault) {
    assertTrue(GOOD.contains(fault.from()), fault.from());
    String text = GOOD.replaceFirst(java.util.regex.Pattern.quote(fault.from()), fault.to());
    ScenarioException e =
        assertThrows(ScenarioException.class, () -> ScenarioFile.parse("bad.toml", text));
    assertEquals("bad.toml", e.file());
    assertEquals(fault.line(), e.line(), e.getMessage());
    assertEquals(fault.field(), e.field(), e.getMessage());
    String message = "" + e.getMessage();
    assertTrue(message.startsWith("bad.toml:" + fault.line() + ": "), message);
    assertTrue(message.contains(fault.says()), message);
    assertTrue(message.contains(e.expectation()), message);
  }

  @Test
  void parse_takesTheGoodFile() throws ScenarioException {
    assertEquals(5, ScenarioFile.parse("good.toml", GOOD).events().size());
  }

  @Test
  void read_namesThePath_whereThereIsNoFile(@TempDir Path folder) {
    ScenarioException e =
        assertThrows(ScenarioException.class, () -> ScenarioFile.read(folder.resolve("none.toml")));
    assertEquals(
        folder.resolve("none.toml") + ": expected a scenario file, found no such file",
        e.getMessage());
  }

  @Test
  void read_saysSo_whereTheFileIsNoText(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("picture.toml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    ScenarioException e = assertThrows(ScenarioException.class, () -> ScenarioFile.read(file));
    assertEquals("text in UTF-8", e.expectation());
  }
}
