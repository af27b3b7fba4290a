package voidscope.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voidscope.cli.Exit;
import voidscope.experiment.record.Clock;
import voidscope.experiment.record.MarkLog;
import voidscope.experiment.record.MeasurementLog;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Quantity;

/// The exit code of a run.
class HeadlessRunTest {
  private static HeadlessRun run(Track.Failure... failure) {
    Series.View empty = new Series(1024, 1).view();
    Track.Band band = new Track.Band(empty, null, null);
    Track track =
        new Track(
            Scenarios.estimator("relax"),
            "RELAX",
            7,
            List.of(band),
            band,
            band,
            null,
            new Track.ExactPoints(0, new double[0], new double[0]),
            null,
            List.of(),
            new Track.Tuned(List.of(Map.of())),
            new Track.Cost(1, 0, Clock.START),
            failure.length == 0 ? null : failure[0]);
    Snapshot snapshot =
        new Snapshot(
            0,
            Scenarios.standard(),
            Snapshot.State.FINISHED,
            List.of(track),
            new Snapshot.Rates(0, 0, 1),
            Quantity.each(List.of("θ")),
            1,
            0);
    return new HeadlessRun(snapshot, new MarkLog(), new MeasurementLog(), 1, 0, null);
  }

  @Test
  void exit_isThree_onlyWhereAnEstimatorDiverged() {
    assertEquals(0, Exit.of(run()));
    assertEquals(3, Exit.of(run(new Track.Failure(7, "θ is not finite"))));
  }
}
