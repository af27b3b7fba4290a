package voidscope.problem.rl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenarios;
import voidscope.experiment.training.Trainer;
import voidscope.experiment.training.Tuning;
import voidscope.random.RandomStream;

/// Prints after how many episodes CartPole is solved, the mean of the last 100 returns having
/// reached 195: of each estimator mean ± standard error over the seeds that got there, median of
/// all, and how many did. Arguments: optimizer, learning rate, whether observations are scaled,
/// seeds, then estimators; `+` behind one gives it a critic, and `~` lets φ lower the variance of
/// the episode's gradient.
final class SolvedFigures {
  private static final int MOST = 2000;
  private static final int WINDOW = 100;

  private SolvedFigures() {}

  /// Prints a line an estimator.
  public static void main(String[] arguments) {
    Value optimizer = new Value.Choice(arguments[0]);
    double rate = Double.parseDouble(arguments[1]);
    boolean scaled = Boolean.parseBoolean(arguments[2]);
    int seeds = Integer.parseInt(arguments[3]);
    Task usual = EpisodeBench.task("cartpole");
    Task task = new Task(usual.entry(), usual.policy(), .99, false, .01, Handling.plain(scaled));
    Settings run =
        Scenarios.standard()
            .run()
            .with(RunParameters.OPTIMIZER.key(), optimizer)
            .with(RunParameters.THETA_RATE.key(), rate)
            .with(RunParameters.PHI_RATE.key(), rate)
            .with(RunParameters.BATCH.key(), 1);
    for (String name : List.of(arguments).subList(4, arguments.length)) {
      int[] solved =
          IntStream.range(0, seeds).parallel().map(seed -> solved(task, name, run, seed)).toArray();
      print(name, solved);
    }
  }

  private static Settings settings(EstimatorEntry entry, String name, double rate) {
    Settings settings = Settings.defaults(entry.parameters());
    if (settings.has(EstimatorParameters.DEPTH.key())) {
      settings =
          settings
              .with(EstimatorParameters.DEPTH.key(), new Value.Whole(2))
              .with(EstimatorParameters.ACTIVATION.key(), new Value.Choice("relu"))
              .with(EstimatorParameters.CRITIC_RATE.key(), new Value.Real(rate));
    }
    if (name.endsWith("+")) {
      return settings.with(EstimatorParameters.CRITIC.key(), new Value.Flag(true));
    }
    return name.endsWith("~")
        ? settings.with(
            EstimatorParameters.PHI_BY.key(), new Value.Choice(EstimatorParameters.EPISODE))
        : settings;
  }

  private static int solved(Task task, String name, Settings run, int seed) {
    String key = name.replaceAll("[+~]$", "");
    EstimatorEntry entry = Estimators.catalogue().get(key);
    double rate = run.real(RunParameters.THETA_RATE.key());
    EpisodeBench bench =
        new EpisodeBench(
            task,
            entry.maker().apply(settings(entry, name, rate)),
            1,
            RandomStream.of(seed, "solved", 0));
    Trainer trainer = bench.trainer(Tuning.of(run));
    for (int step = 0; step < MOST; step++) {
      trainer.step(bench.replica, step);
      if (step + 1 >= WINDOW && bench.replica.recent.mean() >= 195) {
        return step + 1;
      }
    }
    return MOST + 1;
  }

  private static void print(String name, int[] solved) {
    double[] there = Arrays.stream(solved).filter(at -> at <= MOST).asDoubleStream().toArray();
    double mean = Arrays.stream(there).average().orElse(Double.NaN);
    double squares = Arrays.stream(there).map(at -> (at - mean) * (at - mean)).sum();
    double error = Math.sqrt(squares / (there.length - 1) / there.length);
    int[] sorted = solved.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    System.out.printf(
        Locale.ROOT,
        "%-18s %6.0f ± %3.0f   median %6.1f   %d of %d%n",
        name,
        mean,
        error,
        median,
        there.length,
        solved.length);
  }
}
