package voidscope.experiment.run;

import java.util.Arrays;
import java.util.SplittableRandom;

/// RELAX on one Bernoulli latent in plain scalar Java, one sample at a time: what the benchmarks
/// compare the program with. The surrogate is s·(a·tanh(w·x + b) + c), x = 2σ(z/λ) − 1.
final class ScalarRelax {
  private static final int H = 10;
  private static final int SIZE = 3 * H + 3;
  private static final int LAMBDA = 3 * H + 2;

  private final SplittableRandom random = new SplittableRandom(1);
  private final double target = 0.499;
  private final double[] phi = new double[SIZE];
  private final double[] gphi = new double[SIZE];
  private final double[] m = new double[SIZE + 1];
  private final double[] v = new double[SIZE + 1];
  private final double[] h = new double[H];
  private double theta;
  private long t;
  private double value;
  private double slope;
  private double z;
  private double zt;
  private double jacobian;
  private double score;
  private double f;

  ScalarRelax() {
    for (int i = 0; i < 2 * H; i++) {
      phi[i] = random.nextDouble() - 0.5;
    }
    phi[LAMBDA - 1] = 0.3;
    phi[LAMBDA] = Math.log(0.5);
  }

  private void evaluate(double at) {
    double k = Math.exp(-phi[LAMBDA]);
    double y = 1 / (1 + Math.exp(-at * k));
    double x = 2 * y - 1;
    double sum = phi[3 * H];
    double by = 0;
    for (int j = 0; j < H; j++) {
      h[j] = Math.tanh(phi[j] * x + phi[2 * H + j]);
      sum += phi[H + j] * h[j];
      by += phi[H + j] * (1 - h[j] * h[j]) * phi[j];
    }
    value = phi[LAMBDA - 1] * sum;
    slope = phi[LAMBDA - 1] * by * 2 * k * y * (1 - y);
  }

  /// One gradient sample.
  double sample() {
    double p = 1 / (1 + Math.exp(-theta));
    double u = random.nextDouble();
    double w = random.nextDouble();
    z = theta + Math.log(u / (1 - u));
    boolean one = z > 0;
    double inner = one ? 1 - p + w * p : w * (1 - p);
    double outer = one ? p * (1 - w) : 1 - inner;
    zt = theta + Math.log(inner / outer);
    jacobian = one ? p * w / inner : (1 - p) * (1 - w) / outer;
    double b = one ? 1 : 0;
    f = (b - target) * (b - target);
    score = b - p;
    evaluate(z);
    double free = slope;
    evaluate(zt);
    return (f - value) * score + free - slope * jacobian;
  }

  /// One training step.
  double step() {
    double g = sample();
    Arrays.fill(gphi, 0);
    double r = 2 * g;
    accumulate(z, 0, r);
    accumulate(zt, -r * score, -r * jacobian);
    t++;
    double c1 = 1 / (1 - Math.pow(0.9, t));
    double c2 = 1 / (1 - Math.pow(0.999, t));
    for (int i = 0; i < SIZE; i++) {
      phi[i] -= adam(i, gphi[i], c1, c2);
    }
    theta -= adam(SIZE, g, c1, c2);
    return theta;
  }

  private double adam(int i, double g, double c1, double c2) {
    m[i] = 0.9 * m[i] + 0.1 * g;
    v[i] = 0.999 * v[i] + 0.001 * g * g;
    return 0.01 * m[i] * c1 / (Math.sqrt(v[i] * c2) + 1e-8);
  }

  /// Adds the gradient by φ of α·c + β·∂c/∂z at a point.
  private void accumulate(double at, double alpha, double beta) {
    double k = Math.exp(-phi[LAMBDA]);
    double y = 1 / (1 + Math.exp(-at * k));
    double x = 2 * y - 1;
    double s = phi[LAMBDA - 1];
    double dx = 2 * k * y * (1 - y);
    double sum = phi[3 * H];
    double dsum = 0;
    double gx = 0;
    double gdx = 0;
    for (int j = 0; j < H; j++) {
      double a = phi[H + j];
      double hidden = Math.tanh(phi[j] * x + phi[2 * H + j]);
      double d = 1 - hidden * hidden;
      double dh = d * phi[j] * dx;
      sum += a * hidden;
      dsum += a * dh;
      gphi[H + j] += s * (alpha * hidden + beta * dh);
      double ga = s * a * (alpha * d - 2 * beta * hidden * d * phi[j] * dx);
      double gda = s * a * beta * d;
      gphi[j] += ga * x + gda * dx;
      gphi[2 * H + j] += ga;
      gx += ga * phi[j];
      gdx += gda * phi[j];
    }
    gphi[3 * H] += s * alpha;
    gphi[LAMBDA - 1] += alpha * sum + beta * dsum;
    double bend = 2 * k * y * (1 - y);
    double ddx = 2 * k * (-y * (1 - y) - (1 - 2 * y) * y * (1 - y) * k * at);
    gphi[LAMBDA] += gx * -bend * at + gdx * ddx;
  }
}
