package voidscope.estimator;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.network.Dual;
import voidscope.network.OuterProducts;
import voidscope.network.ScaledNetwork;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.simd.Elementwise;

/// LAX's surrogate (Grathwohl et al. 2018): a network that reads the continuous b itself, free,
/// c_φ(b) = net(b), or added to the objective, c_φ(b) = f(b) + net(b). The network's output scale
/// starts at zero, so LAX starts as REINFORCE or as reparameterization.
///
/// @param structured whether f is part of it
/// @param depth hidden layers
/// @param hidden units a hidden layer
/// @param activation of the hidden layers
public record DirectSurrogate(boolean structured, int depth, int hidden, Activation activation)
    implements Surrogate {

  @Override
  public Set<Capability> requires() {
    return structured
        ? Set.of(Capability.CONTINUOUS, Capability.DERIVATIVE)
        : Set.of(Capability.CONTINUOUS);
  }

  @Override
  public int evaluations() {
    return structured ? 1 : 0;
  }

  @Override
  public State init(Shape shape, RandomStream stream) {
    ScaledNetwork network = network(shape, 1);
    State state = new State.Layout().span(NETWORK, network.parameters(), true).allocate();
    network.initialize(state.values(), 0, stream);
    return state;
  }

  @Override
  public void retune(State state) {}

  @Override
  public Evaluation evaluation(Shape shape, Objective objective) {
    return new Direct(
        network(shape, shape.rows()),
        structured ? objective.dual(shape.rows()) : null,
        shape.rows());
  }

  private ScaledNetwork network(Shape shape, int rows) {
    return ScaledNetwork.of(
        shape.distribution().width(), shape.context(), depth, hidden, activation, rows);
  }

  private static final class Direct implements Evaluation {
    private final ScaledNetwork network;
    private final @Nullable Dual inner;
    private final float[] f;
    private final float[] gx;
    private final float[] gdx;

    Direct(ScaledNetwork network, @Nullable Dual inner, int rows) {
      this.network = network;
      this.inner = inner;
      f = new float[rows];
      int size = inner == null ? 0 : rows * network.width();
      gx = new float[size];
      gdx = new float[size];
    }

    @Override
    public int width() {
      return network.width();
    }

    @Override
    public void keep(OuterProducts products) {
      network.keep(products);
    }

    @Override
    public void bind(State state, float[] context) {
      network.bind(state.values(), 0, context);
    }

    @Override
    public void value(int n, float[] x, float[] y) {
      network.value(n, x, y);
      if (inner != null) {
        inner.value(n, x, f);
        Elementwise.add(n, f, y, y);
      }
    }

    @Override
    public void tangent(int n, float[] dx, float[] dy) {
      network.tangent(n, dx, dy);
      if (inner != null) {
        inner.tangent(n, dx, f);
        Elementwise.add(n, f, dy, dy);
      }
    }

    @Override
    public void reverse(
        int n,
        float[] alpha,
        float @Nullable [] beta,
        float @Nullable [] toX,
        float @Nullable [] toDx,
        float @Nullable [] gphi) {
      network.reverse(n, alpha, beta, toX, toDx, gphi);
      if (inner == null || (toX == null && toDx == null)) {
        return;
      }
      inner.reverse(n, alpha, beta, gx, beta == null ? null : gdx, null);
      int count = n * network.width();
      if (toX != null) {
        Elementwise.add(count, gx, toX, toX);
      }
      if (toDx != null && beta != null) {
        Elementwise.add(count, gdx, toDx, toDx);
      }
    }
  }
}
