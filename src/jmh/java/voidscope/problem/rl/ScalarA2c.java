package voidscope.problem.rl;

import java.util.Random;

/// A2C on CartPole in plain scalar Java, as one would write it by hand: two hidden layers of ten
/// rectified units for the policy and the critic each, one Adam step an episode.
final class ScalarA2c {
  private static final int LIMIT = 200;
  private static final int UNITS = 10;
  private static final float DISCOUNT = .99f;
  private static final float ENTROPY = .01f;
  private static final float RATE = 1e-4f;

  private final Random random = new Random(1);
  private final World world = new CartPole(LIMIT, 195);
  private final Net policy = new Net(2);
  private final Net critic = new Net(1);
  private final float[] seen = new float[LIMIT * 4];
  private final float[] probability = new float[LIMIT * 2];
  private final int[] action = new int[LIMIT];
  private final float[] returns = new float[LIMIT];
  private final float[] start = new float[world.startChance()];

  /// A perceptron with its gradient and Adam's moments.
  private final class Net {
    final int outputs;
    final float[] w;
    final float[] g;
    final float[] m;
    final float[] v;
    final float[] first = new float[UNITS];
    final float[] second = new float[UNITS];
    final float[] out;
    final float[] back = new float[UNITS];
    int steps;

    Net(int outputs) {
      this.outputs = outputs;
      w = new float[5 * UNITS + (UNITS + 1) * UNITS + (UNITS + 1) * outputs];
      g = new float[w.length];
      m = new float[w.length];
      v = new float[w.length];
      out = new float[outputs];
      for (int i = 0; i < w.length; i++) {
        w[i] = (random.nextFloat() - .5f) * .6f;
      }
    }

    void value(float[] x, int at) {
      int p = layer(x, at, 4, first, UNITS, 0, true);
      p = layer(first, 0, UNITS, second, UNITS, p, true);
      layer(second, 0, UNITS, out, outputs, p, false);
    }

    private int layer(float[] x, int at, int in, float[] y, int n, int from, boolean rectified) {
      for (int o = 0; o < n; o++) {
        float sum = w[from + in * n + o];
        for (int i = 0; i < in; i++) {
          sum += w[from + i * n + o] * x[at + i];
        }
        y[o] = rectified ? Math.max(0, sum) : sum;
      }
      return from + (in + 1) * n;
    }

    /// Adds the gradient at the last value.
    void reverse(float[] x, int at, float[] cotangent) {
      int last = 5 * UNITS + (UNITS + 1) * UNITS;
      float[] c = cotangent;
      float[] one = back(second, 0, UNITS, c, outputs, last, true);
      for (int i = 0; i < UNITS; i++) {
        one[i] = second[i] > 0 ? one[i] : 0;
      }
      float[] kept = one.clone();
      float[] two = back(first, 0, UNITS, kept, UNITS, 5 * UNITS, true);
      for (int i = 0; i < UNITS; i++) {
        two[i] = first[i] > 0 ? two[i] : 0;
      }
      kept = two.clone();
      back(x, at, 4, kept, UNITS, 0, false);
    }

    private float[] back(float[] x, int at, int in, float[] c, int n, int from, boolean wanted) {
      for (int o = 0; o < n; o++) {
        g[from + in * n + o] += c[o];
      }
      for (int i = 0; i < in; i++) {
        float sum = 0;
        for (int o = 0; o < n; o++) {
          g[from + i * n + o] += x[at + i] * c[o];
          sum += w[from + i * n + o] * c[o];
        }
        if (wanted) {
          back[i] = sum;
        }
      }
      return back;
    }

    void adam() {
      steps++;
      float one = (float) (1 - Math.pow(.9, steps));
      float two = (float) (1 - Math.pow(.999, steps));
      for (int i = 0; i < w.length; i++) {
        m[i] = .9f * m[i] + .1f * g[i];
        v[i] = .999f * v[i] + .001f * g[i] * g[i];
        w[i] -= RATE * m[i] / one / ((float) Math.sqrt(v[i] / two) + 1e-8f);
        g[i] = 0;
      }
    }
  }

  /// Plays an episode and learns of it.
  ///
  /// @return its steps
  int update() {
    for (int i = 0; i < start.length; i++) {
      start[i] = Math.max(1e-6f, random.nextFloat());
    }
    world.start(start, 0);
    int steps = 0;
    while (steps < LIMIT && !world.over()) {
      int at = 4 * steps;
      world.observe(seen, at);
      for (int i = 0; i < 4; i++) {
        seen[at + i] /= (float) world.scale(i);
      }
      policy.value(seen, at);
      float most = Math.max(policy.out[0], policy.out[1]);
      float a = (float) Math.exp(policy.out[0] - most);
      float b = (float) Math.exp(policy.out[1] - most);
      probability[2 * steps] = a / (a + b);
      probability[2 * steps + 1] = b / (a + b);
      action[steps] = random.nextFloat() < probability[2 * steps] ? 0 : 1;
      returns[steps] = (float) world.step(action[steps], start, 0);
      steps++;
    }
    float[] c = new float[2];
    float[] d = new float[1];
    for (int t = steps - 1; t >= 0; t--) {
      if (t + 1 < steps) {
        returns[t] += DISCOUNT * returns[t + 1];
      }
      int at = 4 * t;
      critic.value(seen, at);
      float advantage = returns[t] - critic.out[0];
      d[0] = -advantage / steps;
      critic.reverse(seen, at, d);
      policy.value(seen, at);
      float entropy = 0;
      for (int k = 0; k < 2; k++) {
        float p = probability[2 * t + k];
        entropy -= p * (float) Math.log(Math.max(1e-20f, p));
      }
      for (int k = 0; k < 2; k++) {
        float p = probability[2 * t + k];
        float score = (action[t] == k ? 1 : 0) - p;
        c[k] = -advantage * score + ENTROPY * p * ((float) Math.log(Math.max(1e-20f, p)) + entropy);
      }
      policy.reverse(seen, at, c);
    }
    policy.adam();
    critic.adam();
    return steps;
  }
}
