package voidscope.experiment.record;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import voidscope.text.Words;

/// Moments of N fresh estimates ĝ at one step; where one takes K samples or a pair, that is one.
///
/// @param step steps done when it was taken
/// @param samples N
/// @param known what was found
public record Measurement(long step, int samples, Map<Figure, Double> known) {
  /// Samples that must be expected on the rarer side of every coordinate for a measured variance,
  /// and a z-score by it, to mean anything.
  public static final double RARE = 25;

  /// What a measurement finds, in the order of tables.
  public enum Figure {
    /// Mean of the gradient's first coordinate.
    MEAN("mean"),
    /// Of that mean.
    STANDARD_ERROR("standard_error"),
    /// Trace of the covariance: the exact one where it is known, else measured.
    VARIANCE("variance"),
    /// Euclidean norm of E ĝ − exact gradient, with the exact mean where it is known.
    BIAS("bias"),
    /// That of the coordinate whose measured mean is furthest off in standard errors, with its
    /// sign, on the scale of a single z-score; NaN where exact moments tell more, or where it would
    /// mean nothing.
    Z("z"),
    /// ‖E ĝ‖/√variance; NaN where it is not measurable.
    SIGNAL_TO_NOISE("snr", "signalToNoise"),
    /// Exact mean by quadrature or enumeration.
    EXACT_MEAN("exact_mean"),
    /// Exact variance by quadrature or enumeration.
    EXACT_VARIANCE("exact_variance"),
    /// Between f(b) and c(z̃); NaN where there is no c.
    CORRELATION("correlation"),
    /// ρ between the estimate without its control variate and the correction; NaN where there is
    /// none.
    CONTROL_CORRELATION("control_correlation"),
    /// Measured share of the variance that the control variate leaves.
    CONTROL_RATIO("control_ratio"),
    /// 1 − ρ².
    CONTROL_PREDICTION("control_prediction"),
    /// Samples that are expected on the rarer side of the coordinate where they are fewest;
    /// infinite where b is continuous, NaN where nobody asked.
    RARE("rare_samples", "rare");

    private final String column;
    private final String key;

    Figure(String column) {
      this(column, Words.camel(column));
    }

    Figure(String column, String key) {
      this.column = column;
      this.key = key;
    }

    /// Its name as a table's column.
    public String column() {
      return column;
    }

    /// Its name in an object.
    public String key() {
      return key;
    }
  }

  /// Keeps what is known only.
  public Measurement {
    Map<Figure, Double> kept = new EnumMap<>(Figure.class);
    known.forEach(
        (figure, value) -> {
          if (!Double.isNaN(value)) {
            kept.put(figure, value);
          }
        });
    known = Collections.unmodifiableMap(kept);
  }

  /// One of the figures, or NaN where it is not known.
  public double get(Figure figure) {
    return known.getOrDefault(figure, Double.NaN);
  }

  /// [Figure#MEAN].
  public double mean() {
    return get(Figure.MEAN);
  }

  /// [Figure#STANDARD_ERROR].
  public double standardError() {
    return get(Figure.STANDARD_ERROR);
  }

  /// [Figure#VARIANCE].
  public double variance() {
    return get(Figure.VARIANCE);
  }

  /// [Figure#BIAS].
  public double bias() {
    return get(Figure.BIAS);
  }

  /// [Figure#Z].
  public double z() {
    return get(Figure.Z);
  }

  /// [Figure#SIGNAL_TO_NOISE].
  public double signalToNoise() {
    return get(Figure.SIGNAL_TO_NOISE);
  }

  /// [Figure#EXACT_MEAN].
  public double exactMean() {
    return get(Figure.EXACT_MEAN);
  }

  /// [Figure#EXACT_VARIANCE].
  public double exactVariance() {
    return get(Figure.EXACT_VARIANCE);
  }

  /// [Figure#CORRELATION].
  public double correlation() {
    return get(Figure.CORRELATION);
  }

  /// [Figure#CONTROL_CORRELATION].
  public double controlCorrelation() {
    return get(Figure.CONTROL_CORRELATION);
  }

  /// [Figure#CONTROL_RATIO].
  public double controlRatio() {
    return get(Figure.CONTROL_RATIO);
  }

  /// [Figure#RARE].
  public double rare() {
    return get(Figure.RARE);
  }

  /// Whether variance and bias are the exact ones.
  public boolean exact() {
    return !Double.isNaN(exactVariance()) && !Double.isNaN(exactMean());
  }

  /// Whether the variance was measured where most samples hold no event of a rare side, and is that
  /// of something else.
  public boolean doubtful() {
    return !exact() && rare() < RARE;
  }
}
