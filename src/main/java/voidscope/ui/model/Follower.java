package voidscope.ui.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.data.ImageSet;
import voidscope.data.Lighting;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.text.Count;

/// What is known of the run: its newest picture, unless another run has been asked for since.
public final class Follower {
  private final Set<String> reported = new HashSet<>();
  private Lighting.@Nullable Remark remarked;
  private @Nullable Snapshot newest;
  private long awaited;

  Follower() {}

  /// Waits for another run.
  void leave() {
    awaited = newest == null ? 0 : newest.generation() + 1;
    reported.clear();
  }

  /// Waits for the generation that was asked for last, and for none before it.
  void await(long generation) {
    awaited = generation;
  }

  /// Whether another run has been asked for than the one of the newest picture.
  boolean waits() {
    return newest != null && newest.generation() < awaited;
  }

  /// No longer waits for another run, as it does not come.
  ///
  /// @param under the newest picture of the run that goes on
  void stay(Snapshot under) {
    newest = under;
    awaited = under.generation();
  }

  /// Takes a picture, unless it is of a run that has been left behind.
  ///
  /// @return whether it is new
  @SuppressWarnings("ReferenceEquality") // a new picture of the run is a new object
  boolean accept(Snapshot fresh) {
    if (fresh.generation() < awaited || fresh == newest) {
      return false;
    }
    newest = fresh;
    awaited = fresh.generation();
    return true;
  }

  /// The newest picture of the run, or null before the first.
  public @Nullable Snapshot newest() {
    return newest;
  }

  /// The newest picture, unless another run has been asked for since.
  public @Nullable Snapshot current() {
    return waits() ? null : newest;
  }

  /// An estimator's part of the newest picture, or null.
  public @Nullable Track track(String id) {
    return newest == null
        ? null
        : newest.tracks().stream().filter(t -> t.id().equals(id)).findFirst().orElse(null);
  }

  /// What an estimator has tuned a value to, layer by layer of latents; empty if unknown.
  List<Double> tuned(String id, String parameter) {
    Track track = track(id);
    return track == null ? List.of() : track.tuned().all(parameter);
  }

  /// What the user is to know of the newest picture and has not been told.
  Optional<Message> news() {
    Snapshot fresh = newest;
    if (fresh == null) {
      return Optional.empty();
    }
    Optional<Message> remark = remark(fresh.images());
    for (Track track : fresh.tracks()) {
      Track.Failure failure = track.failure();
      if (failure != null && reported.add(track.id())) {
        return Optional.of(
            new Message(
                Message.Kind.WARNING,
                track.label() + " stopped at step " + Count.grouped(failure.step()),
                failure.message() + " The others run on; a lower learning rate may help.",
                Message.Remedy.NONE));
      }
    }
    return remark;
  }

  /// What is to be known of a VAE's images, once until others are learned.
  private Optional<Message> remark(@Nullable ImageSet images) {
    Lighting.Remark remark = images == null ? null : images.remark();
    boolean told = remark == null || remark.equals(remarked);
    remarked = remark;
    return told || remark == null
        ? Optional.empty()
        : Optional.of(
            new Message(
                remark.doubtful() ? Message.Kind.WARNING : Message.Kind.SUCCESS,
                remark.found(),
                remark.consequence(),
                Message.Remedy.NONE));
  }
}
