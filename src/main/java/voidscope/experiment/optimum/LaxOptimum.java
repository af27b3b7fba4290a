package voidscope.experiment.optimum;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;

/// The optimal surrogate c* of LAX for one Gaussian b = μ + σε, θ = (μ, ln σ), of the trace over
/// both. With C(ε) = c(b), F(ε) = f(b) the estimate is
///
///     ĝ_μ = [(F − C)ε + C′]/σ,   ĝ_{ln σ} = (F − C)(ε² − 1) + εC′
///
/// and with C = e^{ε²/4}y the Gaussian weight goes away from E‖ĝ‖², which is least squares in y: a
/// polynomial on each of many intervals, continuous, with kinks where f jumps. Immutable; for any
/// thread.
public final class LaxOptimum implements Optimum {
  private static final double REACH = 14;
  private static final double LONGEST = .7;
  private static final int DEGREE = 14;
  private static final double ROUNDING = 1e-12;

  private final double mean;
  private final double deviation;
  private final double level;
  private final Elements elements;
  private final double[] y;
  private final double variance;

  private LaxOptimum(
      double mean, double deviation, double level, Elements elements, double[] y, double variance) {
    this.mean = mean;
    this.deviation = deviation;
    this.level = level;
    this.elements = elements;
    this.y = y;
    this.variance = variance;
  }

  /// Builds it.
  ///
  /// @param mean μ
  /// @param deviation σ
  /// @param f over b
  /// @param jumps of f, over b
  /// @param unwanted asked now and then whether to give up
  /// @return nothing if it was no longer wanted
  public static Optional<LaxOptimum> of(
      double mean,
      double deviation,
      DoubleUnaryOperator f,
      double[] jumps,
      BooleanSupplier unwanted) {
    // A constant of f is one of c*; without it little is lost where f is large and σ small.
    double level = f.applyAsDouble(mean);
    double[] stops = Arrays.stream(jumps).map(b -> (b - mean) / deviation).toArray();
    Elements elements = new Elements(REACH, LONGEST, stops, DEGREE);
    LaxForm form = new LaxForm(elements, deviation);
    if (!form.assemble(e -> f.applyAsDouble(mean + deviation * e) - level, unwanted)) {
      return Optional.empty();
    }
    double[] y = form.linear().clone();
    if (!form.matrix().solve(y, unwanted)) {
      return Optional.empty();
    }
    double second = form.constant();
    for (int i = 0; i < y.length; i++) {
      second -= form.linear()[i] * y[i];
    }
    double variance = Optimum.rest(second - form.meanSquare(), form.constant(), ROUNDING);
    return Optional.of(new LaxOptimum(mean, deviation, level, elements, y, variance));
  }

  /// @param b one value; beyond 14 σ from the mean the value there
  @Override
  public double value(double... b) {
    double e = Math.clamp((b[0] - mean) / deviation, -REACH, REACH);
    return level + Math.exp(e * e / 4) * elements.at(e, y);
  }

  @Override
  public double variance() {
    return variance;
  }
}
