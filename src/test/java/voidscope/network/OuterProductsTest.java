package voidscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.SteadyState;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.thread.ThreadTeam;

/// Whether a gradient is written as it comes, added up at the end or taken by the optimizer band by
/// band shows in no bit.
final class OuterProductsTest {
  private static final RandomStream STREAM = RandomStream.of(5, "outer", 0);

  /// Of no network, before and after its parameters.
  private static final int BESIDE = 7;

  private static final int ROWS = 9;

  /// One layer that is kept in several bands, one that is in one, and one that is too small.
  private static final int INPUTS = 301;

  private static final int CONTEXT = 70;
  private static final int HIDDEN = 83;
  private static final int OUTPUTS = 3;

  /// A gradient that goes back through value and tangent and then once more through a value.
  private static final class Work {
    final Perceptron network =
        new Perceptron(INPUTS, CONTEXT, 2, HIDDEN, OUTPUTS, Activation.TANH, ROWS);
    final int size = 2 * BESIDE + network.parameters();
    final float[] theta = uniform(0, size);
    final float[] memory;
    final float[] gradient = new float[size];

    Work(Optimizer optimizer) {
      memory = new float[optimizer.slots() * size];
    }

    void reverse(int step) {
      network.bind(theta, BESIDE);
      for (int time = 0; time < 2; time++) {
        int slot = 10 * (2 * step + time) + 10;
        int n = ROWS - 2 * time;
        network.value(n, uniform(slot, n * INPUTS), uniform(slot + 1, n * CONTEXT));
        network.tangent(n, uniform(slot + 2, n * INPUTS));
        float[] gout = uniform(slot + 3, n * OUTPUTS);
        float[] gdout = time == 0 ? uniform(slot + 4, n * OUTPUTS) : null;
        network.reverse(n, gout, gdout, null, null, gradient, BESIDE);
      }
      gradient[0] += 1;
      gradient[size - 1] -= 1;
    }
  }

  private static float[] uniform(int slot, int count) {
    float[] u = new float[count];
    STREAM.uniform(0, slot, count, u);
    for (int i = 0; i < count; i++) {
      u[i] = (u[i] - .5f) / 4;
    }
    return u;
  }

  @Test
  void gradientAndStep_haveTheBitsOfProductsThatAreAddedAtOnce() {
    for (Optimizer optimizer :
        List.of(new Sgd(0), new Sgd(.9f), new RmsProp(.99f, 1e-8f), new Adam())) {
      Work plain = new Work(optimizer);
      float[][] gradients = new float[3][];
      for (int step = 0; step < gradients.length; step++) {
        Arrays.fill(plain.gradient, 0);
        plain.reverse(step);
        gradients[step] = plain.gradient.clone();
        optimizer.step(plain.theta, plain.gradient, 0, plain.memory, 0, plain.size, step + 1, .01f);
      }
      for (int threads = 1; threads <= 3; threads++) {
        Work kept = new Work(optimizer);
        OuterProducts products = new OuterProducts();
        kept.network.keep(products);
        SharedOptimizer shared = new SharedOptimizer(optimizer, products);
        try (ThreadTeam team = new ThreadTeam(threads)) {
          for (int step = 0; step < gradients.length; step++) {
            products.clear(kept.gradient);
            kept.reverse(step);
            assertEquals(3, products.open(), "of inputs, context and the layer behind");
            if (step == 1) {
              products.settle(kept.gradient);
              assertEquals(0, products.open());
              assertArrayEquals(gradients[step], kept.gradient);
            }
            int t = step + 1;
            team.run(
                1,
                (chunk, worker) ->
                    shared.step(kept.theta, kept.gradient, 0, kept.memory, 0, kept.size, t, .01f));
          }
        }
        assertArrayEquals(plain.theta, kept.theta);
        assertArrayEquals(plain.memory, kept.memory);
      }
    }
  }

  /// What was kept is forgotten with the gradient it belonged to.
  @Test
  void clear_beginsAtZero() {
    Work work = new Work(new Sgd(0));
    OuterProducts products = new OuterProducts();
    work.network.keep(products);
    work.reverse(0);
    products.clear(work.gradient);
    products.settle(work.gradient);
    assertArrayEquals(new float[work.size], work.gradient);
  }

  @Test
  void step_allocatesNothing() {
    Adam adam = new Adam();
    Work work = new Work(adam);
    OuterProducts products = new OuterProducts();
    work.network.keep(products);
    SharedOptimizer shared = new SharedOptimizer(adam, products);
    float[] x = uniform(1, ROWS * INPUTS);
    float[] context = uniform(2, ROWS * CONTEXT);
    float[] gout = uniform(3, ROWS * OUTPUTS);
    Runnable step =
        () -> {
          products.clear(work.gradient);
          work.network.bind(work.theta, BESIDE);
          work.network.value(ROWS, x, context);
          work.network.reverse(ROWS, gout, null, null, null, work.gradient, BESIDE);
          shared.step(work.theta, work.gradient, 0, work.memory, 0, work.size, 1, .001f);
        };
    assertEquals(0, SteadyState.bytes(step));
    assertTrue(products.open() > 0);
  }
}
