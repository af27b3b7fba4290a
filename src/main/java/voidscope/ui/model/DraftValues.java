package voidscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.Objection;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Numbers;

/// The values of the draft, and of the run where an estimator tunes them.
final class DraftValues implements Values {
  private final Steps steps;
  private final Follower follower;
  private final Consumer<String> requests;

  /// What was judged last: controls ask at every change of anything.
  private @Nullable Choice judged;

  private Optional<Objection> verdict = Optional.empty();

  /// @param requests takes the ids of actions that are asked for
  DraftValues(Steps steps, Follower follower, Consumer<String> requests) {
    this.steps = steps;
    this.follower = follower;
    this.requests = requests;
  }

  @Override
  public long run() {
    return steps.state().run();
  }

  @Override
  public String label(String id) {
    return steps.draft().label(id);
  }

  @Override
  public void request(String action) {
    requests.accept(action);
  }

  @Override
  public double number(Slot slot) {
    if (automatic(slot)) {
      double tuned = tuned(slot, steps.outlook().focus());
      for (String scope : tuning(slot)) {
        tuned = Double.isNaN(tuned) ? tuned(slot, scope) : tuned;
      }
      if (!Double.isNaN(tuned)) {
        return tuned;
      }
    }
    return Domain.number(value(slot));
  }

  @Override
  public Value value(Slot slot) {
    return steps.draft().settings(governed(slot).getFirst()).value(slot.parameter().key());
  }

  @Override
  public List<Named> offers(Slot slot) {
    if (!slot.parameter().equals(RunParameters.BASKET)) {
      return List.of();
    }
    List<Named> offers = new ArrayList<>();
    offers.add(new Named(new Value.Text(RunParameters.OFF), RunParameters.OFF));
    for (Entrant entrant : steps.wanted().estimators()) {
      offers.add(new Named(new Value.Text(entrant.id()), steps.draft().label(entrant.id())));
    }
    return offers;
  }

  @Override
  public Optional<Objection> objection(Slot slot, Value value) {
    if (!slot.scopes().contains(Scenario.PROBLEM)) {
      return Optional.empty();
    }
    Choice problem = steps.draft().problem().with(slot.parameter().key(), value);
    if (!problem.equals(judged)) {
      judged = problem;
      verdict = Problems.catalogue().get(problem.key()).check().apply(problem.settings());
    }
    return verdict.filter(objection -> objection.key().equals(slot.parameter().key()));
  }

  @Override
  public void hold(Slot slot) {
    steps.hold(slot);
  }

  @Override
  public boolean holds(Slot slot) {
    return steps.holds(slot);
  }

  @Override
  public void release(Slot slot) {
    steps.release(slot);
  }

  @Override
  public void set(Slot slot, Value value) {
    steps.touch(slot);
    Draft next = steps.draft();
    for (String scope : governed(slot)) {
      next = next.with(scope, slot.parameter().key(), value);
    }
    steps.take(next);
  }

  @Override
  public boolean pending(Slot slot) {
    return slot.scopes().stream()
        .anyMatch(scope -> steps.draft().pending(scope, slot.parameter().key()));
  }

  @Override
  public void revert(Slot slot) {
    steps.touch(slot);
    String key = slot.parameter().key();
    Draft next = steps.draft();
    for (String scope : slot.scopes()) {
      if (next.inRun(scope)) {
        next = next.with(scope, key, next.wanted().settings(scope).value(key));
      }
    }
    steps.take(next);
  }

  @Override
  public boolean automatic(Slot slot) {
    List<String> tuning = tuning(slot);
    return !tuning.isEmpty()
        && slot.scopes().stream().filter(steps.draft()::takesPart).allMatch(tuning::contains);
  }

  @Override
  public List<String> tuning(Slot slot) {
    return slot.scopes().stream()
        .filter(s -> steps.draft().takesPart(s) && tunes(slot, s))
        .toList();
  }

  @Override
  public void setAutomatic(Slot slot, boolean automatic) {
    if (slot.tuner() == null) {
      return;
    }
    steps.release(slot);
    steps.touch(slot);
    Domain.Range range = slot.parameter().range();
    Value shown =
        range.value(Math.clamp(Numbers.rounded(number(slot)), range.minimum(), range.maximum()));
    Draft next = steps.draft();
    for (String scope : slot.scopes()) {
      if (next.settings(scope).has(slot.tuner().key())) {
        next = next.with(scope, slot.tuner().key(), new Value.Flag(automatic));
        if (!automatic) {
          next = next.with(scope, slot.parameter().key(), shown);
        }
      }
    }
    steps.take(next);
  }

  /// What an estimator has tuned a value to at the first layer of latents; NaN if unknown.
  private double tuned(Slot slot, String id) {
    List<Double> layers = tunedLayers(slot, id);
    return layers.isEmpty() ? Double.NaN : layers.getFirst();
  }

  @Override
  public List<Double> tunedLayers(Slot slot, String id) {
    return tunes(slot, id) ? follower.tuned(id, slot.parameter().key()) : List.of();
  }

  @Override
  public boolean tunes(Slot slot, String id) {
    return slot.tuner() != null
        && slot.scopes().contains(id)
        && steps.draft().settings(id).has(slot.tuner().key())
        && steps.draft().settings(id).flag(slot.tuner().key());
  }

  /// The scopes that the slider writes to: those that do not tune the value, else all.
  private List<String> governed(Slot slot) {
    List<String> fixed = slot.scopes().stream().filter(s -> !tunes(slot, s)).toList();
    return automatic(slot) || fixed.isEmpty() ? slot.scopes() : fixed;
  }
}
