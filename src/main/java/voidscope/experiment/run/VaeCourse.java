package voidscope.experiment.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.data.DataException;
import voidscope.estimator.Estimator;
import voidscope.estimator.State;
import voidscope.experiment.record.Track;
import voidscope.experiment.training.GradientTrail;
import voidscope.experiment.training.Replica;
import voidscope.experiment.training.Tuning;
import voidscope.experiment.training.VaePass;
import voidscope.problem.vae.Gallery;
import voidscope.problem.vae.LatentEdit;
import voidscope.problem.vae.Vae;
import voidscope.problem.vae.VaeArtist;
import voidscope.random.RandomStream;
import voidscope.simd.WarmUp;
import voidscope.thread.Recall;

/// Trains the networks of a [Vae]. Every estimator sees the same images in the same order and
/// begins with the same model.
final class VaeCourse implements Course {
  private final Vae vae;
  private final Estimator estimator;
  private Tuning tuning;
  private final long seed;
  private final Recall recall;
  private @Nullable VaeArtist artist;

  VaeCourse(Vae vae, Estimator estimator, Tuning tuning, long seed, Recall recall) {
    this.recall = recall;
    this.vae = vae;
    this.estimator = estimator;
    this.tuning = tuning;
    this.seed = seed;
    WarmUp.begin(0);
    try {
      vae.load();
    } catch (DataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// Scratch for hundreds of rows is not to be made anew with every move of a slider.
  @Override
  public boolean tune(Tuning newTuning) {
    tuning = newTuning;
    return true;
  }

  Recall recall() {
    return recall;
  }

  /// The values that hold now; written between bursts only.
  Tuning tuning() {
    return tuning;
  }

  @Override
  public float[] initial(long runSeed, int replicate) {
    return vae.initial(RandomStream.of(runSeed, "model", replicate));
  }

  @Override
  public List<State> states(RandomStream stream) {
    List<State> states = new ArrayList<>();
    for (int l = 0; l < vae.layers(); l++) {
      RandomStream own = l == 0 ? stream : stream.child("layer " + (l + 1));
      states.add(estimator.init(VaePass.shape(vae, estimator, l, tuning.batch()), own));
    }
    return List.copyOf(states);
  }

  @Override
  public GradientTrail trail() {
    return new GradientTrail(vae);
  }

  @Override
  public int followed() {
    return vae.quantities().size();
  }

  @Override
  public int spacing() {
    return tuning.every();
  }

  @Override
  public boolean spreads() {
    return false;
  }

  @Override
  public boolean controlled() {
    return false;
  }

  @Override
  public int batch() {
    return tuning.batch();
  }

  @Override
  public Gallery gallery(Replica replica, @Nullable LatentEdit edit) {
    if (artist == null) {
      artist = new VaeArtist(vae);
    }
    return artist.gallery(replica.theta, edit);
  }

  @Override
  public Worker worker(List<State> like) {
    return new VaeWorker(vae, estimator, this, RandomStream.of(seed, "images", 0), like);
  }

  @Override
  public Track.@Nullable SurrogateCurve curve(Replica replica) {
    return null;
  }

  @Override
  public Track.@Nullable GradientSample sample(Replica replica) {
    return null;
  }
}
