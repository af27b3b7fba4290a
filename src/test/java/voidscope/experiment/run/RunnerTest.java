package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// The compute thread obeys.
@Timeout(60)
final class RunnerTest {
  private static Scenario endless() {
    return Scenarios.standard()
        .with(Scenario.RUN, "steps", 1e12)
        .with(Scenario.RUN, "measure-samples", 100);
  }

  private static Snapshot await(Runner runner, Predicate<Snapshot> condition) {
    while (true) {
      Snapshot snapshot = runner.poll();
      if (condition.test(snapshot)) {
        return snapshot;
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void runner_isPausedAtStepZero_untilItIsRun() {
    try (Runner runner = new Runner(endless(), 1)) {
      assertEquals(0, runner.poll().step());
      assertEquals(Snapshot.State.PAUSED, runner.poll().state());
      runner.run();
      await(runner, s -> s.step() > 100 && s.state() == Snapshot.State.RUNNING);
      runner.pause();
      Snapshot paused = await(runner, s -> s.state() == Snapshot.State.PAUSED);
      assertTrue(paused.tracks().stream().allMatch(t -> t.step() >= 100));
    }
  }

  @Test
  void step_doesJustSoMany() {
    try (Runner runner = new Runner(endless(), 2)) {
      runner.step(1);
      await(runner, s -> s.step() == 1);
      runner.step(100);
      runner.step(10);
      Snapshot snapshot = await(runner, s -> s.step() == 111);
      assertTrue(snapshot.tracks().stream().allMatch(t -> t.step() == 111));
    }
  }

  @Test
  void step_askedManyTimesInARow_losesNone() {
    try (Runner runner = new Runner(endless(), 1)) {
      for (int i = 0; i < 2000; i++) {
        runner.step(1);
      }
      await(runner, s -> s.step() == 2000 && s.state() == Snapshot.State.PAUSED);
    }
  }

  @Test
  void submit_keepsTheGeneration_andRecordsTheChange_restartBeginsANewOne() {
    try (Runner runner = new Runner(endless(), 1)) {
      runner.run();
      await(runner, s -> s.step() > 10);
      runner.submit(runner.poll().scenario().settled().with(Scenario.PROBLEM, "target", 0.3));
      Snapshot changed = await(runner, s -> !s.scenario().events().isEmpty());
      assertEquals(0, changed.generation());
      Event event = changed.scenario().events().getFirst();
      assertEquals("target", event.key());
      assertEquals(0.3, event.value());
      runner.restart(endless().with(Scenario.RUN, "seed", 5));
      Snapshot fresh = await(runner, s -> s.generation() == 1);
      assertTrue(fresh.scenario().events().isEmpty());
      assertEquals(5, fresh.scenario().run().real("seed"));
    }
  }

  @Test
  void onAnswer_isTold_onceThePictureShowsTheChange() throws InterruptedException {
    try (Runner runner = new Runner(endless(), 1)) {
      BlockingQueue<Double> seen = new LinkedBlockingQueue<>();
      runner.onAnswer(() -> seen.add(runner.poll().scenario().settled().run().real("theta-rate")));
      runner.submit(endless().with(Scenario.RUN, "theta-rate", .125));
      assertEquals(.125, seen.take());
      runner.run();
      await(runner, s -> s.step() > 100);
      runner.submit(endless().with(Scenario.RUN, "theta-rate", .25));
      assertEquals(.25, seen.take());
      assertTrue(seen.isEmpty());
    }
  }

  /// A thread that spins or polls would take the whole second, or a good part of it.
  @Test
  void paused_usesNoProcessorTime() throws InterruptedException {
    try (Runner runner = new Runner(endless(), 2)) {
      runner.run();
      await(runner, s -> s.step() > 100);
      runner.pause();
      await(runner, s -> s.state() == Snapshot.State.PAUSED);
      Thread.sleep(50);
      long before = processorNanos();
      Thread.sleep(1000);
      long used = processorNanos() - before;
      assertTrue(used < 20_000_000L, used + " ns in a second of rest");
    }
  }

  /// Processor time of the compute thread and its team.
  private static long processorNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null
          && (info.getThreadName().equals("compute")
              || info.getThreadName().startsWith("voidscope-team"))) {
        sum += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return sum;
  }

  @Test
  void runner_finishesAtItsBudget_withTheBitsOfADirectRun() {
    Scenario scenario = endless().with(Scenario.RUN, "steps", 700);
    try (Runner runner = new Runner(scenario, 2);
        ThreadTeam team = new ThreadTeam(1)) {
      runner.run();
      Snapshot end = await(runner, s -> s.state() == Snapshot.State.FINISHED);
      Experiment direct = new Experiment(scenario, team);
      direct.advance(700);
      assertEquals(Fingerprint.of(direct.snapshot()), Fingerprint.of(end));
    }
  }

  @Test
  void speed_limitsTheSteps() {
    try (Runner runner = new Runner(endless(), 1)) {
      runner.speed(100);
      long start = System.nanoTime();
      runner.run();
      await(runner, s -> s.step() >= 30);
      double seconds = (System.nanoTime() - start) * 1e-9;
      assertTrue(seconds > 0.15, "30 steps at 100 a second took " + seconds + " s");
    }
  }
}
