package voidscope.experiment.training;

import java.io.IOException;
import java.util.Arrays;
import voidscope.experiment.record.Archive;
import voidscope.experiment.record.RunningMoments;
import voidscope.problem.vae.Vae;

/// Running moments of the gradients that a VAE is trained with, as the papers give them: over
/// images and noise together, while the model moves. Taken at every tenth step, as neighbours tell
/// little more and a step is to cost what training costs.
public final class GradientTrail {
  private static final int EVERY = 10;

  private final int[] encoderAt;
  private final int latents;
  private final RunningMoments weights;
  private final RunningMoments[] logits;

  public GradientTrail(Vae vae) {
    int layers = vae.layers();
    latents = vae.distribution().parameters();
    encoderAt = new int[layers + 1];
    Arrays.setAll(encoderAt, vae::encoderAt);
    weights = new RunningMoments(encoderAt[layers]);
    logits = new RunningMoments[layers];
    Arrays.setAll(logits, l -> new RunningMoments(latents));
  }

  /// Takes a step's gradients where it is due.
  ///
  /// @param pass that has estimated them
  /// @param gw of the model
  public void accept(long step, VaePass pass, float[] gw) {
    if (step % EVERY != 0) {
      return;
    }
    weights.accept(gw, 0);
    for (int l = 0; l < logits.length; l++) {
      for (int row = 0; row < pass.rows(); row++) {
        logits[l].accept(pass.gradient(l), row * latents);
      }
    }
  }

  /// Variance of the batch's gradient by the weights of a layer's encoder (trace of the
  /// covariance).
  public double weights(int layer) {
    return weights.sum(encoderAt[layer], encoderAt[layer + 1]);
  }

  /// Variance of a row's gradient by the logits of a layer (trace of the covariance).
  public double logits(int layer) {
    return logits[layer].sum(0, latents);
  }

  /// Carries everything out or in.
  void exchange(Archive archive) throws IOException {
    weights.exchange(archive);
    for (RunningMoments each : logits) {
      each.exchange(archive);
    }
  }
}
