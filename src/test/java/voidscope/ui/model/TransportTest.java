package voidscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Engine;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// When changes are handed to the run, without a toolkit and without a run.
final class TransportTest {
  private final WorkbenchModel model = new WorkbenchModel(Scenarios.standard());
  private final Asked engine = new Asked();
  private final Transport transport = new Transport(model, engine);
  private final Slot rate =
      Slot.learning().stream()
          .filter(slot -> slot.parameter().key().equals("theta-rate"))
          .findFirst()
          .orElseThrow();

  TransportTest() {
    model.revision().subscribe(revision -> transport.submit());
  }

  @Test
  void submit_firstChangeOfAFrame_doesNotWait() {
    model.values().set(rate, .3);
    assertEquals(List.of(.3), engine.asked);
  }

  @Test
  void pulse_manyChangesInAFrame_handsOverTheNewestOnly() {
    for (int i = 1; i <= 100; i++) {
      model.values().set(rate, i * .001);
    }
    assertNotNull(transport.pulse());
    assertEquals(List.of(.001, .1), engine.asked);
    model.values().set(rate, .2);
    model.values().set(rate, .3);
    transport.pulse();
    assertEquals(List.of(.001, .1, .3), engine.asked);
  }

  @Test
  void submit_afterAFrameWithoutChange_doesNotWait() {
    model.values().set(rate, .1);
    transport.pulse();
    model.values().set(rate, .2);
    assertEquals(List.of(.1, .2), engine.asked);
  }

  @Test
  void poll_outsideAFrame_handsNothingOver() {
    model.values().set(rate, .1);
    model.values().set(rate, .2);
    assertNotNull(transport.poll());
    assertEquals(List.of(.1), engine.asked);
    transport.pulse();
    assertEquals(List.of(.1, .2), engine.asked);
  }

  /// Remembers the learning rates that it was asked for.
  private static final class Asked implements Engine {
    private final List<Double> asked = new ArrayList<>();
    private final Snapshot still;

    Asked() {
      try (ThreadTeam team = new ThreadTeam(1)) {
        still = new Experiment(Scenarios.standard(), team).snapshot();
      }
    }

    @Override
    public void submit(Scenario wanted, long gesture) {
      asked.add(wanted.run().real("theta-rate"));
    }

    @Override
    public long restart(Scenario scenario, boolean keeping) {
      return 0;
    }

    @Override
    public long resume(Checkpoint checkpoint) {
      return 0;
    }

    @Override
    public long bringBack(long run) {
      return run;
    }

    @Override
    public void save(Path checkpoint, Consumer<String> told) {}

    @Override
    public void bound(
        int samples, int images, Consumer<List<Experiment.Bound>> told, Consumer<String> failed) {}

    @Override
    public void wish(Set<Wish> wishes) {}

    @Override
    public void runTo(long step) {}

    @Override
    public void run() {}

    @Override
    public void pause() {}

    @Override
    public void step(long count) {}

    @Override
    public void speed(double stepsPerSecond) {}

    @Override
    public Snapshot poll() {
      return still;
    }

    @Override
    public @Nullable String takeRefusal() {
      return null;
    }

    @Override
    public void onRetired(Consumer<Experiment> told) {}

    @Override
    public void onAnswer(Runnable told) {}

    @Override
    public void close() {}
  }
}
