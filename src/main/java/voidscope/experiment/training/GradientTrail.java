package voidscope.experiment.training;

import java.io.IOException;
import java.util.Arrays;
import voidscope.experiment.record.Archive;
import voidscope.experiment.record.RunningMoments;
import voidscope.problem.Model;

/// Running moments of the gradients that something is trained with, as the papers give them: over
/// data and noise together, while the model moves. Where rows have moments of their own they are
/// taken at every tenth step, as neighbours tell little more and a step is to cost what training
/// costs; else at every one.
public final class GradientTrail {
  private static final int EVERY = 10;

  private final int every;
  private final int[] from;
  private final int parameters;
  private final RunningMoments weights;
  private final RunningMoments[] logits;

  /// @param parameters of a row's θ, P; 0 where only what is trained has moments
  public GradientTrail(Model model, int parameters) {
    this.parameters = parameters;
    int sites = model.sites();
    from = new int[sites + 1];
    Arrays.setAll(from, model::from);
    weights = new RunningMoments(from[sites]);
    every = parameters > 0 ? EVERY : 1;
    logits = new RunningMoments[parameters > 0 ? sites : 0];
    Arrays.setAll(logits, site -> new RunningMoments(parameters));
  }

  /// Whether a step's gradients are due.
  boolean due(long step) {
    return step % every == 0;
  }

  /// Takes a step's gradients where they are due.
  ///
  /// @param estimation that has them of the sites
  /// @param gradient of what is trained
  public void accept(long step, Estimation estimation, float[] gradient) {
    if (!due(step)) {
      return;
    }
    weights.accept(gradient, 0);
    for (int site = 0; site < logits.length; site++) {
      int rows = estimation.batch().draw(site).n();
      for (int row = 0; row < rows; row++) {
        logits[site].accept(estimation.gradient(site), row * parameters);
      }
    }
  }

  /// Variance of the batch's gradient by what puts out θ of a site (trace of the covariance).
  public double weights(int site) {
    return weights.sum(from[site], from[site + 1]);
  }

  /// Variance of a row's gradient by θ of a site (trace of the covariance).
  public double logits(int site) {
    return logits[site].sum(0, parameters);
  }

  /// Carries everything out or in.
  void exchange(Archive archive) throws IOException {
    if (logits.length == 0 && !archive.tellsRunning()) {
      return;
    }
    weights.exchange(archive);
    for (RunningMoments each : logits) {
      each.exchange(archive);
    }
  }
}
