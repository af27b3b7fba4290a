package voidscope.chart;

import java.util.Set;
import voidscope.experiment.Event;
import voidscope.experiment.Scenario;

/// Origins made by hand.
final class Origins {
  static final CarriedView VIEW =
      new CarriedView("loss", new ChartView(Set.of("rebar", "exact"), "relax", true, 1));

  private Origins() {}

  /// The standard race with an event, at step 7.
  static Origin standard() {
    return Origin.of(
        Snapshots.snapshot(
            Snapshots.standard(new Event(3, Scenario.PROBLEM, "target", .25)),
            Snapshots.track("relax", 7)),
        Charts.catalogue().get(VIEW.chart()),
        VIEW.view());
  }
}
