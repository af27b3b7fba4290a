package voidscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimators;
import voidscope.problem.catalogue.Problems;

/// An option for every parameter of every problem and estimator, made from the catalogues.
final class ParameterOptions {
  private static final Map<String, String> NAMES = Map.of(Problems.LOGIT.key(), "theta");

  private ParameterOptions() {}

  /// Adds them to a command.
  static void add(CommandSpec spec) {
    for (Parameter parameter : all()) {
      spec.addOption(
          OptionSpec.builder(name(parameter))
              .type(String.class)
              .paramLabel(label(parameter))
              .description(escaped(parameter.sentence()))
              .build());
    }
  }

  private static List<Parameter> all() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    Problems.catalogue().entries().forEach(e -> collect(e.parameters(), parameters));
    Estimators.catalogue().entries().forEach(e -> collect(e.parameters(), parameters));
    return List.copyOf(parameters.values());
  }

  private static void collect(List<Parameter> from, Map<String, Parameter> into) {
    from.forEach(parameter -> into.putIfAbsent(parameter.key(), parameter));
  }

  /// The option of a parameter.
  static String name(Parameter parameter) {
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

  /// The parameters that the command line sets, with their texts.
  static Map<Parameter, String> given(CommandSpec spec) {
    Map<Parameter, String> result = new LinkedHashMap<>();
    for (Parameter parameter : all()) {
      String text = spec.commandLine().getParseResult().matchedOptionValue(name(parameter), "");
      if (!text.isEmpty()) {
        result.put(parameter, text);
      }
    }
    return result;
  }

  /// What is said of a parameter that neither has.
  static InputException stranger(Parameter parameter, String problem, String estimator) {
    return new InputException(
        name(parameter) + ": neither " + problem + " nor " + estimator + " has it");
  }

  /// The value that a text says.
  ///
  /// @param parameter as the problem or estimator has it
  /// @throws InputException naming the option if it is none
  static Value parse(Parameter parameter, String text) {
    try {
      return parameter.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InputException(name(parameter) + ": " + e.getMessage());
    }
  }

  /// Settings with a value that a text says.
  ///
  /// @throws InputException naming the option if it is none
  static Settings set(Settings settings, String key, String text) {
    Parameter parameter = settings.parameter(key);
    try {
      return settings.with(key, parse(parameter, text));
    } catch (IllegalArgumentException e) {
      throw new InputException(name(parameter) + ": " + e.getMessage());
    }
  }
}
