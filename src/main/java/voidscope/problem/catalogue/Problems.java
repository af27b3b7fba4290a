package voidscope.problem.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.data.Binarisation;
import voidscope.data.Brightness;
import voidscope.data.DataSets;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.Estimators;
import voidscope.formula.Formula;
import voidscope.formula.Names;
import voidscope.problem.ProblemEntry;
import voidscope.problem.rl.Worlds;
import voidscope.problem.toy.BernoulliFormula;
import voidscope.problem.toy.CategoricalDistance;
import voidscope.problem.toy.CategoricalFormula;
import voidscope.problem.toy.CategoricalQuadratic;
import voidscope.problem.toy.GaussianDistance;
import voidscope.problem.toy.GaussianFormula;
import voidscope.problem.toy.GaussianSteps;
import voidscope.problem.toy.RandomQuadratic;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.vae.Vae;

/// The catalogue of problems, in the order of menus.
public final class Problems {
  /// Key of the lecture's toy.
  public static final String SQUARED_DISTANCE = "squared-distance";

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

  /// Key of the images that a VAE learns.
  public static final String DATA = "data";

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

  private static final Parameter CENTRE =
      Parameter.real(
          "target", "t", "target", -5, 5, Scale.LINEAR, 2, "The value that b is to come near.");

  /// μ₀, which problems have whose θ is a mean and a deviation.
  public static final Parameter MEAN =
      Parameter.real("mean", "μ₀", "initial mean", -5, 5, Scale.LINEAR, 0, "Mean of b at step 0.")
          .onRestart();

  private static final Parameter DEVIATION =
      Parameter.real(
              "deviation",
              "σ₀",
              "initial deviation",
              0.05,
              5,
              Scale.LOG,
              1,
              "Standard deviation of b at step 0.")
          .onRestart();

  /// f as the user writes it.
  public static final String FORMULA = "formula";

  private static final String BERNOULLI_NAMES = "b₁ … b_D, sum, mean((b − t)^2), prod";
  private static final String CATEGORICAL_NAMES = "b₁ … b_K, class, sum, mean, prod";
  private static final String GAUSSIAN_NAMES = "b";

  private static final Parameter BLACK_BOX =
      Parameter.flag(
              "black-box",
              "black box",
              false,
              "Keeps f′ and the relaxed f to itself, so that nothing but values of f can be had.")
          .onRestart();

  private static final Parameter PROBLEM_SEED =
      Parameter.integer(
              "problem-seed",
              "",
              "problem seed",
              0,
              1_000_000,
              Scale.LINEAR,
              1,
              "Seed of the entries of Q and q.")
          .onRestart();

  /// What suits the training of a VAE: the papers' batch, rates that are safe for every estimator,
  /// measurements that take a small share of the time.
  private static final Map<String, Value> VAE_RUN =
      Map.of(
          "batch", new Value.Whole(24),
          "steps", new Value.Whole(100_000),
          "theta-rate", new Value.Real(1e-3),
          "phi-rate", new Value.Real(1e-3),
          "measure-every", new Value.Whole(200),
          "measure-samples", new Value.Whole(10));

  /// RELAX's surrogate of the paper, f of the soft sample and a wide network: two layers of 200
  /// rectified units that read z.
  private static final Map<String, Map<String, Value>> VAE_ESTIMATORS =
      Map.of(
          Estimators.RELAX,
          Map.of(
              EstimatorParameters.FORM.key(), new Value.Choice("structured"),
              EstimatorParameters.INPUT.key(), new Value.Choice("z"),
              EstimatorParameters.DEPTH.key(), new Value.Whole(2),
              EstimatorParameters.WIDTH.key(), new Value.Whole(200),
              EstimatorParameters.ACTIVATION.key(), new Value.Choice("relu")));

  private Problems() {}

  /// Whether a problem's rows are the steps of episodes.
  ///
  /// @param problem its parameters' values
  public static boolean episodic(Settings problem) {
    return problem.has(EpisodeProblems.DISCOUNT.key());
  }

  /// All of them.
  public static Catalogue<ProblemEntry> catalogue() {
    return All.CATALOGUE.further(ProblemEntry.class);
  }

  /// Made once, when it is first asked for.
  private static final class All {
    static final Catalogue<ProblemEntry> CATALOGUE = make();
  }

  private static Catalogue<ProblemEntry> make() {
    List<ProblemEntry> all = new ArrayList<>(entries());
    Worlds.catalogue().entries().forEach(world -> all.add(EpisodeProblems.of(world)));
    return new Catalogue<>("problem", List.copyOf(all));
  }

  private static List<ProblemEntry> entries() {
    return List.of(
        new ProblemEntry(
            SQUARED_DISTANCE,
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
            List.of(latents(2, 20, 20), PROBLEM_SEED, LOGIT),
            settings ->
                new RandomQuadratic(
                    settings.integer("latents"),
                    settings.integer("problem-seed"),
                    settings.real(LOGIT.key()))),
        new ProblemEntry(
                "gaussian-distance",
                "Gaussian, smooth f",
                "f(b) = (b − t)², b ~ N(μ, σ²)",
                "A continuous b and an f with a derivative: reparameterization is at home.",
                List.of(CENTRE, MEAN, DEVIATION),
                settings ->
                    new GaussianDistance(
                        settings.real("target"),
                        settings.real(MEAN.key()),
                        settings.real(DEVIATION.key())))
            .withColumn("mu"),
        new ProblemEntry(
                "gaussian-steps",
                "Gaussian, black-box f",
                "f(b) = min(⌊|b − t|⌋, 3)/3, b ~ N(μ, σ²)",
                "A continuous b and a step function, which has no derivative: LAX works.",
                List.of(CENTRE, MEAN, DEVIATION),
                settings ->
                    new GaussianSteps(
                        settings.real("target"),
                        settings.real(MEAN.key()),
                        settings.real(DEVIATION.key())))
            .withColumn("mu"),
        new ProblemEntry(
                "categorical-distance",
                "Categorical distance",
                "f(b) = mean ‖bₗ − t‖²",
                "Categorical latents whose target gives class 1 the share t, the others the"
                    + " rest.",
                List.of(
                    categories(1, 50, 1),
                    classes(2, 10, 3),
                    Parameter.real(
                        "target",
                        "t",
                        "target",
                        0,
                        1,
                        Scale.LINEAR,
                        0.36,
                        "Share of class 1 in the target; at 1/K the gradient vanishes.")),
                settings ->
                    new CategoricalDistance(
                        settings.integer("latents"),
                        settings.integer("classes"),
                        settings.real("target")))
            .withColumn("p1"),
        new ProblemEntry(
                "categorical-quadratic",
                "Categorical quadratic",
                "f(b) = bᵀQb + qᵀb",
                "Categorical latents that depend on each other: no constant baseline is"
                    + " optimal.",
                List.of(categories(2, 8, 4), classes(2, 5, 3), PROBLEM_SEED),
                settings ->
                    new CategoricalQuadratic(
                        settings.integer("latents"),
                        settings.integer("classes"),
                        settings.integer("problem-seed")))
            .withColumn("p1"),
        new ProblemEntry(
                "formula",
                "Your own f",
                "f(b) as you write it, b Bernoulli",
                "Bernoulli latents b₁ … b_D and an f that you write.",
                List.of(
                    written("(mean - t)^2", BERNOULLI_NAMES),
                    BLACK_BOX,
                    latents(1, 20, 2),
                    TARGET,
                    LOGIT),
                Problems::bernoulli)
            .checked(settings -> bernoulli(settings).objection(FORMULA)),
        new ProblemEntry(
                "formula-categorical",
                "Your own f, categorical",
                "f(b) as you write it, b one-hot",
                "Categorical latents, one-hot, and an f that you write.",
                List.of(
                    written("(class - 2)^2 - t*b1", CATEGORICAL_NAMES),
                    BLACK_BOX,
                    categories(1, 5, 1),
                    classes(2, 10, 3),
                    TARGET),
                Problems::categorical)
            .withColumn("p1")
            .checked(settings -> categorical(settings).objection(FORMULA)),
        new ProblemEntry(
                "formula-gaussian",
                "Your own f, Gaussian",
                "f(b) as you write it, b ~ N(μ, σ²)",
                "A continuous b and an f that you write.",
                List.of(
                    written("1 - exp(-(b - t)^2/4)", GAUSSIAN_NAMES),
                    BLACK_BOX,
                    CENTRE,
                    MEAN,
                    DEVIATION),
                Problems::gaussian)
            .withColumn("mu")
            .checked(settings -> gaussian(settings).objection(FORMULA)),
        vae(
            "vae-linear",
            "Linear VAE",
            "A discrete VAE with a layer of Bernoulli latents, linear both ways.",
            1,
            0),
        vae(
            "vae-two-layer",
            "Two-layer VAE",
            "A second layer of Bernoulli latents explains the first, linear both ways.",
            2,
            0),
        vae(
            "vae-nonlinear",
            "Nonlinear VAE",
            "A discrete VAE with a layer of Bernoulli latents, two tanh layers each way.",
            1,
            2));
  }

  private static BernoulliFormula bernoulli(Settings settings) {
    return new BernoulliFormula(
        settings.integer("latents"),
        settings.real(LOGIT.key()),
        settings.text(FORMULA),
        settings.real(TARGET.key()),
        settings.flag(BLACK_BOX.key()));
  }

  private static CategoricalFormula categorical(Settings settings) {
    return new CategoricalFormula(
        settings.integer("latents"),
        settings.integer("classes"),
        settings.text(FORMULA),
        settings.real(TARGET.key()),
        settings.flag(BLACK_BOX.key()));
  }

  private static GaussianFormula gaussian(Settings settings) {
    return new GaussianFormula(
        settings.real(MEAN.key()),
        settings.real(DEVIATION.key()),
        settings.text(FORMULA),
        settings.real(CENTRE.key()),
        settings.flag(BLACK_BOX.key()));
  }

  private static Parameter written(String initial, String names) {
    return Parameter.text(
            FORMULA,
            "f(b)",
            Formula.LONGEST,
            initial,
            "f of the sample: "
                + names
                + "; t, pi, e; + − · / ^ < ≤ = ≥ >; "
                + Names.vocabulary()
                + ".")
        .onRestart();
  }

  private static ProblemEntry vae(
      String key, String label, String sentence, int layers, int depth) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        Parameter.file(
                DATA,
                "images",
                DataSets.catalogue().entries().stream().map(DataSets.Entry::key).toList(),
                "The images that are learned: a set that comes with the program, or an IDX file.")
            .onRestart());
    parameters.add(
        Parameter.choice(
                "binarisation",
                "binarisation",
                Arrays.stream(Binarisation.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .toList(),
                "How grey becomes 0 or 1: drawn once, by threshold, or drawn in every step.")
            .onRestart());
    parameters.add(
        Parameter.choice(
                "brightness",
                "brightness",
                Arrays.stream(Brightness.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .toList(),
                "What is white: 255 as stored, or stretched the file's greatest value, such as 16.")
            .onRestart());
    parameters.add(latents(1, 1000, 200));
    if (depth > 0) {
      parameters.add(
          Parameter.integer(
                  "hidden",
                  "H",
                  "hidden units",
                  1,
                  1000,
                  Scale.LOG,
                  200,
                  "Units of each tanh layer.")
              .onRestart());
    }
    return new ProblemEntry(
        key,
        label,
        "f(b) = log q(b|x) − log p(x, b)",
        sentence,
        List.copyOf(parameters),
        settings ->
            new Vae(
                layers,
                settings.integer("latents"),
                depth,
                depth == 0 ? 0 : settings.integer("hidden"),
                DataSets.file(settings.text(DATA)),
                settings.value(DATA) instanceof Value.File(String _, String digest) ? digest : "",
                Brightness.valueOf(settings.text("brightness").toUpperCase(Locale.ROOT)),
                Binarisation.valueOf(settings.text("binarisation").toUpperCase(Locale.ROOT)),
                0),
        ProblemEntry.Titles.VAE,
        VAE_RUN,
        VAE_ESTIMATORS);
  }

  private static Parameter categories(int minimum, int maximum, int initial) {
    return Parameter.integer(
            "latents",
            "L",
            "latents",
            minimum,
            maximum,
            Scale.LOG,
            initial,
            "Number of categorical latents.")
        .onRestart();
  }

  private static Parameter classes(int minimum, int maximum, int initial) {
    return Parameter.integer(
            "classes",
            "K",
            "classes",
            minimum,
            maximum,
            Scale.LINEAR,
            initial,
            "Classes of every latent.")
        .onRestart();
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
