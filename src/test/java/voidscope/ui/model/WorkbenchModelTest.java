package voidscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import voidscope.chart.series.Snapshots;
import voidscope.data.Brightness;
import voidscope.data.ImageSet;
import voidscope.data.Lighting;
import voidscope.experiment.record.Clock;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.objective.Capability;
import voidscope.problem.Quantity;

/// The view model's decisions, without a toolkit.
public final class WorkbenchModelTest {
  private final WorkbenchModel model = new WorkbenchModel(Scenarios.standard());

  @Test
  void liveValue_isWantedAtOnce_andOnlyOnce() {
    model.values().set(slot(Slot.learning(), "theta-rate"), 0.3);
    assertEquals(0.3, model.takeDirty().orElseThrow().run().real("theta-rate"));
    assertTrue(model.takeDirty().isEmpty());
  }

  /// What is set while a value is held is one gesture, all else one each.
  @Test
  void gesture_lastsWhileAValueIsHeld() {
    Slot rate = slot(Slot.learning(), "theta-rate");
    Slot other = slot(Slot.learning(), "phi-rate");
    model.values().set(rate, 0.3);
    long typed = model.gesture();
    model.values().set(rate, 0.4);
    assertEquals(typed + 1, model.gesture());
    model.values().hold(rate);
    long dragged = model.gesture();
    model.values().set(rate, 0.5);
    model.values().set(rate, 0.6);
    model.values().release(other);
    model.values().set(rate, 0.7);
    assertEquals(dragged, model.gesture());
    model.values().release(rate);
    model.values().set(rate, 0.8);
    assertEquals(dragged + 1, model.gesture());
    model.values().hold(rate);
    model.values().set(other, 0.1);
    assertFalse(model.values().holds(rate));
    long elsewhere = model.gesture();
    model.values().set(rate, 0.9);
    assertEquals(elsewhere + 1, model.gesture());
  }

  @Test
  void restartValue_isPending_untilRestart() {
    Slot replicates = slot(Slot.measurement(), "replicates");
    model.values().set(replicates, 8);
    assertTrue(model.values().pending(replicates));
    assertTrue(model.takeDirty().isEmpty());
    assertEquals(8, model.restart().run().integer("replicates"));
    assertFalse(model.values().pending(replicates));
  }

  @Test
  void problem_isPending_andCanBeTakenBack() {
    model.chooseProblem("random-quadratic");
    assertTrue(model.draft().problemPending());
    assertEquals("squared-distance", model.wanted().problem().key());
    model.revertAll();
    assertFalse(model.anyPending());
  }

  @Test
  void problemOfAnotherKind_bringsTheRunThatSuitsIt_andItsView_andTakesThemAway() {
    model.values().set(slot(Slot.measurement(), "replicates"), 3);
    model.chooseProblem("vae-linear");
    Scenario vae = model.restart();
    assertEquals(24, vae.run().integer("batch"));
    assertEquals(0.001, vae.run().real("theta-rate"));
    assertEquals(3, vae.run().integer("replicates"));
    assertEquals("structured", vae.estimator("relax").orElseThrow().settings().text("surrogate"));
    assertEquals(200, vae.estimator("relax").orElseThrow().settings().integer("width"));
    assertEquals("vae", model.looks().view().key());
    assertTrue(vae.estimator("exact").isEmpty());
    model.chooseProblem("random-quadratic");
    Scenario toy = model.restart();
    assertEquals(1, toy.run().integer("batch"));
    assertEquals(0.01, toy.run().real("theta-rate"));
    assertEquals("free", toy.estimator("relax").orElseThrow().settings().text("surrogate"));
    assertEquals("trajectories", model.looks().view().key());
  }

  @Test
  void furtherEstimators_areListed_whereTheyTakePartOrAreAskedFor() {
    assertTrue(model.contenders().listed("relax"));
    assertFalse(model.contenders().listed("disarm"));
    model.contenders().setTakesPart("disarm", true);
    assertTrue(model.contenders().listed("disarm"));
    assertFalse(model.contenders().listed("nvil"));
    model.contenders().toggleEveryone();
    assertTrue(model.contenders().listed("nvil"));
  }

  @Test
  void sharedTemperature_governsOnlyThoseThatDoNotTuneIt() {
    Slot temperature = slot(model.shared(), "temperature");
    assertFalse(model.values().automatic(temperature));
    model.values().set(temperature, 2);
    assertEquals(2, model.wanted().settings("concrete").real("temperature"));
    assertEquals(0.5, model.wanted().settings("rebar").real("temperature"));
    model.contenders().setTakesPart("concrete", false);
    assertTrue(model.values().automatic(temperature));
    model.values().setAutomatic(temperature, false);
    assertFalse(model.values().automatic(temperature));
    assertFalse(model.wanted().settings("relax").flag("tune-temperature"));
  }

  @Test
  void estimator_keepsItsValues_whileItIsAway() {
    Slot decay = slot(model.own("reinforce-mean"), "decay");
    model.values().set(decay, 0.5);
    assertTrue(model.takeDirty().isEmpty());
    model.contenders().setTakesPart("reinforce-mean", true);
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

  @Test
  void estimatorsThatCannotRun_leaveOnRestart_andComeBack_withTheProblem() {
    WorkbenchModel choosy = choosy();
    choosy.looks().focus("rebar");
    choosy.chooseProblem("random-quadratic");
    assertTrue(choosy.contenders().takesPart("rebar"));
    Scenario without = choosy.restart();
    assertEquals(
        List.of("exact", "reinforce", "relax"),
        without.estimators().stream().map(Entrant::id).toList());
    assertEquals("relax", choosy.looks().focus());
    Message message = Objects.requireNonNull(choosy.message().get());
    assertEquals("Concrete and REBAR cannot run with this problem and left", message.title());
    assertTrue(message.detail().contains("f has no derivative"), message.detail());
    choosy.chooseProblem("squared-distance");
    assertEquals(Scenarios.standard().estimators(), choosy.restart().estimators());
    assertTrue(
        Objects.requireNonNull(choosy.message().get()).title().startsWith("Concrete and REBAR"));
  }

  @Test
  void estimatorThatWasPutOut_staysOut_whenTheProblemComesBack() {
    WorkbenchModel choosy = choosy();
    choosy.contenders().setTakesPart("concrete", false);
    choosy.chooseProblem("random-quadratic");
    choosy.restart();
    choosy.chooseProblem("squared-distance");
    choosy.restart();
    assertFalse(choosy.contenders().takesPart("concrete"));
    assertTrue(choosy.contenders().takesPart("rebar"));
  }

  @Test
  void estimatorThatCannotRun_isNotLetIn() {
    WorkbenchModel choosy = choosy();
    choosy.chooseProblem("random-quadratic");
    choosy.restart();
    assertTrue(choosy.contenders().obstacle("rebar").isPresent());
    choosy.contenders().setTakesPart("rebar", true);
    assertFalse(choosy.contenders().takesPart("rebar"));
    assertTrue(choosy.takeDirty().isEmpty());
  }

  /// A model to which the random quadratic has no derivative.
  private static WorkbenchModel choosy() {
    return new WorkbenchModel(
        Scenarios.standard(),
        new Lineup(
            problem ->
                estimator ->
                    problem.key().equals("random-quadratic")
                            && List.of("concrete", "rebar").contains(estimator.key())
                        ? Optional.of(Capability.DERIVATIVE)
                        : Optional.empty()),
        System::nanoTime);
  }

  @Test
  void tunedValue_isShownAsItIs_andHandedBackWithinItsRange() {
    Slot scale = slot(model.own("rebar"), "eta");
    model.accept(tuned(-0.00746));
    assertEquals(-0.00746, model.values().number(scale));
    model.values().setAutomatic(scale, false);
    assertEquals(0, model.values().number(scale));
  }

  /// A picture of a run in which REBAR has tuned its η.
  public static Snapshot tuned(double scale) {
    Scenario scenario = Scenarios.standard();
    return new Snapshot(
        0,
        scenario,
        Snapshot.State.PAUSED,
        List.of(tunedTrack(scenario.estimator("rebar").orElseThrow(), scale)),
        new Snapshot.Rates(0, 0, 1),
        Quantity.each(List.of("θ")),
        1,
        0);
  }

  private static Track tunedTrack(Entrant entrant, double scale) {
    Track.Band none = new Track.Band(new Series(1024, 1).view(), null, null);
    return new Track(
        entrant,
        "REBAR",
        0,
        List.of(none),
        none,
        none,
        null,
        new Track.ExactPoints(0, new double[0], new double[0]),
        null,
        List.of(),
        new Track.Tuned(List.of(Map.of("eta", scale))),
        new Track.Cost(1, 0, Clock.START),
        null);
  }

  /// What is to be known of a VAE's images is told once, and again after others.
  @Test
  void accept_tellsARemarkOnImages_once() {
    Lighting.Remark ones = new Lighting(1, Brightness.STORED).remark("ones.idx");
    Lighting.Remark dark = new Lighting(16, Brightness.STORED).remark("grey.idx");
    model.accept(learning(0, ones));
    Message told = Objects.requireNonNull(model.message().get());
    assertEquals(Message.Kind.SUCCESS, told.kind());
    assertEquals("Zeros and ones were found in ones.idx", told.title());
    assertEquals("They are taken as black and white.", told.detail());
    model.message().set(null);
    model.accept(learning(1, ones));
    assertNull(model.message().get());
    model.accept(learning(2, dark));
    told = Objects.requireNonNull(model.message().get());
    assertEquals(Message.Kind.WARNING, told.kind());
    model.message().set(null);
    model.accept(learning(3, null));
    assertNull(model.message().get());
    model.accept(learning(4, ones));
    assertNotNull(model.message().get());
  }

  private static Snapshot learning(long generation, Lighting.@Nullable Remark remark) {
    return new Snapshot(
        generation,
        Scenarios.standard(),
        Snapshot.State.PAUSED,
        List.of(),
        new Snapshot.Rates(0, 0, 1),
        Quantity.each(List.of("θ")),
        1,
        0,
        new ImageSet(500, 100, remark, ""));
  }

  static Snapshot snapshot(long generation, Scenario scenario) {
    return at(generation, scenario, List.of());
  }

  /// A picture of a run in which REINFORCE has come to a step.
  static Snapshot at(long generation, Scenario scenario, long step) {
    return at(generation, scenario, List.of(Snapshots.track("reinforce", step)));
  }

  private static Snapshot at(long generation, Scenario scenario, List<Track> tracks) {
    return new Snapshot(
        generation,
        scenario,
        Snapshot.State.PAUSED,
        tracks,
        new Snapshot.Rates(0, 0, 1),
        Quantity.each(List.of("θ")),
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
