package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.catalogue.Problems;
import voidscope.thread.ThreadTeam;

/// Runs of an f that the user has written: from the file to the end, with what cannot be run said
/// before.
final class FormulaRunTest {
  private static Scenario scenario(String problem, String formula, String estimator) {
    Scenario scenario =
        new Scenario(
            Scenarios.problem(problem),
            List.of(Scenarios.estimator(estimator)),
            Scenarios.standard().run(),
            List.of());
    return scenario.with(Scenario.PROBLEM, Problems.FORMULA, new Value.Text(formula));
  }

  private static Object trained(Scenario scenario, int threads) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(300);
      assertNull(experiment.snapshot().tracks().getFirst().failure());
      return Fingerprint.of(experiment.snapshot());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "formula | mean((b - t)^2) - prod | relax",
        "formula-categorical | abs(class - 2)·t | rebar",
        "formula-gaussian | 1 - exp(-(b - t)^2/4) + if(b > 3, 1, 0) | lax",
      })
  void run_isTheSame_fromItsFile_atAnyNumberOfThreads(
      String problem, String formula, String estimator) throws ScenarioException {
    Scenario scenario = scenario(problem, formula, estimator);
    Scenario read = ScenarioFile.parse("own.toml", ScenarioFile.format(scenario));
    assertEquals(scenario, read);
    assertEquals(trained(scenario, 1), trained(read, 3));
  }

  private static ScenarioException refused(String problem) {
    String text = "voidscope = 1\n[problem]\n" + problem + "\n[[estimator]]\nname = \"relax\"\n";
    return assertThrows(ScenarioException.class, () -> ScenarioFile.parse("own.toml", text));
  }

  @Test
  void badFormula_isToldWithFileLineAndCharacter() {
    assertEquals(
        "own.toml:4: problem.formula: expected a value such as a number, a name or “(” at"
            + " character 6, found “*”",
        refused("name = \"formula\"\nformula = \"b1 * * b2\"").getMessage());
    assertEquals(
        "own.toml:5: problem.formula: expected a known name: b1, b2, t, pi, e or a function such as"
            + " exp at character 1, found “b3”",
        refused("name = \"formula\"\nlatents = 2\nformula = 'b3'").getMessage());
  }

  /// Which b makes it, and by what.
  @Test
  void formulaThatIsNoNumber_isToldWithTheSample() {
    assertEquals(
        "own.toml:4: problem.formula: expected a finite f(b) at character 2, found a division by 0"
            + " at b = (0, 0)",
        refused("name = \"formula\"\nformula = '1/b1'").getMessage());
    assertEquals(
        "own.toml:4: problem.formula: expected a finite f(b) at character 1, found the logarithm of"
            + " a negative number at b = −4",
        refused("name = \"formula-gaussian\"\nformula = 'log(b)'").getMessage());
    assertEquals(
        "own.toml:4: problem.formula: expected a finite f(b) at character 2, found a division by 0"
            + " at b = (0, 1, 0)",
        refused("name = \"formula-categorical\"\nformula = '1/(2 - class)'").getMessage());
  }

  /// What was sound when it was set and is no longer so is refused at the start, in words.
  @Test
  void problemOfABadFormula_saysSo_whereItIsRun() {
    Scenario scenario = scenario("formula", "b1 + b7", "reinforce");
    try (ThreadTeam team = new ThreadTeam(1)) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> new Experiment(scenario, team));
      assertTrue(String.valueOf(e.getMessage()).contains("at character 6, found “b7”"));
    }
  }
}
