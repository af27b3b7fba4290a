package voidscope.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import voidscope.estimator.Term;

/// What is followed along a run.
///
/// @param label its name on the screen and in tables
/// @param source who tells it
/// @param site of the latents that it is of, from 0; of a term or a part its number
/// @param role what it is to the others
public record Quantity(String label, Source source, int site, Role role) {
  /// Who tells a quantity.
  public enum Source {
    /// The problem, at every step: what is trained, or a function of it.
    STEP,
    /// The batch of every step, such as the return of an episode.
    BATCH,
    /// The training steps: the mean of the first of these over the last 100 steps.
    RECENT,
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
    RUNNING_LOGITS,
    /// The loss, at every step: E f where it is known, else that of the step's batch.
    LOSS,
    /// A measurement: natural logarithm of the variance of ĝ.
    VARIANCE,
    /// A measurement: that of the share that a control variate leaves of the variance.
    CONTROL_RATIO,
    /// A measurement: that of 1 − ρ², the share that it leaves at its best coefficient.
    CONTROL_PREDICTION,
    /// A measurement: that of the variance of a term of ĝ; its number stands for the site.
    TERM,
    /// A measurement: that of the variance of a [part][Term.Part] of ĝ; its place among the parts
    /// stands for the site.
    PART;

    /// Whether it is told at every step, and not where there may be a measurement.
    public boolean stepwise() {
      return this == STEP || this == BATCH || this == RECENT || this == LOSS;
    }

    /// Whether it is told only where there is a measurement.
    public boolean measured() {
      return this == VARIANCE
          || this == CONTROL_RATIO
          || this == CONTROL_PREDICTION
          || this == TERM
          || this == PART;
    }
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

  /// How many of them certain sources tell.
  public static int count(List<Quantity> quantities, Set<Source> sources) {
    return (int) quantities.stream().filter(q -> sources.contains(q.source)).count();
  }

  /// What is recorded of a run: what the problem follows, and what every run has.
  ///
  /// @param followed of the problem
  /// @param terms of the estimate, where it has a control variate to be measured; else none. Its
  ///   two parts are recorded where it has both: else the one is ĝ
  /// @throws IllegalArgumentException if the problem tells some at every step and some not, as it
  ///   tells all of them at once
  public static List<Quantity> recorded(List<Quantity> followed, List<Term> terms) {
    List<Source> sources = followed.stream().map(Quantity::source).toList();
    if (sources.contains(Source.STEP) && sources.contains(Source.PROBLEM)) {
      throw new IllegalArgumentException("some are told at every step, some where it is measured");
    }
    List<Quantity> all = new ArrayList<>(followed);
    all.add(new Quantity("loss", Source.LOSS, 0));
    all.add(new Quantity("ln Var", Source.VARIANCE, 0));
    if (!terms.isEmpty()) {
      all.add(new Quantity("ln ratio", Source.CONTROL_RATIO, 0));
      all.add(new Quantity("ln (1 − ρ²)", Source.CONTROL_PREDICTION, 0));
      for (int t = 0; t < terms.size(); t++) {
        all.add(new Quantity(terms.get(t).name(), Source.TERM, t));
      }
    }
    Set<Term.Part> parts = terms.stream().map(Term::part).collect(Collectors.toSet());
    if (parts.containsAll(Term.Part.ALL)) {
      for (int p = 0; p < Term.Part.ALL.size(); p++) {
        all.add(new Quantity(Term.Part.ALL.get(p).label(), Source.PART, p));
      }
    }
    return List.copyOf(all);
  }

  /// Where the standard error of the first of them is; −1 where there is none.
  public static int error(List<Quantity> quantities) {
    return IntStream.range(0, quantities.size())
        .filter(q -> quantities.get(q).role == Role.ERROR)
        .findFirst()
        .orElse(-1);
  }
}
