package voidscope.experiment.run;

import voidscope.experiment.record.Snapshot;

/// Rates over about the last second, as an exponential average. Used by the compute thread.
final class RateMeter {
  private static final double MEMORY = 0.5;

  private double steps;
  private double samples;
  private double seconds;
  private long last = System.nanoTime();

  /// Adds what a burst did.
  ///
  /// @param doneSteps steps that all contenders have gone on together
  /// @param doneSamples gradient samples, of all contenders and replicates
  void accept(double doneSteps, double doneSamples, long nanos) {
    long now = System.nanoTime();
    double passed = Math.max(nanos, now - last) * 1e-9;
    last = now;
    double keep = Math.exp(-passed / MEMORY);
    steps = steps * keep + doneSteps;
    samples = samples * keep + doneSamples;
    seconds = seconds * keep + passed;
  }

  /// Forgets: nothing is running.
  void pause() {
    steps = 0;
    samples = 0;
    seconds = 0;
    last = System.nanoTime();
  }

  Snapshot.Rates rates(int threads) {
    return seconds > 0
        ? new Snapshot.Rates(steps / seconds, samples / seconds, threads)
        : new Snapshot.Rates(0, 0, threads);
  }
}
