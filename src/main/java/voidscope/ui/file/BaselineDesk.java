package voidscope.ui.file;

import java.util.Objects;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import voidscope.chart.series.Baseline;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.text.Count;
import voidscope.thread.Errands;
import voidscope.thread.ThreadTeam;
import voidscope.ui.board.ChartBoard;
import voidscope.ui.model.Follower;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;

/// Lays another run under the present one, and takes it away. For the window's thread.
public final class BaselineDesk {
  private final ChartBoard board;
  private final Follower follower;
  private final Messages messages;

  public BaselineDesk(ChartBoard board, Follower follower, Messages messages) {
    this.board = board;
    this.follower = follower;
    this.messages = messages;
  }

  /// Lays the run as it is now under what follows, or takes away what lies there.
  ///
  /// @param name what the run is called
  public void toggle(String name) {
    Snapshot now = follower.current();
    if (board.baseline() != null) {
      lay(null);
    } else if (now != null) {
      lay(new Baseline(name + " @ " + Count.grouped(now.step()), now));
    }
  }

  /// Lays a run under the charts that was saved; what it holds is read aside.
  ///
  /// @param name what it is called
  public void lay(String name, Checkpoint checkpoint) {
    Errands.begin(
        "baseline",
        () -> {
          try (ThreadTeam team = new ThreadTeam(1)) {
            Baseline baseline = new Baseline(name, checkpoint.experiment(team).snapshot());
            Platform.runLater(() -> lay(baseline));
          } catch (ScenarioException e) {
            failed(Objects.requireNonNullElseGet(e.getMessage(), e::toString));
          }
        },
        this::failed);
  }

  private void failed(String why) {
    Platform.runLater(() -> messages.tell(Message.failure("It cannot lie under this run", why)));
  }

  private void lay(@Nullable Baseline baseline) {
    board.baseline(baseline);
    messages.tell(
        baseline == null
            ? Message.success("No run lies under this one any more", "")
            : Message.success(
                "“" + baseline.name() + "” lies under the charts, faint",
                "Shift+B takes it away."));
  }
}
