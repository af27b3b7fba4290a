package voidscope.experiment;

/// Runs a scenario on a compute thread of its own. Every method may be called from any thread and
/// returns at once; changes hold from the next step.
@SuppressWarnings("DoNotCallSuggester")
public final class Runner implements AutoCloseable {

  /// Prepares a run, paused at step 0.
  ///
  /// @param scenario what to run
  /// @param threads threads that compute, the compute thread included
  public Runner(Scenario scenario, int threads) {
    throw new UnsupportedOperationException();
  }

  /// Asks for other values in the run under way: live parameters that differ are changed from the
  /// next step on and recorded as events; estimators that are new join and catch up, those that are
  /// missing leave. Differences that need a restart are passed over. The newest request wins.
  ///
  /// @param wanted the values that are to hold; its events are passed over
  public void submit(Scenario wanted) {
    throw new UnsupportedOperationException();
  }

  /// Begins a new generation, with the scenario's own events. Keeps running if it ran.
  public void restart(Scenario scenario) {
    throw new UnsupportedOperationException();
  }

  /// Lets the run go on.
  public void run() {
    throw new UnsupportedOperationException();
  }

  /// Halts the run at the next step's end.
  public void pause() {
    throw new UnsupportedOperationException();
  }

  /// Goes on for some steps and pauses.
  public void step(long count) {
    throw new UnsupportedOperationException();
  }

  /// Limits the speed.
  ///
  /// @param stepsPerSecond training steps a second, or infinity for as fast as possible
  public void speed(double stepsPerSecond) {
    throw new UnsupportedOperationException();
  }

  /// The newest picture of the run.
  public Snapshot poll() {
    throw new UnsupportedOperationException();
  }

  /// Stops computing and joins the compute thread.
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
