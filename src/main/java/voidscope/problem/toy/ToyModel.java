package voidscope.problem.toy;

import voidscope.estimator.Shape;
import voidscope.problem.Batch;
import voidscope.problem.Model;
import voidscope.problem.Space;
import voidscope.problem.Watch;
import voidscope.random.RandomStream;

/// θ of a [Toy], trained itself.
record ToyModel(Toy toy) implements Model {
  @Override
  public float[] initial(RandomStream stream) {
    return toy.initial();
  }

  @Override
  public int from(int site) {
    return site == 0 ? 0 : toy.distribution().parameters();
  }

  @Override
  public Shape shape(int site, int batch, int samples) {
    return new Shape(toy.distribution(), batch, samples, 0);
  }

  @Override
  public Batch batch(int batch, int samples, RandomStream data) {
    return new ToyBatch(shape(0, batch, samples), toy.objective(batch));
  }

  @Override
  public Watch watch() {
    return new ToyWatch(toy, new float[parameters()]);
  }

  @Override
  public Space space() {
    return Space.ROW;
  }

  @Override
  public boolean spreads() {
    return toy.spreads();
  }

  @SuppressWarnings("ArrayRecordComponent") // scratch
  private record ToyWatch(Toy toy, float[] scratch) implements Watch {
    @Override
    public void tell(float[] weights, long step, float[] out) {
      toy.quantities(weights, scratch, out);
    }

    @Override
    public float loss(float[] told) {
      throw new IllegalStateException("the loss of a toy is known");
    }
  }
}
