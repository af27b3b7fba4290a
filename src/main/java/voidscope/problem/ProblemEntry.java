package voidscope.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;

/// One line of the catalogue of problems.
///
/// @param key its name in scenario files and on the command line
/// @param label its name on the screen
/// @param formula the objective in one line
/// @param sentence what it is, in one sentence
/// @param parameters what can be set
/// @param maker makes the problem from their values
/// @param titles what charts call what they show of it
/// @param run values of the run's parameters, by their keys, that suit it better than the defaults
/// @param estimators the same of estimators' parameters, by the estimators' keys
/// @param check what is wrong with values that are each valid, such as a formula's text
public record ProblemEntry(
    String key,
    String label,
    String formula,
    String sentence,
    List<Parameter> parameters,
    Function<Settings, Problem> maker,
    Titles titles,
    Map<String, Value> run,
    Map<String, Map<String, Value>> estimators,
    Function<Settings, Optional<Objection>> check)
    implements Catalogue.Named {

  /// A toy.
  public ProblemEntry(
      String key,
      String label,
      String formula,
      String sentence,
      List<Parameter> parameters,
      Function<Settings, Problem> maker) {
    this(key, label, formula, sentence, parameters, maker, Titles.TOY, Map.of(), Map.of());
  }

  /// One whose values need no check beside their own.
  public ProblemEntry(
      String key,
      String label,
      String formula,
      String sentence,
      List<Parameter> parameters,
      Function<Settings, Problem> maker,
      Titles titles,
      Map<String, Value> run,
      Map<String, Map<String, Value>> estimators) {
    this(
        key,
        label,
        formula,
        sentence,
        parameters,
        maker,
        titles,
        run,
        estimators,
        settings -> Optional.empty());
  }

  /// The same with a check of its values.
  public ProblemEntry checked(Function<Settings, Optional<Objection>> newCheck) {
    return new ProblemEntry(
        key, label, formula, sentence, parameters, maker, titles, run, estimators, newCheck);
  }

  /// The same with another column for the first quantity, where it is not θ.
  public ProblemEntry withColumn(String column) {
    return new ProblemEntry(
        key,
        label,
        formula,
        sentence,
        parameters,
        maker,
        new Titles(titles.followed, titles.loss, titles.lossAxis, titles.file, column),
        run,
        estimators,
        check);
  }

  /// What charts and tables call what they show.
  ///
  /// @param followed title over the quantities that are followed
  /// @param loss title over the loss
  /// @param lossAxis label of its axis
  /// @param file name of the first quantity's table
  /// @param column name of the first quantity in it
  public record Titles(String followed, String loss, String lossAxis, String file, String column) {
    private static final Titles TOY =
        new Titles("Parameters θ", "Expected loss", "E f(b)", "theta", "theta");
    public static final Titles VAE =
        new Titles("Progress", "Training loss", "−ELBO of the batch", "elbo", "validation_elbo");
    public static final Titles EPISODE =
        new Titles("Return", "Loss of an episode", "−Σ γᵗrₜ of the batch", "return", "return");
  }
}
