package voidscope.experiment.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Categorical;
import voidscope.distribution.Draw;
import voidscope.distribution.Relaxation;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.experiment.record.Track;
import voidscope.experiment.training.Replica;
import voidscope.network.Dual;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.problem.Known;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.simd.Noise;

/// Draws a surrogate along the first latent beside the objective, the other latents held at one
/// sample. Uses noise of its own, so looking changes no result. Scratch of one thread.
public final class Portrait {
  /// Even in number, so that none lies at u = ½, where a flip is likelier to be than elsewhere and
  /// on which side of it a sample lies is a matter of rounding.
  private static final int POINTS = 128;

  private static final int SAMPLES = 64;

  /// How often the way between two points that f jumps between is cut: 2e-6 of u are left.
  private static final int CUTS = 13;

  /// Where it is cut: not in the middle, so that nothing is asked at u = ½.
  private static final double CUT = 0.49;

  /// How near two points stand to where b changes from a class to the next.
  private static final double NEAR = 1e-6;

  private static final RandomStream NOISE = RandomStream.of(0, "portrait", 0);

  /// Least share of a class on the simplex, whose logarithm must be finite.
  private static final double EDGE = 1e-4;

  /// Mean of the greatest z of a categorical latent, Euler's constant.
  private static final double GREATEST = 0.5772;

  private final Shape shape;
  private final Surrogate.Evaluation surrogate;
  private final Objective objective;
  private final @Nullable Relaxation relaxation;
  private final @Nullable Dual soft;
  private final Draw draw;
  private final float[] values = new float[POINTS];
  private final @Nullable OptimumTrail best;
  private final double[] jumps;

  /// @param best the optimal surrogate beside it, or null where none is known
  public Portrait(Surrogate description, Problem problem, @Nullable OptimumTrail best) {
    this.best = best;
    Known known = problem.known();
    jumps = known == null ? new double[0] : known.jumps();
    shape = new Shape(problem.distribution(), POINTS, 1, 0);
    objective = problem.model().batch(POINTS, 1, NOISE).objective(0);
    surrogate = description.evaluation(shape, objective);
    boolean softens =
        objective.offers().contains(Capability.DISCRETE)
            && objective.offers().contains(Capability.DERIVATIVE);
    relaxation = softens ? shape.relaxable().relaxation(POINTS) : null;
    soft = softens ? objective.dual(POINTS) : null;
    draw = shape.allocate();
  }

  /// The surrogate of a replica.
  ///
  /// @param step that it has done
  /// @param patience how long the optimal surrogate beside it may take
  public Track.SurrogateCurve curve(Replica replica, long step, OptimumTrail.Patience patience) {
    Track.SurrogateCurve curve = curve(replica.theta, replica.phi);
    if (curve.slice() == Track.Slice.SIMPLEX) {
      return curve;
    }
    OptimumTrail trail = best;
    Track.SurrogateCurve beside =
        trail == null
            ? curve
            : curve.with(trail.along(replica.theta, step, patience, draw.z()[0], POINTS));
    return beside.with(rug(step));
  }

  /// Fresh samples of the first latent, the same at equal steps.
  private Track.Rug rug(long step) {
    int noise = shape.distribution().noise();
    NOISE.noise(step, 1, SAMPLES * noise, draw.u()[0]);
    shape.distribution().sample(draw, 0, 0, SAMPLES);
    double[] u = Arrays.copyOf(uniform(draw.u()[0], noise), SAMPLES);
    double[] z = Arrays.copyOf(doubles(draw.z()[0], shape.distribution().width()), SAMPLES);
    Arrays.sort(u);
    Arrays.sort(z);
    return new Track.Rug(u, z);
  }

  /// The surrogate at given θ and φ, with nothing beside it but f.
  ///
  /// @param theta P values
  public Track.SurrogateCurve curve(float[] theta, State phi) {
    int parameters = shape.distribution().parameters();
    for (int i = 0; i < POINTS; i++) {
      System.arraycopy(theta, 0, draw.theta(), i * parameters, parameters);
    }
    float logTemperature =
        phi.find(Surrogate.TEMPERATURE).map(span -> phi.values()[span.from()]).orElse(0f);
    walk(logTemperature);
    float[] z = draw.z()[0];
    surrogate.bind(phi, draw.context());
    surrogate.value(POINTS, z, values);
    double[] c = doubles(values, 1);
    objective.value(draw, 0, values);
    double[] hard = doubles(values, 1);
    double[] relaxed = {};
    if (relaxation != null && soft != null) {
      relaxation.temperature(logTemperature);
      soft.value(POINTS, relaxation.value(POINTS, z), values);
      relaxed = doubles(values, 1);
    }
    if (shape.distribution() instanceof Categorical categorical) {
      double[] position = positions(categorical.classes());
      Arrays.setAll(position, i -> 1 + position[i]);
      return new Track.SurrogateCurve(
          Track.Slice.SIMPLEX, Math.exp(logTemperature), position, position, c, hard, relaxed);
    }
    boolean discrete = objective.offers().contains(Capability.DISCRETE);
    return new Track.SurrogateCurve(
        discrete ? Track.Slice.LOGISTIC : Track.Slice.GAUSSIAN,
        Math.exp(logTemperature),
        uniform(draw.u()[0], shape.distribution().noise()),
        doubles(z, shape.distribution().width()),
        c,
        hard,
        relaxed);
  }

  /// Fills z and b: the first latent's along its way, the others' alike at all points.
  private void walk(float logTemperature) {
    int noise = shape.distribution().noise();
    float[] u = draw.u()[0];
    NOISE.noise(0, 0, noise, u);
    for (int i = 1; i < POINTS; i++) {
      System.arraycopy(u, 0, u, i * noise, noise);
    }
    if (shape.distribution() instanceof Categorical categorical) {
      shape.distribution().sample(draw, 0, 0, POINTS);
      edges(categorical, Math.exp(logTemperature));
      return;
    }
    double[] even = new double[POINTS];
    Arrays.setAll(even, i -> (i + 0.5) / POINTS);
    sample(even);
    sample(meetingJumps(even));
  }

  private void sample(double[] along) {
    int noise = shape.distribution().noise();
    for (int i = 0; i < POINTS; i++) {
      draw.u()[0][i * noise] = Noise.of(along[i]);
    }
    shape.distribution().sample(draw, 0, 0, POINTS);
  }

  /// The points, which are sampled, the two beside a jump of f moved up to it: what jumps is drawn
  /// upright. Of jumps that are closer than the points one stays as broad as these.
  private double[] meetingJumps(double[] even) {
    int[] piece = new int[POINTS];
    Arrays.setAll(piece, this::piece);
    double[] low = even.clone();
    double[] high = new double[POINTS];
    System.arraycopy(even, 1, high, 0, POINTS - 1);
    double[] at = even.clone();
    for (int cut = 0; cut < CUTS; cut++) {
      for (int i = 0; i < POINTS - 1; i++) {
        if (piece[i] != piece[i + 1]) {
          at[i] = low[i] + CUT * (high[i] - low[i]);
        }
      }
      sample(at);
      for (int i = 0; i < POINTS - 1; i++) {
        if (piece[i] != piece[i + 1]) {
          (piece(i) == piece[i] ? low : high)[i] = at[i];
        }
      }
    }
    double[] met = even.clone();
    for (int i = 0; i < POINTS - 1; i++) {
      if (piece[i] != piece[i + 1]) {
        met[i] = low[i];
        met[i + 1] = high[i];
      }
    }
    return met;
  }

  /// Which piece of f a point's b lies in: one or zero of a discrete one, else how many jumps
  /// below.
  private int piece(int point) {
    float b = draw.b()[0][point * shape.distribution().width()];
    if (jumps.length == 0) {
      return objective.offers().contains(Capability.DISCRETE) ? (int) b : 0;
    }
    int below = 0;
    while (below < jumps.length && jumps[below] <= b) {
      below++;
    }
    return below;
  }

  /// From class 0 to the last, a point at each class and one on both sides of where b changes.
  private static double[] positions(int classes) {
    double step = (classes - 1) / (POINTS - 1.0);
    double[] positions = new double[POINTS];
    Arrays.setAll(positions, i -> i * step);
    for (int k = 0; k < classes; k++) {
      positions[(int) Math.round(k / step)] = k;
    }
    for (int k = 0; k < classes - 1; k++) {
      int before = (int) ((k + 0.5) / step);
      positions[before] = k + 0.5 - NEAR;
      positions[before + 1] = k + 0.5 + NEAR;
    }
    return positions;
  }

  /// From class to class: z such that softmax(z/λ) lies on the edge between two neighbours.
  private void edges(Categorical categorical, double temperature) {
    int classes = categorical.classes();
    double[] positions = positions(classes);
    for (int i = 0; i < POINTS; i++) {
      double position = positions[i];
      int from = (int) Math.min(position, classes - 2);
      double share = position - from;
      for (int k = 0; k < classes; k++) {
        double y = k == from ? 1 - share : k == from + 1 ? share : 0;
        int at = i * categorical.width() + k;
        draw.z()[0][at] = onSimplex(y, temperature);
        draw.b()[0][at] = k == from + (share > 0.5 ? 1 : 0) ? 1 : 0;
      }
    }
  }

  /// z of a class such that the softmax of all z/λ has that share.
  static float onSimplex(double share, double temperature) {
    return (float) (GREATEST + temperature * Math.log(Math.max(EDGE, share)));
  }

  private static double[] uniform(float[] noise, int stride) {
    double[] result = new double[POINTS];
    Arrays.setAll(result, i -> Noise.uniform(noise[i * stride]));
    return result;
  }

  private static double[] doubles(float[] values, int stride) {
    double[] result = new double[POINTS];
    Arrays.setAll(result, i -> values[i * stride]);
    return result;
  }
}
