package voidscope.experiment.run;

import java.util.Locale;
import java.util.Optional;
import voidscope.estimator.Estimator;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.training.Tuning;
import voidscope.problem.Model;
import voidscope.problem.Problem;
import voidscope.random.RandomStream;
import voidscope.text.Count;

/// What a run takes of the memory at least: what its replicates train and what the optimizers
/// remember of it. What cannot fit is refused with that figure before it is tried; what else it
/// takes, such as its recordings, is left out, so that nothing is refused that would fit.
public final class MemoryNeed {
  /// What an array of Java holds.
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private static final String LESS =
      "Fewer replicates, fewer estimators, a smaller batch or smaller networks take less, and the"
          + " option -Xmx gives Java more.";

  private MemoryNeed() {}

  /// Looks whether a run may fit into this Java.
  ///
  /// @param scenario with the values of step 0
  /// @throws IllegalArgumentException if it cannot, with the figure
  static void check(Scenario scenario, Problem problem) {
    refusal(scenario, problem, Runtime.getRuntime().maxMemory())
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
  }

  /// Why a run cannot fit.
  ///
  /// @param room bytes that there are
  /// @return empty if it may fit
  static Optional<String> refusal(Scenario scenario, Problem problem, long room) {
    Model model = problem.model();
    int slots = Tuning.of(scenario.run()).optimizer().slots();
    long trained =
        Integer.toUnsignedLong(model.parameters()); // more than an int holds is told, too
    double bytes = 0;
    boolean fits = trained * Math.max(1, slots) <= LONGEST;
    for (Entrant entrant : scenario.estimators()) {
      Estimator estimator =
          Estimators.catalogue().get(entrant.kind()).maker().apply(entrant.settings());
      if (Estimator.missing(estimator.requires(), problem.offers()).isEmpty()) {
        bytes +=
            Float.BYTES
                * (1.0 + slots)
                * (trained + learned(scenario, problem.seenBy(estimator).model(), estimator));
      }
    }
    bytes *= replicates(scenario);
    if (fits && bytes <= room) {
      return Optional.empty();
    }
    return Optional.of(
        "It takes at least "
            + bytes(bytes)
            + " of memory, of which Java may use "
            + bytes(room)
            + ": "
            + size(scenario)
            + ", "
            + Count.text(trained)
            + " parameters each and "
            + (1 + slots)
            + " numbers a parameter. "
            + LESS);
  }

  /// Numbers that an estimator learns at all sites of latents.
  private static long learned(Scenario scenario, Model model, Estimator estimator) {
    int batch = scenario.run().integer(RunParameters.BATCH.key());
    RandomStream any = RandomStream.of(0, "memory", 0);
    long count = 0;
    for (int site = 0; site < model.sites(); site++) {
      var shape = model.shape(site, batch, estimator.samples());
      count += estimator.init(shape, any).values().length;
    }
    return count;
  }

  /// What is told of a run that went out of memory: what was too big, and what to do.
  public static String shortage(Scenario scenario) {
    return "There is too little memory for it: Java may use "
        + bytes(Runtime.getRuntime().maxMemory())
        + ", and the run has "
        + size(scenario)
        + ". "
        + LESS;
  }

  /// How large a run is, in words.
  private static String size(Scenario scenario) {
    int estimators = scenario.estimators().size();
    int replicates = replicates(scenario);
    int batch = scenario.run().integer(RunParameters.BATCH.key());
    return count(estimators, "estimator")
        + " with "
        + count(replicates, "replicate")
        + " and a batch of "
        + batch;
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static int replicates(Scenario scenario) {
    return scenario.run().integer(RunParameters.REPLICATES.key());
  }

  private static String bytes(double bytes) {
    return bytes < 1e9
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
