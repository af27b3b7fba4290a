package voidscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.experiment.run.Standing;
import voidscope.laboratory.EpisodeMomentsReport;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.problem.catalogue.Problems;

/// Which weights of a checkpoint are asked for. What is said of problem, estimator and parameters
/// beside it must be what the checkpoint says.
///
/// @param file the checkpoint
/// @param problem its key, or null
/// @param estimator its key, or null
/// @param contender label or id, or null for the only one of the estimator
/// @param replicate from 1, or null for the first
/// @param given parameters, with their texts
record CheckpointWeights(
    Path file,
    @Nullable String problem,
    @Nullable String estimator,
    @Nullable String contender,
    @Nullable Integer replicate,
    Map<Parameter, String> given) {

  /// Opens it.
  ///
  /// @throws OpeningException if it cannot be opened
  /// @throws InputException if it is no checkpoint of episodes, or of another problem than is said
  Opening.OfCheckpoint open() throws OpeningException {
    Opening opening = RunInput.open(file);
    if (!(opening instanceof Opening.OfCheckpoint checkpoint)) {
      throw new InputException(file + ": expected a checkpoint, found another kind of file");
    }
    String found = opening.scenario().problem().key();
    if (!Problems.episodic(opening.scenario().problem().settings())) {
      throw new InputException(
          "--from: " + file + ": expected the run of a problem of episodes, found " + found);
    }
    if (problem != null && !problem.equals(found)) {
      throw contradiction("--problem", found, problem);
    }
    return checkpoint;
  }

  private InputException contradiction(String option, String expected, String found) {
    return new InputException(
        option + ": expected " + expected + ", as in " + file + ", found " + found);
  }

  /// The replicate that is meant.
  ///
  /// @param standings of the checkpoint's contenders, one or more
  /// @throws InputException naming the option that does not fit
  EpisodeMomentsReport.Origin origin(List<Standing> standings) {
    Standing standing = standing(standings);
    check(standing);
    int count = standing.replicates().size();
    int wanted = replicate == null ? 1 : replicate;
    if (wanted < 1 || wanted > count) {
      throw new InputException(
          "--replicate: expected a whole number from 1 to "
              + count
              + ", of the replicates in "
              + file
              + ", found "
              + wanted);
    }
    for (float weight : standing.replicates().get(wanted - 1).weights()) {
      if (!Float.isFinite(weight)) {
        throw new InputException(
            file
                + ": expected finite weights of "
                + standing.label()
                + ", found others at step "
                + standing.step()
                + ": it has diverged");
      }
    }
    return new EpisodeMomentsReport.Origin(file, standing, wanted);
  }

  private Standing standing(List<Standing> all) {
    List<Standing> kind =
        all.stream()
            .filter(one -> estimator == null || one.entrant().kind().equals(estimator))
            .toList();
    if (kind.isEmpty()) {
      String kinds =
          all.stream()
              .map(one -> one.entrant().kind())
              .distinct()
              .collect(Collectors.joining(" or "));
      throw contradiction("--estimator", kinds, "" + estimator);
    }
    List<Standing> named = contender == null ? kind : named(kind, contender);
    if (named.size() == 1) {
      return named.getFirst();
    }
    String labels =
        kind.stream().map(one -> quoted(one.label())).collect(Collectors.joining(" or "))
            + (estimator == null ? "" : " with --estimator " + estimator);
    throw contradiction("--contender", labels, contender == null ? "none" : quoted(contender));
  }

  private static String quoted(String label) {
    return "\"" + label + "\"";
  }

  private static List<Standing> named(List<Standing> all, String name) {
    List<Standing> labelled = all.stream().filter(one -> one.label().equals(name)).toList();
    return labelled.isEmpty()
        ? all.stream().filter(one -> one.entrant().id().equals(name)).toList()
        : labelled;
  }

  /// Refuses a parameter that has another value in the checkpoint.
  private void check(Standing standing) {
    Settings problemSettings = standing.choice().settings();
    Settings estimatorSettings = standing.entrant().settings();
    given.forEach(
        (parameter, text) -> {
          String key = parameter.key();
          if (!problemSettings.has(key) && !estimatorSettings.has(key)) {
            throw ParameterOptions.stranger(
                parameter, standing.choice().key(), standing.entrant().kind());
          }
          Settings owner = problemSettings.has(key) ? problemSettings : estimatorSettings;
          Parameter own = owner.parameter(key);
          Value value = ParameterOptions.parse(own, text);
          if (!value.equals(owner.value(key))) {
            throw contradiction(ParameterOptions.name(own), owner.text(key), text);
          }
        });
  }
}
