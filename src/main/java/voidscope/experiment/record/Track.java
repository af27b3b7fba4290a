package voidscope.experiment.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.ControlVariate;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.estimator.Term;
import voidscope.experiment.scenario.Choice;
import voidscope.problem.Exhibit;
import voidscope.problem.Problem;

/// What a snapshot tells of one contender.
///
/// @param choice the estimator with the values that hold now
/// @param label its name on the screen
/// @param step steps done
/// @param quantities what is followed of θ, as [Problem#quantities] names it; over replicates the
///   median with quartiles, with one replicate and a mean of θ the quartiles of the coordinates
/// @param loss exact expected loss E f at θ; over replicates the median with quartiles
/// @param variance natural logarithm of the gradient's measured variance (trace of the covariance);
///   over replicates the median with quartiles
/// @param control what the control variate leaves of the variance, or null where there is none
/// @param exact exact moments at displayed points, over replicates the median; empty where unknown
/// @param measured the latest measurement of the first replicate, or null before the first
/// @param exhibits of the first replicate, those that were wished for and that there are
/// @param tuned the current values of parameters that the estimator tunes itself, such as its
///   temperature
/// @param cost what a step takes
/// @param failure why it stopped, or null
public record Track(
    Choice choice,
    String label,
    long step,
    List<Band> quantities,
    Band loss,
    Band variance,
    @Nullable Control control,
    ExactPoints exact,
    @Nullable Measurement measured,
    List<Exhibit> exhibits,
    Tuned tuned,
    Cost cost,
    @Nullable Failure failure) {

  /// A series with its band.
  ///
  /// @param middle value or median
  /// @param low lower quartile, or null where there is only one value
  /// @param high upper quartile, or null
  public record Band(Series.View middle, Series.@Nullable View low, Series.@Nullable View high) {}

  /// An exhibit, or null where it was not wished for or there is none.
  public <E extends Exhibit> @Nullable E exhibit(Class<E> kind) {
    return exhibits.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
  }

  /// The surrogate, or null as [#exhibit].
  public @Nullable SurrogateCurve curve() {
    return exhibit(SurrogateCurve.class);
  }

  /// Fresh gradients with their terms, or null as [#exhibit].
  public @Nullable GradientSample sample() {
    return exhibit(GradientSample.class);
  }

  /// The first of the quantities.
  public Band theta() {
    return quantities.getFirst();
  }

  /// Evaluations of f a training step.
  public double evaluations() {
    return cost.evaluations();
  }

  /// Numbers that an optimizer moves beside θ.
  public int parameters() {
    return cost.parameters();
  }

  /// Compute time of training.
  public Clock clock() {
    return cost.clock();
  }

  /// What a control variate leaves of the variance of the estimate without it; over replicates the
  /// median with quartiles.
  ///
  /// @param ratio natural logarithm of the measured ratio
  /// @param prediction natural logarithm of 1 − ρ², the ratio at the best coefficient
  public record Control(Band ratio, Band prediction) {}

  /// Parameters that an estimator tunes itself.
  ///
  /// @param layers values by the parameters' keys, for each site of latents
  public record Tuned(List<Map<String, Double>> layers) {
    /// Those of an estimator's states.
    public static Tuned of(List<State> states) {
      return new Tuned(states.stream().map(Tuned::values).toList());
    }

    private static Map<String, Double> values(State phi) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (String span :
          List.of(Surrogate.TEMPERATURE, Surrogate.SCALE, ControlVariate.COEFFICIENT)) {
        phi.find(span)
            .map(found -> (double) phi.values()[found.from()])
            .map(value -> span.equals(Surrogate.TEMPERATURE) ? Math.exp(value) : value)
            .ifPresent(value -> values.put(span, value));
      }
      return values;
    }

    /// The value of a parameter at the first layer, or NaN where it is not tuned.
    public double value(String key) {
      return layers.isEmpty() ? Double.NaN : layers.getFirst().getOrDefault(key, Double.NaN);
    }

    /// The values of a parameter, layer by layer; empty where it is not tuned.
    public List<Double> all(String key) {
      return layers.stream()
          .filter(layer -> layer.containsKey(key))
          .map(layer -> layer.get(key))
          .toList();
    }
  }

  /// What a step takes.
  ///
  /// @param evaluations evaluations of f a training step, over its whole batch
  /// @param parameters numbers that an optimizer moves beside θ
  /// @param clock compute time of training, measurements left out
  public record Cost(double evaluations, int parameters, Clock clock) {}

  /// Fresh estimates ĝ at the present θ and φ, drawn with noise of their own.
  ///
  /// @param terms what the estimate is the sum of; empty where it has one term only
  /// @param values by coordinate (the first few), by ĝ and then its terms, by sample
  /// @param exact the exact gradient at this θ, by coordinate (the first few)
  public record GradientSample(List<Term> terms, float[][][] values, double[] exact)
      implements Exhibit {}

  /// Why a contender stopped.
  ///
  /// @param step the step at which it happened
  /// @param message what happened, in a sentence
  public record Failure(long step, String message) {}

  /// Moments of N fresh estimates ĝ at one step; where one takes K samples or a pair, that is one.
  ///
  /// @param step steps done when it was taken
  /// @param samples N
  /// @param mean mean of the gradient's first coordinate
  /// @param standardError of that mean
  /// @param variance trace of the covariance: the exact one where it is known, else measured
  /// @param bias Euclidean norm of E ĝ − exact gradient, with the exact mean where it is known
  /// @param z of the coordinate whose measured mean is furthest off in standard errors, with its
  ///   sign, on the scale of a single z-score; NaN where exact moments tell more, or where it would
  ///   mean nothing
  /// @param signalToNoise ‖E ĝ‖/√variance; NaN where it is not measurable
  /// @param exactMean exact mean by quadrature or enumeration, else NaN
  /// @param exactVariance exact variance by quadrature or enumeration, else NaN
  /// @param correlation between f(b) and c(z̃), or NaN where there is no c
  /// @param controlCorrelation ρ between the estimate without its control variate and the
  ///   correction, or NaN where there is none
  /// @param controlRatio measured share of the variance that the control variate leaves, or NaN
  /// @param controlPrediction 1 − ρ², or NaN
  /// @param rare samples that are expected on the rarer side of the coordinate where they are
  ///   fewest; infinite where b is continuous, NaN where nobody asked
  public record Measurement(
      long step,
      int samples,
      double mean,
      double standardError,
      double variance,
      double bias,
      double z,
      double signalToNoise,
      double exactMean,
      double exactVariance,
      double correlation,
      double controlCorrelation,
      double controlRatio,
      double controlPrediction,
      double rare) {
    /// Samples that must be expected on the rarer side of every coordinate for a measured variance,
    /// and a z-score by it, to mean anything.
    public static final double RARE = 25;

    /// Numbers behind the samples.
    public static final int FIGURES = 13;

    /// From those numbers, in their order.
    static Measurement of(long step, int samples, double[] v) {
      return new Measurement(
          step, samples, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11],
          v[12]);
    }

    /// Whether variance and bias are the exact ones.
    public boolean exact() {
      return !Double.isNaN(exactVariance) && !Double.isNaN(exactMean);
    }

    /// Whether the variance was measured where most samples hold no event of a rare side, and is
    /// that of something else.
    public boolean doubtful() {
      return !exact() && rare < RARE;
    }

    /// All numbers behind the samples, in their order.
    public double[] figures() {
      return new double[] {
        mean,
        standardError,
        variance,
        bias,
        z,
        signalToNoise,
        exactMean,
        exactVariance,
        correlation,
        controlCorrelation,
        controlRatio,
        controlPrediction,
        rare
      };
    }
  }

  /// Exact moments along a run.
  ///
  /// @param length number of points
  /// @param step steps done at each
  /// @param variance exact variance to the digits that hold; over replicates the median
  /// @param low lower quartile over replicates, or null where there is one
  /// @param high upper quartile, or null
  public record ExactPoints(
      int length,
      double[] step,
      double[] variance,
      double @Nullable [] low,
      double @Nullable [] high) {
    /// Of one replicate.
    public ExactPoints(int length, double[] step, double[] variance) {
      this(length, step, variance, null, null);
    }
  }

  /// Along what a surrogate is drawn.
  public enum Slice {
    /// The first Bernoulli latent's z, the others held at one sample.
    LOGISTIC,
    /// The first Gaussian latent's b.
    GAUSSIAN,
    /// From class to class of the first categorical latent, along the edges of the simplex.
    SIMPLEX
  }

  /// A surrogate drawn along one coordinate, the others held at one sample.
  ///
  /// @param slice along what
  /// @param u ascending noise in (0, 1); on the simplex the class, from 1
  /// @param z the sample z; on the simplex the class, from 1
  /// @param c the surrogate c(z)
  /// @param hard f(b)
  /// @param relaxed f of the soft sample, empty where f has no relaxation
  public record SurrogateCurve(
      Slice slice, double[] u, double[] z, double[] c, double[] hard, double[] relaxed)
      implements Exhibit {}
}
