package voidscope.experiment;

import org.jspecify.annotations.Nullable;
import voidscope.data.DataException;
import voidscope.estimator.Estimator;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.problem.Vae;
import voidscope.random.RandomStream;

/// Trains the networks of a [Vae]. Every estimator sees the same images in the same order and
/// begins with the same model.
final class VaeCourse implements Course {
  private final Vae vae;
  private final Estimator estimator;
  private Tuning tuning;
  private final long seed;
  private final Shape shape;
  private @Nullable VaeArtist artist;

  VaeCourse(Vae vae, Estimator estimator, Tuning tuning, long seed) {
    this.vae = vae;
    this.estimator = estimator;
    this.tuning = tuning;
    this.seed = seed;
    try {
      vae.load();
    } catch (DataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    shape = new Shape(vae.distribution(), tuning.batch(), estimator.samples(), vae.pixels());
  }

  /// Scratch for hundreds of rows is not to be made anew with every move of a slider.
  @Override
  public boolean tune(Tuning newTuning) {
    tuning = newTuning;
    return true;
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
  public State state(RandomStream stream) {
    return estimator.init(shape, stream);
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
  public Gallery gallery(Replica replica) {
    if (artist == null) {
      artist = new VaeArtist(vae);
    }
    return artist.gallery(replica);
  }

  @Override
  public Worker worker(int phi) {
    return new VaeWorker(vae, estimator, shape, this, RandomStream.of(seed, "images", 0), phi);
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
