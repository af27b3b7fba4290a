package voidscope.problem.rl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.problem.Known;
import voidscope.simd.Activation;

/// [LinearQuadratic] under a = ks + m + σε, θ = (k, m, log σ): the value is −(As² + Bs + C), with
///
///     A ← 1 + ½k² + γA(1 + k)²,  B ← km + γ(2A(1 + k)m + B(1 + k)),
///     C ← ½(m² + σ²) + γ(A(m² + σ²) + Bm + C)
///
/// from 0 on, once a step from the last to the first; the gradient follows along.
record LinearQuadraticExact() implements Exact {
  @Override
  public Policy policy() {
    return new GaussianPolicy(1, 0, 1, Activation.TANH, List.of(-0.4, 0.1, Math.log(0.5)));
  }

  @Override
  public List<String> symbols() {
    return List.of("k", "m", "log σ");
  }

  @Override
  public Known known(double discount) {
    return new Recursion(discount);
  }

  private record Recursion(double discount) implements Known {
    @Override
    public double loss(float[] weights, float[] scratch) {
      return run(weights, null);
    }

    @Override
    public void gradient(float[] weights, double[] g) {
      run(weights, g);
    }

    /// @param g by k, m and log σ, overwritten; null where it is not wanted
    private double run(float[] weights, double @Nullable [] g) {
      double k = weights[0];
      double m = weights[1];
      double variance = Math.exp(2.0 * weights[2]);
      double second = m * m + variance;
      double stay = 1 + k;
      double a = 0;
      double b = 0;
      double c = 0;
      double aByK = 0;
      double bByK = 0;
      double bByM = 0;
      double cByK = 0;
      double cByM = 0;
      double cByLog = 0;
      for (int t = 0; t < LinearQuadratic.HORIZON; t++) {
        cByK = discount * (aByK * second + bByK * m + cByK);
        cByM = m + discount * (2 * a * m + bByM * m + b + cByM);
        cByLog = variance + discount * (2 * a * variance + cByLog);
        c = second / 2 + discount * (a * second + b * m + c);
        bByK = m + discount * (2 * (aByK * stay + a) * m + bByK * stay + b);
        bByM = k + discount * (2 * a * stay + bByM * stay);
        b = k * m + discount * (2 * a * stay * m + b * stay);
        aByK = k + discount * (aByK * stay + 2 * a) * stay;
        a = 1 + k * k / 2 + discount * a * stay * stay;
      }
      double s = LinearQuadratic.START;
      if (g != null) {
        g[0] = aByK * s * s + bByK * s + cByK;
        g[1] = bByM * s + cByM;
        g[2] = cByLog;
      }
      return a * s * s + b * s + c;
    }

    @Override
    public double optimum() {
      return Double.NaN;
    }
  }
}
