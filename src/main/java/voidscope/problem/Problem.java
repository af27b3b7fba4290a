package voidscope.problem;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.data.ImageSet;
import voidscope.distribution.Pathwise;
import voidscope.estimator.Estimator;
import voidscope.objective.Capability;

/// What is to be minimised: an expectation E f(b) over b ~ p(b|θ), where θ is trained itself or put
/// out by something that is. What is known of it beyond that are aspects: null where there is none.
/// Immutable; callable from any thread.
public interface Problem {
  /// p(b|θ) of a row, at every site.
  Pathwise distribution();

  /// By how many numbers the gradient is taken whose variance is told: a row's θ, or all that is
  /// trained where a whole batch is one estimate.
  default int coordinates() {
    return distribution().parameters();
  }

  /// The same as an estimator sees it, that may want [more in a row's context][Estimator#clocked].
  default Problem seenBy(Estimator estimator) {
    return this;
  }

  /// What its f offers to an estimator.
  Set<Capability> offers();

  /// What the charts follow, the most telling first.
  List<Quantity> quantities();

  /// What is trained. Reads data where there are any and nobody has read them.
  ///
  /// @throws IllegalArgumentException if they cannot be read, naming the file
  Model model();

  /// What is known of it exactly.
  default @Nullable Known known() {
    return null;
  }

  /// What sets the mean of an unbiased estimate apart from the gradient that is known; empty where
  /// they are the same.
  default String mismatch() {
    return "";
  }

  /// The world that can be branched.
  default @Nullable Branches branches() {
    return null;
  }

  /// The images that it learns; they have been read.
  default @Nullable ImageSet images() {
    return null;
  }

  /// Someone who makes its own exhibit.
  default @Nullable Artist artist() {
    return null;
  }

  /// What there is to be seen of it where its batches are episodes.
  default @Nullable Stage stage() {
    return null;
  }

  /// A bound on the log likelihood of what is held back.
  default @Nullable LikelihoodBound bound() {
    return null;
  }
}
