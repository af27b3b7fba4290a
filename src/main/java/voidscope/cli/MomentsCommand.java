package voidscope.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.estimator.Estimator;
import voidscope.estimator.Estimators;
import voidscope.laboratory.MomentsReport;
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
      "Draws estimates ĝ at one θ and prints their mean and variance as one JSON object,",
      "beside the exact gradient and, with one latent or few outcomes, the estimator's exact mean",
      "and variance. With several parameters the variance is told of each coordinate, and as the",
      "trace of all. z is null where fewer than 25 samples are expected on the rarer side of one.",
      "A learned surrogate stands at its initial weights, which the seed gives."
    },
    footer = {
      "",
      "Example:",
      "  voidscope moments --problem squared-distance --target 0.45 --theta 0.3 \\",
      "      --estimator rebar --temperature 0.5 --eta 1 --samples 1000000 --seed 1"
    })
final class MomentsCommand implements Callable<Integer> {
  private static final Map<String, String> NAMES = Map.of(Problems.LOGIT.key(), "theta");

  private final Terminal terminal;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Option(
      names = "--problem",
      paramLabel = "KEY",
      defaultValue = Problems.SQUARED_DISTANCE,
      description = "Which problem (default: ${DEFAULT-VALUE}).")
  private String problem = "";

  @Option(
      names = "--estimator",
      paramLabel = "KEY",
      required = true,
      description = "Which estimator.")
  private String estimator = "";

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Gradients to draw, 2 to 10000000000 (default: ${DEFAULT-VALUE}).")
  private long samples;

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

  private MomentsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The command with an option for every parameter of every problem and estimator.
  static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new MomentsCommand(terminal));
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    Problems.catalogue().entries().forEach(e -> collect(e.parameters(), parameters));
    Estimators.catalogue().entries().forEach(e -> collect(e.parameters(), parameters));
    for (Parameter parameter : parameters.values()) {
      line.getCommandSpec()
          .addOption(
              OptionSpec.builder(option(parameter))
                  .type(String.class)
                  .paramLabel(label(parameter))
                  .description(escaped(parameter.sentence()))
                  .build());
    }
    return line;
  }

  private static void collect(List<Parameter> from, Map<String, Parameter> into) {
    from.forEach(parameter -> into.putIfAbsent(parameter.key(), parameter));
  }

  private static String option(Parameter parameter) {
    return "--" + NAMES.getOrDefault(parameter.key(), parameter.key());
  }

  private static String label(Parameter parameter) {
    return switch (parameter.domain()) {
      case Domain.Real _ -> "X";
      case Domain.Whole _ -> "N";
      case Domain.Flag _ -> "true|false";
      case Domain.Choice(List<String> names) -> String.join("|", names);
      case Domain.Steps _ -> "STEPS";
      case Domain.Text _ -> "TEXT";
      case Domain.File _ -> "FILE";
    };
  }

  private static String escaped(String sentence) {
    return sentence.replace("%", "%%");
  }

  @Override
  public Integer call() throws IOException {
    if (samples < 2 || samples > 10_000_000_000L) {
      throw new InputException(
          "--samples: expected a whole number from 2 to 10000000000, found " + samples);
    }
    RunCommand.checkThreads(threads);
    var problemEntry = entry("--problem", Problems.catalogue(), problem);
    var estimatorEntry = entry("--estimator", Estimators.catalogue(), estimator);
    Settings problemSettings = Settings.defaults(problemEntry.parameters());
    Settings estimatorSettings = Settings.defaults(estimatorEntry.parameters());
    for (Map.Entry<Parameter, String> given : given().entrySet()) {
      String key = given.getKey().key();
      if (problemSettings.has(key)) {
        problemSettings = set(problemSettings, key, given.getValue());
      } else if (estimatorSettings.has(key)) {
        estimatorSettings = set(estimatorSettings, key, given.getValue());
      } else {
        throw new InputException(
            option(given.getKey()) + ": neither " + problem + " nor " + estimator + " has it");
      }
    }
    Problem studied = problem(problemEntry, problemSettings);
    Estimator made = estimatorEntry.maker().apply(estimatorSettings);
    Estimator.demand(estimatorEntry.label(), made.requires(), studied.offers());
    try (Signals.Listening _ = terminal.listen()) {
      ProgressLine progress = new ProgressLine(terminal, "samples", samples);
      MomentsReport report = MomentsReport.compute(studied, made, samples, seed, threads, progress);
      if (report.samples() > 1) {
        report.write(terminal.out(), problem, problemSettings, estimator, estimatorSettings);
      }
      if (report.samples() < samples) {
        terminal
            .err()
            .println(
                "Stopped after "
                    + report.samples()
                    + " of "
                    + samples
                    + " samples. It cannot go on: ask again for all.");
      }
    }
    return Exit.DONE;
  }

  /// The parameters that the command line sets, with their texts.
  private Map<Parameter, String> given() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    Problems.catalogue().entries().forEach(e -> collect(e.parameters(), parameters));
    Estimators.catalogue().entries().forEach(e -> collect(e.parameters(), parameters));
    Map<Parameter, String> result = new LinkedHashMap<>();
    if (spec != null) {
      for (Parameter parameter : parameters.values()) {
        String text = spec.commandLine().getParseResult().matchedOptionValue(option(parameter), "");
        if (!text.isEmpty()) {
          result.put(parameter, text);
        }
      }
    }
    return result;
  }

  private static Problem problem(ProblemEntry entry, Settings settings) {
    Optional<Objection> objection = entry.check().apply(settings);
    if (objection.isPresent()) {
      throw new InputException("--" + objection.get().key() + ": " + objection.get().words());
    }
    Problem problem = entry.maker().apply(settings);
    if (problem.known() != null && problem.model().space() == Space.ROW) {
      return problem;
    }
    throw new InputException(
        "--problem: expected one whose rows' gradient is known, found \"" + entry.key() + "\"");
  }

  private static Settings set(Settings settings, String key, String text) {
    Parameter parameter = settings.parameter(key);
    try {
      return settings.with(key, parameter.parse(text));
    } catch (IllegalArgumentException e) {
      throw new InputException(option(parameter) + ": " + e.getMessage());
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
