package voidscope.experiment.record;

import org.jspecify.annotations.Nullable;
import voidscope.problem.Exhibit;

/// A surrogate over two coordinates beside f, further latents held at one sample, and the optimal
/// surrogate where it is known.
///
/// @param plane over what
/// @param columns cells across
/// @param low the least of each coordinate, at the edge of the first cell
/// @param high the greatest, at the edge of the last
/// @param c the surrogate in the middle of each cell, row by row from the lowest; NaN outside the
///   simplex
/// @param f f of the soft sample there, or of the hard one where f has no relaxation
/// @param soft whether `f` is that of the soft sample
/// @param best the optimal surrogate there, or null where none is known
/// @param sample a fresh sample's coordinates
/// @param conditional those of its z̃, or null where that is the sample itself or there is none
public record SurrogateMap(
    Plane plane,
    int columns,
    double[] low,
    double[] high,
    double[] c,
    double[] f,
    boolean soft,
    Track.@Nullable BestCurve best,
    double[] sample,
    double @Nullable [] conditional)
    implements Exhibit {
  /// What the two coordinates are.
  public enum Plane {
    /// z of the first two Bernoulli latents.
    LOGISTIC,
    /// The first two classes' shares in the soft sample of the first latent, of three classes.
    SIMPLEX
  }
}
