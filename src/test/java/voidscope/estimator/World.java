package voidscope.estimator;

import java.util.EnumSet;
import java.util.Set;
import voidscope.distribution.Categorical;
import voidscope.distribution.Draw;
import voidscope.distribution.Pathwise;
import voidscope.objective.Capability;
import voidscope.simd.Noise;
import voidscope.stat.UnitRule;

/// A kind of b on which estimators are tested, with the exact expectation of what depends on b.
enum World {
  /// Two Bernoulli latents, three parameters.
  BERNOULLI(Capability.DISCRETE),
  /// Two latents of three classes each.
  CATEGORICAL(Capability.DISCRETE),
  /// Two Gaussian latents, three parameters.
  GAUSSIAN(Capability.CONTINUOUS);

  private static final int ORDER = 24;

  private final Capability kind;

  World(Capability kind) {
    this.kind = kind;
  }

  Pathwise distribution() {
    return switch (this) {
      case BERNOULLI -> new MixedBernoulli();
      case CATEGORICAL -> new Categorical(2, 3);
      case GAUSSIAN -> new MixedGaussian();
    };
  }

  Set<Capability> offers() {
    Set<Capability> all =
        EnumSet.of(kind, Capability.DERIVATIVE, Capability.EXACT_GRADIENT, Capability.REPEATABLE);
    if (this == BERNOULLI) {
      all.add(Capability.BERNOULLI);
    }
    return all;
  }

  /// Whether an estimator can do anything here.
  boolean serves(Estimator estimator) {
    return offers().containsAll(estimator.requires());
  }

  /// Takes one outcome with its weight.
  interface Visit {
    void at(Draw draw, double weight);
  }

  /// Visits all outcomes of a row, or the nodes of a quadrature, each as row 0 of a draw.
  void visit(float[] theta, Visit visit) {
    Pathwise distribution = distribution();
    Draw draw = Draw.allocate(distribution, 1, 1, 0);
    System.arraycopy(theta, 0, draw.theta(), 0, draw.theta().length);
    switch (this) {
      case BERNOULLI -> {
        for (int code = 0; code < 4; code++) {
          double p = 1;
          for (int d = 0; d < 2; d++) {
            double q = MixedBernoulli.sigmoid(MixedBernoulli.logit(draw.theta(), 0, d));
            draw.b()[0][d] = code >> d & 1;
            p *= (code >> d & 1) == 1 ? q : 1 - q;
          }
          visit.at(draw, p);
        }
      }
      case CATEGORICAL -> {
        Categorical categorical = (Categorical) distribution;
        for (long code = 0; code < categorical.outcomes(); code++) {
          double p = categorical.outcome(code, draw, 0, 0);
          categorical.sample(draw, 0, 0, 1);
          visit.at(draw, p);
        }
      }
      case GAUSSIAN -> {
        UnitRule rule = new UnitRule(ORDER);
        for (int i = 0; i < ORDER; i++) {
          for (int j = 0; j < ORDER; j++) {
            draw.u()[0][0] = Noise.of(rule.node(i));
            draw.u()[0][1] = Noise.of(rule.node(j));
            distribution.sample(draw, 0, 0, 1);
            visit.at(draw, rule.weight(i) * rule.weight(j));
          }
        }
      }
    }
  }
}
