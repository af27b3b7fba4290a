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
      case "double-control" ->
          several(settings.integer("sample-count"), b -> doubleControl(b, phi[0]));
      case "rodeo" -> {
        Stein stein = stein(phi, settings);
        yield several(settings.integer("sample-count"), b -> rodeo(b, phi[0], phi[1], stein));
      }
      case "reinmax" -> points(reinMax(0, phi[0]), reinMax(1, phi[0]));
      case "arm" -> antithetic(delta);
      case "disarm" -> {
        double low = Math.min(p(), q());
        double g = delta * (1 - low) / 2;
        yield new double[] {2 * low * g, 2 * low * (1 - 2 * low) * g * g};
      }
      case "concrete" -> paths(b -> z -> 0, b -> z -> relaxedSlope(z));
      case "straight-through-gumbel" -> paths(b -> z -> 0, b -> z -> slope(b) * relaxation(z)[1]);
      case "gumbel-rao" -> gumbelRao(settings.integer("inner-samples"));
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

  /// What K samples of b make.
  private interface OfSamples {
    double at(int[] b);
  }

  /// Moments over all outcomes of K exchangeable samples.
  private double[] several(int count, OfSamples estimate) {
    double mean = 0;
    double squares = 0;
    double choose = 1;
    for (int ones = 0; ones <= count; ones++) {
      int[] b = new int[count];
      Arrays.fill(b, 0, ones, 1);
      double weight = choose * Math.pow(p(), ones) * Math.pow(q(), count - ones);
      double g = estimate.at(b);
      mean += weight * g;
      squares += weight * g * g;
      choose = choose * (count - ones) / (ones + 1);
    }
    return new double[] {mean, squares - mean * mean};
  }

  private interface OfOther {
    double at(int j);
  }

  private static double others(int count, int k, OfOther value) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += j == k ? 0 : value.at(j);
    }
    return sum / (count - 1);
  }

  private double doubleControl(int[] b, double alpha) {
    int count = b.length;
    double[] corrected = new double[count];
    double slopes = 0;
    for (int k = 0; k < count; k++) {
      corrected[k] = f(b[k]) + alpha * others(count, k, j -> slope(b[j])) * score(b[k]);
      slopes += slope(b[k]) / count;
    }
    double g = -alpha * slopes * p() * q();
    for (int k = 0; k < count; k++) {
      g += (corrected[k] - others(count, k, j -> corrected[j])) * score(b[k]) / count;
    }
    return g;
  }

  /// What RODEO's two heads add to h, of h less the mean of the others' f.
  private record Stein(DoubleUnaryOperator plain, DoubleUnaryOperator scored) {}

  /// φ is α, β, then weights, biases, output weights (two a unit) and two output biases.
  private static Stein stein(float[] phi, Settings settings) {
    if (settings.text("stein-function").equals("identity")) {
      return new Stein(x -> 0, x -> 0);
    }
    int width = settings.integer("width");
    return new Stein(x -> head(phi, width, 0, x), x -> head(phi, width, 1, x));
  }

  private static double head(float[] phi, int width, int which, double x) {
    double sum = phi[2 + 4 * width + which];
    for (int j = 0; j < width; j++) {
      double h = Math.tanh(phi[2 + j] * x + phi[2 + width + j]);
      sum += phi[2 + 2 * width + 2 * j + which] * h;
    }
    return sum;
  }

  private double rodeo(int[] b, double alpha, double beta, Stein stein) {
    int count = b.length;
    double[] plain = new double[count];
    double g = 0;
    for (int k = 0; k < count; k++) {
      double level = others(count, k, j -> f(b[j]));
      int kept = k;
      double[] first = new double[2];
      double[] second = new double[2];
      for (int y = 0; y <= 1; y++) {
        int at = y;
        double rise = others(count, kept, j -> slope(b[j]) * (at - b[j]));
        first[y] = level + rise + stein.plain().applyAsDouble(rise);
        second[y] = level + rise + stein.scored().applyAsDouble(rise);
      }
      plain[k] = -score(b[k]) * (first[1] - first[0]);
      g -= beta / count * score(b[k]) * (second[1] * q() + second[0] * p());
    }
    for (int k = 0; k < count; k++) {
      double baseline = others(count, k, j -> f(b[j]) + alpha * plain[j]);
      g += (f(b[k]) - baseline) * score(b[k]) / count;
    }
    return g;
  }

  private double reinMax(int b, double tau) {
    double one = sigmoid(theta / tau);
    double zero = sigmoid(-theta / tau);
    double spread = b == 1 ? (1 + one) * zero / 4 : one * (1 + zero) / 4;
    return slope(b) * (2 * spread - p() * q() / 2);
  }

  /// On either side of b the mean over K slopes has 1/K of the variance of one.
  private double[] gumbelRao(int count) {
    double[] one = new double[2];
    double within = 0;
    for (int b = 0; b <= 1; b++) {
      int side = b;
      double m = expectation(b, z -> slope(side) * relaxation(z)[1]);
      one[b] = m;
      double v = expectation(b, z -> Math.pow(slope(side) * relaxation(z)[1] - m, 2));
      within += (b == 1 ? p() : q()) * v / count;
    }
    double[] between = points(one[0], one[1]);
    return new double[] {between[0], between[1] + within};
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
