package voidscope.experiment.measure;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import voidscope.catalogue.Settings;
import voidscope.estimator.State;

/// Mean and variance of every estimator of one Bernoulli latent with f(b) = (b − t)², in double
/// precision and from the formulas alone: closed forms where there are, else integrals over z on
/// either side of 0, on panels far finer than needed.
///
/// @param theta θ
/// @param target t
/// @param lambda λ of those that have one
record OneLatent(double theta, double target, double lambda) {
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16, -1, 1);

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private double p() {
    return sigmoid(theta);
  }

  private double q() {
    return sigmoid(-theta);
  }

  private double f(double x) {
    return (x - target) * (x - target);
  }

  private double slope(double x) {
    return 2 * (x - target);
  }

  private double score(int b) {
    return b == 1 ? q() : -p();
  }

  /// A surrogate and its derivative.
  private record Surrogate(DoubleUnaryOperator c, DoubleUnaryOperator derivative) {}

  /// Mean and variance.
  double[] moments(String key, Settings settings, State state) {
    float[] phi = state.values();
    double delta = 1 - 2 * target;
    return switch (key) {
      case "reinforce" -> points(f(0) * score(0), f(1) * score(1));
      case "reinforce-mean", "reinforce-learned", "nvil" -> baseline(phi[0]);
      case "control-variate" ->
          settings.text("control").equals("score") ? baseline(phi[0]) : taylor(phi[0]);
      case "muprop" -> taylor(phi[0]);
      case "straight-through" -> points(slope(0) * p() * q(), slope(1) * p() * q());
      case "rloo" -> leaveOneOut(settings.integer("sample-count"), delta);
      case "arm" -> antithetic(delta);
      case "disarm" -> {
        double low = Math.min(p(), q());
        double g = delta * (1 - low) / 2;
        yield new double[] {2 * low * g, 2 * low * (1 - 2 * low) * g * g};
      }
      case "concrete" -> paths(b -> z -> 0, b -> z -> relaxedSlope(z));
      case "straight-through-gumbel" -> paths(b -> z -> 0, b -> z -> slope(b) * relaxation(z)[1]);
      case "rebar" -> {
        double eta = phi[1];
        yield relax(
            new Surrogate(z -> eta * f(relaxation(z)[0]), z -> eta * relaxedSlope(z)),
            settings.text("noise").equals("coupled"));
      }
      case "relax" ->
          relax(
              learned(
                  phi,
                  settings.text("surrogate").equals("structured"),
                  settings.text("input").equals("relaxed"),
                  settings.integer("width")),
              settings.text("noise").equals("coupled"));
      default -> throw new IllegalArgumentException(key);
    };
  }

  private double[] points(double zero, double one) {
    double away = one - zero;
    return new double[] {p() * one + q() * zero, p() * q() * away * away};
  }

  private double[] baseline(double a) {
    return points((f(0) - a) * score(0), (f(1) - a) * score(1));
  }

  private double[] taylor(double a) {
    double m = p();
    double expected = slope(m) * p() * q();
    double zero = f(0) * score(0) - a * ((f(m) - slope(m) * m) * score(0) - expected);
    double one = f(1) * score(1) - a * ((f(m) + slope(m) * q()) * score(1) - expected);
    return points(zero, one);
  }

  private double[] leaveOneOut(int count, double delta) {
    double mean = 0;
    double squares = 0;
    double choose = 1;
    for (int ones = 0; ones <= count; ones++) {
      double weight = choose * Math.pow(p(), ones) * Math.pow(q(), count - ones);
      double g = ones * (count - ones) * delta / (count * (count - 1.0));
      mean += weight * g;
      squares += weight * g * g;
      choose = choose * (count - ones) / (ones + 1);
    }
    return new double[] {mean, squares - mean * mean};
  }

  private double[] antithetic(double delta) {
    double low = Math.min(p(), q());
    double rest = 0.5 - low;
    double mean = delta * p() * q();
    double squares = 2.0 / 3 * delta * delta * low * (0.25 + rest / 2 + rest * rest);
    return new double[] {mean, squares - mean * mean};
  }

  /// σ(z/λ) and its derivative by z.
  private double[] relaxation(double z) {
    double m = Math.exp(-Math.abs(z) / lambda);
    return new double[] {z > 0 ? 1 / (1 + m) : m / (1 + m), m / (1 + m) / (1 + m) / lambda};
  }

  private double relaxedSlope(double z) {
    double[] y = relaxation(z);
    return slope(y[0]) * y[1];
  }

  /// c = net, reading 2σ(z/λ) − 1 or z, and f(σ(z/λ)) where it is structured. φ is log λ, then
  /// weights, biases, output weights and bias, scale.
  private Surrogate learned(float[] phi, boolean structured, boolean relaxed, int width) {
    double scale = phi[phi.length - 1];
    DoubleUnaryOperator c =
        z -> {
          double x = relaxed ? 2 * relaxation(z)[0] - 1 : z;
          double sum = phi[1 + 3 * width];
          for (int j = 0; j < width; j++) {
            sum += phi[1 + 2 * width + j] * Math.tanh(phi[1 + j] * x + phi[1 + width + j]);
          }
          return scale * sum + (structured ? f(relaxation(z)[0]) : 0);
        };
    DoubleUnaryOperator derivative =
        z -> {
          double[] y = relaxation(z);
          double x = relaxed ? 2 * y[0] - 1 : z;
          double sum = 0;
          for (int j = 0; j < width; j++) {
            double h = Math.tanh(phi[1 + j] * x + phi[1 + width + j]);
            sum += phi[1 + 2 * width + j] * phi[1 + j] * (1 - h * h);
          }
          return scale * sum * (relaxed ? 2 * y[1] : 1) + (structured ? slope(y[0]) * y[1] : 0);
        };
    return new Surrogate(c, derivative);
  }

  private double[] relax(Surrogate surrogate, boolean coupled) {
    OnSide free = b -> surrogate.derivative();
    OnSide own =
        b ->
            z -> {
              double side = b == 1 ? p() : q();
              double path = -side * Math.expm1(-Math.abs(z));
              return score(b) * (f(b) - surrogate.c().applyAsDouble(z))
                  - surrogate.derivative().applyAsDouble(z) * path;
            };
    return coupled
        ? paths(b -> z -> 0, b -> z -> own.at(b).applyAsDouble(z) + free.at(b).applyAsDouble(z))
        : paths(own, free);
  }

  private interface OnSide {
    DoubleUnaryOperator at(int b);
  }

  /// Moments of own(z̃) + free(z), independent given b.
  private double[] paths(OnSide own, OnSide free) {
    double[] mean = new double[2];
    double[] variance = new double[2];
    for (int b = 0; b <= 1; b++) {
      for (DoubleUnaryOperator part : new DoubleUnaryOperator[] {own.at(b), free.at(b)}) {
        double m = expectation(b, part);
        mean[b] += m;
        variance[b] +=
            expectation(
                b,
                z -> {
                  double away = part.applyAsDouble(z) - m;
                  return away * away;
                });
      }
    }
    double all = p() * mean[1] + q() * mean[0];
    double between = p() * q() * (mean[1] - mean[0]) * (mean[1] - mean[0]);
    return new double[] {all, p() * variance[1] + q() * variance[0] + between};
  }

  private double expectation(int b, DoubleUnaryOperator function) {
    double t = b == 1 ? theta : -theta;
    double end = Math.max(t, 0) + 50;
    double[] edges = new double[200 + (int) (2 * end) + 2];
    Arrays.fill(edges, end);
    for (int i = 0; i < 200; i++) {
      edges[i] = Math.min(end, i * lambda / 4);
    }
    for (int i = 0; i <= 2 * end; i++) {
      edges[200 + i] = i / 2.0;
    }
    Arrays.sort(edges);
    double sum = 0;
    double total = 0;
    for (int e = 0; e + 1 < edges.length; e++) {
      double half = (edges[e + 1] - edges[e]) / 2;
      for (int i = 0; i < RULE.getNumberOfPoints() && half > 0; i++) {
        double x = edges[e] + half * (1 + RULE.getPoint(i));
        double weight = half * RULE.getWeight(i) * sigmoid(x - t) * sigmoid(t - x);
        sum += weight * function.applyAsDouble(b == 1 ? x : -x);
        total += weight;
      }
    }
    return sum / total;
  }
}
