package voidscope.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.run.Standing;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.EpisodeMomentsReport;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.thread.ThreadTeam;

/// The command `moments` where batches are episodes.
final class EpisodeMoments {
  /// Samples where none are asked for.
  private static final long USUAL = 1000;

  private final Terminal terminal;
  private final long samples;
  private final long seed;
  private final @Nullable Value batch;
  private final int threads;

  /// @param samples gradients to draw, or null for the usual number
  /// @param seed of the samples, and where nothing else gives them of the weights
  /// @param batch episodes of an estimate, or null for as many as a run takes
  /// @throws InputException if no run has such a batch
  EpisodeMoments(
      Terminal terminal, @Nullable Long samples, long seed, @Nullable Integer batch, int threads) {
    this.terminal = terminal;
    this.samples = samples == null ? USUAL : samples;
    this.seed = seed;
    this.threads = threads;
    this.batch = batch == null ? null : new Value.Whole(batch);
    if (batch != null) {
      check("--batch", RunParameters.BATCH.domain(), new Value.Whole(batch), batch);
    }
  }

  private static void check(String option, Domain domain, Value value, Number found) {
    if (!domain.accepts(value)) {
      throw new InputException(option + ": expected " + domain.expectation() + ", found " + found);
    }
  }

  /// At what a run of the seed begins with.
  ///
  /// @throws InputException if no run has that seed
  void begin(Choice problem, Entrant estimator) throws IOException {
    Value start = new Value.Whole(seed);
    check("--seed", RunParameters.SEED.domain(), start, seed);
    Settings run =
        Settings.defaults(RunParameters.all())
            .with(RunParameters.SEED.key(), start)
            .with(RunParameters.REPLICATES.key(), 1)
            .with(RunParameters.MEASURE_SAMPLES.key(), 0);
    Scenario scenario = new Scenario(problem, List.of(estimator), run, List.of());
    try (ThreadTeam team = new ThreadTeam(threads);
        Signals.Listening _ = terminal.listen()) {
      Standing standing = new Experiment(scenario, team).standings().getFirst();
      tell(new EpisodeMomentsReport.Origin(null, standing, 1), team);
    }
  }

  /// At what a contender of a checkpoint has learned.
  ///
  /// @throws InputException naming the option that does not fit the checkpoint
  void from(CheckpointWeights weights) throws IOException, OpeningException, ScenarioException {
    Opening.OfCheckpoint opened = weights.open();
    try (ThreadTeam team = new ThreadTeam(threads);
        Signals.Listening _ = terminal.listen()) {
      tell(weights.origin(opened.checkpoint().experiment(team).standings()), team);
    }
  }

  private void tell(EpisodeMomentsReport.Origin origin, ThreadTeam team) throws IOException {
    int episodes =
        batch instanceof Value.Whole(long number) ? (int) number : origin.standing().batch();
    ProgressLine progress =
        new ProgressLine(terminal, "draws", EpisodeMomentsReport.draws(origin, samples));
    EpisodeMomentsReport report =
        EpisodeMomentsReport.compute(origin, episodes, samples, seed, team, progress);
    if (report.samples() > 1) {
      report.write(terminal.out());
    }
    MomentsCommand.stopped(report.samples(), samples, terminal);
    if (report.samples() > 1 && !report.complete()) {
      terminal
          .err()
          .println(
              "Stopped before the standard error of the trace was found: it is null. Ask again for"
                  + " it.");
    }
  }
}
