package voidscope.problem.toy;

import java.util.ArrayList;
import java.util.List;

/// What is followed of Bernoulli latents' logits: θ itself, or of several the mean and the first
/// few.
final class LogitQuantities {
  private static final int SINGLE = 4;
  private static final String[] DIGITS = {"₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};

  private LogitQuantities() {}

  static List<String> symbols(int latents) {
    if (latents == 1) {
      return List.of("θ");
    }
    List<String> symbols = new ArrayList<>(List.of("mean θ"));
    for (int d = 0; d < Math.min(SINGLE, latents); d++) {
      symbols.add("θ" + digit(d));
    }
    return List.copyOf(symbols);
  }

  /// The subscript of the d-th of a few, counted from 0.
  static String digit(int d) {
    return DIGITS[d];
  }

  static void at(float[] theta, float[] out) {
    if (theta.length == 1) {
      out[0] = theta[0];
      return;
    }
    double sum = 0;
    for (float value : theta) {
      sum += value;
    }
    out[0] = (float) (sum / theta.length);
    System.arraycopy(theta, 0, out, 1, Math.min(SINGLE, theta.length));
  }
}
