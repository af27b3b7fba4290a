package voidscope.experiment.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.data.ImageSet;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.Quantity;

/// An immutable picture of a run, published at most once a burst of steps.
///
/// @param generation ascends with every run that is begun or gone back to, as the engine counts
///   what is asked of it; pictures of an older generation are out of date
/// @param scenario what is running, with the live changes so far
/// @param state whether it is running
/// @param tracks one per contender, in the scenario's order
/// @param rates how fast it goes
/// @param quantities what is followed, as the tracks have it
/// @param parameters by how many numbers the gradient is taken whose variance is told
/// @param optimum the least expected loss of the problem as it is now, or NaN where it is unknown
/// @param images what is learned, or null where there are none
public record Snapshot(
    long generation,
    Scenario scenario,
    State state,
    List<Track> tracks,
    Rates rates,
    List<Quantity> quantities,
    int parameters,
    double optimum,
    @Nullable ImageSet images) {

  /// Whether there will be more to see if the run is looked at again where it stands.
  public boolean refines() {
    return tracks.stream().anyMatch(Snapshot::refines);
  }

  private static boolean refines(Track track) {
    Track.SurrogateCurve curve = track.curve();
    Track.BestCurve best = curve == null ? null : curve.best();
    Sweep sweep = track.exhibit(Sweep.class);
    PolicyFloor floor = track.exhibit(PolicyFloor.class);
    PolicyMap map = track.exhibit(PolicyMap.class);
    PolicyMap.Advantage advantage = map == null ? null : map.advantage();
    return (best != null && !best.fine())
        || (map != null && (advantage == null || !advantage.newest()))
        || (sweep != null && !sweep.fine())
        || (floor != null && !floor.newest());
  }

  /// A picture of a toy's run.
  public Snapshot(
      long generation,
      Scenario scenario,
      State state,
      List<Track> tracks,
      Rates rates,
      List<Quantity> quantities,
      int parameters,
      double optimum) {
    this(generation, scenario, state, tracks, rates, quantities, parameters, optimum, null);
  }

  /// Whether a run is under way.
  public enum State {
    /// Steps are being computed.
    RUNNING,
    /// It waits for the user.
    PAUSED,
    /// The step budget is used up, or every contender has failed.
    FINISHED
  }

  /// How fast a run goes, over about the last second.
  ///
  /// @param steps steps a second that the run goes on, with all its estimators and replicates
  /// @param samples gradient samples a second, of all of them, in training and in measurements
  /// @param threads threads that compute
  public record Rates(double steps, double samples, int threads) {}

  /// The same picture in another state.
  public Snapshot in(State other) {
    return new Snapshot(
        generation, scenario, other, tracks, rates, quantities, parameters, optimum, images);
  }

  /// The values that hold at the greatest step that a contender has reached, without events: in a
  /// replay not those that are still to come.
  public Scenario values() {
    return scenario.at(head());
  }

  /// The greatest step that a contender has reached.
  public long head() {
    return tracks.stream().mapToLong(Track::step).max().orElse(0);
  }

  /// The step that the contenders have reached; the least of those still running.
  public long step() {
    return tracks.stream()
        .filter(track -> track.failure() == null)
        .mapToLong(Track::step)
        .min()
        .orElse(head());
  }
}
