package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.estimator.Estimators;
import voidscope.experiment.RunParameters;
import voidscope.experiment.Scenario;
import voidscope.experiment.Scenarios;
import voidscope.experiment.Snapshot;

/// The view model's decisions, without a toolkit.
final class WorkbenchModelTest {
  private final WorkbenchModel model = new WorkbenchModel(Scenarios.standard());

  @Test
  void liveValue_isWantedAtOnce_andOnlyOnce() {
    model.set(slot(Slot.learning(), "theta-rate"), 0.3);
    assertEquals(0.3, model.takeDirty().orElseThrow().run().real("theta-rate"));
    assertTrue(model.takeDirty().isEmpty());
  }

  @Test
  void restartValue_isPending_untilRestart() {
    Slot replicates = slot(Slot.measurement(), "replicates");
    model.set(replicates, 8);
    assertTrue(model.pending(replicates));
    assertTrue(model.takeDirty().isEmpty());
    assertEquals(8, model.restart().run().integer("replicates"));
    assertFalse(model.pending(replicates));
  }

  @Test
  void problem_isPending_andCanBeTakenBack() {
    model.chooseProblem("random-quadratic");
    assertTrue(model.problemPending());
    assertEquals("squared-distance", model.wanted().problem().key());
    model.revertAll();
    assertFalse(model.anyPending());
  }

  @Test
  void sharedTemperature_governsOnlyThoseThatDoNotTuneIt() {
    Slot temperature = slot(Slot.shared(), "temperature");
    assertFalse(model.automatic(temperature));
    model.set(temperature, 2);
    assertEquals(2, model.wanted().settings("concrete").real("temperature"));
    assertEquals(0.5, model.wanted().settings("rebar").real("temperature"));
    model.setTakesPart("concrete", false);
    assertTrue(model.automatic(temperature));
    model.setAutomatic(temperature, false);
    assertFalse(model.automatic(temperature));
    assertFalse(model.wanted().settings("relax").flag("tune-temperature"));
  }

  @Test
  void estimator_keepsItsValues_whileItIsAway() {
    Slot decay = slot(Slot.own(Estimators.catalogue().get("reinforce-mean")), "decay");
    model.set(decay, 0.5);
    assertTrue(model.takeDirty().isEmpty());
    model.setTakesPart("reinforce-mean", true);
    assertEquals(0.5, model.wanted().settings("reinforce-mean").real("decay"));
  }

  @Test
  void olderGeneration_isDropped_afterARestart() {
    Scenario scenario = Scenarios.standard();
    assertTrue(model.accept(snapshot(3, scenario)));
    model.restart();
    assertFalse(model.accept(snapshot(3, scenario)));
    assertTrue(model.accept(snapshot(4, scenario)));
  }

  @Test
  void everyRunParameter_standsInOneSection() {
    assertEquals(
        RunParameters.all().size(), Slot.learning().size() + Slot.measurement().size() + 1);
  }

  private static Snapshot snapshot(long generation, Scenario scenario) {
    return new Snapshot(
        generation,
        scenario,
        Snapshot.State.PAUSED,
        List.of(),
        new Snapshot.Rates(0, 0, 1),
        List.of("θ"),
        1,
        0);
  }

  private static Slot slot(List<Slot> slots, String key) {
    return slots.stream()
        .filter(slot -> slot.parameter().key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
