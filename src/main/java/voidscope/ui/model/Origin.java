package voidscope.ui.model;

import voidscope.experiment.scenario.Scenario;

/// Where what is set has come from. Immutable.
///
/// @param name what it is called
/// @param scenario as it was opened or saved
/// @param clean what was set then, with what has followed by itself since
public record Origin(String name, Scenario scenario, Draft clean) {
  /// The same where what is set has followed by itself.
  Origin with(Draft followed) {
    return new Origin(name, scenario, followed);
  }
}
