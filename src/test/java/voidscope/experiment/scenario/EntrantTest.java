package voidscope.experiment.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;

/// Estimators that take part several times: ids, numbers, labels, files.
class EntrantTest {
  private static final Scenario NONE = Scenarios.standard().withEstimators(List.of());

  private static Entrant variant(String id, String kind, String label) {
    return new Entrant(id, kind, label, Scenarios.estimator(kind).settings());
  }

  private static Scenario adding(Scenario scenario, Entrant entrant) {
    List<Entrant> more = new ArrayList<>(scenario.estimators());
    more.add(entrant);
    return scenario.withEstimators(more);
  }

  private static Scenario without(Scenario scenario, String id) {
    return scenario.withEstimators(
        scenario.estimators().stream().filter(e -> !e.id().equals(id)).toList());
  }

  /// The kind's key for the first, then numbers, none of which is given twice.
  @Test
  void freshId_isNeverGivenTwice() throws ScenarioException {
    Scenario scenario = NONE;
    assertEquals("relax", scenario.freshId("relax"));
    for (String id : List.of("relax", "relax-2", "relax-3")) {
      assertEquals(id, scenario.freshId("relax"));
      scenario = adding(scenario, variant(id, "relax", ""));
    }
    scenario = without(without(scenario, "relax-3"), "relax-2");
    assertEquals("relax-4", scenario.freshId("relax"));
    assertEquals(Map.of("relax", 3), scenario.numbers());
    assertEquals("rebar", scenario.freshId("rebar"));
    Scenario read = ScenarioFile.parse("kept.toml", ScenarioFile.format(scenario));
    assertEquals(scenario, read);
    assertEquals("relax-4", read.freshId("relax"));
    Scenario nobody = without(read, "relax");
    assertEquals("relax-4", nobody.freshId("relax"));
    assertEquals(nobody, ScenarioFile.parse("kept.toml", ScenarioFile.format(nobody)));
  }

  @Test
  void id_thatStandsTwice_isRefused() {
    Scenario once = adding(NONE, variant("one", "relax", ""));
    assertThrows(IllegalArgumentException.class, () -> adding(once, variant("one", "rebar", "")));
  }

  /// A kind that stands once and is called by its key looks as ever in a file.
  @Test
  void file_namesIds_onlyWhereTheyAreNotPlain() throws ScenarioException {
    Scenario scenario = adding(NONE, variant("rebar", "rebar", ""));
    assertTrue(!ScenarioFile.format(scenario).contains("id = "));
    scenario = adding(scenario, variant("relax", "relax", ""));
    scenario = adding(scenario, variant("relax-2", "relax", "the \"wide\" λ"));
    scenario = scenario.with("relax-2", "width", 200);
    scenario =
        scenario.withEvents(
            List.of(
                new Event(5, "relax-2", "noise", new Value.Choice("coupled")),
                new Event(9, "relax", "temperature", new Value.Real(.25))));
    String text = ScenarioFile.format(scenario);
    assertEquals(2, text.split("\nid = ", -1).length - 1);
    assertTrue(text.contains("\nlabel = \"the \\\"wide\\\" λ\"\n"), text);
    assertEquals(scenario, ScenarioFile.parse("two.toml", text));
    Scenario alone = adding(NONE, variant("wide", "relax", ""));
    assertEquals(alone, ScenarioFile.parse("wide.toml", ScenarioFile.format(alone)));
  }

  @Test
  void label_tellsWhatVariantsDifferIn_andNoTwoAreAlike() {
    Scenario scenario = adding(NONE, variant("relax", "relax", ""));
    assertEquals("RELAX", Labels.of(scenario).of("relax"));
    scenario = adding(scenario, variant("relax-2", "relax", ""));
    assertEquals("RELAX (1)", Labels.of(scenario).of("relax"));
    assertEquals("RELAX (2)", Labels.of(scenario).of("relax-2"));
    scenario = scenario.with("relax-2", "width", 200);
    assertEquals("RELAX, 10 hidden units", Labels.of(scenario).of("relax"));
    assertEquals("RELAX, 200 hidden units", Labels.of(scenario).of("relax-2"));
    scenario = scenario.with("relax", "temperature", .1);
    assertEquals("RELAX, 200 hidden units", Labels.of(scenario).of("relax-2"));
    scenario = scenario.with("relax", "tune-temperature", new Value.Flag(false));
    assertEquals("RELAX, 10 hidden units, λ = 0.1", Labels.of(scenario).of("relax"));
    assertEquals("RELAX, 200 hidden units, λ tuned", Labels.of(scenario).of("relax-2"));
    scenario = adding(scenario, variant("mine", "relax", "RELAX, 200 hidden units, λ tuned"));
    assertEquals("RELAX, 200 hidden units, λ tuned (mine)", Labels.of(scenario).of("mine"));
    assertEquals("nobody", Labels.of(scenario).of("nobody"));
    scenario = adding(NONE, variant("relax", "relax", "REBAR"));
    scenario = adding(scenario, variant("rebar", "rebar", ""));
    scenario = adding(scenario, variant("third", "lax", "REBAR (1) (rebar)"));
    Labels labels = Labels.of(scenario);
    assertEquals("REBAR (1) (relax)", labels.of("relax"));
    assertEquals("REBAR (1) (rebar) (rebar)", labels.of("rebar"));
    assertEquals("REBAR (1) (rebar) (third)", labels.of("third"));
  }

  /// Colours follow from ids: neither order nor label nor who else comes changes those of the first
  /// four.
  @Test
  void variants_followFromIds() {
    List<Entrant> some =
        List.of(
            variant("relax-3", "relax", "x"),
            variant("zeta", "relax", ""),
            variant("rebar", "rebar", ""),
            variant("alpha", "relax", ""),
            variant("relax-12", "relax", ""));
    Map<String, Integer> variants = Variants.of(some);
    assertEquals(Map.of("relax-3", 2, "alpha", 0, "zeta", 1, "relax-12", 3, "rebar", 0), variants);
    assertEquals(variants, Variants.of(some.reversed()));
  }
}
