package voidscope.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.Scenario;

/// What is set, how it is looked at and of which run, and the steps that have led there. For the
/// window's thread.
final class Steps {
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final History<State> history = new History<>();
  private State state;
  private @Nullable Slot held;
  private long gesture = Engine.ONCE;

  /// What a step leads from and to.
  ///
  /// @param run the number of the run, as the engine counts them
  /// @param origin of what is set
  record State(Draft draft, Outlook outlook, long run, Origin origin) {
    State with(Draft other) {
      return new State(other, outlook, run, origin);
    }

    State with(Outlook other) {
      return new State(draft, other, run, origin);
    }

    State with(Origin other) {
      return new State(draft, outlook, run, other);
    }

    State of(long other) {
      return new State(draft, outlook, other, origin);
    }
  }

  /// Begins where nothing has been done.
  Steps(State state) {
    this.state = state;
  }

  /// Changes with the state.
  ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /// Where it stands.
  State state() {
    return state;
  }

  /// What is set.
  Draft draft() {
    return state.draft();
  }

  /// How it is looked at.
  Outlook outlook() {
    return state.outlook();
  }

  /// The values that the run is to follow, without events.
  Scenario wanted() {
    return state.draft().wanted();
  }

  /// What has been done, to be taken back.
  History<State> history() {
    return history;
  }

  /// Takes a step, unless nothing changes.
  ///
  /// @param by what does it, as [History#record] has it
  void take(State next, String by) {
    if (!next.equals(state)) {
      history.record(state, by);
      replace(next);
    }
  }

  /// Takes a step that sets something, in the gesture that goes on.
  void take(Draft next) {
    take(state.with(next), "set " + gesture);
  }

  /// Takes a step of its own.
  void once(Draft next) {
    once(state.with(next));
  }

  /// Takes a step of its own.
  void once(State next) {
    begin();
    take(next, "set " + gesture);
  }

  /// Stands elsewhere, without a step.
  void replace(State next) {
    state = next;
    revision.set(revision.get() + 1);
  }

  /// The state before the last step.
  Optional<State> undo() {
    return history.undo(state);
  }

  /// The state behind the step that was taken back last.
  Optional<State> redo() {
    return history.redo(state);
  }

  /// Begins a gesture.
  ///
  /// @return its number
  long begin() {
    held = null;
    return ++gesture;
  }

  /// Begins a gesture that lasts while a value is held.
  void hold(Slot slot) {
    begin();
    held = slot;
  }

  /// Whether a value is held.
  boolean holds(Slot slot) {
    return slot.equals(held);
  }

  /// Lets go of a value, if it is held.
  void release(Slot slot) {
    if (holds(slot)) {
      held = null;
    }
  }

  /// Begins a gesture, unless the value is held.
  void touch(Slot slot) {
    if (!holds(slot)) {
      begin();
    }
  }

  /// The number of the gesture that set something last.
  long gesture() {
    return gesture;
  }
}
