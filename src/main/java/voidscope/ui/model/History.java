package voidscope.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// States that can be gone back to, and forward again. What one gesture of a hand changes, such as
/// a drag, is one step. Bounded: the oldest steps are forgotten.
///
/// @param <S> an immutable state
final class History<S> {
  private static final int LONGEST = 200;

  private final Deque<S> past = new ArrayDeque<>();
  private final Deque<S> future = new ArrayDeque<>();
  private String gesture = "";
  private long moves;
  private boolean forward = true;

  /// Notes that something is about to change.
  ///
  /// @param before what was until now
  /// @param newGesture what changes it; the same as the last time while that gesture goes on
  void record(S before, String newGesture) {
    boolean another = !future.isEmpty() || past.isEmpty() || !newGesture.equals(gesture);
    if (another && !before.equals(past.peek())) { // else the last gesture led back to its start
      past.push(before);
      if (past.size() > LONGEST) {
        past.removeLast();
      }
    }
    future.clear();
    gesture = newGesture;
    forward = true;
    moves++;
  }

  /// The state before the last step; empty if there is none.
  ///
  /// @param now to which [#redo] comes back
  Optional<S> undo(S now) {
    forward = false;
    return move(past, future, now);
  }

  /// The state behind the step that was taken back last; empty if there is none.
  ///
  /// @param now to which [#undo] comes back
  Optional<S> redo(S now) {
    forward = true;
    return move(future, past, now);
  }

  private Optional<S> move(Deque<S> from, Deque<S> to, S now) {
    gesture = "";
    moves++;
    while (!from.isEmpty() && from.getFirst().equals(now)) {
      from.pop(); // a gesture that led back to where it began
    }
    if (from.isEmpty()) {
      return Optional.empty();
    }
    to.push(now);
    return Optional.of(from.pop());
  }

  /// Whether there is a step to take back.
  boolean canUndo() {
    return !past.isEmpty();
  }

  /// Whether there is a step to take again.
  boolean canRedo() {
    return !future.isEmpty();
  }

  /// How often anything was recorded, taken back or again.
  long moves() {
    return moves;
  }

  /// The last step or move did not come about: there is no way to where it led, nor beyond.
  void revoke() {
    gesture = "";
    if (forward) {
      past.poll();
      future.clear();
    } else {
      future.poll();
      past.clear();
    }
  }

  /// Changes every state that is kept, where something has changed that is no step.
  void rebase(UnaryOperator<S> change) {
    change(past, change);
    change(future, change);
  }

  private static <S> void change(Deque<S> states, UnaryOperator<S> change) {
    for (int i = states.size(); i > 0; i--) {
      states.addLast(change.apply(states.removeFirst()));
    }
  }

  /// Forgets everything.
  void clear() {
    past.clear();
    future.clear();
    gesture = "";
  }
}
