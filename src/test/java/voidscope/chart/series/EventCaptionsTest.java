package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Up;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Event;

/// Captions of event lines.
class EventCaptionsTest {
  private static List<Figure.Event> captions(Event... events) {
    return captions(ChartView.plain(500), events);
  }

  private static List<Figure.Event> captions(ChartView view, Event... events) {
    Snapshot snapshot =
        Snapshots.snapshot(Snapshots.standard(events), Snapshots.track("relax", 10_000));
    return EventCaptions.of(snapshot, new RunAxis(snapshot, view));
  }

  @Test
  void of_saysSymbolOldAndNew() {
    assertEquals(
        List.of(
            new Figure.Event(1000, "t .499 → .45"),
            new Figure.Event(2000, "t .45 → .5"),
            new Figure.Event(3000, "α_θ .01 → .03")),
        captions(
            new Event(1000, "problem", "target", new Value.Real(0.45)),
            new Event(2000, "problem", "target", new Value.Real(0.5)),
            new Event(3000, "run", "theta-rate", new Value.Real(0.03))));
  }

  @Test
  void of_namesTheEstimator_whoseParameterChanged() {
    assertEquals(
        List.of(
            new Figure.Event(1000, "REBAR λ .5 → 2"),
            new Figure.Event(2000, "RELAX conditional noise independent → coupled"),
            new Figure.Event(3000, "REBAR tune η on → off")),
        captions(
            new Event(1000, "rebar", "temperature", new Value.Real(2)),
            new Event(2000, "relax", "noise", new Value.Choice("coupled")),
            new Event(3000, "rebar", "tune-eta", new Value.Flag(false))));
  }

  @Test
  void of_mergesWhatIsClose_firstOldToLastNew() {
    assertEquals(
        List.of(
            new Figure.Event(1000, "t .499 → .3, α_θ .01 → .1"),
            new Figure.Event(1101, "t .3 → .2")),
        captions(
            new Event(1000, "problem", "target", new Value.Real(0.45)),
            new Event(1030, "problem", "target", new Value.Real(0.4)),
            new Event(1060, "run", "theta-rate", new Value.Real(0.1)),
            new Event(1100, "problem", "target", new Value.Real(0.3)),
            new Event(1101, "problem", "target", new Value.Real(0.2))));
  }

  /// However long it lasts; so has one that changes several parameters at once.
  @Test
  void of_hasOneLine_forOneGesture() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(
          new Event(1000 + 100 * i, "problem", "target", new Value.Real(0.4 - 0.001 * i), 1000));
    }
    for (int i = 0; i < 20; i++) {
      events.add(
          new Event(8000 + 50 * i, "rebar", "temperature", new Value.Real(0.6 + 0.01 * i), 8000));
      events.add(
          new Event(8000 + 50 * i, "relax", "temperature", new Value.Real(0.6 + 0.01 * i), 8000));
    }
    events.add(new Event(9500, "problem", "target", new Value.Real(0.5)));
    assertEquals(
        List.of(
            new Figure.Event(1000, "t .499 → .341"),
            new Figure.Event(8000, "REBAR λ .5 → .79, RELAX λ .5 → .79"),
            new Figure.Event(9500, "t .341 → .5")),
        captions(events.toArray(Event[]::new)));
  }

  @Test
  void of_hasNoLine_whereNothingChangedInTheEnd() {
    assertEquals(
        List.of(),
        captions(
            new Event(1000, "problem", "target", new Value.Real(0.45)),
            new Event(1030, "problem", "target", new Value.Real(0.499)),
            new Event(5000, "run", "steps", new Value.Whole(20_000))));
  }

  @Test
  void of_givesAsManyDigitsAsTellThemApart() {
    assertEquals(
        List.of(new Figure.Event(1000, "t .499 → .49901")),
        captions(new Event(1000, "problem", "target", new Value.Real(0.49901))));
  }

  @Test
  void of_passesOverHiddenEstimators() {
    Event event = new Event(1000, "rebar", "temperature", new Value.Real(2));
    assertEquals(
        List.of(), captions(new ChartView(Set.of("rebar"), "", Abscissa.NOISE, 500), event));
  }

  @Test
  void of_standsAtAnEstimatorsPace_whereXCountsEvaluations() {
    Across across = new Across(AxisScale.LINEAR, Measure.EVALUATIONS, null);
    ChartView view = new ChartView(Set.of(), "relax", Abscissa.NOISE, 500, across, Up.PLAIN);
    Snapshot snapshot =
        Snapshots.snapshot(
            Snapshots.standard(new Event(1000, "problem", "target", new Value.Real(0.45))),
            Snapshots.evaluating(Snapshots.track("relax", 10_000), 3));
    assertEquals(
        List.of(new Figure.Event(3000, "t .499 → .45 at RELAX’s pace")),
        EventCaptions.of(snapshot, new RunAxis(snapshot, view)));
  }

  @Test
  void of_countsTheRest_whereManyChangeAtOnce() {
    assertEquals(
        List.of(new Figure.Event(10, "t .499 → .45, α_θ .01 → .1, α_φ .01 → .1, 1 more")),
        captions(
            new Event(10, "problem", "target", new Value.Real(0.45)),
            new Event(10, "run", "theta-rate", new Value.Real(0.1)),
            new Event(10, "run", "phi-rate", new Value.Real(0.1)),
            new Event(10, "rebar", "eta", new Value.Real(0))));
  }
}
