package voidscope.stat;

/// The Gauss–Kronrod rule of 15 nodes on [−1, 1] with the Gauss rule of 7 that is part of it, whose
/// difference tells how far an integral can be trusted (Kronrod 1965; nodes and weights as in
/// QUADPACK, Piessens et al. 1983, `qk15`).
public final class KronrodRule {
  /// Number of nodes.
  public static final int ORDER = 15;

  private static final double[] NODES = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144691693013,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0
  };
  private static final double[] WEIGHTS = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649,
    0.209482141084727828012999174891714
  };
  private static final double[] GAUSS = {
    0.129484966168869693270611432679082,
    0.279705391489276667901467771423780,
    0.381830050505118944950369775488975,
    0.417959183673469387755102040816327
  };

  private KronrodRule() {}

  /// The i-th node, ascending.
  public static double node(int i) {
    return i < 7 ? -NODES[i] : NODES[ORDER - 1 - i];
  }

  /// Its weight; they sum to 2.
  public static double weight(int i) {
    return WEIGHTS[Math.min(i, ORDER - 1 - i)];
  }

  /// Its weight in the Gauss rule, 0 where it is none of its nodes.
  public static double gauss(int i) {
    return i % 2 == 0 ? 0 : GAUSS[Math.min(i, ORDER - 1 - i) / 2];
  }

  /// How far the greater rule is off, from the difference of the two, both relative to the
  /// integral: QUADPACK's rule, as the greater converges faster than their difference.
  public static double error(double difference) {
    double size = Math.abs(difference);
    return size * Math.min(1, Math.sqrt(200 * size));
  }
}
