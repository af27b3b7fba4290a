package voidscope.experiment.measure;

import voidscope.distribution.Bernoulli;
import voidscope.distribution.Gaussian;
import voidscope.distribution.Pathwise;
import voidscope.problem.Known;
import voidscope.stat.NormalLaw;
import voidscope.stat.Sigmoid;

/// A latent whose samples lie on a line, in sides on which its b is smooth: what an integral over
/// its noise needs to know.
sealed interface NoiseLine {
  /// Number of sides.
  int sides();

  /// Probability of a side.
  double probability(int side, float[] theta);

  /// Lays the nodes of a side.
  ///
  /// @param scale width of the steepest thing along z, such as a temperature
  /// @param parts into how many the panels are cut
  void lay(NoiseNodes nodes, int side, float[] theta, double scale, int parts);

  /// That of one latent of one uniform.
  ///
  /// @param known of f
  /// @param mirrored whether the estimate takes u and 1 − u, and jumps where either does
  static NoiseLine of(Pathwise distribution, Known known, boolean mirrored) {
    return switch (distribution) {
      case Bernoulli bernoulli -> new Logistic(mirrored);
      case Gaussian gaussian -> new Normal(known);
      default -> throw new IllegalArgumentException("no line: " + distribution);
    };
  }

  /// A Bernoulli latent's z ~ Logistic(θ, 1), cut at z = 0 where b flips. Each side is laid out as
  /// if it were b = 1, at t = ±θ; the panels are as fine as the temperature at z = 0 and as the
  /// logistic density beyond.
  ///
  /// @param mirrored whether the estimate also flips where u = p, which is z = 2θ
  record Logistic(boolean mirrored) implements NoiseLine {
    /// Width of a panel on which the logistic density has all its digits.
    private static final double BROAD = 4;

    /// How far beyond its mode the density is looked at finely, and at all.
    private static final double NEAR = 8;

    private static final double FAR = 40;

    @Override
    public int sides() {
      return 2;
    }

    @Override
    public double probability(int side, float[] theta) {
      return Sigmoid.of(seen(side, theta));
    }

    /// θ as seen from a side: 0 is b = 0.
    private static double seen(int side, float[] theta) {
      return side == 1 ? theta[0] : -theta[0];
    }

    @Override
    public void lay(NoiseNodes nodes, int side, float[] theta, double scale, int parts) {
      double t = seen(side, theta);
      double near = Math.max(t, 0) + NEAR;
      nodes.clear();
      double z = 0;
      while (z < near) {
        nodes.edge(z);
        z += Math.min(BROAD, Math.max(3 * scale, z));
      }
      nodes.edge(near);
      nodes.edge(near - NEAR + FAR);
      if (mirrored && t > 0) {
        nodes.edge(2 * t);
      }
      int sign = side == 1 ? 1 : -1;
      double p = Sigmoid.of(t);
      double start = Math.exp(-t);
      nodes.lay(
          parts,
          (x, out) -> {
            // u = e/(1 + e), and v is the share of its side that lies below.
            double e = Math.exp(x - t);
            double rest = 1 / (1 + e);
            double v = (e - start) * rest;
            out.node(
                sign * signed(e * rest, rest), sign * signed(v, rest / p), e * rest * rest / p);
          });
    }

    /// Signed noise from a uniform number and 1 less it, each with its own digits.
    private static double signed(double u, double rest) {
      return u < rest ? u : -rest;
    }
  }

  /// A Gaussian latent's ε, cut where f jumps.
  ///
  /// @param known of the jumps
  record Normal(Known known) implements NoiseLine {
    private static final int FAR = 9;
    private static final int BROAD = 3;

    @Override
    public int sides() {
      return 1;
    }

    @Override
    public double probability(int side, float[] theta) {
      return 1;
    }

    @Override
    public void lay(NoiseNodes nodes, int side, float[] theta, double scale, int parts) {
      nodes.clear();
      for (int x = -FAR; x <= FAR; x += BROAD) {
        nodes.edge(x);
      }
      double sigma = Math.exp(theta[1]);
      for (double jump : known.jumps()) {
        double x = (jump - theta[0]) / sigma;
        if (Math.abs(x) < FAR) {
          nodes.edge(x);
        }
      }
      nodes.lay(
          parts,
          (x, out) -> {
            double w = Math.copySign(NormalLaw.cumulative(-Math.abs(x)), -x);
            out.node(w, w, NormalLaw.density(x));
          });
    }
  }
}
