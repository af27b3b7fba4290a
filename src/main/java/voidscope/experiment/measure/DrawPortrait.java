package voidscope.experiment.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Categorical;
import voidscope.distribution.Distribution;
import voidscope.distribution.Draw;
import voidscope.distribution.Relaxable;
import voidscope.distribution.Relaxation;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.EstimateFormula.Factor;
import voidscope.estimator.Estimator;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.estimator.Term;
import voidscope.experiment.record.OneDraw;
import voidscope.experiment.record.OneDraw.Stage;
import voidscope.experiment.training.Estimation;
import voidscope.experiment.training.Replica;
import voidscope.network.Dual;
import voidscope.objective.Objective;
import voidscope.problem.Batch;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.simd.Noise;

/// Takes one draw of an estimate apart: the estimate and its terms come of the estimator's own
/// pass, what lies between of the distribution, f and c themselves. For a problem whose θ is what
/// is trained. Uses noise of its own, so looking changes no result. Scratch of one thread.
public final class DrawPortrait {
  /// Samples that are told at most.
  private static final int TOLD = 3;

  private static final String DIGITS = "₀₁₂₃₄₅₆₇₈₉";

  private final RandomStream noise;
  private final Estimator estimator;
  private final EstimateFormula formula;
  private final Shape shape;
  private final Distribution distribution;
  private final @Nullable Relaxable discrete;
  private final Batch batch;
  private final Objective objective;
  private final Draw draw;
  private final Pass pass;
  private final Surrogate.@Nullable Evaluation surrogate;
  private final @Nullable Dual dual;
  private final float[] scalar = new float[1];
  private final float[] parameters;
  private final float[] latents;

  /// @param formula of the estimator
  /// @param seed of the run
  /// @throws IllegalArgumentException if the problem does not offer what the estimator needs
  public DrawPortrait(Estimator estimator, EstimateFormula formula, Problem problem, long seed) {
    this.estimator = estimator;
    this.formula = formula;
    noise = RandomStream.of(seed, "one draw", 0);
    Model model = problem.model();
    shape = model.shape(0, 1, estimator.samples());
    distribution = shape.distribution();
    discrete = distribution instanceof Relaxable relaxable ? relaxable : null;
    batch = model.batch(1, estimator.samples(), noise);
    draw = batch.draw(0);
    objective = batch.objective(0);
    pass = estimator.pass(shape, objective);
    Surrogate description = estimator.surrogate();
    surrogate = description == null ? null : description.evaluation(shape, objective);
    dual =
        formula.has(Factor.SLOPE) || formula.has(Factor.RELAXED)
            ? objective.dual(shape.rows())
            : null;
    parameters = new float[shape.rows() * distribution.parameters()];
    latents = new float[shape.rows() * distribution.width()];
  }

  /// Draws for a replica.
  public OneDraw draw(Replica replica, OneDraw.Which which) {
    State phi = replica.phi;
    batch.begin(replica.theta, 0);
    Estimation.noise(draw, noise, which.number(), 0, distribution.noise(), estimator.conditional());
    pass.draw(phi, draw, 0, 1);
    pass.estimate(phi, draw, parameters);
    int coordinate = which.coordinate() % distribution.parameters();
    float estimate = parameters[coordinate];
    List<Term> terms = pass.terms();
    float[] values = new float[terms.size()];
    for (int t = 0; t < values.length; t++) {
      pass.term(t, draw, parameters);
      values[t] = parameters[coordinate];
    }
    Map<Factor, Float> factors = new EnumMap<>(Factor.class);
    put(factors, Factor.OBJECTIVE, pass.objective());
    put(factors, Factor.CONTROL, pass.control());
    put(factors, Factor.BASELINE, pass.baseline());
    List<OneDraw.Column> columns = columns(phi, coordinate, factors);
    return new OneDraw(
        which,
        place(coordinate),
        distribution.parameters(),
        draw.samples(),
        columns,
        factors,
        terms,
        values,
        estimate);
  }

  private static void put(Map<Factor, Float> factors, Factor factor, float @Nullable [] value) {
    if (value != null) {
      factors.put(factor, value[0]);
    }
  }

  /// One sample's number, by the sample.
  private interface Told {
    double of(int k);
  }

  private List<OneDraw.Column> columns(State phi, int coordinate, Map<Factor, Float> factors) {
    int latent = coordinate % distribution.width();
    Relaxable relaxable = discrete;
    List<OneDraw.Column> columns = new ArrayList<>();
    if (relaxable == null) {
      columns.add(own(Stage.NOISE, "ε", k -> standard(k, latent)));
    } else {
      columns.add(own(Stage.NOISE, "u", k -> Noise.uniform(draw.u()[k][latent])));
    }
    if (estimator.relaxes()) {
      columns.add(own(Stage.SAMPLE, "z", k -> draw.z()[k][latent]));
    }
    if (!formula.has(Factor.RELAXED)) {
      columns.add(own(Stage.SAMPLE, "b", k -> draw.b()[k][latent]));
    }
    if (relaxable != null && (surrogate != null || estimator.conditional())) {
      columns.add(all(Stage.CONDITIONAL, "v", k -> Noise.uniform(draw.v()[k][latent])));
      columns.add(all(Stage.CONDITIONAL, "z̃", k -> conditional(relaxable, k)[latent]));
    }
    boolean hard = factors.containsKey(Factor.OBJECTIVE);
    if (hard) {
      columns.add(own(Stage.FUNCTION, "f(b)", this::value));
    }
    if (surrogate != null) {
      columns.addAll(controls(surrogate, phi));
    }
    Float baseline = factors.get(Factor.BASELINE);
    if (baseline != null) {
      columns.add(all(Stage.FUNCTION, "baseline", k -> baseline));
    }
    if (formula.has(Factor.RELAXED)) {
      columns.add(all(Stage.FUNCTION, "f(σ(z/λ))", k -> relaxed(phi, k)));
      factors.put(Factor.RELAXED, (float) columns.getLast().values()[0]);
    }
    if (formula.has(Factor.SLOPE)) {
      columns.add(own(Stage.FUNCTION, "f′(b)", k -> slope(k, latent)));
      factors.put(Factor.SLOPE, (float) columns.getLast().values()[0]);
    }
    if (formula.has(Factor.SCORE) || (hard && !estimator.oneNoise())) {
      columns.add(own(Stage.SCORE, "∂log p(b)/∂θ", k -> score(k, coordinate)));
      factors.put(Factor.SCORE, (float) columns.getLast().values()[0]);
    }
    return columns;
  }

  /// Numbers that every sample has for itself.
  private OneDraw.Column all(Stage stage, String symbol, Told told) {
    double[] values = new double[Math.min(TOLD, draw.samples())];
    Arrays.setAll(values, told::of);
    return new OneDraw.Column(stage, symbol, values);
  }

  /// Numbers of which samples that stand at the first one's b have none.
  private OneDraw.Column own(Stage stage, String symbol, Told told) {
    return all(stage, symbol, k -> k < estimator.hardSamples() ? told.of(k) : Double.NaN);
  }

  private List<OneDraw.Column> controls(Surrogate.Evaluation c, State phi) {
    c.bind(phi, draw.context());
    Relaxable relaxable = discrete;
    if (relaxable == null) {
      return List.of(all(Stage.FUNCTION, "c(b)", k -> at(c, draw.b()[k])));
    }
    return List.of(
        all(Stage.FUNCTION, "c(z)", k -> at(c, draw.z()[k])),
        all(Stage.FUNCTION, "c(z̃)", k -> at(c, conditional(relaxable, k))));
  }

  private float at(Dual function, float[] x) {
    function.value(1, x, scalar);
    return scalar[0];
  }

  private float value(int k) {
    objective.value(draw, k, scalar);
    return scalar[0];
  }

  private float[] conditional(Relaxable relaxable, int k) {
    relaxable.conditional(draw, k, latents, new float[shape.rows() * relaxable.jacobian()]);
    return latents;
  }

  private float score(int k, int coordinate) {
    distribution.score(draw, k, parameters);
    return parameters[coordinate];
  }

  /// The sample of the same noise at μ = 0 and log σ = 0.
  private float standard(int k, int latent) {
    Draw standard = shape.allocate();
    System.arraycopy(draw.u()[k], 0, standard.u()[k], 0, distribution.noise());
    distribution.sample(standard, k, 0, 1);
    return standard.b()[k][latent];
  }

  private float relaxed(State phi, int k) {
    if (discrete == null || dual == null) {
      throw new IllegalStateException("nothing is relaxed here");
    }
    Relaxation relaxation = discrete.relaxation(shape.rows());
    relaxation.temperature(phi.values()[phi.at(Surrogate.TEMPERATURE)]);
    return at(dual, relaxation.value(1, draw.z()[k]));
  }

  private float slope(int k, int latent) {
    if (dual == null) {
      throw new IllegalStateException("f′ is not asked for here");
    }
    dual.value(1, draw.b()[k], scalar);
    dual.reverse(1, new float[] {1}, null, latents, null, null);
    return latents[latent];
  }

  /// The coordinate in words.
  private String place(int coordinate) {
    int width = distribution.width();
    if (distribution instanceof Categorical categorical) {
      int classes = categorical.classes();
      return indexed("θ", coordinate, width)
          + numbered(", class ", coordinate % classes, classes)
          + numbered(" of latent ", coordinate / classes, categorical.latents());
    }
    String name = discrete != null ? "θ" : coordinate < width ? "μ" : "log σ";
    int latent = coordinate % width;
    return indexed(name, latent, width) + numbered(", latent ", latent, width);
  }

  private static String indexed(String name, int index, int count) {
    return count == 1 ? name : name + subscript(index + 1);
  }

  private static String numbered(String what, int index, int count) {
    return count == 1 ? "" : what + (index + 1) + " of " + count;
  }

  private static String subscript(int number) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append(DIGITS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
