package voidscope.problem.toy;

import java.util.ArrayList;
import java.util.List;
import voidscope.simd.Softmax;

/// What the problems of categorical latents have in common: probabilities, their derivatives, and
/// what is followed of θ: the mean probability of each class.
///
/// @param latents L
/// @param classes K
record ClassShares(int latents, int classes) {
  private static final int MOST = 6;

  List<String> symbols() {
    List<String> symbols = new ArrayList<>();
    for (int c = 0; c < Math.min(MOST, classes); c++) {
      symbols.add((latents > 1 ? "mean p" : "p") + LogitQuantities.digit(c));
    }
    return List.copyOf(symbols);
  }

  void quantities(float[] theta, float[] p, float[] out) {
    Softmax.value(latents, classes, 1, theta, p);
    for (int c = 0; c < Math.min(MOST, classes); c++) {
      float sum = 0;
      for (int l = 0; l < latents; l++) {
        sum += p[l * classes + c];
      }
      out[c] = sum / latents;
    }
  }

  /// softmax of every latent's logits, in double precision.
  double[] probabilities(float[] theta) {
    double[] p = new double[latents * classes];
    for (int at = 0; at < p.length; at += classes) {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = at; i < at + classes; i++) {
        most = Math.max(most, theta[i]);
      }
      double sum = 0;
      for (int i = at; i < at + classes; i++) {
        p[i] = Math.exp(theta[i] - most);
        sum += p[i];
      }
      for (int i = at; i < at + classes; i++) {
        p[i] /= sum;
      }
    }
    return p;
  }

  /// From the gradient by the probabilities to that by the logits: gⱼ = pⱼ(wⱼ − Σ p·w).
  void reverse(double[] p, double[] w, double[] g) {
    for (int at = 0; at < p.length; at += classes) {
      double mean = 0;
      for (int i = at; i < at + classes; i++) {
        mean += p[i] * w[i];
      }
      for (int i = at; i < at + classes; i++) {
        g[i] = p[i] * (w[i] - mean);
      }
    }
  }
}
