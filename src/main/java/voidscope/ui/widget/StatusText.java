package voidscope.ui.widget;

import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.text.Count;

/// What the status line says.
public final class StatusText {
  private StatusText() {}

  /// Where the run stands.
  public static String step(Snapshot snapshot, double budget) {
    String state =
        switch (snapshot.state()) {
          case RUNNING -> "";
          case PAUSED -> " · paused";
          case FINISHED -> " · finished";
        };
    return "step " + Count.grouped(snapshot.step()) + " of " + Count.grouped((long) budget) + state;
  }

  /// How fast it goes, and whether all is well.
  public static String of(Snapshot snapshot, double fps) {
    Snapshot.Rates rates = snapshot.rates();
    long lost = snapshot.tracks().stream().filter(StatusText::lost).count();
    return Count.text(rates.steps())
        + " steps/s · "
        + Count.text(rates.samples())
        + " samples/s · "
        + rates.threads()
        + (rates.threads() == 1 ? " thread · " : " threads · ")
        + Math.round(fps)
        + " fps · NaN "
        + lost;
  }

  private static boolean lost(Track track) {
    return track.failure() != null
        || (track.theta().middle().length() > 0 && Double.isNaN(track.theta().middle().newest()));
  }
}
