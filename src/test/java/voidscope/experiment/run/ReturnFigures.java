package voidscope.experiment.run;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;

/// Tells how long a run that was left takes to be brought back, from the asking to its picture: a
/// toy of a million steps and a VAE, both running on meanwhile.
public final class ReturnFigures {
  private static final int TURNS = 15;

  private ReturnFigures() {}

  /// Prints the figures.
  public static void main(String[] arguments) {
    Scenario toy =
        Scenarios.standard()
            .with(Scenario.RUN, "steps", 1e12)
            .with(Scenario.RUN, "measure-samples", 20);
    say("toy", toy, 1_000_000);
    Scenario vae =
        new Scenario(
                Scenarios.problem("vae-linear"),
                Stream.of("reinforce", "rebar", "relax").map(Scenarios::estimator).toList(),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "steps", 1e12)
            .with(Scenario.RUN, "batch", 24)
            .with(Scenario.RUN, "measure-every", 200)
            .with(Scenario.RUN, "measure-samples", 10);
    say("VAE", vae, 500);
    System.exit(0);
  }

  private static void say(String name, Scenario scenario, long steps) {
    try (Runner runner = Runner.beside(scenario)) {
      runner.run();
      await(runner, s -> s.step() >= steps);
      long present = 0;
      double[] millis = new double[TURNS];
      for (int i = 0; i < TURNS; i++) {
        long before = runner.poll().generation();
        long other = runner.restart(scenario.with(Scenario.RUN, "seed", 100 + i));
        Snapshot left = await(runner, s -> s.generation() > before && s.step() > 0);
        long start = System.nanoTime();
        runner.bringBack(present);
        Snapshot back = await(runner, s -> s.generation() > left.generation());
        millis[i] = (System.nanoTime() - start) * 1e-6;
        if (back.step() < steps || other == present) {
          throw new IllegalStateException("another run came back, at " + back.step());
        }
      }
      java.util.Arrays.sort(millis);
      System.out.printf(
          Locale.ROOT,
          "%s, %d steps: median %.1f ms, greatest of %d %.1f ms%n",
          name,
          steps,
          millis[TURNS / 2],
          TURNS,
          millis[TURNS - 1]);
    }
  }

  private static Snapshot await(Runner runner, Predicate<Snapshot> condition) {
    while (true) {
      Snapshot snapshot = runner.poll();
      if (condition.test(snapshot)) {
        return snapshot;
      }
      Thread.onSpinWait();
    }
  }
}
