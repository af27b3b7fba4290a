package voidscope.problem;

import voidscope.random.RandomStream;

/// What there is to be seen of a problem whose batches are episodes. Immutable; callable from any
/// thread.
public interface Stage {
  /// Steps of an episode at most.
  int limit();

  /// The mean return of 100 episodes at which it counts as solved; NaN where none is set.
  double solved();

  /// Plays an episode of training again.
  ///
  /// @param which of them it is
  /// @param note as [Batch#note] wrote it
  /// @param world the chance that its batch was started with
  Episode replay(Episode.Which which, EpisodeNote note, RandomStream world);
}
