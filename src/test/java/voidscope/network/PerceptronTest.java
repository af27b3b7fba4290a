package voidscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;

/// Derivatives of a network under a context, against differences, with layers narrower and wider
/// than a vector.
final class PerceptronTest {
  private static final RandomStream STREAM = RandomStream.of(5, "perceptron", 0);
  private static final int ROWS = 7;
  private static final int INPUTS = 4;
  private static final int CONTEXT = 3;
  private static final float STEP = 0x1p-6f;

  private final float[] input = numbers(1, ROWS * INPUTS);
  private final float[] context = numbers(2, ROWS * CONTEXT);

  private static float[] numbers(int slot, int count) {
    float[] u = new float[count];
    STREAM.uniform(0, slot, count, u);
    for (int i = 0; i < count; i++) {
      u[i] -= .5f;
    }
    return u;
  }

  private static Perceptron network(int depth, int hidden, int outputs) {
    return new Perceptron(INPUTS, CONTEXT, depth, hidden, outputs, Activation.TANH, ROWS);
  }

  /// The outputs after a step of the parameters.
  private float[] moved(Perceptron network, float[] w, float[] direction, float step) {
    float[] at = w.clone();
    for (int i = 0; i < at.length; i++) {
      at[i] += step * direction[i];
    }
    network.bind(at, 0);
    return network.value(ROWS, input, context).clone();
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 3", "1, 5, 1", "2, 5, 2", "2, 20, 2", "1, 20, 18", "2, 3, 20"})
  void along_isTheDerivativeByTheParameters(int depth, int hidden, int outputs) {
    Perceptron network = network(depth, hidden, outputs);
    float[] w = numbers(3, network.parameters());
    float[] direction = numbers(4, w.length);
    float[] up = moved(network, w, direction, STEP);
    float[] down = moved(network, w, direction, -STEP);
    moved(network, w, direction, 0);
    float[] along = network.along(ROWS, direction, 0);
    for (int i = 0; i < ROWS * outputs; i++) {
      assertEquals((up[i] - down[i]) / (2 * STEP), along[i], 2e-3, "output " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 3", "1, 5, 1", "2, 5, 2", "2, 20, 2", "1, 20, 18", "2, 3, 20"})
  void reverse_isTheDerivativeByTheInput(int depth, int hidden, int outputs) {
    Perceptron network = network(depth, hidden, outputs);
    network.bind(numbers(3, network.parameters()), 0);
    float[] cotangent = numbers(5, ROWS * outputs);
    float[] gx = new float[input.length];
    network.value(ROWS, input, context);
    network.reverse(ROWS, cotangent, null, gx, null, null, 0);
    for (int i = 0; i < input.length; i++) {
      float kept = input[i];
      input[i] = kept + STEP;
      double up = dot(cotangent, network.value(ROWS, input, context));
      input[i] = kept - STEP;
      double down = dot(cotangent, network.value(ROWS, input, context));
      input[i] = kept;
      assertEquals((up - down) / (2 * STEP), gx[i], 2e-3, "input " + i);
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
