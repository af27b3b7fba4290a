package voidscope.chart.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import voidscope.catalogue.Value;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.ChartView;
import voidscope.chart.look.Presets;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.Charts;
import voidscope.chart.series.FigureDress;
import voidscope.chart.series.Snapshots;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;

/// Origins made by hand.
public final class Origins {
  static final CarriedView VIEW =
      new CarriedView(
          "loss", new ChartView(Set.of("rebar", "exact"), "relax", Abscissa.RELAXED, 1));

  private Origins() {}

  /// The standard race with an event, at step 7.
  public static Origin standard() {
    return Origin.of(snapshot(), Charts.catalogue().get(VIEW.chart()), VIEW.view());
  }

  private static Snapshot snapshot() {
    return Snapshots.snapshot(
        named(Snapshots.standard(new Event(3, Scenario.PROBLEM, "target", new Value.Real(.25)))),
        Snapshots.track("relax", 7));
  }

  /// Writes the chart of that race.
  static void write(FigureFormat format, Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    ExportOrder order =
        new ExportOrder(
            List.of(Charts.catalogue().get(VIEW.chart())),
            List.of(format),
            List.of(Presets.catalogue().get("beamer")),
            false,
            false,
            FigureDress.PLAIN,
            new Motion(2, 1),
            folder,
            "written");
    Path written =
        order.write(new Page.Run(snapshot(), chart -> VIEW.view(), null)).files().getFirst();
    Files.move(written, file);
  }

  /// The same with a name that not every encoding holds.
  private static Scenario named(Scenario scenario) {
    return scenario.withEstimators(
        scenario.estimators().stream()
            .map(each -> each.id().equals("relax") ? each.called("λ ≈ ½, “é” \"\\\"") : each)
            .toList());
  }
}
