package voidscope.problem.rl;

import org.jspecify.annotations.Nullable;
import voidscope.problem.Plane;
import voidscope.problem.Scenery;

/// A world in which one acts step by step. All chance is handed in: uniform numbers in the open
/// interval (0, 1), of which [#start] takes [#startChance] and every [#step] takes [#stepChance].
/// It belongs to one thread; nothing but making one allocates.
public interface World {
  /// How many actions there are to choose from; 0 where an action is a real number.
  int actions();

  /// Numbers of an observation.
  int observations();

  /// What an observed number is divided by where observations are scaled: about its greatest
  /// absolute value.
  default double scale(int observation) {
    return 1;
  }

  /// Uniform numbers that a start takes.
  default int startChance() {
    return 0;
  }

  /// Uniform numbers that a step takes.
  default int stepChance() {
    return 0;
  }

  /// Steps after which an episode is ended where the world has not ended it. The world itself does
  /// not count them.
  int limit();

  /// Seconds that a step lasts; 0 where time has no unit.
  default double period() {
    return 0;
  }

  /// The mean return of 100 episodes at which it counts as solved; NaN where none is set.
  default double solved() {
    return Double.NaN;
  }

  /// The observed numbers over which maps are drawn; null where there are none.
  default @Nullable Plane plane() {
    return null;
  }

  /// Begins an episode.
  ///
  /// @param u of which [#startChance] numbers are read from `at` on
  void start(float[] u, int at);

  /// Acts.
  ///
  /// @param action its number from 0, or the real number that it is
  /// @param u of which [#stepChance] numbers are read from `at` on
  /// @return the reward
  double step(double action, float[] u, int at);

  /// Writes what is observed now.
  ///
  /// @param to [#observations] numbers from `at` on, overwritten
  void observe(float[] to, int at);

  /// Whether the world has ended the episode.
  boolean over();

  /// What it looks like.
  Scenery scenery();

  /// Numbers of a pose.
  int poses();

  /// Writes what a picture of it needs, in the world's own units.
  ///
  /// @param to [#poses] numbers from `at` on, overwritten
  void pose(float[] to, int at);

  /// Numbers of its state.
  int state();

  /// Writes its state.
  ///
  /// @param to [#state] numbers from `at` on, overwritten
  void save(double[] to, int at);

  /// Takes over a state; the episode goes on from there.
  ///
  /// @param from [#state] numbers from `at` on
  void restore(double[] from, int at);
}
