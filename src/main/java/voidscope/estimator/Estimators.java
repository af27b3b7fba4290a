package voidscope.estimator;

import static voidscope.estimator.EstimatorParameters.ACTIVATION;
import static voidscope.estimator.EstimatorParameters.ALPHA;
import static voidscope.estimator.EstimatorParameters.BOOTSTRAP;
import static voidscope.estimator.EstimatorParameters.CLOCK;
import static voidscope.estimator.EstimatorParameters.COEFFICIENT;
import static voidscope.estimator.EstimatorParameters.CONTROL;
import static voidscope.estimator.EstimatorParameters.CRITIC;
import static voidscope.estimator.EstimatorParameters.CRITIC_RATE;
import static voidscope.estimator.EstimatorParameters.CRITIC_STEPS;
import static voidscope.estimator.EstimatorParameters.DECAY;
import static voidscope.estimator.EstimatorParameters.DEPTH;
import static voidscope.estimator.EstimatorParameters.DIRECT_FORM;
import static voidscope.estimator.EstimatorParameters.EPISODE;
import static voidscope.estimator.EstimatorParameters.FIT_COEFFICIENT;
import static voidscope.estimator.EstimatorParameters.FORM;
import static voidscope.estimator.EstimatorParameters.INNER_SAMPLES;
import static voidscope.estimator.EstimatorParameters.INPUT;
import static voidscope.estimator.EstimatorParameters.NOISE;
import static voidscope.estimator.EstimatorParameters.PHI_BY;
import static voidscope.estimator.EstimatorParameters.SAMPLES;
import static voidscope.estimator.EstimatorParameters.SCALE;
import static voidscope.estimator.EstimatorParameters.SCOPE;
import static voidscope.estimator.EstimatorParameters.STEIN_ALPHA;
import static voidscope.estimator.EstimatorParameters.STEIN_BETA;
import static voidscope.estimator.EstimatorParameters.STEIN_FUNCTION;
import static voidscope.estimator.EstimatorParameters.TAU;
import static voidscope.estimator.EstimatorParameters.TEMPERATURE;
import static voidscope.estimator.EstimatorParameters.TRACE;
import static voidscope.estimator.EstimatorParameters.TUNE_ALPHA;
import static voidscope.estimator.EstimatorParameters.TUNE_BETA;
import static voidscope.estimator.EstimatorParameters.TUNE_SCALE;
import static voidscope.estimator.EstimatorParameters.TUNE_TEMPERATURE;
import static voidscope.estimator.EstimatorParameters.WIDTH;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.EstimateFormula.Factor;
import voidscope.simd.Activation;

/// The catalogue of estimators, in the order of menus and legends.
public final class Estimators {
  /// Key of the exact gradient, in whose ink all that is exact is drawn.
  public static final String EXACT = "exact";

  /// Key of REINFORCE, the yardstick of variances.
  public static final String REINFORCE = "reinforce";

  /// Key of A2C, the yardstick on episodes.
  public static final String A2C = "a2c";

  /// Key of LAX, whose surrogate is another for episodes.
  public static final String LAX = "lax";

  /// Key of RELAX, whose surrogate is another for a VAE.
  public static final String RELAX = "relax";

  private Estimators() {}

  /// All of them.
  public static Catalogue<EstimatorEntry> catalogue() {
    return All.CATALOGUE;
  }

  /// Made once, when it is first asked for.
  private static final class All {
    static final Catalogue<EstimatorEntry> CATALOGUE = make();
  }

  private static Catalogue<EstimatorEntry> make() {
    return new Catalogue<>(
        "estimator",
        List.of(
            new EstimatorEntry(
                EXACT,
                "Exact",
                EstimateFormula.of("ĝ = ∂/∂θ E f(b)"),
                "The exact gradient, as a yardstick.",
                EstimatorEntry.Place.LECTURE,
                List.of(),
                settings -> new Exact()),
            new EstimatorEntry(
                REINFORCE,
                "REINFORCE",
                EstimateFormula.of(List.of())
                    .and("ĝ = ")
                    .and("f(b)", Factor.OBJECTIVE)
                    .and("·∂log p(b)/∂θ", Factor.SCORE),
                "The score-function estimator: unbiased, black-box f, high variance.",
                EstimatorEntry.Place.LECTURE,
                List.of(),
                settings -> new Reinforce(Reinforce.Baseline.NONE, 0)),
            new EstimatorEntry(
                "reinforce-mean",
                "REINFORCE + mean",
                centred(Reinforce.TERMS, " − f̄", Factor.BASELINE),
                "REINFORCE with the running mean of f as its baseline.",
                EstimatorEntry.Place.BESIDE,
                List.of(DECAY),
                settings ->
                    new Reinforce(Reinforce.Baseline.RUNNING_MEAN, settings.real(DECAY.key()))),
            new EstimatorEntry(
                "reinforce-learned",
                "REINFORCE + learned",
                centred(Reinforce.TERMS, " − a", Factor.BASELINE),
                "REINFORCE with one scalar baseline, trained to lower the variance.",
                EstimatorEntry.Place.BESIDE,
                List.of(),
                settings -> new Reinforce(Reinforce.Baseline.LEARNED, 0)),
            new EstimatorEntry(
                A2C,
                "A2C",
                EstimateFormula.of(List.of())
                    .and("ĝ = ")
                    .and("[")
                    .and("f(b)", Factor.OBJECTIVE)
                    .and(" − V(x)", Factor.BASELINE)
                    .and("]·∂log p(b)/∂θ", Factor.SCORE),
                "REINFORCE of an episode with a critic, which learns to expect the return of a"
                    + " state: unbiased where ℓ is 1 and V does not count at the limit.",
                EstimatorEntry.Place.LECTURE,
                List.of(
                    CRITIC_STEPS,
                    CRITIC_RATE,
                    TRACE,
                    BOOTSTRAP,
                    CLOCK,
                    WIDTH,
                    DEPTH.withInitial(new Value.Whole(2)),
                    ACTIVATION.withInitial(new Value.Choice("relu"))),
                settings ->
                    new OnEpisode(
                        new Reinforce(Reinforce.Baseline.NONE, 0),
                        critic(settings),
                        settings.flag(CLOCK.key()),
                        false)),
            new EstimatorEntry(
                "control-variate",
                "Control variate",
                EstimateFormula.of(ControlVariatePass.TERMS)
                    .and("ĝ = ")
                    .and("f(b)", Factor.OBJECTIVE, 0)
                    .and("·∂log p(b)/∂θ", Factor.SCORE, 0)
                    .and(" − a(c − E c)", 1),
                "REINFORCE with a control variate of known mean, its coefficient fixed or fitted.",
                EstimatorEntry.Place.BESIDE,
                List.of(CONTROL, COEFFICIENT, FIT_COEFFICIENT, DECAY),
                Estimators::controlVariate),
            new EstimatorEntry(
                "reparameterization",
                "Reparameterization",
                sloped("·∂b/∂θ"),
                "The pathwise estimator: unbiased, low variance, for continuous b and smooth f.",
                EstimatorEntry.Place.LECTURE,
                List.of(),
                settings -> new Reparameterization()),
            new EstimatorEntry(
                LAX,
                "LAX",
                centred(LaxPass.TERMS, " − c(b)", Factor.CONTROL).and(" + ∂c(b)/∂θ", 2),
                "REINFORCE of continuous b with a learned surrogate: unbiased, black-box f.",
                EstimatorEntry.Place.LECTURE,
                episodic(DIRECT_FORM, WIDTH, DEPTH, ACTIVATION),
                settings -> onEpisode(settings, lax(settings))),
            new EstimatorEntry(
                "concrete",
                "Concrete",
                EstimateFormula.of(List.of())
                    .and("ĝ = ∂")
                    .and("f(σ(z/λ))", Factor.RELAXED)
                    .and("/∂θ"),
                "The gradient of the relaxed objective: biased; it varies the more the smaller λ.",
                EstimatorEntry.Place.LECTURE,
                List.of(TEMPERATURE),
                settings -> new Concrete(settings.real(TEMPERATURE.key()))),
            new EstimatorEntry(
                "rebar",
                "REBAR",
                centred(RelaxPass.TERMS, " − ηf(σ(z̃/λ))", Factor.CONTROL)
                    .and(" + η∂f(σ(z/λ))/∂θ", 2)
                    .and(" − η∂f(σ(z̃/λ))/∂θ", 3),
                "REINFORCE with the Concrete relaxation as its control variate: unbiased.",
                EstimatorEntry.Place.LECTURE,
                List.of(TEMPERATURE, TUNE_TEMPERATURE, SCALE, TUNE_SCALE, NOISE),
                Estimators::rebar),
            new EstimatorEntry(
                RELAX,
                "RELAX",
                centred(RelaxPass.TERMS, " − c(z̃)", Factor.CONTROL)
                    .and(" + ∂c(z)/∂θ", 2)
                    .and(" − ∂c(z̃)/∂θ", 3),
                "REINFORCE with a learned surrogate as its control variate: unbiased, black-box f.",
                EstimatorEntry.Place.LECTURE,
                episodic(
                    FORM,
                    INPUT,
                    SCOPE,
                    WIDTH,
                    DEPTH,
                    ACTIVATION,
                    TEMPERATURE,
                    TUNE_TEMPERATURE,
                    NOISE),
                settings -> onEpisode(settings, relax(settings))),
            new EstimatorEntry(
                "nvil",
                "NVIL",
                centred(Nvil.TERMS, " − f̄ − c(x)", Factor.BASELINE),
                "REINFORCE with a baseline network that learns to predict f from the context;"
                    + " without one, as on a toy, it is REINFORCE + mean.",
                EstimatorEntry.Place.FURTHER,
                List.of(WIDTH.withInitial(new Value.Whole(100)), DECAY),
                settings -> new Nvil(settings.integer(WIDTH.key()), settings.real(DECAY.key()))),
            new EstimatorEntry(
                "rloo",
                "Leave-one-out",
                EstimateFormula.of("ĝ = 1/K Σₖ [fₖ − mean of the others]·∂log p(bₖ)/∂θ"),
                "REINFORCE with K samples, the others' mean as the baseline of each.",
                EstimatorEntry.Place.FURTHER,
                List.of(SAMPLES),
                settings -> new LeaveOneOut(settings.integer(SAMPLES.key()))),
            new EstimatorEntry(
                "double-control",
                "Double control variates",
                EstimateFormula.of(DoubleControlPass.TERMS)
                    .and("ĝ = ")
                    .and("1/K Σₖ [f̃ₖ − mean of the others]·∂log p(bₖ)/∂θ", 0, 1)
                    .and(" − α(mean of f′)·∂E b/∂θ", 1),
                "Leave-one-out of f̃ₖ = fₖ + α⟨mean of the other f′, bₖ − E b⟩: unbiased.",
                EstimatorEntry.Place.FURTHER,
                List.of(SAMPLES, ALPHA, TUNE_ALPHA),
                Estimators::doubleControl),
            new EstimatorEntry(
                "rodeo",
                "RODEO",
                EstimateFormula.of(RodeoPass.TERMS)
                    .and("ĝ = ")
                    .and("1/K Σₖ {[", 0, 1)
                    .and("fₖ − mean of the other (f", 0)
                    .and(" + αAh", 1)
                    .and(")]·∂log p(bₖ)/∂θ", 0, 1)
                    .and(" + β(A[hₖ·∂log p/∂θ])(bₖ)}", 2),
                "Leave-one-out with two control variates, which flip each Bernoulli latent in turn"
                    + " in an expansion of f: unbiased.",
                EstimatorEntry.Place.FURTHER,
                List.of(
                    SAMPLES,
                    STEIN_FUNCTION,
                    STEIN_ALPHA,
                    TUNE_ALPHA,
                    STEIN_BETA,
                    TUNE_BETA,
                    WIDTH,
                    DEPTH,
                    ACTIVATION),
                Estimators::rodeo),
            new EstimatorEntry(
                "arm",
                "ARM",
                EstimateFormula.of("ĝ = [f(b₁) − f(b₂)]·(u − ½)"),
                "Two antithetic samples of Bernoulli latents: unbiased, black-box f.",
                EstimatorEntry.Place.FURTHER,
                List.of(),
                settings -> new Antithetic(false)),
            new EstimatorEntry(
                "disarm",
                "DisARM",
                EstimateFormula.of("ĝ = ½[f(b₁) − f(b₂)]·(−1)^b₂·1[b₁ ≠ b₂]·σ(|θ|)"),
                "ARM with its noise integrated out: unbiased, black-box f, never worse.",
                EstimatorEntry.Place.FURTHER,
                List.of(),
                settings -> new Antithetic(true)),
            new EstimatorEntry(
                "muprop",
                "MuProp",
                centred(ControlVariatePass.TERMS, " − f(m) − f′(m)(b − m)", Factor.NONE)
                    .and(" + f′(m)·∂m/∂θ", 1),
                "REINFORCE of what the expansion of f about the mean m of b leaves: unbiased.",
                EstimatorEntry.Place.FURTHER,
                List.of(),
                settings -> new ControlVariate(ControlVariate.Control.TAYLOR, 1, false, 0)),
            new EstimatorEntry(
                "straight-through",
                "Straight-through",
                sloped("·∂E b/∂θ"),
                "Takes b for its mean on the way back: biased, unless f is linear, or quadratic at"
                    + " p = ½.",
                EstimatorEntry.Place.FURTHER,
                List.of(),
                settings -> new StraightThrough()),
            new EstimatorEntry(
                "straight-through-gumbel",
                "Straight-through Gumbel",
                sloped("·∂σ(z/λ)/∂θ"),
                "f′ at the hard b, the path of the relaxed one: biased.",
                EstimatorEntry.Place.FURTHER,
                List.of(TEMPERATURE),
                settings -> new StraightThroughGumbel(settings.real(TEMPERATURE.key()))),
            new EstimatorEntry(
                "gumbel-rao",
                "Gumbel-Rao",
                sloped("·1/K Σₖ ∂σ(z̃ₖ/λ)/∂z̃ₖ·∂z/∂θ"),
                "Straight-through Gumbel, averaged over K relaxed samples that agree with b: biased"
                    + " alike, of less variance.",
                EstimatorEntry.Place.FURTHER,
                List.of(TEMPERATURE, INNER_SAMPLES),
                settings ->
                    new GumbelRao(
                        settings.real(TEMPERATURE.key()), settings.integer(INNER_SAMPLES.key()))),
            new EstimatorEntry(
                "reinmax",
                "ReinMax",
                EstimateFormula.of("ĝ = [2J((b + π_τ)/2) − ½J(π)]·f′(b), J(m) = diag m − mmᵀ"),
                "Straight-through to second order, with π = E b: biased, unless f is quadratic in"
                    + " each latent and τ = 1.",
                EstimatorEntry.Place.FURTHER,
                List.of(TAU),
                settings -> new ReinMax(settings.real(TAU.key())))));
  }

  /// REINFORCE of what is left of f, [f(b) − …]·∂log p(b)/∂θ, in the first two of the terms.
  private static EstimateFormula centred(List<Term> terms, String taken, Factor factor) {
    return EstimateFormula.of(terms)
        .and("ĝ = ")
        .and("[", 0, 1)
        .and("f(b)", Factor.OBJECTIVE, 0)
        .and(taken, factor, 1)
        .and("]·∂log p(b)/∂θ", Factor.SCORE, 0, 1);
  }

  /// f′ at b, carried back to θ by some way.
  private static EstimateFormula sloped(String way) {
    return EstimateFormula.of(List.of()).and("ĝ = ").and("f′(b)", Factor.SLOPE).and(way);
  }

  private static List<Parameter> episodic(Parameter... own) {
    return Stream.concat(Stream.of(own), EstimatorParameters.episodic().stream()).toList();
  }

  /// The estimator itself where nothing is asked for that episodes alone have.
  private static Estimator onEpisode(Settings settings, Estimator estimator) {
    boolean criticised = settings.flag(CRITIC.key());
    boolean clocked = settings.flag(CLOCK.key());
    boolean byEpisode = settings.text(PHI_BY.key()).equals(EPISODE);
    return criticised || clocked || byEpisode
        ? new OnEpisode(estimator, criticised ? critic(settings) : null, clocked, byEpisode)
        : estimator;
  }

  private static Critic critic(Settings settings) {
    return new Critic(
        settings.integer(DEPTH.key()),
        settings.integer(WIDTH.key()),
        activation(settings),
        settings.integer(CRITIC_STEPS.key()),
        settings.real(CRITIC_RATE.key()),
        settings.real(TRACE.key()),
        settings.flag(BOOTSTRAP.key()));
  }

  private static Estimator controlVariate(Settings settings) {
    return new ControlVariate(
        ControlVariate.Control.valueOf(settings.text(CONTROL.key()).toUpperCase(Locale.ROOT)),
        settings.real(COEFFICIENT.key()),
        settings.flag(FIT_COEFFICIENT.key()),
        settings.real(DECAY.key()));
  }

  private static Estimator lax(Settings settings) {
    return new Lax(
        new DirectSurrogate(
            settings.text(DIRECT_FORM.key()).equals("structured"),
            settings.integer(DEPTH.key()),
            settings.integer(WIDTH.key()),
            activation(settings)));
  }

  private static Activation activation(Settings settings) {
    return Activation.valueOf(settings.text(ACTIVATION.key()).toUpperCase(Locale.ROOT));
  }

  private static Estimator rebar(Settings settings) {
    return new Relax(
        new RelaxedObjective(
            settings.real(TEMPERATURE.key()),
            settings.flag(TUNE_TEMPERATURE.key()),
            settings.real(SCALE.key()),
            settings.flag(TUNE_SCALE.key())),
        coupled(settings));
  }

  private static Estimator relax(Settings settings) {
    return new Relax(
        new LearnedSurrogate(
            settings.text(FORM.key()).equals("structured"),
            settings.text(INPUT.key()).equals("relaxed"),
            LearnedSurrogate.Scope.valueOf(settings.text(SCOPE.key()).toUpperCase(Locale.ROOT)),
            settings.integer(DEPTH.key()),
            settings.integer(WIDTH.key()),
            activation(settings),
            settings.real(TEMPERATURE.key()),
            settings.flag(TUNE_TEMPERATURE.key())),
        coupled(settings));
  }

  private static Estimator doubleControl(Settings settings) {
    return new DoubleControl(
        settings.integer(SAMPLES.key()),
        settings.real(ALPHA.key()),
        settings.flag(TUNE_ALPHA.key()));
  }

  private static Estimator rodeo(Settings settings) {
    boolean learned = settings.text(STEIN_FUNCTION.key()).equals("learned");
    return new Rodeo(
        settings.integer(SAMPLES.key()),
        learned
            ? new Rodeo.Heads(
                settings.integer(DEPTH.key()), settings.integer(WIDTH.key()), activation(settings))
            : null,
        settings.real(STEIN_ALPHA.key()),
        settings.flag(TUNE_ALPHA.key()),
        settings.real(STEIN_BETA.key()),
        settings.flag(TUNE_BETA.key()));
  }

  private static boolean coupled(Settings settings) {
    return settings.text(NOISE.key()).equals("coupled");
  }
}
