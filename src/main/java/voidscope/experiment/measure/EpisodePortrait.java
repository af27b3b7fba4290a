package voidscope.experiment.measure;

import org.jspecify.annotations.Nullable;
import voidscope.experiment.training.EpisodeLog;
import voidscope.experiment.training.Replica;
import voidscope.problem.Episode;
import voidscope.problem.EpisodeNote;
import voidscope.problem.Exhibit;
import voidscope.problem.Stage;

/// Plays an episode of a replica's training again. Draws no number of its own, so looking changes
/// no result. Scratch of one thread.
public final class EpisodePortrait {
  private final Stage stage;
  private @Nullable Episode shown;

  public EpisodePortrait(Stage stage) {
    this.stage = stage;
  }

  /// The episode, the same object as long as it is the same.
  ///
  /// @param detail [which][Episode.Which]; the newest where that is not said
  /// @param tail steps that everyone who goes on has done: the newest is the one that all have
  /// @return null where there is none yet
  public @Nullable Episode episode(Replica replica, Exhibit.@Nullable Detail detail, long tail) {
    Episode.Which which = detail instanceof Episode.Which said ? said : Episode.Which.NEWEST;
    EpisodeLog log = replica.episodes;
    EpisodeNote note = log == null ? null : log.find(which, tail);
    if (note == null) {
      return null;
    }
    Episode before = shown;
    if (before != null && before.number() == note.step + 1 && before.which() == which) {
      return before;
    }
    Episode episode = stage.replay(which, note, replica.training.world());
    shown = episode;
    return episode;
  }
}
