package voidscope.estimator;

import java.util.List;
import java.util.Set;
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
/// @param requires what it needs of the objective whatever its settings
/// @param parameters what can be set
/// @param maker makes the estimator from their values
public record EstimatorEntry(
    String key,
    String label,
    String formula,
    String sentence,
    Set<Capability> requires,
    List<Parameter> parameters,
    Function<Settings, Estimator> maker)
    implements Catalogue.Named {
  /// The estimator of the settings' defaults, which answers for what no setting changes.
  public Estimator standard() {
    return maker.apply(Settings.defaults(parameters));
  }

  /// Whether E ĝ is the exact gradient.
  public boolean unbiased() {
    return standard().unbiased();
  }
}
