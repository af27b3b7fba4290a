package voidscope.problem.rl;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// A control variate c(x) of one number under a context, that learns nothing.
///
/// @param function c and its derivative by x
record FixedSurrogate(Function function) implements Surrogate {
  /// What it is.
  interface Function {
    double value(double x, float[] context, int row);

    double slope(double x, float[] context, int row);
  }

  @Override
  public Set<Capability> requires() {
    return Set.of();
  }

  @Override
  public int evaluations() {
    return 0;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    return new State.Layout().allocate();
  }

  @Override
  public void retune(State state) {}

  @Override
  public Evaluation evaluation(Shape shape, Objective objective) {
    return new Evaluation() {
      private float[] under = {};
      private float[] at = {};

      @Override
      public void bind(State state, float[] context) {
        under = context;
      }

      @Override
      public int width() {
        return 1;
      }

      @Override
      public void value(int n, float[] x, float[] y) {
        at = x;
        for (int i = 0; i < n; i++) {
          y[i] = (float) function.value(x[i], under, i);
        }
      }

      @Override
      public void tangent(int n, float[] dx, float[] dy) {
        throw new UnsupportedOperationException("it learns nothing");
      }

      @Override
      public void reverse(
          int n,
          float[] alpha,
          float @Nullable [] beta,
          float @Nullable [] gx,
          float @Nullable [] gdx,
          float @Nullable [] gphi) {
        for (int i = 0; gx != null && i < n; i++) {
          gx[i] = (float) (alpha[i] * function.slope(at[i], under, i));
        }
      }
    };
  }
}
