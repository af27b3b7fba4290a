package voidscope.chart.export;

import java.util.Set;
import voidscope.catalogue.Value;
import voidscope.chart.figure.ChartView;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.Charts;
import voidscope.chart.series.Snapshots;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;

/// Origins made by hand.
public final class Origins {
  static final CarriedView VIEW =
      new CarriedView("loss", new ChartView(Set.of("rebar", "exact"), "relax", true, 1));

  private Origins() {}

  /// The standard race with an event, at step 7.
  public static Origin standard() {
    return Origin.of(
        Snapshots.snapshot(
            named(
                Snapshots.standard(new Event(3, Scenario.PROBLEM, "target", new Value.Real(.25)))),
            Snapshots.track("relax", 7)),
        Charts.catalogue().get(VIEW.chart()),
        VIEW.view());
  }

  /// The same with a name that not every encoding holds.
  private static Scenario named(Scenario scenario) {
    return scenario.withEstimators(
        scenario.estimators().stream()
            .map(each -> each.id().equals("relax") ? each.called("λ ≈ ½, “é” \"\\\"") : each)
            .toList());
  }
}
