package voidscope.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.random.RandomStream;
import voidscope.simd.Activation;
import voidscope.simd.Elementwise;
import voidscope.simd.Product;
import voidscope.simd.Reduce;

/// A perceptron with hidden layers of equal size and many linear outputs, with the reverse of value
/// and tangent together, for layers wide enough that their matrix products are what a pass costs;
/// for the small networks of a toy there is [Mlp]. All activations are row-major: a row a sample.
///
/// The parameters lie one after another in an array of the caller's: a layer's weights
/// (inputs×units), then its biases. Scratch for `maxRows` rows is allocated once, so an instance
/// belongs to one thread and no pass allocates.
public final class Perceptron {
  private static final float[] UNBOUND = {};

  private final int inputs;
  private final int depth;
  private final int hidden;
  private final int outputs;
  private final Activation activation;

  private float[] w = UNBOUND;
  private int offset;
  private float[] x = UNBOUND;
  private float[] dx = UNBOUND;

  private final float[][] a;
  private final float[][] h;
  private final float[][] da;
  private final float[][] dh;
  private final float[] out;
  private final float[] dout;
  private float[] g;
  private float[] gBefore;
  private float[] gd;
  private float[] gdBefore;
  private final float[] columns;
  private final float[] sums = new float[Product.SCRATCH];

  /// A network of `depth` hidden layers with `hidden` units each; depth 0 is linear.
  public Perceptron(
      int inputs, int depth, int hidden, int outputs, Activation activation, int maxRows) {
    this.inputs = inputs;
    this.depth = depth;
    this.hidden = hidden;
    this.outputs = outputs;
    this.activation = activation;
    a = new float[depth][hidden * maxRows];
    h = new float[depth][hidden * maxRows];
    da = new float[depth][hidden * maxRows];
    dh = new float[depth][hidden * maxRows];
    out = new float[outputs * maxRows];
    dout = new float[outputs * maxRows];
    int most = maxRows * hidden;
    g = new float[most];
    gBefore = new float[most];
    gd = new float[most];
    gdBefore = new float[most];
    columns = new float[Math.max(hidden, outputs)];
  }

  /// How many floats of an array the parameters take.
  public int parameters() {
    int count = 0;
    for (int layer = 0; layer <= depth; layer++) {
      count += (in(layer) + 1) * units(layer);
    }
    return count;
  }

  /// Where the biases of the outputs lie, counted from the first parameter.
  public int outputBias() {
    return parameters() - outputs;
  }

  /// Writes first parameters to `to` from `at` on: weights uniform in ±√(6/(in+out)), biases 0.
  public void initialize(float[] to, int at, RandomStream stream) {
    Arrays.fill(to, at, at + parameters(), 0f);
    int from = at;
    for (int layer = 0; layer <= depth; layer++) {
      int weights = in(layer) * units(layer);
      float[] u = new float[weights];
      stream.uniform(0, layer, weights, u);
      float limit = (float) Math.sqrt(6.0 / (in(layer) + units(layer)));
      for (int i = 0; i < weights; i++) {
        to[from + i] = limit * (2f * u[i] - 1f);
      }
      from += weights + units(layer);
    }
  }

  /// Takes the parameters from `w[at..]` from now on; the array is not copied.
  public void bind(float[] parameters, int at) {
    w = parameters;
    offset = at;
  }

  /// The outputs of n rows.
  ///
  /// @param input n×inputs, read until the last pass that belongs to this value
  /// @return n×outputs, the same array every time
  public float[] value(int n, float[] input) {
    x = input;
    int at = offset;
    float[] before = input;
    for (int layer = 0; layer < depth; layer++) {
      forward(n, layer, at, before, a[layer]);
      activation.value(n * hidden, a[layer], h[layer]);
      before = h[layer];
      at += (in(layer) + 1) * hidden;
    }
    forward(n, depth, at, before, out);
    return out;
  }

  /// The outputs' derivative along a direction, at the last value.
  ///
  /// @param direction n×inputs, read until the reverse pass
  /// @return n×outputs, the same array every time
  public float[] tangent(int n, float[] direction) {
    dx = direction;
    int at = offset;
    float[] before = direction;
    for (int layer = 0; layer < depth; layer++) {
      product(n, layer, at, before, da[layer]);
      activation.tangent(n * hidden, a[layer], h[layer], da[layer], dh[layer]);
      before = dh[layer];
      at += (in(layer) + 1) * hidden;
    }
    product(n, depth, at, before, dout);
    return dout;
  }

  /// The reverse of the last value, and of the last tangent where it takes part.
  ///
  /// @param gout cotangent of the outputs, n×outputs
  /// @param gdout cotangent of their derivative, n×outputs; null where no tangent takes part
  /// @param gx cotangent of the input, n×inputs, overwritten; null if it is not wanted
  /// @param gdx cotangent of the direction, n×inputs, overwritten; null if it is not wanted
  /// @param gw gradient of the parameters, added to from `gwAt` on; null if it is not wanted
  public void reverse(
      int n,
      float[] gout,
      float @Nullable [] gdout,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gw,
      int gwAt) {
    int at = offset + parameters();
    float[] from = gout;
    float[] dFrom = gdout == null ? UNBOUND : gdout;
    boolean tangent = gdout != null;
    for (int layer = depth; layer > 0; layer--) {
      at -= (hidden + 1) * units(layer);
      weights(n, layer, h[layer - 1], dh[layer - 1], from, dFrom, tangent, gw, at + gwAt - offset);
      back(n, layer, at, from, gBefore);
      int count = n * hidden;
      if (tangent) {
        back(n, layer, at, dFrom, gdBefore);
        activation.reverse(
            count, a[layer - 1], h[layer - 1], da[layer - 1], gBefore, gdBefore, gBefore, gdBefore);
        dFrom = gdBefore;
        gdBefore = gd;
        gd = dFrom;
      } else {
        activation.reverseValue(count, a[layer - 1], h[layer - 1], gBefore, gBefore);
      }
      from = gBefore;
      gBefore = g;
      g = from;
    }
    weights(n, 0, x, dx, from, dFrom, tangent, gw, gwAt);
    if (gx != null) {
      back(n, 0, offset, from, gx);
    }
    if (gdx != null && tangent) {
      back(n, 0, offset, dFrom, gdx);
    }
  }

  private void forward(int n, int layer, int at, float[] before, float[] to) {
    int units = units(layer);
    int bias = at + in(layer) * units;
    for (int row = 0; row < n; row++) {
      System.arraycopy(w, bias, to, row * units, units);
    }
    Product.add(n, in(layer), units, before, 0, w, at, to, 0);
  }

  private void product(int n, int layer, int at, float[] before, float[] to) {
    Elementwise.fill(n * units(layer), 0, to);
    Product.add(n, in(layer), units(layer), before, 0, w, at, to, 0);
  }

  private void back(int n, int layer, int at, float[] from, float[] to) {
    Elementwise.fill(n * in(layer), 0, to);
    Product.addRightTransposed(n, units(layer), in(layer), from, 0, w, at, to, 0, sums);
  }

  /// Adds a layer's parameter gradients: the value's part, and the tangent's, which no bias takes
  /// part in.
  private void weights(
      int n,
      int layer,
      float[] before,
      float[] dBefore,
      float[] from,
      float[] dFrom,
      boolean tangent,
      float @Nullable [] gw,
      int at) {
    if (gw == null) {
      return;
    }
    int in = in(layer);
    int units = units(layer);
    Product.addLeftTransposed(in, n, units, before, 0, from, 0, gw, at);
    if (tangent) {
      Product.addLeftTransposed(in, n, units, dBefore, 0, dFrom, 0, gw, at);
    }
    Reduce.columnSum(n, units, from, columns);
    for (int j = 0; j < units; j++) {
      gw[at + in * units + j] += columns[j];
    }
  }

  private int in(int layer) {
    return layer == 0 ? inputs : hidden;
  }

  private int units(int layer) {
    return layer == depth ? outputs : hidden;
  }
}
