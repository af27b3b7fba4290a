package voidscope.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The values of an ordered list of parameters. Immutable; every parameter has a valid value.
public final class Settings {
  private final List<Parameter> parameters;
  private final Map<String, Value> values;

  private Settings(List<Parameter> parameters, Map<String, Value> values) {
    this.parameters = parameters;
    this.values = values;
  }

  /// Every parameter at its default.
  public static Settings defaults(List<Parameter> parameters) {
    Map<String, Value> values = new LinkedHashMap<>();
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
  /// @throws IllegalArgumentException if the key is unknown or the value not allowed
  public Settings with(String key, Value value) {
    Parameter parameter = parameter(key);
    if (!parameter.domain().accepts(value)) {
      throw new IllegalArgumentException(
          key + ": expected " + parameter.domain().expectation() + ", found " + value);
    }
    Map<String, Value> changed = new LinkedHashMap<>(values);
    changed.put(key, value);
    return new Settings(parameters, changed);
  }

  /// The same settings with one number changed.
  ///
  /// @throws IllegalArgumentException if the key is unknown or no number's, or the number out of
  ///   range
  public Settings with(String key, double number) {
    Domain domain = parameter(key).range();
    Value value = domain.read(number);
    if (value == null) {
      throw new IllegalArgumentException(
          key + ": expected " + domain.expectation() + ", found " + number);
    }
    return with(key, value);
  }

  /// The value of a key.
  public Value value(String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

  /// The value as a number.
  public double real(String key) {
    return Domain.number(value(key));
  }

  /// The value as a whole number of at most 31 bits.
  public int integer(String key) {
    return (int) whole(key);
  }

  /// The value as a whole number.
  public long whole(String key) {
    return ((Value.Whole) value(key)).number();
  }

  /// The value as yes or no.
  public boolean flag(String key) {
    return ((Value.Flag) value(key)).on();
  }

  /// The value as text: a chosen name, a text, a file's path.
  public String text(String key) {
    return parameter(key).format(value(key));
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
