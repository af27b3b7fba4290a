package voidscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Value;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Measure;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.catalogue.Problems;

/// Steps taken back and again.
class HistoryTest {
  private long nanos;
  private final WorkbenchModel model =
      new WorkbenchModel(
          Scenarios.standard(), new Lineup(Compatibility::with), () -> nanos += 5_000_000_000L);
  private long generation = -1;
  private long asked;

  HistoryTest() {
    show(Scenarios.standard());
  }

  /// What is to come back.
  private record Seen(Draft draft, Outlook outlook, long run) {}

  private Seen seen() {
    return new Seen(model.draft(), model.looks().outlook(), model.run());
  }

  private void show(Scenario scenario) {
    generation = Math.max(generation + 1, asked);
    assertTrue(model.accept(WorkbenchModelTest.snapshot(generation, scenario)));
  }

  /// The number of another run.
  private long asked() {
    asked = Math.max(generation, asked) + 1;
    return asked;
  }

  private void undo() {
    moving(model::undo);
  }

  private void redo() {
    moving(model::redo);
  }

  /// As an engine would, which brings the run back.
  private void moving(Runnable move) {
    long before = model.run();
    move.run();
    if (model.run() != before) {
      show(model.wanted());
    }
  }

  private void restart() {
    Scenario scenario = model.restart();
    model.begun(asked());
    show(scenario);
  }

  private Slot any(SplittableRandom random) {
    List<Slot> slots = new ArrayList<>(Slot.learning());
    slots.addAll(Slot.measurement());
    slots.addAll(model.shared());
    model.contenders().ids().forEach(id -> slots.addAll(model.own(id)));
    slots.addAll(Slot.problem(Problems.catalogue().get(model.draft().problem().key())));
    return slots.get(random.nextInt(slots.size()));
  }

  private static Value any(Domain domain, Value now, SplittableRandom random) {
    return switch (domain) {
      case Domain.Range range ->
          range.value(
              range.minimum()
                  + Math.rint(random.nextDouble() * 16)
                      / 16
                      * Math.min(1000, range.maximum() - range.minimum()));
      case Domain.Flag _ -> new Value.Flag(random.nextBoolean());
      case Domain.Choice(List<String> names) ->
          new Value.Choice(names.get(random.nextInt(names.size())));
      case Domain.Steps _ -> Domain.Steps.value(random.longs(3, 1, 1000));
      case Domain.File _, Domain.Text _ -> now;
    };
  }

  private static <E> E any(E[] all, SplittableRandom random) {
    return all[random.nextInt(all.length)];
  }

  private void change(SplittableRandom random) {
    List<String> ids = model.contenders().ids();
    String id = ids.get(random.nextInt(ids.size()));
    List<ChartEntry> charts = Charts.catalogue().entries();
    ChartEntry chart = charts.get(random.nextInt(charts.size()));
    double from = random.nextInt(1000);
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> {
        Slot slot = any(random);
        model
            .values()
            .set(slot, any(slot.parameter().domain(), model.values().value(slot), random));
      }
      case 3 -> {
        Slot slot = any(random);
        model.values().hold(slot);
        for (int i = 0; i < 5; i++) {
          model
              .values()
              .set(slot, any(slot.parameter().domain(), model.values().value(slot), random));
        }
        model.values().release(slot);
      }
      case 4 -> model.contenders().add(id);
      case 5 -> model.contenders().remove(id);
      case 6 -> model.contenders().rename(id, "name " + random.nextInt(50));
      case 7 -> model.contenders().move(id, random.nextInt(5) - 2);
      case 8 -> model.contenders().setTakesPart(id, !model.contenders().takesPart(id));
      case 9 -> model.looks().setHidden(id, random.nextBoolean());
      case 10 -> model.looks().show(Views.catalogue().entries().get(random.nextInt(2)).key());
      case 11 -> model.looks().axes(a -> a.zoom(chart, new Extent(from, from + 50), null));
      case 12 ->
          model
              .looks()
              .axes(
                  a ->
                      a.spreadUp(chart, any(AxisScale.values(), random))
                          .measure(any(Measure.values(), random)));
      case 13 -> model.revertAll();
      case 14 -> model.chooseProblem(Problems.catalogue().entries().get(random.nextInt(2)).key());
      default -> restart();
    }
  }

  /// Every state comes back, backwards and forwards.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomChanges_areUndoneAndRedone(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Seen> states = new ArrayList<>(List.of(seen()));
    while (states.size() <= 200) {
      Seen before = seen();
      change(random);
      if (!seen().equals(before)) {
        states.add(seen());
      }
    }
    for (int i = states.size() - 2; i >= 0; i--) {
      undo();
      assertEquals(states.get(i), seen(), "back to " + i);
    }
    assertFalse(model.canUndo());
    for (int i = 1; i < states.size(); i++) {
      redo();
      assertEquals(states.get(i), seen(), "again to " + i);
    }
    assertFalse(model.canRedo());
  }

  /// Whatever is set and however it is looked at, the text of it leads back to it.
  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void state_comesBackFromItsText(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 150; i++) {
      change(random);
      WindowState state = new WindowState(model.draft(), model.looks().outlook());
      assertEquals(Optional.of(state), WindowState.parse(state.format()), "after " + i);
    }
  }

  @Test
  void text_thatIsNoState_isNone() {
    String text = new WindowState(model.draft(), model.looks().outlook()).format();
    assertEquals(Optional.empty(), WindowState.parse(""));
    assertEquals(Optional.empty(), WindowState.parse(text.substring(0, text.length() / 2)));
    assertEquals(Optional.empty(), WindowState.parse(text.replace("reinforce", "renforce")));
    assertEquals(
        Views.catalogue().entries().getFirst().key(),
        WindowState.parse(text.replaceFirst("view = \".*\"", "view = \"another\""))
            .orElseThrow()
            .outlook()
            .view());
  }

  @Test
  void drag_isOneStep_ofValuesAndOfAxes() {
    Slot rate = Slot.learning().get(1);
    Seen start = seen();
    model.values().hold(rate);
    for (int i = 1; i <= 9; i++) {
      model.values().set(rate, i * .01);
    }
    model.values().release(rate);
    Seen dragged = seen();
    ChartEntry theta = Charts.catalogue().get(Charts.THETA);
    model.looks().grip(true);
    for (int i = 1; i <= 9; i++) {
      int by = i;
      model.looks().axes(a -> a.zoom(theta, new Extent(by, by + 100), null));
    }
    model.looks().grip(false);
    undo();
    assertEquals(dragged, seen());
    undo();
    assertEquals(start, seen());
  }

  /// Turns of the wheel in a row are one step, after a pause another.
  @Test
  void wheel_isOneStep_aTurnAtATime() {
    long[] clock = {0};
    WorkbenchModel turned =
        new WorkbenchModel(Scenarios.standard(), new Lineup(Compatibility::with), () -> clock[0]);
    ChartEntry theta = Charts.catalogue().get(Charts.THETA);
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < 5; i++) {
        double low = 10 * turn + i;
        turned.looks().axes(a -> a.zoom(theta, new Extent(low, 100), null));
        clock[0] += 100_000_000L;
      }
      clock[0] += 5_000_000_000L;
    }
    turned.undo();
    assertEquals(new Extent(4, 100), turned.looks().outlook().axes().across(theta).window());
    turned.undo();
    assertEquals(Axes.PLAIN, turned.looks().outlook().axes());
  }

  @Test
  void focus_isNoStep() {
    model.looks().focus("rebar");
    assertFalse(model.canUndo());
  }

  /// What a replay does meanwhile is nobody's step and stays.
  @Test
  void replayedEvents_areNotTakenBack() {
    Scenario scenario =
        Scenarios.standard()
            .withEvents(List.of(new Event(5, Scenario.PROBLEM, "target", new Value.Real(.25))));
    model.open(scenario);
    model.begun(asked());
    show(scenario);
    model.looks().show(Views.catalogue().entries().get(1).key());
    assertEquals(.499, model.wanted().problem().settings().real("target"));
    model.accept(WorkbenchModelTest.at(generation, scenario, 10));
    assertEquals(.25, model.wanted().problem().settings().real("target"));
    undo();
    assertEquals(.25, model.wanted().problem().settings().real("target"));
    assertEquals(Views.catalogue().entries().getFirst(), model.looks().view());
    assertTrue(model.takeDirty().isEmpty());
  }

  /// A restart that is refused leaves everything as it was, with what was pending.
  @Test
  void refusedRestart_isNoStep() {
    Slot replicates =
        Slot.measurement().stream()
            .filter(slot -> slot.parameter().key().equals("replicates"))
            .findFirst()
            .orElseThrow();
    model.values().set(replicates, 200);
    Seen before = seen();
    model.restart();
    model.begun(asked());
    assertNotEquals(before, seen());
    assertTrue(model.refused(WorkbenchModelTest.snapshot(generation, before.draft().wanted())));
    assertEquals(before, seen());
    assertTrue(model.values().pending(replicates));
    undo();
    assertFalse(model.values().pending(replicates));
    assertFalse(model.canUndo());
  }

  /// Another restart that is asked for after one had begun, but before that was seen, is refused:
  /// what runs is what is set then, and no step leads elsewhere.
  @Test
  void refusedRestart_afterOneThatNobodyHasSeen_leavesThatOne() {
    Scenario other = Scenarios.standard().with(Scenario.RUN, "seed", 8);
    model.open(other);
    long begun = asked();
    model.begun(begun);
    model.restart();
    model.begun(asked());
    assertFalse(model.accept(WorkbenchModelTest.snapshot(begun, other)));
    assertTrue(model.refused(WorkbenchModelTest.snapshot(begun, other)));
    assertEquals(other, model.wanted());
    assertEquals(begun, model.run());
    assertEquals(other, Objects.requireNonNull(model.follower().current()).values());
    assertFalse(model.canUndo());
    assertTrue(model.takeDirty().isEmpty());
  }

  /// Restarts in a row that nobody has seen are one step.
  @Test
  void restartsInARow_areOneStep() {
    Seen before = seen();
    for (int i = 0; i < 5; i++) {
      model.restart();
      model.begun(asked());
    }
    show(model.wanted());
    Snapshot last = model.follower().current();
    assertTrue(last != null);
    undo();
    assertEquals(before, seen());
    assertFalse(model.canUndo());
  }
}
