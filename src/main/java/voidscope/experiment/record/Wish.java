package voidscope.experiment.record;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.problem.Exhibit;

/// Someone wants to see an exhibit.
///
/// @param kind which
/// @param contender of whom, an estimator's key; empty for everyone
/// @param detail what is wanted of it in particular, or null
public record Wish(Kind kind, String contender, Exhibit.@Nullable Detail detail) {
  /// What there may be to be shown beside the curves of a run.
  public enum Kind {
    /// The [surrogate][Track.SurrogateCurve] beside f.
    SURROGATE,
    /// [What the optimal surrogate leaves][SurrogateFloor], followed by a run that nobody watches;
    /// in a window it comes with the surrogate.
    FLOOR,
    /// The [surrogate over two coordinates][SurrogateMap].
    MAP,
    /// [Pairs][SurrogateScatter] of f and c.
    SCATTER,
    /// [Fresh gradients][Track.GradientSample] with their terms.
    GRADIENT,
    /// [One draw][OneDraw] with its numbers; which is wanted is the wish's detail.
    DRAW,
    /// [Bias and variance][Sweep] along λ and θ.
    SWEEP,
    /// An [episode][voidscope.problem.Episode] of training; which is wanted is the wish's detail.
    EPISODE,
    /// [What the variance of a row's gradient consists of][PolicyFloor], by branching the world.
    POLICY_FLOOR,
    /// [Maps of a policy][PolicyMap] and of what it is worth.
    POLICY_MAP,
    /// The [problem's own][voidscope.problem.Problem#artist], such as pictures.
    OWN;

    /// Whether it takes long to make, or is nothing without a detail: it is made only where someone
    /// wishes for it.
    public boolean slow() {
      return this == SWEEP || this == POLICY_FLOOR || this == POLICY_MAP || this == DRAW;
    }
  }

  /// A wish for everyone's.
  public Wish(Kind kind) {
    this(kind, "", null);
  }

  /// Which of several wishes counts for a contender: the one for it before the one for everyone.
  public static Optional<Wish> of(Set<Wish> wishes, Kind kind, String contender) {
    return wishes.stream()
        .filter(wish -> wish.kind == kind)
        .filter(wish -> wish.contender.isEmpty() || wish.contender.equals(contender))
        .max(Comparator.comparing(Wish::contender));
  }
}
