package voidscope.ui.model;

import java.util.List;
import java.util.Optional;
import voidscope.catalogue.Value;
import voidscope.problem.Objection;

/// The values that controls show and set. For the window's thread.
public interface Values {
  /// The number of the run that the values are of.
  long run();

  /// The number a control shows, also where an estimator tunes it.
  double number(Slot slot);

  /// The value a control shows where nobody tunes it.
  Value value(Slot slot);

  /// Sets a value: at once if it is live, else pending. A gesture of its own where the value is not
  /// held.
  void set(Slot slot, Value value);

  /// Sets a number, as the other does.
  default void set(Slot slot, double number) {
    set(slot, slot.parameter().range().value(number));
  }

  /// What a text may be set to, where only some mean something; empty where any may.
  List<Named> offers(Slot slot);

  /// What would be wrong with the values that stand beside each other if this one was set.
  Optional<Objection> objection(Slot slot, Value value);

  /// A value with what people call it.
  record Named(Value value, String label) {}

  /// Takes hold of a value: what it is set to from now on is one gesture, until [#release] or until
  /// another value is set.
  void hold(Slot slot);

  /// Whether a value is held.
  boolean holds(Slot slot);

  /// Lets go of a value, if it is held.
  void release(Slot slot);

  /// Whether the value waits for a restart.
  boolean pending(Slot slot);

  /// Takes a pending value back.
  void revert(Slot slot);

  /// Whether the estimators tune this value themselves and nobody in the run is left for the slider
  /// to govern.
  boolean automatic(Slot slot);

  /// Hands the value over to the estimators, or takes it back at what the control shows.
  void setAutomatic(Slot slot, boolean automatic);

  /// Ids of the contenders that tune this value themselves.
  List<String> tuning(Slot slot);

  /// Whether an estimator is set to tune this value itself.
  boolean tunes(Slot slot, String id);

  /// What an estimator has tuned a value to, layer by layer of latents; empty if unknown.
  List<Double> tunedLayers(Slot slot, String id);

  /// What people call an estimator.
  String label(String id);

  /// Asks for an action that needs more than values.
  void request(String action);
}
