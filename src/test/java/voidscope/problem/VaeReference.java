package voidscope.problem;

/// A discrete VAE in plain scalar code of double precision, on the model's own array.
final class VaeReference {
  final int pixels;
  final int latents;
  final int depth;
  final int hidden;
  final double[] model;

  VaeReference(int pixels, int latents, int depth, int hidden, double[] model) {
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

  /// Where the decoder begins.
  int decoderAt() {
    return size(pixels, latents);
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

  double[] logits(double[] centred) {
    return network(centred, 0, latents);
  }

  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /// f(b) = log q(b|x) − log p(b) − log p(x|b), θ in log q being held.
  double f(double[] x, double[] theta, double[] b) {
    double[] input = new double[latents];
    double sum = 0;
    int prior = decoderAt() + size(latents, pixels);
    for (int d = 0; d < latents; d++) {
      input[d] = 2 * b[d] - 1;
      sum += b[d] * theta[d] - softplus(theta[d]);
      sum -= b[d] * model[prior + d] - softplus(model[prior + d]);
    }
    double[] logits = network(input, decoderAt(), pixels);
    for (int i = 0; i < pixels; i++) {
      sum += softplus(logits[i]) - x[i] * logits[i];
    }
    return sum;
  }

  /// E f′(b)·p(1−p) by enumeration, what the straight-through estimator gives on average; f′ by
  /// central differences.
  double[] straightThrough(double[] x, double[] theta) {
    double step = 1e-5;
    double[] g = new double[latents];
    double[] b = new double[latents];
    for (int code = 0; code < 1 << latents; code++) {
      double q = 1;
      for (int d = 0; d < latents; d++) {
        b[d] = code >> d & 1;
        double p = 1 / (1 + Math.exp(-theta[d]));
        q *= b[d] == 1 ? p : 1 - p;
      }
      for (int d = 0; d < latents; d++) {
        double at = b[d];
        b[d] = at + step;
        double up = f(x, theta, b);
        b[d] = at - step;
        double down = f(x, theta, b);
        b[d] = at;
        double p = 1 / (1 + Math.exp(-theta[d]));
        g[d] += q * (up - down) / (2 * step) * p * (1 - p);
      }
    }
    return g;
  }

  /// log p(x) by enumeration.
  double logLikelihood(double[] x) {
    double[] b = new double[latents];
    double sum = 0;
    for (int code = 0; code < 1 << latents; code++) {
      for (int d = 0; d < latents; d++) {
        b[d] = code >> d & 1;
      }
      sum += Math.exp(-f(x, new double[latents], b) - latents * Math.log(2));
    }
    return Math.log(sum);
  }

  /// ∂/∂θ E f by enumeration.
  double[] gradient(double[] x, double[] theta) {
    double[] g = new double[latents];
    double[] b = new double[latents];
    for (int code = 0; code < 1 << latents; code++) {
      double q = 1;
      for (int d = 0; d < latents; d++) {
        b[d] = code >> d & 1;
        double p = 1 / (1 + Math.exp(-theta[d]));
        q *= b[d] == 1 ? p : 1 - p;
      }
      double f = f(x, theta, b);
      for (int d = 0; d < latents; d++) {
        g[d] += q * f * (b[d] - 1 / (1 + Math.exp(-theta[d])));
      }
    }
    return g;
  }
}
