package voidscope.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The values of an ordered list of parameters. Immutable; every parameter has a valid value.
public final class Settings {
  private final List<Parameter> parameters;
  private final Map<String, Double> values;

  private Settings(List<Parameter> parameters, Map<String, Double> values) {
    this.parameters = parameters;
    this.values = values;
  }

  /// Every parameter at its default.
  public static Settings defaults(List<Parameter> parameters) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      values.put(parameter.key(), parameter.initial());
    }
    return new Settings(List.copyOf(parameters), values);
  }

  /// The parameters, in order.
  public List<Parameter> parameters() {
    return parameters;
  }

  /// Whether there is a parameter of this key.
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /// The parameter of a key.
  ///
  /// @throws IllegalArgumentException if there is none
  public Parameter parameter(String key) {
    return parameters.stream()
        .filter(p -> p.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown parameter \""
                        + key
                        + "\"; known are "
                        + String.join(", ", values.keySet())));
  }

  /// The same settings with one value changed.
  ///
  /// @throws IllegalArgumentException if the key is unknown or the value out of range
  public Settings with(String key, double value) {
    Parameter parameter = parameter(key);
    if (!parameter.accepts(value)) {
      throw new IllegalArgumentException(
          key + ": expected " + parameter.expectation() + ", found " + value);
    }
    Map<String, Double> changed = new LinkedHashMap<>(values);
    changed.put(key, value + 0.0); // −0 becomes 0: files write both alike
    return new Settings(parameters, changed);
  }

  /// The value as a number.
  public double real(String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

  /// The value as a whole number.
  public int integer(String key) {
    return (int) real(key);
  }

  /// The value as yes or no.
  public boolean flag(String key) {
    return real(key) != 0;
  }

  /// The name of the chosen alternative, or the path of the chosen file.
  public String choice(String key) {
    return parameter(key).format(real(key));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings
        && parameters.equals(settings.parameters)
        && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parameters, values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
