package voidscope.chart;

import voidscope.experiment.Event;
import voidscope.experiment.Scenario;

/// Origins made by hand.
final class Origins {
  private Origins() {}

  /// The standard race with an event, at step 7.
  static Origin standard() {
    return Origin.of(
        Snapshots.snapshot(
            Snapshots.standard(new Event(3, Scenario.PROBLEM, "target", .25)),
            Snapshots.track("relax", 7)));
  }
}
