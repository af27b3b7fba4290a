package voidscope.experiment.training;

import voidscope.catalogue.Settings;
import voidscope.experiment.scenario.RunParameters;
import voidscope.network.Adam;
import voidscope.network.Optimizer;
import voidscope.network.RmsProp;
import voidscope.network.Sgd;

/// The run parameters in the form in which a step needs them.
///
/// @param frozen whether θ stays as it is
public record Tuning(
    Optimizer optimizer,
    float thetaRate,
    boolean frozen,
    float phiRate,
    float phiDecay,
    int batch,
    int every,
    int samples) {
  public static Tuning of(Settings run) {
    Optimizer optimizer =
        switch (run.text(RunParameters.OPTIMIZER.key())) {
          case "adam" -> new Adam();
          case "rmsprop" -> new RmsProp(0.99f, 1e-8f);
          default -> new Sgd(0.9f);
        };
    return new Tuning(
        optimizer,
        (float) run.real(RunParameters.THETA_RATE.key()),
        run.flag(RunParameters.THETA_FROZEN.key()),
        (float) run.real(RunParameters.PHI_RATE.key()),
        (float) run.real(RunParameters.PHI_DECAY.key()),
        run.integer(RunParameters.BATCH.key()),
        run.integer(RunParameters.MEASURE_EVERY.key()),
        run.integer(RunParameters.MEASURE_SAMPLES.key()));
  }
}
