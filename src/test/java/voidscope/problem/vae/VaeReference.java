package voidscope.problem.vae;

/// A discrete VAE in plain scalar code of double precision, on the model's own array.
final class VaeReference {
  final int layers;
  final int pixels;
  final int latents;
  final int depth;
  final int hidden;
  final double[] model;

  VaeReference(int layers, int pixels, int latents, int depth, int hidden, double[] model) {
    this.layers = layers;
    this.pixels = pixels;
    this.latents = latents;
    this.depth = depth;
    this.hidden = hidden;
    this.model = model;
  }

  static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private int units(int layer) {
    return layer == 0 ? pixels : latents;
  }

  int encoderAt(int layer) {
    int at = 0;
    for (int l = 0; l < layer; l++) {
      at += size(units(l), latents);
    }
    return at;
  }

  int decoderAt(int layer) {
    int at = encoderAt(layers);
    for (int l = 0; l < layer; l++) {
      at += size(latents, units(l));
    }
    return at;
  }

  private int size(int in, int out) {
    int count = 0;
    for (int layer = 0; layer <= depth; layer++) {
      int from = layer == 0 ? in : hidden;
      int to = layer == depth ? out : hidden;
      count += (from + 1) * to;
    }
    return count;
  }

  private double[] network(double[] x, int at, int out) {
    double[] before = x;
    int p = at;
    for (int layer = 0; layer <= depth; layer++) {
      int units = layer == depth ? out : hidden;
      double[] next = new double[units];
      for (int j = 0; j < units; j++) {
        double sum = model[p + before.length * units + j];
        for (int i = 0; i < before.length; i++) {
          sum += before[i] * model[p + i * units + j];
        }
        next[j] = layer == depth ? sum : Math.tanh(sum);
      }
      p += (before.length + 1) * units;
      before = next;
    }
    return before;
  }

  /// The logits of the first layer.
  double[] logits(double[] centred) {
    return network(centred, 0, latents);
  }

  /// The logits of the second layer.
  double[] further(double[] b) {
    return network(signs(b), encoderAt(1), latents);
  }

  private static double[] signs(double[] b) {
    double[] signs = new double[b.length];
    for (int d = 0; d < b.length; d++) {
      signs[d] = 2 * b[d] - 1;
    }
    return signs;
  }

  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /// A layer's part of f, log q(b|x) − log p(x|b), and − log p(b) of the last; θ in log q is given.
  double term(int layer, double[] x, double[] theta, double[] b) {
    double sum = 0;
    int prior = decoderAt(layers);
    for (int d = 0; d < latents; d++) {
      sum += b[d] * theta[d] - softplus(theta[d]);
      if (layer == layers - 1) {
        sum -= b[d] * model[prior + d] - softplus(model[prior + d]);
      }
    }
    double[] logits = network(signs(b), decoderAt(layer), units(layer));
    for (int i = 0; i < x.length; i++) {
      sum += softplus(logits[i]) - x[i] * logits[i];
    }
    return sum;
  }

  /// f of a VAE of one layer.
  double f(double[] x, double[] theta, double[] b) {
    return term(0, x, theta, b);
  }

  /// f of two layers, the second drawn by noise u: hard at λ = 0, else relaxed.
  double f(double[] x, double[] theta, double[] b, double[] u, double lambda) {
    double[] second = further(b);
    double[] b2 = new double[latents];
    for (int d = 0; d < latents; d++) {
      double z = second[d] + Math.log(u[d] / (1 - u[d]));
      b2[d] = lambda == 0 ? z > 0 ? 1 : 0 : sigmoid(z / lambda);
    }
    return term(0, x, theta, b) + term(1, b, second, b2);
  }

  /// Something of a sample.
  interface OfSample {
    double at(double[] b);
  }

  /// E over b ~ Bernoulli(σ(θ)) by enumeration.
  double expectation(double[] theta, OfSample of) {
    double[] b = new double[latents];
    double sum = 0;
    for (int code = 0; code < 1 << latents; code++) {
      double q = 1;
      for (int d = 0; d < latents; d++) {
        b[d] = code >> d & 1;
        q *= b[d] == 1 ? sigmoid(theta[d]) : sigmoid(-theta[d]);
      }
      sum += q * of.at(b);
    }
    return sum;
  }

  /// ∂/∂θ E f of a VAE of one layer.
  double[] gradient(double[] x, double[] theta) {
    double[] g = new double[latents];
    for (int d = 0; d < latents; d++) {
      int at = d;
      g[d] = expectation(theta, b -> f(x, theta, b) * (b[at] - sigmoid(theta[at])));
    }
    return g;
  }

  /// The two layers' gradients of the expectation of f: by the first layer's θ, and the mean over
  /// b₁ of that by the second's.
  double[][] gradients(double[] x, double[] theta) {
    double[][] g = new double[2][latents];
    for (int d = 0; d < latents; d++) {
      int at = d;
      g[0][d] =
          expectation(
              theta,
              b -> {
                double[] second = further(b);
                return (term(0, x, theta, b) + expectation(second, c -> term(1, b, second, c)))
                    * (b[at] - sigmoid(theta[at]));
              });
      g[1][d] =
          expectation(
              theta,
              b -> {
                double[] second = further(b);
                return expectation(
                    second, c -> term(1, b, second, c) * (c[at] - sigmoid(second[at])));
              });
    }
    return g;
  }

  /// ∂f/∂b of a VAE of one layer, by central differences.
  double[] slope(double[] x, double[] theta, double[] b) {
    double step = 1e-5;
    double[] slope = new double[latents];
    double[] moved = b.clone();
    for (int d = 0; d < latents; d++) {
      moved[d] = b[d] + step;
      double up = f(x, theta, moved);
      moved[d] = b[d] - step;
      slope[d] = (up - f(x, theta, moved)) / (2 * step);
      moved[d] = b[d];
    }
    return slope;
  }

  /// ∂f/∂b of a linear VAE of one layer, in closed form: differences take too long for integrals.
  double[] linearSlope(double[] x, double[] theta, double[] b) {
    double[] slope = new double[latents];
    int at = decoderAt(0);
    double[] logits = network(signs(b), at, pixels);
    for (int d = 0; d < latents; d++) {
      slope[d] = theta[d] - model[decoderAt(1) + d];
      for (int i = 0; i < pixels; i++) {
        slope[d] += 2 * model[at + d * pixels + i] * (sigmoid(logits[i]) - x[i]);
      }
    }
    return slope;
  }

  /// log p(x) of a VAE of one layer, by enumeration.
  double logLikelihood(double[] x) {
    double[] even = new double[latents];
    return Math.log(expectation(even, b -> Math.exp(-f(x, even, b))));
  }
}
