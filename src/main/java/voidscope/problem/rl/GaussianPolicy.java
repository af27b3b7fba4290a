package voidscope.problem.rl;

import java.util.List;
import voidscope.distribution.Draw;
import voidscope.distribution.Gaussian;
import voidscope.distribution.Pathwise;
import voidscope.network.Perceptron;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// A network that puts out the mean of a real action, whose log σ is the last of the numbers that
/// are trained: the same wherever one is.
///
/// @param inputs numbers of an observation
/// @param layers hidden layers; 0 is linear
/// @param units of each hidden layer
/// @param first all numbers at step 0; empty where they are drawn, with log σ = 0
record GaussianPolicy(int inputs, int layers, int units, Activation activation, List<Double> first)
    implements Policy {
  @Override
  public Pathwise distribution() {
    return new Gaussian(1);
  }

  @Override
  public int parameters() {
    return Perceptron.parameters(inputs, layers, units, 1) + 1;
  }

  private Perceptron network(int rows) {
    return new Perceptron(inputs, layers, units, 1, activation, rows);
  }

  @Override
  public void initialize(float[] to, RandomStream stream) {
    if (first.isEmpty()) {
      network(1).initialize(to, 0, stream);
      to[parameters() - 1] = 0;
    }
    for (int i = 0; i < first.size(); i++) {
      to[i] = first.get(i).floatValue();
    }
  }

  @Override
  public double action(float[] b, int row) {
    return b[row];
  }

  @Override
  public double density(Draw draw, int row) {
    double mean = draw.theta()[2 * row];
    double deviation = Math.exp(draw.theta()[2 * row + 1]);
    double away = (draw.b()[0][row] - mean) / deviation;
    return Math.exp(-away * away / 2) / (deviation * Math.sqrt(2 * Math.PI));
  }

  /// H = log σ and a constant.
  @Override
  public void entropy(Draw draw, float weight, float[] g) {
    for (int row = 0; row < draw.n(); row++) {
      g[2 * row] = 0;
      g[2 * row + 1] = -weight;
    }
  }

  @Override
  public double divergence(int n, float[] of, float[] from) {
    double sum = 0;
    for (int at = 0; at < 2 * n; at += 2) {
      double away = (double) of[at] - from[at];
      double narrower = (double) of[at + 1] - from[at + 1];
      double precision = Math.exp(-2.0 * from[at + 1]);
      sum += (Math.exp(2 * narrower) + away * away * precision - 1) / 2 - narrower;
    }
    return sum / n;
  }

  @Override
  public Passes passes(int rows) {
    return new Means(network(rows), rows, parameters() - 1);
  }

  private static final class Means implements Passes {
    private final Perceptron network;
    private final int deviationAt;
    private final float[] theta;
    private final float[] tangent;
    private final float[] gMean;
    private float[] bound = {};

    Means(Perceptron network, int rows, int deviationAt) {
      this.network = network;
      this.deviationAt = deviationAt;
      theta = new float[2 * rows];
      tangent = new float[2 * rows];
      gMean = new float[rows];
    }

    @Override
    public void bind(float[] weights) {
      bound = weights;
      network.bind(weights, 0);
    }

    @Override
    public float[] value(int n, float[] observed) {
      return fill(n, network.value(n, observed), bound[deviationAt], theta);
    }

    @Override
    public float[] along(int n, float[] direction) {
      return fill(n, network.along(n, direction, 0), direction[deviationAt], tangent);
    }

    private static float[] fill(int n, float[] means, float deviation, float[] to) {
      for (int row = 0; row < n; row++) {
        to[2 * row] = means[row];
        to[2 * row + 1] = deviation;
      }
      return to;
    }

    @Override
    public void reverse(int n, float[] g, float[] gradient) {
      float sum = 0;
      for (int row = 0; row < n; row++) {
        gMean[row] = g[2 * row];
        sum += g[2 * row + 1];
      }
      network.reverse(n, gMean, null, null, null, gradient, 0);
      gradient[deviationAt] += sum;
    }
  }
}
