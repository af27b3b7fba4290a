package voidscope.experiment.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.estimator.ControlVariate;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.State;
import voidscope.estimator.Surrogate;
import voidscope.estimator.Term;
import voidscope.experiment.scenario.Entrant;
import voidscope.problem.Exhibit;
import voidscope.problem.Problem;

/// What a snapshot tells of one contender.
///
/// @param entrant the estimator with the values that hold now
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
    Entrant entrant,
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

  /// The id of its estimator.
  public String id() {
    return entrant.id();
  }

  /// What is taken off f whatever the action is: V where a critic expects it.
  public String baseline() {
    EstimatorEntry entry = Estimators.catalogue().get(entrant.kind());
    return entry.maker().apply(entrant.settings()).critic() == null ? "baseline" : "V";
  }

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

  /// Environment steps of training; null where what is learned are no episodes.
  public @Nullable Clock frames() {
    return cost.frames();
  }

  /// What a control variate leaves of the variance of the estimate without it; over replicates the
  /// median with quartiles.
  ///
  /// @param ratio natural logarithm of the measured ratio
  /// @param prediction natural logarithm of 1 − ρ², the ratio at the best coefficient
  /// @param terms what the estimate is the sum of
  /// @param parts the two [parts][voidscope.estimator.Term.Part] that these terms make up; none
  ///   where there is only one
  public record Control(
      Band ratio, Band prediction, List<TermVariance> terms, List<TermVariance> parts) {}

  /// The variance of one term, or part, of an estimate along a run.
  ///
  /// @param name of the term
  /// @param variance natural logarithm of its measured variance (trace of the covariance); over
  ///   replicates the median with quartiles
  public record TermVariance(String name, Band variance) {}

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
  /// @param frames environment steps of training, the mean over the replicates; null where what is
  ///   learned are no episodes
  public record Cost(double evaluations, int parameters, Clock clock, @Nullable Clock frames) {
    /// Of what is no episodes.
    public Cost(double evaluations, int parameters, Clock clock) {
      this(evaluations, parameters, clock, null);
    }
  }

  /// Fresh estimates ĝ at the present θ and φ, drawn with noise of their own.
  ///
  /// @param terms what the estimate is the sum of; empty where it has one term only
  /// @param values by coordinate (the first few), by ĝ and then its terms, by sample
  /// @param exact the exact gradient at this θ, by coordinate (the first few)
  /// @param shares of the terms in the variance, over all coordinates; of none where there are none
  public record GradientSample(
      List<Term> terms, float[][][] values, double[] exact, TermShares shares) implements Exhibit {}

  /// How many fresh gradients are wanted.
  public enum Draws implements Exhibit.Detail {
    /// A few, for who shows a single one: the first of those that a histogram has.
    FEW
  }

  /// Why a contender stopped.
  ///
  /// @param step the step at which it happened
  /// @param message what happened, in a sentence
  public record Failure(long step, String message) {}

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
  /// @param temperature λ of its soft sample, 1 where it has none of its own; NaN where it is not
  ///   known
  /// @param u ascending noise in (0, 1); on the simplex the class, from 1
  /// @param z the sample z; on the simplex the class, from 1
  /// @param c the surrogate c(z)
  /// @param hard f(b)
  /// @param relaxed f of the soft sample, empty where f has no relaxation
  /// @param best the optimal surrogate at the same places, or null where none is known
  /// @param rug fresh samples of what it is drawn along, or null where none are drawn
  public record SurrogateCurve(
      Slice slice,
      double temperature,
      double[] u,
      double[] z,
      double[] c,
      double[] hard,
      double[] relaxed,
      @Nullable BestCurve best,
      @Nullable Rug rug)
      implements Exhibit {
    /// With no optimal surrogate and no samples.
    public SurrogateCurve(
        Slice slice,
        double temperature,
        double[] u,
        double[] z,
        double[] c,
        double[] hard,
        double[] relaxed) {
      this(slice, temperature, u, z, c, hard, relaxed, null, null);
    }

    /// The same beside an optimal surrogate, or none.
    public SurrogateCurve with(@Nullable BestCurve other) {
      return new SurrogateCurve(slice, temperature, u, z, c, hard, relaxed, other, rug);
    }

    /// The same with samples.
    public SurrogateCurve with(Rug samples) {
      return new SurrogateCurve(slice, temperature, u, z, c, hard, relaxed, best, samples);
    }
  }

  /// Samples of one coordinate.
  ///
  /// @param u their noise, ascending
  /// @param z the samples, ascending
  public record Rug(double[] u, double[] z) {}

  /// The optimal surrogate along the places of a [SurrogateCurve].
  ///
  /// @param step of the θ that it is optimal at, which may lie behind
  /// @param c its values
  /// @param variance the trace of the covariance of one estimate with it, the least that any
  ///   surrogate can leave
  /// @param bound what that cannot fall below, by local expectations; NaN where that is unknown
  /// @param fine whether it is as near to the optimum as it is ever shown
  public record BestCurve(long step, double[] c, double variance, double bound, boolean fine) {}
}
