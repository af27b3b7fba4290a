package voidscope.problem.mdp;

import java.util.List;
import java.util.function.Supplier;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;
import voidscope.problem.ProblemEntry;

/// The catalogue's line of a [Chain], which tests alone have.
public final class ChainLine implements Supplier<List<ProblemEntry>> {
  /// Its key.
  static final String KEY = "two-state-process";

  @Override
  public List<ProblemEntry> get() {
    return List.of(
        new ProblemEntry(
            KEY,
            "Two-state process",
            "f = −Σ γ^t' r",
            "A decision process of three steps whose policy is a table.",
            List.of(
                Parameter.real(
                    "discount", "γ", "discount", 0, 1, Scale.LINEAR, 0.9, "Weight of a step on.")),
            settings -> new Chain(settings.real("discount"), true, -.3, .7)));
  }
}
