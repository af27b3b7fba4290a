package voidscope.experiment.measure;

import java.util.Arrays;
import voidscope.stat.KronrodRule;

/// Where an integral over one latent's noise on one side of its sample takes its values: panels
/// with a Kronrod rule each. Scratch of one thread, which grows to what is asked of it.
final class NoiseNodes {
  private double[] edges = new double[32];
  private int count;
  private int nodes;
  private float[] free = {};
  private float[] conditional = {};
  private double[] weights = {};
  private double[] coarse = {};

  /// What belongs to a point of the line.
  interface Line {
    /// Lays a node.
    ///
    /// @param nodes to be told its noise and density, see [#node]
    void at(double x, NoiseNodes nodes);
  }

  /// Tells what belongs to the node under way.
  ///
  /// @param u noise of the free sample
  /// @param v noise under which the conditional sample is there
  /// @param density on this side, which integrates to 1
  void node(double u, double v, double density) {
    free[nodes] = (float) u;
    conditional[nodes] = (float) v;
    weights[nodes] = density;
  }

  /// Forgets all edges.
  void clear() {
    count = 0;
  }

  /// Adds an edge between two panels, in any order; the least and the greatest are the ends.
  void edge(double x) {
    if (count == edges.length) {
      edges = Arrays.copyOf(edges, 2 * count);
    }
    edges[count++] = x;
  }

  /// Cuts every panel into equal parts and lays the nodes.
  void lay(int parts, Line line) {
    Arrays.sort(edges, 0, count);
    grow((count - 1) * parts * KronrodRule.ORDER);
    nodes = 0;
    for (int e = 0; e + 1 < count; e++) {
      double width = (edges[e + 1] - edges[e]) / parts;
      for (int part = 0; part < parts && width > 0; part++) {
        panel(edges[e] + (part + 0.5) * width, width / 2, line);
      }
    }
    normalise(weights);
    normalise(coarse);
  }

  private void panel(double centre, double half, Line line) {
    for (int i = 0; i < KronrodRule.ORDER; i++) {
      double x = centre + half * KronrodRule.node(i);
      line.at(x, this);
      double density = half * weights[nodes];
      weights[nodes] = density * KronrodRule.weight(i);
      coarse[nodes] = density * KronrodRule.gauss(i);
      nodes++;
    }
  }

  /// So that what does not vary has no variance at all.
  private void normalise(double[] shares) {
    double sum = 0;
    for (int i = 0; i < nodes; i++) {
      sum += shares[i];
    }
    for (int i = 0; i < nodes; i++) {
      shares[i] /= sum;
    }
  }

  private void grow(int size) {
    if (weights.length < size) {
      free = new float[size];
      conditional = new float[size];
      weights = new double[size];
      coarse = new double[size];
    }
  }

  /// Number of nodes.
  int count() {
    return nodes;
  }

  /// Signed noise of the free sample, by node.
  float[] free() {
    return free;
  }

  /// Signed noise of the conditional sample, by node.
  float[] conditional() {
    return conditional;
  }

  /// Weights, which sum to 1.
  double[] weights() {
    return weights;
  }

  /// Weights of the Gauss rule that is part of it, which sum to 1.
  double[] coarse() {
    return coarse;
  }
}
