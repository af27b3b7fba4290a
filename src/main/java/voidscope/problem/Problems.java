package voidscope.problem;

import java.util.List;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;

/// The catalogue of problems, in the order of menus.
public final class Problems {
  /// The target t.
  public static final Parameter TARGET =
      Parameter.real(
          "target",
          "t",
          "target",
          0,
          1,
          Scale.TARGET,
          0.499,
          "The value that every latent is to come near; at ½ the gradient vanishes.");

  /// θ₀.
  public static final Parameter LOGIT =
      Parameter.real(
              "logit",
              "θ₀",
              "initial logit",
              -10,
              10,
              Scale.LINEAR,
              0,
              "Value of every logit at step 0.")
          .onRestart();

  private Problems() {}

  /// All of them.
  public static Catalogue<ProblemEntry> catalogue() {
    return new Catalogue<>(
        "problem",
        List.of(
            new ProblemEntry(
                "squared-distance",
                "Squared distance",
                "f(b) = mean (bᵢ − t)²",
                "The lecture's toy: Bernoulli latents that are to come near a target.",
                List.of(latents(1, 200, 1), TARGET, LOGIT),
                settings ->
                    new SquaredDistance(
                        settings.integer("latents"),
                        settings.real(TARGET.key()),
                        settings.real(LOGIT.key()))),
            new ProblemEntry(
                "random-quadratic",
                "Random quadratic",
                "f(b) = bᵀQb + qᵀb",
                "Bernoulli latents that depend on each other: no constant baseline is optimal.",
                List.of(
                    latents(2, 20, 20),
                    Parameter.integer(
                            "problem-seed",
                            "",
                            "problem seed",
                            0,
                            1_000_000,
                            Scale.LINEAR,
                            1,
                            "Seed of the entries of Q and q.")
                        .onRestart(),
                    LOGIT),
                settings ->
                    new RandomQuadratic(
                        settings.integer("latents"),
                        settings.integer("problem-seed"),
                        settings.real(LOGIT.key())))));
  }

  private static Parameter latents(int minimum, int maximum, int initial) {
    return Parameter.integer(
            "latents",
            "D",
            "latents",
            minimum,
            maximum,
            Scale.LOG,
            initial,
            "Number of Bernoulli latents.")
        .onRestart();
  }
}
