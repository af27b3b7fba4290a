package voidscope.problem.vae;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/// What the biased estimators of a VAE's logits give on average, by enumeration and quadrature of
/// the reference.
///
/// @param lambda temperature
record BiasedExpectation(VaeReference reference, double lambda) {
  private static final int POINTS = (1 << 18) - 1;

  /// E f′(b)·p(1−p).
  double[] straightThrough(double[] x, double[] theta) {
    double[] g = new double[theta.length];
    for (int d = 0; d < g.length; d++) {
      int at = d;
      double p = VaeReference.sigmoid(theta[d]);
      g[d] = p * (1 - p) * reference.expectation(theta, b -> reference.slope(x, theta, b)[at]);
    }
    return g;
  }

  /// E f′(b)·σ′(z/λ)/λ: given b_d, f′ does not depend on the rest of z_d, so that the slope's mean
  /// given b_d is an integral over one latent's noise.
  double[] straightThroughGumbel(double[] x, double[] theta) {
    double[] g = new double[theta.length];
    for (int d = 0; d < g.length; d++) {
      int at = d;
      double one = VaeReference.sigmoid(theta[d]);
      GaussIntegrator off = new GaussIntegratorFactory().legendre(60, 0, 1 - one);
      GaussIntegrator on = new GaussIntegratorFactory().legendre(60, 1 - one, 1);
      double whenOff = off.integrate(u -> steepness(theta[at], u)) / (1 - one);
      double whenOn = on.integrate(u -> steepness(theta[at], u)) / one;
      g[d] =
          reference.expectation(
              theta, b -> reference.slope(x, theta, b)[at] * (b[at] == 1 ? whenOn : whenOff));
    }
    return g;
  }

  private double soft(double theta, double u) {
    return VaeReference.sigmoid((theta + Math.log(u / (1 - u))) / lambda);
  }

  private double steepness(double theta, double u) {
    double y = soft(theta, u);
    return y * (1 - y) / lambda;
  }

  /// E f′(y)·y(1−y)/λ over y = σ(z/λ): a quasi-Monte Carlo mean over all latents' noise, whose
  /// error is a small part of the standard error that it is compared with.
  double[] concrete(double[] x, double[] theta) {
    int latents = theta.length;
    SobolSequenceGenerator noise = new SobolSequenceGenerator(latents);
    noise.skipTo(1);
    double[] g = new double[latents];
    double[] y = new double[latents];
    for (int point = 0; point < POINTS; point++) {
      double[] u = noise.nextVector();
      for (int d = 0; d < latents; d++) {
        y[d] = soft(theta[d], u[d]);
      }
      double[] slope = reference.linearSlope(x, theta, y);
      for (int d = 0; d < latents; d++) {
        g[d] += slope[d] * y[d] * (1 - y[d]) / lambda / POINTS;
      }
    }
    return g;
  }
}
