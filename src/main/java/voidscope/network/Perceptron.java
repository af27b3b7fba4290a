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
/// Each row may stand under a context, further inputs by which nothing is differentiated: the
/// products that would only be with zeros are left out. So are those of [#reverseAgain], which goes
/// back a second time from where [#reverse] has been.
///
/// The parameters lie one after another in an array of the caller's: a layer's weights
/// (inputs×units, the context's inputs last), then its biases. Scratch for `maxRows` rows is
/// allocated once, so an instance belongs to one thread and no pass allocates.
public final class Perceptron {
  private static final float[] UNBOUND = {};

  /// Inner products of fewer terms are chains from 0, which products of rows are, too.
  private static final int SHORT = 16;

  /// Room after scratch for a product that works on whole vectors.
  private static final int BEYOND = 16;

  private final int inputs;
  private final int contextWidth;
  private final int depth;
  private final int hidden;
  private final int outputs;
  private final Activation activation;

  private float[] w = UNBOUND;
  private int offset;
  private float[] x = UNBOUND;
  private float[] context = UNBOUND;
  private float[] dx = UNBOUND;

  private final float[][] h;
  private final float[][] da;
  private final float[][] dh;

  /// Cotangents of h, and of the input, that the last reverse without a tangent came by.
  private final float[][] kept;

  private final float[] keptX;
  private final float[] out;
  private final float[] dout;
  private float[] g;
  private float[] gBefore;
  private float[] gd;
  private float[] gdBefore;
  private final float[] columns;

  /// Weights of a layer of few units, its units' rows one after another.
  private final float[] turned;

  private final float[] sums = new float[Product.SCRATCH];

  /// Where large products of the parameters' gradient go.
  private @Nullable OuterProducts products;

  /// A network of `depth` hidden layers with `hidden` units each, without a context; depth 0 is
  /// linear.
  public Perceptron(
      int inputs, int depth, int hidden, int outputs, Activation activation, int maxRows) {
    this(inputs, 0, depth, hidden, outputs, activation, maxRows);
  }

  /// A network of `depth` hidden layers with `hidden` units each; depth 0 is linear.
  ///
  /// @param contextWidth numbers of a row's context
  public Perceptron(
      int inputs,
      int contextWidth,
      int depth,
      int hidden,
      int outputs,
      Activation activation,
      int maxRows) {
    this.inputs = inputs;
    this.contextWidth = contextWidth;
    this.depth = depth;
    this.hidden = hidden;
    this.outputs = outputs;
    this.activation = activation;
    int most = maxRows * hidden + BEYOND;
    h = new float[depth][most];
    da = new float[depth][most];
    dh = new float[depth][most];
    kept = new float[depth][most];
    keptX = new float[inputs * maxRows];
    out = new float[outputs * maxRows + BEYOND];
    dout = new float[outputs * maxRows + BEYOND];
    g = new float[most];
    gBefore = new float[most];
    gd = new float[most];
    gdBefore = new float[most];
    columns = new float[Math.max(hidden, outputs)];
    turned = new float[SHORT * Math.max(inputs, hidden) + BEYOND];
  }

  /// How many floats of an array the parameters of a network take.
  public static int parameters(int inputs, int depth, int hidden, int outputs) {
    int count = 0;
    for (int layer = 0; layer <= depth; layer++) {
      count += ((layer == 0 ? inputs : hidden) + 1) * (layer == depth ? outputs : hidden);
    }
    return count;
  }

  /// How many floats of an array the parameters take.
  public int parameters() {
    return parameters(inputs + contextWidth, depth, hidden, outputs);
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

  /// Has the large products of the parameters' gradient kept from now on, instead of added to the
  /// gradient: every gradient that is reversed to is then that of these products.
  public void keep(OuterProducts to) {
    products = to;
  }

  /// The outputs of n rows that stand under no context.
  ///
  /// @param input n×inputs, read until the last pass that belongs to this value
  /// @return n×outputs, the same array every time
  public float[] value(int n, float[] input) {
    return value(n, input, UNBOUND);
  }

  /// The outputs of n rows.
  ///
  /// @param input n×inputs, read until the last pass that belongs to this value
  /// @param under n×contextWidth, read until then as well
  /// @return n×outputs, the same array every time
  public float[] value(int n, float[] input, float[] under) {
    x = input;
    context = under;
    int at = offset;
    float[] before = input;
    for (int layer = 0; layer < depth; layer++) {
      forward(n, layer, w, at, before, h[layer]);
      activation.value(n * hidden, h[layer], h[layer]);
      before = h[layer];
      at += (in(layer) + 1) * hidden;
    }
    forward(n, depth, w, at, before, out);
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
      activation.tangent(n * hidden, h[layer], da[layer], dh[layer]);
      before = dh[layer];
      at += (in(layer) + 1) * hidden;
    }
    product(n, depth, at, before, dout);
    return dout;
  }

  /// The outputs' derivative along a direction of the parameters, at the last value, which only the
  /// tangent changes.
  ///
  /// @param direction holds a number for each parameter, from `from` on
  /// @return n×outputs, the same array every time
  public float[] along(int n, float[] direction, int from) {
    int at = 0;
    float[] before = x;
    float[] dBefore = UNBOUND;
    for (int layer = 0; layer <= depth; layer++) {
      float[] to = layer == depth ? dout : da[layer];
      forward(n, layer, direction, from + at, before, to);
      if (layer > 0) {
        multiply(n, hidden, units(layer), dBefore, w, offset + at, to);
      }
      if (layer < depth) {
        activation.tangent(n * hidden, h[layer], to, dh[layer]);
        before = h[layer];
        dBefore = dh[layer];
      }
      at += (in(layer) + 1) * units(layer);
    }
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
    if (gdout != null) {
      both(n, gout, gdout, null, gx, gdx, gw, gwAt);
      return;
    }
    int at = offset + parameters();
    float[] from = gout;
    for (int layer = depth; layer > 0; layer--) {
      at -= (hidden + 1) * units(layer);
      weights(n, layer, h[layer - 1], from, gw, at + gwAt - offset);
      back(n, layer, at, from, kept[layer - 1]);
      activation.reverseValue(n * hidden, h[layer - 1], kept[layer - 1], gBefore);
      from = gBefore;
      gBefore = g;
      g = from;
    }
    weights(n, 0, x, from, gw, gwAt);
    if (gx != null) {
      back(n, 0, offset, from, gx);
      System.arraycopy(gx, 0, keptX, 0, n * inputs);
    }
  }

  /// The reverse of the last value and tangent where the cotangent of the outputs' derivative is,
  /// but for a factor a row, that of the outputs in the last [#reverse] without a tangent, which
  /// has been at this value and has given the input's cotangent if gdx is wanted: its cotangents
  /// are taken over.
  ///
  /// @param gout cotangent of the outputs, n×outputs; null for zeros
  /// @param gdout cotangent of their derivative, n×outputs, read only for gw
  /// @param beta the factors, n
  /// @param gx as [#reverse] has it
  /// @param gdx as [#reverse] has it
  /// @param gw as [#reverse] has it
  public void reverseAgain(
      int n,
      float @Nullable [] gout,
      float[] gdout,
      float[] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gw,
      int gwAt) {
    both(n, gout, gdout, beta, gx, gdx, gw, gwAt);
  }

  /// @param beta factors of what was kept; null where nothing was
  private void both(
      int n,
      float @Nullable [] gout,
      float[] gdout,
      float @Nullable [] beta,
      float @Nullable [] gx,
      float @Nullable [] gdx,
      float @Nullable [] gw,
      int gwAt) {
    int at = offset + parameters();
    int count = n * hidden;
    boolean live = gout != null;
    float[] from = gout == null ? UNBOUND : gout;
    float[] dFrom = gdout;
    for (int layer = depth; layer > 0; layer--) {
      at -= (hidden + 1) * units(layer);
      if (live) {
        weights(n, layer, h[layer - 1], from, gw, at + gwAt - offset);
        back(n, layer, at, from, gBefore);
      } else {
        Elementwise.fill(count, 0, gBefore);
      }
      direction(n, layer, dh[layer - 1], dFrom, gw, at + gwAt - offset);
      if (beta == null) {
        back(n, layer, at, dFrom, gdBefore);
      } else {
        Elementwise.rowMultiply(n, hidden, beta, kept[layer - 1], gdBefore);
      }
      activation.reverse(count, h[layer - 1], da[layer - 1], gBefore, gdBefore, gBefore, gdBefore);
      live |= activation.curved();
      dFrom = gdBefore;
      gdBefore = gd;
      gd = dFrom;
      from = gBefore;
      gBefore = g;
      g = from;
    }
    if (live) {
      weights(n, 0, x, from, gw, gwAt);
    }
    direction(n, 0, dx, dFrom, gw, gwAt);
    if (gx != null) {
      if (live) {
        back(n, 0, offset, from, gx);
      } else {
        Elementwise.fill(n * inputs, 0, gx);
      }
    }
    if (gdx != null) {
      if (beta == null) {
        back(n, 0, offset, dFrom, gdx);
      } else {
        Elementwise.rowMultiply(n, inputs, beta, keptX, gdx);
      }
    }
  }

  /// @param from holds the layer's weights and biases from `at` on
  private void forward(int n, int layer, float[] from, int at, float[] before, float[] to) {
    int units = units(layer);
    int bias = at + in(layer) * units;
    for (int row = 0; row < n; row++) {
      System.arraycopy(from, bias, to, row * units, units);
    }
    if (layer == 0 && contextWidth > 0) {
      multiply(n, contextWidth, units, context, from, at + inputs * units, to);
    }
    multiply(n, moving(layer), units, before, from, at, to);
  }

  private void product(int n, int layer, int at, float[] before, float[] to) {
    Elementwise.fill(n * units(layer), 0, to);
    multiply(n, moving(layer), units(layer), before, w, at, to);
  }

  /// Adds a product with weights; those of a single unit are a row as well as a column.
  private void multiply(int n, int k, int units, float[] before, float[] by, int at, float[] to) {
    if (units == 1) {
      Product.addRightTransposed(n, k, 1, before, 0, by, at, to, 0, sums);
    } else {
      Product.add(n, k, units, before, 0, by, at, to, 0, sums);
    }
  }

  private void back(int n, int layer, int at, float[] from, float[] to) {
    int in = moving(layer);
    int units = units(layer);
    Elementwise.fill(n * in, 0, to);
    if (units == 1) {
      Product.add(n, 1, in, from, 0, w, at, to, 0, sums);
    } else if (units < SHORT) {
      for (int i = 0; i < in; i++) {
        for (int j = 0; j < units; j++) {
          turned[j * in + i] = w[at + i * units + j];
        }
      }
      Product.add(n, units, in, from, 0, turned, 0, to, 0, sums);
    } else {
      Product.addRightTransposed(n, units, in, from, 0, w, at, to, 0, sums);
    }
  }

  /// Adds a layer's parameter gradients by the value.
  private void weights(
      int n, int layer, float[] before, float[] from, float @Nullable [] gw, int at) {
    if (gw == null) {
      return;
    }
    int units = units(layer);
    outer(moving(layer), n, units, before, from, gw, at);
    if (layer == 0 && contextWidth > 0) {
      outer(contextWidth, n, units, context, from, gw, at + inputs * units);
    }
    Reduce.columnSum(n, units, from, columns);
    int bias = at + in(layer) * units;
    for (int j = 0; j < units; j++) {
      gw[bias + j] += columns[j];
    }
  }

  /// Adds a layer's parameter gradients by the tangent, which no bias and no context takes part in.
  private void direction(
      int n, int layer, float[] dBefore, float[] dFrom, float @Nullable [] gw, int at) {
    if (gw != null) {
      outer(moving(layer), n, units(layer), dBefore, dFrom, gw, at);
    }
  }

  private void outer(int in, int n, int units, float[] before, float[] from, float[] gw, int at) {
    if (products != null && OuterProducts.takes(in, units)) {
      products.keep(at, in, n, units, before, from);
    } else if (units == 1) {
      Product.add(1, n, in, from, 0, before, 0, gw, at, sums);
    } else {
      Product.addLeftTransposed(in, n, units, before, 0, from, 0, gw, at, sums);
    }
  }

  /// Inputs of a layer by which it is differentiated.
  private int moving(int layer) {
    return layer == 0 ? inputs : hidden;
  }

  private int in(int layer) {
    return layer == 0 ? inputs + contextWidth : hidden;
  }

  private int units(int layer) {
    return layer == depth ? outputs : hidden;
  }
}
