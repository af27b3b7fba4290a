package voidscope.experiment.scenario;

/// A live change: from `step` on, a parameter has a new value.
///
/// @param step number of steps done before the change holds
/// @param scope [Scenario#PROBLEM], [Scenario#RUN] or the key of an estimator
/// @param key the parameter's key
/// @param value its new value
public record Event(long step, String scope, String key, double value) {}
