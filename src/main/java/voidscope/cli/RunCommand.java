package voidscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Value;
import voidscope.data.Places;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.MemoryException;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.thread.ThreadTeam;

/// Runs a scenario and saves what it finds.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Runs a scenario without a window, as fast as it goes, and writes into a folder:",
      "theta.csv (of a VAE elbo.csv), quantities.csv, loss.csv, moments.csv, terms.csv,",
      "surrogate-<estimator>.csv, the charts as PNG,",
      "summary.json (final values and those at steps 1000, 3000, 10000) and scenario.toml,",
      "which runs to the same results again, whatever the number of threads. What an earlier run",
      "has left there is replaced. A run that a signal stops is saved as far as it came, with its",
      "state, from which it goes on.",
      "In moments.csv variance and bias are the exact ones where exact_variance stands; z is empty"
          + " there,",
      "and where rare_samples, expected on the rarer side of a coordinate, are fewer than 25; of"
          + " several",
      "coordinates it is the largest, corrected for their number."
    },
    footer = {"", "Example:", "  voidscope run samples/t-499.toml --steps 10000 --out out"})
final class RunCommand implements Callable<Integer> {
  private static final long EVERY = 1000;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "SCENARIO",
      description =
          "The scenario's file, an exported figure that carries it, a checkpoint, from which it"
              + " goes on, or an IDX file of images for a VAE to learn.")
  private Path file = Path.of("");

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Training steps (default: the scenario's step budget).")
  private @Nullable Long steps;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results; made if it is not there.")
  private Path out = Path.of("");

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Threads that compute (default: all).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description =
          "Leave the run's whole state there from time to time (default for a run that"
              + " goes on: the file it came from).")
  private @Nullable Path checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "Steps between two checkpoints (default: 1000).")
  private @Nullable Long every;

  @Option(names = "--no-charts", description = "Write no pictures.")
  private boolean noCharts;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws OpeningException, ScenarioException, IOException {
    checkThreads(threads);
    Long between = every;
    if (between != null && between < 1) {
      throw new InputException(
          "--checkpoint-every: expected a whole number from 1 on, found " + between);
    }
    Opening opening = RunInput.open(file);
    boolean goesOn = opening instanceof Opening.OfCheckpoint && Places.stays(file);
    Path kept = checkpoint == null && goesOn ? file : checkpoint;
    if (between != null && kept == null) {
      terminal.err().println("--checkpoint-every does nothing without --checkpoint FILE.");
    }
    Scenario scenario = budgeted(opening.scenario());
    try (ThreadTeam team = new ThreadTeam(threads);
        Signals.Listening _ = terminal.listen()) {
      Experiment experiment = opening.experiment(scenario, team);
      RunInput.check(experiment, scenario, steps, terminal);
      experiment.wish(RunFolder.wishes(!noCharts));
      RunFolder folder = RunFolder.open(out);
      if (kept != null) {
        String option =
            checkpoint == null ? "--checkpoint (the file it goes on from)" : "--checkpoint";
        CheckpointPlace.check(option, kept, folder, experiment);
      }
      long budget = scenario.settled().run().whole(RunParameters.STEPS.key());
      HeadlessRun.Saving saving =
          kept == null
              ? new HeadlessRun.Saving(folder.state(), HeadlessRun.Saving.NEVER)
              : new HeadlessRun.Saving(kept, between == null ? EVERY : between);
      HeadlessRun run =
          HeadlessRun.run(
              experiment, budget, threads, saving, new ProgressLine(terminal, "steps", budget));
      List<Path> used = kept == null ? List.of(file) : List.of(file, kept);
      folder.save(run, scenario, !noCharts, used, terminal);
      folder.stopped(run, this::goingOn, terminal);
      return Exit.of(run);
    } catch (OutOfMemoryError e) {
      throw new MemoryException(scenario, e);
    }
  }

  /// The command that goes on from a state as this one would have.
  private String goingOn(String state) {
    return "run "
        + state
        + (steps == null ? "" : " --steps " + steps)
        + " --out "
        + RunFolder.quoted(out)
        + (noCharts ? " --no-charts" : "");
  }

  private Scenario budgeted(Scenario scenario) {
    return steps == null ? scenario : budget(scenario, steps);
  }

  static void checkThreads(int threads) {
    if (threads < 1 || threads > 1024) {
      throw new InputException(
          "--threads: expected a whole number from 1 to 1024, found " + threads);
    }
  }

  /// The scenario with a budget that no event changes.
  static Scenario budget(Scenario scenario, long steps) {
    Parameter budget = RunParameters.STEPS;
    Value value = new Value.Whole(steps);
    Domain domain = budget.domain();
    if (!domain.accepts(value)) {
      throw new InputException("--steps: expected " + domain.expectation() + ", found " + steps);
    }
    return scenario
        .with(Scenario.RUN, budget.key(), value)
        .withEvents(scenario.events().stream().filter(event -> !changesBudget(event)).toList());
  }

  private static boolean changesBudget(Event event) {
    return event.scope().equals(Scenario.RUN) && event.key().equals(RunParameters.STEPS.key());
  }
}
