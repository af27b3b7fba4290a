package voidscope.estimator;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// A Monte Carlo estimator of ∂/∂θ E f(b): an immutable description.
public interface Estimator {
  /// What it needs of the objective; a combination that lacks it is refused.
  Set<Capability> requires();

  /// Evaluations of f for one estimate ĝ, its K samples and relaxed ones included; 0 where it is
  /// exact.
  int evaluations();

  /// Whether E ĝ is the exact gradient.
  default boolean unbiased() {
    return true;
  }

  /// Samples that it wants of every row, K; they are exchangeable.
  default int samples() {
    return 1;
  }

  /// How many of these are samples b of their own; 1 where all stand at the first one's b.
  default int hardSamples() {
    return samples();
  }

  /// Whether the noise u of the first sample makes out every b of the estimate.
  default boolean oneNoise() {
    return samples() == 1;
  }

  /// Whether each sample draws a conditional sample from noise `v` of its own. Given b, the
  /// estimate is then a function of z plus one of each z̃, the same of all.
  default boolean conditional() {
    return false;
  }

  /// Whether the estimate depends on the path z and not on the sample b alone.
  default boolean pathwise() {
    return true;
  }

  /// Whether it draws relaxed samples z of a discrete b, of which b alone does not tell.
  default boolean relaxes() {
    return false;
  }

  /// The learned or relaxed function that serves as its control variate; null where it has none.
  default @Nullable Surrogate surrogate() {
    return null;
  }

  /// What learns to expect f, with steps of its own; null where there is none.
  default @Nullable Critic critic() {
    return null;
  }

  /// Whether it wants the time of a row, and its θ, in the row's context.
  default boolean clocked() {
    return false;
  }

  /// Whether what it learns lowers the variance of what is trained's gradient by a whole batch, and
  /// not that of each row's estimate.
  default boolean byEpisode() {
    return false;
  }

  /// A state at its initial values.
  ///
  /// @param stream of the initial weights
  State init(Shape shape, RandomStream stream);

  /// Takes over live settings into a state: values that are not tuned, and which are.
  default void retune(State state) {}

  /// A pass with scratch for one thread.
  ///
  /// @throws IllegalArgumentException naming what the objective does not offer
  Pass pass(Shape shape, Objective objective);

  /// Refuses an objective that lacks what is required.
  ///
  /// @throws IllegalArgumentException naming what is missing and why
  default void demand(Objective objective) {
    demand("It", requires(), objective.offers());
  }

  /// Refuses what lacks something that is required.
  ///
  /// @param name what to call the estimator in the message
  /// @throws IllegalArgumentException naming what is missing and why
  static void demand(String name, Set<Capability> requires, Set<Capability> offers) {
    missing(requires, offers)
        .ifPresent(
            capability -> {
              throw new IllegalArgumentException(
                  name + " needs " + capability.words() + ": " + capability.lack());
            });
  }

  /// The first of the capabilities that are required and not offered.
  static Optional<Capability> missing(Set<Capability> requires, Set<Capability> offers) {
    return Arrays.stream(Capability.values())
        .filter(requires::contains)
        .filter(capability -> !offers.contains(capability))
        .findFirst();
  }
}
