package voidscope.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Scenario;
import voidscope.thread.Errands;

/// The run that a window begins with. It needs no window, so it is made while the platform starts
/// one.
final class Beginning {
  /// @param runner which has the scenario
  record Made(Scenario scenario, Runner runner) {}

  private final CompletableFuture<Made> made = new CompletableFuture<>();

  private Beginning() {}

  /// Has the run made on a thread of its own.
  static Beginning of(Supplier<Scenario> wanted) {
    Beginning beginning = new Beginning();
    Errands.thread("beginning", () -> beginning.make(wanted)).start();
    return beginning;
  }

  private void make(Supplier<Scenario> wanted) {
    try {
      Scenario scenario = wanted.get();
      made.complete(new Made(scenario, Runner.beside(scenario)));
    } catch (RuntimeException | Error e) {
      made.completeExceptionally(e);
    }
  }

  /// The run, which may still be in the making; throws what kept its scenario from being made.
  Made made() {
    return Errands.await(made);
  }
}
