package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.catalogue.Value;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// Runs in which an estimator takes part several times.
class VariantRunTest {
  private static final int STEPS = 60;

  @TempDir private Path folder;

  private static Entrant relax(String id, String label, int width) {
    Entrant first = Scenarios.estimator("relax");
    return new Entrant(id, "relax", label, first.settings().with("width", width));
  }

  private static Scenario with(Entrant... entrants) {
    return Scenarios.standard()
        .withEstimators(List.of(entrants))
        .with(Scenario.RUN, "replicates", 3)
        .with(Scenario.RUN, "measure-samples", 30)
        .with(Scenario.PROBLEM, "latents", 2);
  }

  private static Scenario three() {
    return with(relax("relax", "", 4), relax("relax-2", "wide", 9), relax("relax-3", "", 17))
        .withEvents(List.of(new Event(20, "relax-2", "temperature", new Value.Real(.25))));
  }

  private static <T> T ran(Scenario scenario, int threads, Function<Experiment, T> told) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(STEPS);
      return told.apply(experiment);
    }
  }

  private static String bits(Scenario scenario, int threads) {
    return ran(scenario, threads, experiment -> Fingerprint.of(experiment.snapshot()));
  }

  /// The lines of a fingerprint, which are of one contender each.
  private static List<String> sorted(String fingerprint) {
    return fingerprint.lines().sorted().toList();
  }

  /// RELAX with each scope of its network, as f's companion and free.
  private static Scenario scopes() {
    Entrant[] scopes = {
      relax("relax", "", 6), scoped("relax-2", "local", 6), scoped("relax-3", "ordered", 40)
    };
    return with(scopes).with("relax-2", "surrogate", new Value.Choice("structured"));
  }

  private static Entrant scoped(String id, String scope, int width) {
    Entrant entrant = relax(id, "", width);
    return new Entrant(id, "relax", "", entrant.settings().with("scope", new Value.Choice(scope)));
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(three(), scopes());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void threads_changeNothing_norDoesAResumption(Scenario scenario) throws Exception {
    String whole = bits(scenario, 1);
    assertEquals(whole, bits(scenario, 2));
    Path file = folder.resolve("three.checkpoint");
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment first = new Experiment(scenario, team);
      first.advance(25);
      Checkpoint.write(first, file);
      Experiment second = Checkpoint.read(file).experiment(team);
      assertEquals(scenario, second.scenario());
      second.advance(STEPS);
      assertEquals(whole, Fingerprint.of(second.snapshot()));
    }
  }

  @Test
  void noise_followsFromTheId_notFromLabelOrOrderOrCompany() {
    String alone = bits(with(relax("relax-2", "", 9)), 1);
    String named = bits(with(relax("relax-2", "another name", 9)), 1);
    assertEquals(alone, named);
    Scenario two = with(relax("relax", "", 4), relax("relax-2", "", 9));
    Scenario turned = two.withEstimators(two.estimators().reversed());
    assertEquals(sorted(bits(two, 1)), sorted(bits(turned, 1)));
    assertEquals(alone.strip(), sorted(bits(two, 1)).getFirst());
    String first = bits(with(relax("relax", "", 9)), 1);
    assertNotEquals(first.replace("relax@", ""), alone.replace("relax-2@", ""));
  }

  /// With the same noise and the same settings they do the same; else they do not.
  @Test
  void sameNoise_isThatOfTheKind() {
    Scenario twins = with(relax("relax", "", 6), relax("relax-2", "", 6));
    List<String> apart = sorted(bits(twins, 1));
    assertNotEquals(apart.get(0).replace("relax-2@", ""), apart.get(1).replace("relax@", ""));
    List<String> same =
        sorted(bits(twins.with(Scenario.RUN, "same-noise", new Value.Flag(true)), 1));
    assertEquals(same.get(0).replace("relax-2@", ""), same.get(1).replace("relax@", ""));
  }

  @Test
  void basket_namesAnId() {
    Scenario basket = three().with(Scenario.RUN, "basket", new Value.Text("relax-2"));
    String bits = bits(basket, 1);
    assertEquals(bits, bits(basket, 2));
    Snapshot snapshot = ran(basket, 1, Experiment::snapshot);
    double theta = snapshot.tracks().get(1).theta().middle().newest();
    snapshot
        .tracks()
        .forEach(track -> assertEquals(theta, track.theta().middle().newest(), track.id()));
  }

  /// Who joins late arrives as if it had been there; a label and an order are taken over at once.
  @Test
  void retune_letsAVariantJoin_andTakesLabelsAndOrderOver() {
    Scenario three = three();
    Scenario two = three.withEstimators(three.estimators().subList(0, 2));
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment live = new Experiment(two, team);
      live.advance(30);
      Entrant renamed = three.estimators().get(1).called("broad");
      live.retune(
          two.withEstimators(
              List.of(three.estimators().get(2), renamed, three.estimators().getFirst())));
      live.advance(STEPS);
      Snapshot snapshot = live.snapshot();
      assertEquals(sorted(bits(three, 1)), sorted(Fingerprint.of(snapshot)));
      assertEquals(
          List.of("relax-3", "relax-2", "relax"),
          snapshot.tracks().stream().map(track -> track.id()).toList());
      assertEquals("broad", snapshot.tracks().get(1).label());
      assertEquals("broad", live.scenario().estimators().get(1).label());
    }
  }
}
