package voidscope.experiment.training;

import java.util.List;
import java.util.stream.IntStream;
import voidscope.random.RandomStream;

/// All chance of one purpose of a replica.
///
/// @param sites the latents' noise, a stream a site
/// @param world what happens outside of the latents, such as in an environment
public record Chance(List<RandomStream> sites, RandomStream world) {
  /// The streams of a purpose.
  ///
  /// @param stream of the replica's noise
  /// @param world of its worlds
  /// @param purpose such as `training`
  public static Chance of(RandomStream stream, RandomStream world, String purpose, int sites) {
    return new Chance(
        IntStream.range(0, sites)
            .mapToObj(site -> stream.child(purpose + (site == 0 ? "" : " " + (site + 1))))
            .toList(),
        world.child(purpose + " world"));
  }
}
