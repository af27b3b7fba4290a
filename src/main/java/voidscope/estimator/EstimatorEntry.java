package voidscope.estimator;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.objective.Capability;

/// One line of the catalogue of estimators.
///
/// @param key its name in scenario files and on the command line
/// @param label its name on the screen
/// @param formula the estimate ĝ in one line
/// @param sentence what it is, in one sentence
/// @param place how prominent it is on the screen
/// @param parameters what can be set
/// @param maker makes the estimator from their values
public record EstimatorEntry(
    String key,
    String label,
    EstimateFormula formula,
    String sentence,
    Place place,
    List<Parameter> parameters,
    Function<Settings, Estimator> maker)
    implements Catalogue.Named {
  /// How prominent an estimator is on the screen.
  public enum Place {
    /// Takes part from the start, wherever it can run.
    LECTURE,
    /// Listed beside those.
    BESIDE,
    /// Folded away until it takes part or is asked for.
    FURTHER
  }

  /// The estimate ĝ in one line at some values of the parameters.
  public EstimateFormula formula(Settings settings) {
    Parameter critic = EstimatorParameters.CRITIC;
    boolean criticised = parameters.contains(critic) && settings.flag(critic.key());
    return criticised ? formula.criticised() : formula;
  }

  /// The estimator of the settings' defaults, which answers for what no setting changes.
  public Estimator standard() {
    return maker.apply(Settings.defaults(parameters));
  }

  /// What it needs of the objective at the settings' defaults; others may need more.
  ///
  /// @return in the order of the capabilities
  public SortedSet<Capability> requires() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(standard().requires()));
  }

  /// Whether E ĝ is the exact gradient.
  public boolean unbiased() {
    return standard().unbiased();
  }
}
