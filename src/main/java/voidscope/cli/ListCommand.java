package voidscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.RunParameters;
import voidscope.laboratory.Json;
import voidscope.objective.Capability;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Words;

/// Lists the catalogues.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints every problem, estimator, run parameter and chart as one JSON object,",
      "each parameter with key, symbol, range, scale, default and a sentence; of an estimator also",
      "the evaluations of f that one estimate takes at the default settings.",
      "These keys are what scenario files and the options of other commands are made from."
    })
final class ListCommand implements Callable<Integer> {
  private final Terminal terminal;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Json json = new Json(terminal.out())) {
      json.object(
          null,
          () -> {
            json.text("version", Version.NUMBER);
            json.array(
                "problems",
                () -> {
                  for (ProblemEntry entry : Problems.catalogue().entries()) {
                    json.object(null, () -> problem(json, entry));
                  }
                });
            json.array(
                "estimators",
                () -> {
                  for (EstimatorEntry entry : Estimators.catalogue().entries()) {
                    json.object(null, () -> estimator(json, entry));
                  }
                });
            parameters(json, "run", RunParameters.all());
            json.array(
                "charts",
                () -> {
                  for (ChartEntry entry : Charts.catalogue().entries()) {
                    json.object(null, () -> named(json, entry, entry.sentence()));
                  }
                });
          });
    }
    return Exit.DONE;
  }

  private static void named(Json json, Catalogue.Named entry, String sentence) throws IOException {
    json.text("key", entry.key());
    json.text("label", entry.label());
    json.text("sentence", sentence);
  }

  private static void problem(Json json, ProblemEntry entry) throws IOException {
    named(json, entry, entry.sentence());
    json.text("formula", entry.formula());
    parameters(json, "parameters", entry.parameters());
  }

  private static void estimator(Json json, EstimatorEntry entry) throws IOException {
    named(json, entry, entry.sentence());
    json.text("formula", entry.formula().text());
    json.flag("unbiased", entry.unbiased());
    Estimator standard = entry.standard();
    json.number("evaluations", standard.evaluations());
    json.array(
        "requires",
        () -> {
          for (Capability capability : entry.requires()) {
            json.text(null, capability.words());
          }
        });
    parameters(json, "parameters", entry.parameters());
  }

  private static void parameters(Json json, String key, List<Parameter> parameters)
      throws IOException {
    json.array(
        key,
        () -> {
          for (Parameter parameter : parameters) {
            json.object(null, () -> parameter(json, parameter));
          }
        });
  }

  private static void parameter(Json json, Parameter parameter) throws IOException {
    json.text("key", parameter.key());
    json.text("symbol", parameter.symbol());
    json.text("label", parameter.label());
    json.text("unit", parameter.unit());
    json.text("kind", kind(parameter.domain()));
    if (parameter.domain() instanceof Domain.Range range) {
      json.number("minimum", range.minimum());
      json.number("maximum", range.maximum());
      json.text("scale", Words.of(range.scale()));
    }
    json.value("default", parameter, parameter.initial());
    switch (parameter.domain()) {
      case Domain.Choice(List<String> names) -> choices(json, names);
      case Domain.File(List<String> names) -> choices(json, names);
      case Domain.Steps(int most) -> json.number("most", most);
      case Domain.Text(int most) -> json.number("letters", most);
      case Domain.Range _, Domain.Flag _ -> {}
    }
    json.flag("live", parameter.live());
    json.text("sentence", parameter.sentence());
  }

  private static String kind(Domain domain) {
    return switch (domain) {
      case Domain.Real _ -> "real";
      case Domain.Whole _ -> "integer";
      case Domain.Flag _ -> "flag";
      case Domain.Choice _ -> "choice";
      case Domain.Steps _ -> "steps";
      case Domain.Text _ -> "text";
      case Domain.File _ -> "file";
    };
  }

  private static void choices(Json json, List<String> names) throws IOException {
    json.array(
        "choices",
        () -> {
          for (String name : names) {
            json.text(null, name);
          }
        });
  }
}
