package voidscope.estimator;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Relaxation;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Elementwise;
import voidscope.simd.Reduce;

/// REBAR's control variate c(z) = η·f(σ(z/λ)) (Tucker et al. 2017), φ = (log λ, η).
///
/// @param temperature λ, initial where it is tuned
/// @param tuneTemperature whether λ follows the variance gradient
/// @param scale η, initial where it is tuned
/// @param tuneScale whether η follows the variance gradient
public record RelaxedObjective(
    double temperature, boolean tuneTemperature, double scale, boolean tuneScale)
    implements Surrogate {

  @Override
  public Set<Capability> requires() {
    return Set.of(Capability.DISCRETE, Capability.DERIVATIVE);
  }

  @Override
  public int evaluations() {
    return 1;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    State state =
        new State.Layout()
            .span(TEMPERATURE, 1, tuneTemperature)
            .span(SCALE, 1, tuneScale)
            .allocate();
    state.values()[0] = (float) Math.log(temperature);
    state.values()[1] = (float) scale;
    return state;
  }

  @Override
  public void retune(State state) {
    state.train(TEMPERATURE, tuneTemperature);
    state.train(SCALE, tuneScale);
    if (!tuneTemperature) {
      state.values()[state.at(TEMPERATURE)] = (float) Math.log(temperature);
    }
    if (!tuneScale) {
      state.values()[state.at(SCALE)] = (float) scale;
    }
  }

  @Override
  public Evaluation evaluation(Shape shape, Objective objective) {
    return new Scaled(shape, objective.dual(shape.rows()));
  }

  private static final class Scaled implements Evaluation {
    private final Dual inner;
    private final int width;
    private final Relaxation relaxed;
    private final float[] f;
    private final float[] df;
    private final float[] alphaScaled;
    private final float[] betaScaled;
    private final float[] gy;
    private final float[] gdy;
    private final float[] spare;
    private float eta = 1;

    Scaled(Shape shape, Dual inner) {
      this.inner = inner;
      width = shape.distribution().width();
      int rows = shape.rows();
      relaxed = shape.relaxable().relaxation(rows);
      f = new float[rows];
      df = new float[rows];
      alphaScaled = new float[rows];
      betaScaled = new float[rows];
      gy = new float[rows * width];
      gdy = new float[rows * width];
      spare = new float[rows * width];
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public void bind(State state, float[] context) {
      relaxed.temperature(state.values()[0]);
      eta = state.values()[1];
    }

    @Override
    public void value(int n, float[] x, float[] y) {
      inner.value(n, relaxed.value(n, x), f);
      Elementwise.scale(n, eta, f, y);
    }

    @Override
    public void tangent(int n, float[] dx, float[] dy) {
      inner.tangent(n, relaxed.tangent(n, dx), df);
      Elementwise.scale(n, eta, df, dy);
    }

    @Override
    public void reverse(
        int n,
        float[] alpha,
        float @Nullable [] beta,
        float @Nullable [] gx,
        float @Nullable [] gdx,
        float @Nullable [] gphi) {
      Elementwise.scale(n, eta, alpha, alphaScaled);
      float[] toZ = gx == null ? spare : gx;
      float byLambda;
      float byEta = 0;
      if (beta == null) {
        inner.reverse(n, alphaScaled, null, gy, null, null);
        byLambda = relaxed.reverse(n, gy, toZ);
      } else {
        Elementwise.scale(n, eta, beta, betaScaled);
        inner.reverse(n, alphaScaled, betaScaled, gy, gdy, null);
        byLambda = relaxed.reverse(n, gy, gdy, toZ, gdx == null ? gdy : gdx);
        byEta = Reduce.dot(n, beta, df);
      }
      if (gphi != null) {
        gphi[0] += byLambda;
        gphi[1] += byEta + Reduce.dot(n, alpha, f);
      }
    }
  }
}
