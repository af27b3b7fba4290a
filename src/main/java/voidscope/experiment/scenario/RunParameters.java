package voidscope.experiment.scenario;

import java.util.List;
import java.util.stream.LongStream;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;

/// The parameters of a run that belong neither to its problem nor to an estimator.
public final class RunParameters {
  /// Seed of every random stream.
  public static final Parameter SEED =
      Parameter.integer(
              "seed",
              "",
              "seed",
              0,
              0x1p53,
              Scale.LINEAR,
              42,
              "Seed of every random stream of the run.")
          .onRestart();

  /// Number of independent runs side by side.
  public static final Parameter REPLICATES =
      Parameter.integer(
              "replicates",
              "R",
              "replicates",
              1,
              256,
              Scale.LOG,
              1,
              "Independent runs side by side; charts show their median and quartiles.")
          .onRestart();

  /// Samples averaged in one step.
  public static final Parameter BATCH =
      Parameter.integer(
              "batch",
              "n",
              "samples a step",
              1,
              256,
              Scale.LOG,
              1,
              "Estimates ĝ of the gradient averaged in one training step.")
          .onRestart();

  /// The step at which a run stops by itself.
  public static final Parameter STEPS =
      Parameter.integer(
          "steps",
          "",
          "step budget",
          1,
          1e12,
          Scale.LOG,
          10_000,
          "The step at which the run stops by itself.");

  /// The optimizer of θ and φ.
  public static final Parameter OPTIMIZER =
      Parameter.choice(
              "optimizer",
              "optimizer",
              List.of("adam", "rmsprop", "momentum"),
              "The rule that turns gradients into steps, for θ and φ alike.")
          .onRestart();

  /// Learning rate of θ.
  public static final Parameter THETA_RATE =
      Parameter.real(
          "theta-rate",
          "α_θ",
          "learning rate θ",
          1e-5,
          10,
          Scale.LOG,
          0.01,
          "Learning rate of the distribution's parameters θ.");

  /// Whether θ stays as it is.
  public static final Parameter THETA_FROZEN =
      Parameter.flag(
          "theta-frozen",
          "freeze θ",
          false,
          "Lets θ stay as it is while φ goes on learning, to see what the control variate becomes"
              + " there.");

  /// Learning rate of φ.
  public static final Parameter PHI_RATE =
      Parameter.real(
          "phi-rate",
          "α_φ",
          "learning rate φ",
          1e-5,
          10,
          Scale.LOG,
          0.01,
          "Learning rate of the control variate's parameters φ (surrogate, λ, η, baseline).");

  /// Weight decay of the networks in φ.
  public static final Parameter PHI_DECAY =
      Parameter.real(
          "phi-decay",
          "ω_φ",
          "weight decay φ",
          0,
          0.01,
          Scale.LINEAR,
          0,
          "Decay of the weights of learned networks: ω/2 times their square joins the variance.");

  /// Steps between two measurements of the gradient's moments.
  public static final Parameter MEASURE_EVERY =
      Parameter.integer(
              "measure-every",
              "k",
              "measure every",
              1,
              10_000,
              Scale.LOG,
              10,
              "Steps between two measurements of the gradient's mean and variance.")
          .in("steps")
          .onRestart();

  /// Fresh gradients of one measurement.
  public static final Parameter MEASURE_SAMPLES =
      Parameter.integer(
          "measure-samples",
          "N",
          "measured samples",
          0,
          1_000_000,
          Scale.LOG,
          1000,
          "Fresh estimates ĝ in one measurement, a pair or K samples one each; 0 measures"
              + " nothing.");

  /// Value of the basket where every estimator trains parameters of its own.
  public static final String OFF = "off";

  /// Whose parameters all estimators follow: the id of a contender.
  public static final Parameter BASKET =
      Parameter.text(
              "basket",
              "basket: all at θ of",
              64,
              OFF,
              "Lets every estimator learn its φ and be measured along the parameters of this one.")
          .onRestart();

  /// Whether variants of an estimator draw the same noise.
  public static final Parameter SAME_NOISE =
      Parameter.flag(
              "same-noise",
              "same noise for variants",
              false,
              "Lets variants of one estimator draw the same noise, so that only their settings"
                  + " differ.")
          .onRestart();

  /// Steps at which the surrogate is kept as it is.
  public static final Parameter PINS =
      Parameter.steps(
          "pins",
          "surrogate pinned at",
          12,
          LongStream.of(30, 300, 3000, 30_000),
          "Steps at which each surrogate is kept as it is then, to be seen beside what it"
              + " becomes.");

  private RunParameters() {}

  /// Those that concern learning.
  public static List<Parameter> learning() {
    return List.of(OPTIMIZER, THETA_RATE, THETA_FROZEN, PHI_RATE, PHI_DECAY);
  }

  /// All of them, in the order of files and screens.
  public static List<Parameter> all() {
    return List.of(
        SEED,
        REPLICATES,
        BATCH,
        STEPS,
        OPTIMIZER,
        THETA_RATE,
        THETA_FROZEN,
        PHI_RATE,
        PHI_DECAY,
        MEASURE_EVERY,
        MEASURE_SAMPLES,
        BASKET,
        SAME_NOISE,
        PINS);
  }
}
