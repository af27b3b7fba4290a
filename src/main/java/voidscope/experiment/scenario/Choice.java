package voidscope.experiment.scenario;

import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;

/// A problem or an estimator taken from its catalogue, with the values of its parameters.
///
/// @param key its key in the catalogue
/// @param settings its parameters' values
public record Choice(String key, Settings settings) {
  /// The same with one value changed.
  ///
  /// @throws IllegalArgumentException if the key is unknown or the value out of range
  public Choice with(String parameter, Value value) {
    return new Choice(key, settings.with(parameter, value));
  }

  /// The same with one number changed.
  ///
  /// @throws IllegalArgumentException if the key is unknown or the number out of range
  public Choice with(String parameter, double number) {
    return new Choice(key, settings.with(parameter, number));
  }
}
