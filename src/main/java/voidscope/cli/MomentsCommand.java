package voidscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.MomentsReport;
import voidscope.laboratory.OpeningException;
import voidscope.problem.Objection;
import voidscope.problem.Problem;
import voidscope.problem.ProblemEntry;
import voidscope.problem.Space;
import voidscope.problem.catalogue.Problems;

/// Moments of one estimator's ĝ at one θ. Its options for parameters are made from the catalogues.
@Command(
    name = "moments",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Draws estimates ĝ at one θ and prints their mean and variance as one JSON object, beside the"
          + " exact gradient and, with one latent or few outcomes, the estimator's exact mean and"
          + " variance. With several parameters the variance is told of each coordinate, and as the"
          + " trace of all. z is null where fewer than 25 samples are expected on the rarer side of"
          + " one. A learned surrogate stands at its initial weights, which the seed gives.",
      "",
      "Of a problem of episodes ĝ is the gradient of the policy's weights by the episodes of one"
          + " update. Printed are the trace of its covariance over all weights with its standard"
          + " error (for which more samples than fit into 64 MB are drawn twice), ‖E ĝ‖² without"
          + " bias, the signal-to-noise ratio, and the mean return and length of an episode; of"
          + " mdp and linear-quadratic each coordinate, too, where z is null if γ < 1 without γᵗ"
          + " in front. Weights and all that the estimator learns are those with which a run of"
          + " the seed begins, or with --from those that a run has left in its checkpoint. What an"
          + " entropy bonus adds is not part of ĝ.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  voidscope moments --problem squared-distance --target 0.45 --theta 0.3 \\",
      "      --estimator rebar --temperature 0.5 --eta 1 --samples 1000000 --seed 1",
      "  voidscope moments --problem cartpole --estimator a2c --samples 2000 --seed 1",
      "  voidscope moments --from race.checkpoint --contender A2C --replicate 2 \\",
      "      --samples 2000"
    })
final class MomentsCommand implements Callable<Integer> {
  private static final long MOST = 10_000_000_000L;

  /// Samples where none are asked for.
  private static final long ROWS = 1_000_000;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--problem",
      paramLabel = "KEY",
      description = "Which problem (default: " + Problems.SQUARED_DISTANCE + ").")
  private @Nullable String problem;

  @Option(
      names = "--estimator",
      paramLabel = "KEY",
      description = "Which estimator; needed unless --from tells it.")
  private @Nullable String estimator;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Gradients to draw, 2 to 10000000000 (default: 1000000; of episodes 1000).")
  private @Nullable Long samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      description = "Seed of the random streams (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Threads that compute (default: all); the result does not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--batch",
      paramLabel = "E",
      description = "Episodes of one estimate (default: 1; with --from the run's).")
  private @Nullable Integer batch;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "A checkpoint of episodes, which gives the weights, what the estimator has learned, and"
              + " all parameters; the seed is then of the samples alone.")
  private @Nullable Path from;

  @Option(
      names = "--contender",
      paramLabel = "LABEL",
      description =
          "Whose weights of the checkpoint, by label or id (default: the one of --estimator).")
  private @Nullable String contender;

  @Option(
      names = "--replicate",
      paramLabel = "R",
      description = "Which of its replicates, from 1 (default: 1).")
  private @Nullable Integer replicate;

  private MomentsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The command with an option for every parameter of every problem and estimator.
  static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new MomentsCommand(terminal));
    ParameterOptions.add(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() throws IOException, OpeningException, ScenarioException {
    Long asked = samples;
    if (asked != null && (asked < 2 || asked > MOST)) {
      throw new InputException(
          "--samples: expected a whole number from 2 to 10000000000, found " + asked);
    }
    RunCommand.checkThreads(threads);
    CommandSpec command = Objects.requireNonNull(spec);
    EpisodeMoments episodes = new EpisodeMoments(terminal, asked, seed, batch, threads);
    Map<Parameter, String> given = ParameterOptions.given(command);
    Path file = from;
    if (file != null) {
      episodes.from(new CheckpointWeights(file, problem, estimator, contender, replicate, given));
      return Exit.DONE;
    }
    refuse("--contender", contender, "without --from");
    refuse("--replicate", replicate, "without --from");
    if (estimator == null) {
      throw new MissingParameterException(
          command.commandLine(),
          command.findOption("--estimator"),
          "Missing required option: '--estimator=KEY'");
    }
    String key = problem == null ? Problems.SQUARED_DISTANCE : problem;
    begin(key, estimator, given, episodes);
    return Exit.DONE;
  }

  private static void refuse(String option, @Nullable Object value, String where) {
    if (value != null) {
      throw new InputException(option + ": says nothing " + where);
    }
  }

  /// With parameters of the command line.
  private void begin(
      String problemKey, String kind, Map<Parameter, String> given, EpisodeMoments episodes)
      throws IOException, ScenarioException {
    ProblemEntry problemEntry = entry("--problem", Problems.catalogue(), problemKey);
    EstimatorEntry estimatorEntry = entry("--estimator", Estimators.catalogue(), kind);
    Settings problemSettings = Settings.defaults(problemEntry.parameters());
    Settings estimatorSettings = Settings.defaults(estimatorEntry.parameters());
    for (Map.Entry<Parameter, String> one : given.entrySet()) {
      String key = one.getKey().key();
      if (problemSettings.has(key)) {
        problemSettings = ParameterOptions.set(problemSettings, key, one.getValue());
      } else if (estimatorSettings.has(key)) {
        estimatorSettings = ParameterOptions.set(estimatorSettings, key, one.getValue());
      } else {
        throw ParameterOptions.stranger(one.getKey(), problemKey, kind);
      }
    }
    Optional<Objection> objection = problemEntry.check().apply(problemSettings);
    if (objection.isPresent()) {
      throw new InputException("--" + objection.get().key() + ": " + objection.get().words());
    }
    Choice choice = new Choice(problemKey, problemSettings);
    if (Problems.episodic(problemSettings)) {
      episodes.begin(choice, new Entrant(kind, estimatorSettings));
      return;
    }
    refuse("--batch", batch, "where there are no episodes");
    Problem studied = problemEntry.maker().apply(problemSettings);
    if (studied.known() == null || studied.model().space() != Space.ROW) {
      throw new InputException(
          "--problem: expected one whose rows' gradient is known, or one of episodes, found \""
              + problemKey
              + "\"");
    }
    Estimator made = estimatorEntry.maker().apply(estimatorSettings);
    Estimator.demand(estimatorEntry.label(), made.requires(), studied.offers());
    rows(studied, made, choice, new Choice(kind, estimatorSettings));
  }

  private void rows(Problem studied, Estimator made, Choice problemChoice, Choice choice)
      throws IOException {
    long wanted = samples == null ? ROWS : samples;
    try (Signals.Listening _ = terminal.listen()) {
      ProgressLine progress = new ProgressLine(terminal, "samples", wanted);
      MomentsReport report = MomentsReport.compute(studied, made, wanted, seed, threads, progress);
      if (report.samples() > 1) {
        report.write(
            terminal.out(),
            problemChoice.key(),
            problemChoice.settings(),
            choice.key(),
            choice.settings());
      }
      stopped(report.samples(), wanted, terminal);
    }
  }

  /// Tells where it was stopped before all samples were drawn.
  static void stopped(long samples, long wanted, Terminal terminal) {
    if (samples < wanted) {
      terminal
          .err()
          .println(
              "Stopped after "
                  + samples
                  + " of "
                  + wanted
                  + " samples. It cannot go on: ask again for all.");
    }
  }

  private static <T extends Catalogue.Named> T entry(
      String option, Catalogue<T> catalogue, String key) {
    try {
      return catalogue.get(key);
    } catch (IllegalArgumentException e) {
      throw new InputException(option + ": " + e.getMessage());
    }
  }
}
