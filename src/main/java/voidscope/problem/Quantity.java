package voidscope.problem;

import java.util.List;
import java.util.stream.IntStream;

/// What is followed along a run.
///
/// @param label its name on the screen and in tables
/// @param source who tells it
/// @param site of the latents that it is of, from 0
/// @param role what it is to the others
public record Quantity(String label, Source source, int site, Role role) {
  /// Who tells a quantity.
  public enum Source {
    /// The problem, at every step: what is trained, or a function of it.
    STEP,
    /// The problem, where it is measured: this costs.
    PROBLEM,
    /// The steps since it was last told: minus their mean loss.
    TRAINING,
    /// A measurement: natural logarithm of the variance of the gradient of what puts out a site's
    /// θ.
    WEIGHTS,
    /// A measurement: the same of a row's θ.
    LOGITS,
    /// The training steps: the first of these, running along them.
    RUNNING_WEIGHTS,
    /// The training steps: the second, running along them.
    RUNNING_LOGITS
  }

  /// What a quantity is to the others.
  public enum Role {
    /// It stands for itself.
    VALUE,
    /// The standard error of the first.
    ERROR
  }

  /// What stands for itself.
  public Quantity(String label, Source source, int site) {
    this(label, source, site, Role.VALUE);
  }

  /// Functions of what is trained.
  public static List<Quantity> each(List<String> labels) {
    return labels.stream().map(label -> new Quantity(label, Source.STEP, 0)).toList();
  }

  /// Where the standard error of the first of them is; −1 where there is none.
  public static int error(List<Quantity> quantities) {
    return IntStream.range(0, quantities.size())
        .filter(q -> quantities.get(q).role == Role.ERROR)
        .findFirst()
        .orElse(-1);
  }
}
