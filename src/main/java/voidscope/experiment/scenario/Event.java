package voidscope.experiment.scenario;

import voidscope.catalogue.Value;

/// A live change: from `step` on, a parameter has a new value.
///
/// What one gesture of a hand changes, such as the drag of a slider, has in common the step at
/// which the gesture began; charts tell it as one change.
///
/// @param step number of steps done before the change holds
/// @param scope [Scenario#PROBLEM], [Scenario#RUN] or the key of an estimator
/// @param key the parameter's key
/// @param value its new value
/// @param since the step at which its gesture began, not after `step`
public record Event(long step, String scope, String key, Value value, long since) {
  /// Checks the steps.
  ///
  /// @throws IllegalArgumentException if the gesture began after the change
  public Event {
    if (since > step) {
      throw new IllegalArgumentException("a change at " + step + " began at " + since);
    }
  }

  /// A change that begins a gesture.
  public Event(long step, String scope, String key, Value value) {
    this(step, scope, key, value, step);
  }

  /// Whether it changes the same parameter as another.
  public boolean concerns(Event other) {
    return scope.equals(other.scope) && key.equals(other.key);
  }
}
