package voidscope.estimator;

import java.util.List;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;

/// The parameters that estimators have in common: each stands here once.
public final class EstimatorParameters {
  /// The least λ.
  public static final double TEMPERATURE_LEAST = 0.01;

  /// The greatest λ.
  public static final double TEMPERATURE_MOST = 10;

  /// λ of the relaxation σ(z/λ).
  public static final Parameter TEMPERATURE =
      Parameter.real(
          "temperature",
          "λ",
          "temperature",
          TEMPERATURE_LEAST,
          TEMPERATURE_MOST,
          Scale.LOG,
          0.5,
          "Temperature of the relaxation σ(z/λ); where it is tuned, its initial value.");

  /// Whether λ follows the variance gradient.
  public static final Parameter TUNE_TEMPERATURE =
      Parameter.flag(
              "tune-temperature", "tune λ", true, "Let λ follow the gradient of the variance.")
          .handing(TEMPERATURE);

  /// η of REBAR.
  public static final Parameter SCALE =
      Parameter.real(
          "eta",
          "η",
          "control variate's scale",
          0,
          4,
          Scale.LINEAR,
          1,
          "Scale of REBAR's control variate; where it is tuned, its initial value.");

  /// Whether η follows the variance gradient.
  public static final Parameter TUNE_SCALE =
      Parameter.flag("tune-eta", "tune η", true, "Let η follow the gradient of the variance.")
          .handing(SCALE);

  /// Noise of the conditional sample.
  public static final Parameter NOISE =
      Parameter.choice(
          "noise",
          "conditional noise",
          List.of("independent", "coupled"),
          "Whether z̃ is drawn afresh given b, or is z itself with the conditional's derivative.");

  /// The control variate of known mean.
  public static final Parameter CONTROL =
      Parameter.choice(
              "control",
              "control variate c",
              List.of("score", "taylor"),
              "c = ∂log p(b)/∂θ, whose mean is 0, or the expansion of f about E b times that.")
          .onRestart();

  /// a of the control variate.
  public static final Parameter COEFFICIENT =
      Parameter.real(
          "coefficient",
          "a",
          "coefficient",
          -4,
          4,
          Scale.LINEAR,
          1,
          "Coefficient a of ĝ − a(c − E c); where it is fitted, its initial value.");

  /// Whether a is fitted.
  public static final Parameter FIT_COEFFICIENT =
      Parameter.flag(
              "tune-coefficient", "fit a", true, "Let a follow Cov(ĝ, c)/Var c of the past steps.")
          .handing(COEFFICIENT);

  /// Form of LAX's surrogate.
  public static final Parameter DIRECT_FORM =
      Parameter.choice(
              "surrogate",
              "surrogate",
              List.of("free", "structured"),
              "Free: c = network(b); structured: c = f(b) + network(b), where f has a derivative.")
          .onRestart();

  /// Form of RELAX's surrogate.
  public static final Parameter FORM =
      Parameter.choice(
              "surrogate",
              "surrogate",
              List.of("free", "structured"),
              "Free: c = network; structured: c = f(σ(z/λ)) + network.")
          .onRestart();

  /// What the surrogate's network reads.
  public static final Parameter INPUT =
      Parameter.choice(
              "input",
              "network input",
              List.of("relaxed", "z"),
              "Whether the network reads 2σ(z/λ) − 1 or z itself.")
          .onRestart();

  /// Of how much of its input the surrogate's network is a function.
  public static final Parameter SCOPE =
      Parameter.choice(
              "scope",
              "network scope",
              List.of("global", "local", "ordered"),
              "Global: one network of all latents, and of a VAE's image or of what is observed in"
                  + " an episode; local: its sum over latents, of each alone; ordered: of each and"
                  + " its place.")
          .onRestart();

  /// Units of a hidden layer.
  public static final Parameter WIDTH =
      Parameter.integer(
              "width", "", "hidden units", 1, 256, Scale.LOG, 10, "Units of each hidden layer.")
          .onRestart();

  /// Hidden layers.
  public static final Parameter DEPTH =
      Parameter.integer("depth", "", "hidden layers", 1, 4, Scale.LINEAR, 1, "Hidden layers.")
          .onRestart();

  /// Activation of the hidden layers.
  public static final Parameter ACTIVATION =
      Parameter.choice(
              "activation",
              "activation",
              List.of("tanh", "relu", "elu"),
              "Activation function of the hidden layers.")
          .onRestart();

  /// Decay of the running mean.
  public static final Parameter DECAY =
      Parameter.real(
          "decay",
          "",
          "decay of the mean",
          0,
          0.9999,
          Scale.LINEAR,
          0.99,
          "Weight that the running mean of f keeps at each step.");

  /// K of leave-one-out REINFORCE, and of those that are made of it.
  public static final Parameter SAMPLES =
      Parameter.integer(
              "sample-count",
              "K",
              "samples",
              2,
              64,
              Scale.LOG,
              4,
              "Samples of b, each of which has the others' mean of f as its baseline.")
          .onRestart();

  /// τ of ReinMax.
  public static final Parameter TAU =
      Parameter.real(
          "tau",
          "τ",
          "temperature",
          0.1,
          10,
          Scale.LOG,
          1,
          "Temperature of the mean π_τ that stands for E b on the way back; 1: E b itself.");

  /// K of Gumbel-Rao.
  public static final Parameter INNER_SAMPLES =
      Parameter.integer(
              "inner-samples",
              "K",
              "relaxed samples",
              1,
              64,
              Scale.LOG,
              10,
              "Relaxed samples z̃ of each b, over which the slope is averaged.")
          .onRestart();

  /// α of double control variates.
  public static final Parameter ALPHA =
      Parameter.real(
          "alpha",
          "α",
          "coefficient α",
          -4,
          4,
          Scale.LINEAR,
          0,
          "Coefficient α of the linear control variate, near −1 where f is nearly linear; where it"
              + " is tuned, its initial value.");

  /// α of RODEO.
  public static final Parameter STEIN_ALPHA =
      Parameter.real(
          "alpha",
          "α",
          "coefficient α",
          -64,
          64,
          Scale.LINEAR,
          0,
          "Coefficient α of the other samples' Ah, near the number of latents where f is nearly"
              + " linear; where it is tuned, its initial value.");

  /// Whether α follows the variance gradient.
  public static final Parameter TUNE_ALPHA =
      Parameter.flag("tune-alpha", "tune α", true, "Let α follow the gradient of the variance.")
          .handing(ALPHA);

  /// β of RODEO.
  public static final Parameter STEIN_BETA =
      Parameter.real(
          "beta",
          "β",
          "coefficient β",
          -64,
          64,
          Scale.LINEAR,
          0,
          "Coefficient β of the sample's own control variate; where it is tuned, its initial"
              + " value.");

  /// Whether β follows the variance gradient.
  public static final Parameter TUNE_BETA =
      Parameter.flag("tune-beta", "tune β", true, "Let β follow the gradient of the variance.")
          .handing(STEIN_BETA);

  /// H of RODEO.
  public static final Parameter STEIN_FUNCTION =
      Parameter.choice(
              "stein-function",
              "function H",
              List.of("learned", "identity"),
              "What is made of f as the other samples expand it: a network's, or f itself.")
          .onRestart();

  /// Whether a critic takes part.
  public static final Parameter CRITIC =
      Parameter.flag(
              "critic",
              "critic",
              false,
              "Takes off each return what a network V expects of it where the step begins.")
          .onRestart();

  /// Optimizer steps of the critic.
  public static final Parameter CRITIC_STEPS =
      Parameter.integer(
          "critic-steps",
          "",
          "critic's steps",
          1,
          50,
          Scale.LOG,
          1,
          "Optimizer steps of the critic V at each step of the run.");

  /// Learning rate of the critic.
  public static final Parameter CRITIC_RATE =
      Parameter.real(
          "critic-rate",
          "",
          "critic's learning rate",
          1e-5,
          1,
          Scale.LOG,
          3e-3,
          "Learning rate of the critic V.");

  /// ℓ of generalised advantage estimation.
  public static final Parameter TRACE =
      Parameter.real(
          "gae",
          "ℓ",
          "generalised advantage",
          0,
          1,
          Scale.LINEAR,
          1,
          "Generalised advantage estimation: 1 takes V off the return; less trusts V of later"
              + " steps, and is biased.");

  /// Whether V counts behind a cut.
  public static final Parameter BOOTSTRAP =
      Parameter.flag(
          "bootstrap",
          "V at the limit",
          false,
          "Counts what V expects where an episode is ended by the limit alone; biased as V is.");

  /// Whether the time stands in the context.
  public static final Parameter CLOCK =
      Parameter.flag(
              "clock",
              "clock",
              false,
              "Lets critic and surrogate see the time and θ beside what is observed.")
          .onRestart();

  /// Value of [#PHI_BY]: the variance of an episode's gradient.
  public static final String EPISODE = "episode";

  /// Which variance φ lowers.
  public static final Parameter PHI_BY =
      Parameter.choice(
              "phi-by",
              "φ lowers the variance of",
              List.of("rows", EPISODE),
              "Each step's ĝ by itself, or the policy's gradient of a whole episode.")
          .onRestart();

  private EstimatorParameters() {}

  /// Those that mean something on episodes alone.
  public static List<Parameter> episodic() {
    return List.of(CRITIC, CRITIC_STEPS, CRITIC_RATE, TRACE, BOOTSTRAP, CLOCK, PHI_BY);
  }

  /// Those of the relaxation, which all estimators that relax b share.
  public static List<Parameter> relaxation() {
    return List.of(TEMPERATURE, TUNE_TEMPERATURE, NOISE);
  }
}
