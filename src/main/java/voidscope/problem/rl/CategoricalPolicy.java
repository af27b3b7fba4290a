package voidscope.problem.rl;

import voidscope.distribution.Categorical;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.network.Perceptron;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// A network that puts out a logit of each of several actions.
///
/// @param inputs numbers of an observation
/// @param layers hidden layers; 0 is linear
/// @param units of each hidden layer
/// @param actions at least 2
record CategoricalPolicy(int inputs, int layers, int units, Activation activation, int actions)
    implements Policy {
  @Override
  public Pathwise distribution() {
    return new Categorical(1, actions);
  }

  @Override
  public int parameters() {
    return Perceptron.parameters(inputs, layers, units, actions);
  }

  private Perceptron network(int rows) {
    return new Perceptron(inputs, layers, units, actions, activation, rows);
  }

  @Override
  public void initialize(float[] to, RandomStream stream) {
    network(1).initialize(to, 0, stream);
  }

  @Override
  public double action(float[] b, int row) {
    int at = row * actions;
    int chosen = 0;
    while (chosen + 1 < actions && b[at + chosen] == 0) {
      chosen++;
    }
    return chosen;
  }

  @Override
  public double density(Draw draw, int row) {
    float[] theta = draw.theta();
    int chosen = row * actions + (int) action(draw.b()[0], row);
    double sum = 0;
    for (int j = row * actions; j < (row + 1) * actions; j++) {
      sum += Math.exp((double) theta[j] - theta[chosen]);
    }
    return 1 / sum;
  }

  /// ∂H/∂θⱼ = −pⱼ(log pⱼ + H).
  @Override
  public void entropy(Draw draw, float weight, float[] g) {
    float[] theta = draw.theta();
    for (int row = 0; row < draw.n(); row++) {
      int from = row * actions;
      int to = from + actions;
      double most = most(theta, from);
      double sum = 0;
      double moment = 0;
      for (int j = from; j < to; j++) {
        double share = Math.exp(theta[j] - most);
        sum += share;
        moment += share * (theta[j] - most);
      }
      // log pⱼ + H = (θⱼ − max) − E(θ − max).
      for (int j = from; j < to; j++) {
        double above = theta[j] - most;
        g[j] = (float) (weight * Math.exp(above) / sum * (above - moment / sum));
      }
    }
  }

  @Override
  public double divergence(int n, float[] of, float[] from) {
    double sum = 0;
    for (int at = 0; at < n * actions; at += actions) {
      double most = most(of, at);
      double otherMost = most(from, at);
      double weight = 0;
      double otherWeight = 0;
      double shift = 0;
      for (int j = at; j < at + actions; j++) {
        double share = Math.exp(of[j] - most);
        weight += share;
        otherWeight += Math.exp(from[j] - otherMost);
        shift += share * (of[j] - most - from[j] + otherMost);
      }
      sum += shift / weight - Math.log(weight) + Math.log(otherWeight);
    }
    return sum / n;
  }

  /// The greatest logit of a row.
  private double most(float[] theta, int from) {
    double most = Double.NEGATIVE_INFINITY;
    for (int j = from; j < from + actions; j++) {
      most = Math.max(most, theta[j]);
    }
    return most;
  }

  @Override
  public Passes passes(int rows) {
    return new Logits(network(rows));
  }

  private record Logits(Perceptron network) implements Passes {
    @Override
    public void bind(float[] weights) {
      network.bind(weights, 0);
    }

    @Override
    public float[] value(int n, float[] observed) {
      return network.value(n, observed);
    }

    @Override
    public float[] along(int n, float[] direction) {
      return network.along(n, direction, 0);
    }

    @Override
    public void reverse(int n, float[] g, float[] gradient) {
      network.reverse(n, g, null, null, null, gradient, 0);
    }
  }
}
