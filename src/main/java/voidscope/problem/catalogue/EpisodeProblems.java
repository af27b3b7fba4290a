package voidscope.problem.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.Estimators;
import voidscope.problem.ProblemEntry;
import voidscope.problem.rl.Exact;
import voidscope.problem.rl.Handling;
import voidscope.problem.rl.Policy;
import voidscope.problem.rl.Task;
import voidscope.problem.rl.World;
import voidscope.problem.rl.WorldEntry;
import voidscope.simd.Activation;

/// The problems whose rows are the steps of episodes, one a world, with their parameters.
final class EpisodeProblems {
  /// γ, which problems have whose rows are the steps of episodes.
  static final Parameter DISCOUNT =
      Parameter.real(
          "discount",
          "γ",
          "discount",
          0,
          1,
          Scale.LINEAR,
          0.99,
          "What a reward one step later is worth: Gₜ = Σ γᵏrₜ₊ₖ.");

  private static final Parameter WEIGHTED =
      Parameter.flag(
          "discounted-steps",
          "γᵗ in front",
          false,
          "Weighs step t by γᵗ, as the gradient of E Σ γᵗrₜ does; nearly everyone leaves it out.");

  private static final Parameter ENTROPY =
      Parameter.real(
          "entropy-bonus",
          "β",
          "entropy bonus",
          0,
          1,
          Scale.LINEAR,
          0.01,
          "Weight of the policy's entropy, summed over the steps, that joins the return.");

  private static final Parameter SCALED =
      Parameter.flag(
          "scaled-observations",
          "scaled observations",
          true,
          "Divides each observed number by about its greatest value.");

  private static final Parameter FILTERED =
      Parameter.flag(
              "filtered-observations",
              "filtered observations",
              false,
              "Standardises observed numbers by their running mean and deviation, cut at ±10.")
          .onRestart();

  private static final Parameter REWARD =
      Parameter.real(
          "reward-scale",
          "",
          "reward scale",
          1e-3,
          1e3,
          Scale.LOG,
          1,
          "What each reward is multiplied by before anything is learned of it.");

  private static final Parameter DIVERGENCE =
      Parameter.real(
              "step-divergence",
              "",
              "KL of a step",
              0,
              0.1,
              Scale.LINEAR,
              0,
              "Divides θ's rate by 1.5 after a step of twice this KL, multiplies it after half; 0:"
                  + " off.")
          .onRestart();

  private static final Parameter LAYERS =
      Parameter.integer(
              "policy-layers",
              "",
              "policy's hidden layers",
              0,
              4,
              Scale.LINEAR,
              2,
              "Hidden layers of the policy's network; 0 is linear.")
          .onRestart();

  private static final Parameter UNITS =
      Parameter.integer(
              "policy-units",
              "",
              "policy's hidden units",
              1,
              256,
              Scale.LOG,
              10,
              "Units of each of its hidden layers.")
          .onRestart();

  private static final Parameter ACTIVATION =
      Parameter.choice(
              "policy-activation",
              "policy's activation",
              List.of("relu", "tanh", "elu"),
              "Activation function of its hidden layers.")
          .onRestart();

  /// What suits episodes: one a step, of several replicates, as a single one proves nothing.
  private static final Map<String, Value> EPISODE_RUN =
      Map.of(
          "replicates", new Value.Whole(8),
          "batch", new Value.Whole(1),
          "steps", new Value.Whole(800),
          "theta-rate", new Value.Real(0.003),
          "phi-rate", new Value.Real(0.003),
          "measure-every", new Value.Whole(50),
          "measure-samples", new Value.Whole(20));

  /// Surrogates and critics for episodes: two layers of rectified units.
  private static final Map<String, Value> EPISODE_NETWORK =
      Map.of(
          EstimatorParameters.DEPTH.key(), new Value.Whole(2),
          EstimatorParameters.ACTIVATION.key(), new Value.Choice("relu"));

  private static final Map<String, Map<String, Value>> EPISODE_ESTIMATORS =
      Map.of(Estimators.RELAX, EPISODE_NETWORK, Estimators.LAX, EPISODE_NETWORK);

  private EpisodeProblems() {}

  /// The problem that a world is, as one with a known gradient or one that a network learns.
  static ProblemEntry of(WorldEntry world) {
    String formula = "fₜ = −Gₜ, Gₜ = Σ γᵏrₜ₊ₖ";
    Exact exact = world.exact();
    if (exact != null) {
      return new ProblemEntry(
              world.key(),
              world.label(),
              formula,
              world.sentence(),
              List.of(DISCOUNT.withInitial(new Value.Real(1)), WEIGHTED),
              settings ->
                  new Task(
                      world,
                      exact.policy(),
                      settings.real(DISCOUNT.key()),
                      settings.flag(WEIGHTED.key()),
                      0,
                      Handling.plain(false)))
          .withColumn(exact.symbols().getFirst());
    }
    return new ProblemEntry(
        world.key(),
        world.label(),
        formula,
        world.sentence(),
        List.of(
            DISCOUNT,
            WEIGHTED,
            ENTROPY,
            SCALED,
            FILTERED,
            REWARD,
            DIVERGENCE,
            LAYERS,
            UNITS,
            ACTIVATION),
        settings ->
            new Task(
                world,
                policy(world.maker().get(), settings),
                settings.real(DISCOUNT.key()),
                settings.flag(WEIGHTED.key()),
                settings.real(ENTROPY.key()),
                new Handling(
                    settings.flag(SCALED.key()),
                    settings.flag(FILTERED.key()),
                    settings.real(REWARD.key()),
                    settings.real(DIVERGENCE.key()))),
        ProblemEntry.Titles.EPISODE,
        EPISODE_RUN,
        EPISODE_ESTIMATORS);
  }

  private static Policy policy(World world, Settings settings) {
    return Policy.of(
        world,
        settings.integer(LAYERS.key()),
        settings.integer(UNITS.key()),
        Activation.valueOf(settings.text(ACTIVATION.key()).toUpperCase(Locale.ROOT)));
  }
}
