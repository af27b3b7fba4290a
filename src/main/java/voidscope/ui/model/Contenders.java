package voidscope.ui.model;

import java.util.List;
import java.util.Optional;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;

/// The estimators that take part or may. For the window's thread.
public interface Contenders {
  /// Their ids, in the order of lists.
  List<String> ids();

  /// The line of the catalogue that one is of.
  EstimatorEntry entry(String id);

  /// What people call it.
  String label(String id);

  /// The name of the ink in which charts draw it.
  String ink(String id);

  /// Whether it takes part.
  boolean takesPart(String id);

  /// Lets it join or leave; one that cannot run stays away.
  void setTakesPart(String id, boolean part);

  /// Why it cannot run with the problem of the run, in a few words; empty if it can.
  Optional<String> obstacle(String id);

  /// The estimator at the settings that hold for it now: those of the run, or where it does not
  /// take part those that it would join with.
  Estimator estimator(String id);

  /// Its estimate ĝ in one line, at these settings.
  EstimateFormula formula(String id);

  /// Whether lists show it: those of the lecture always, the further ones where they take part or
  /// have been asked for.
  boolean listed(String id);

  /// Lists all estimators, or folds the further ones away.
  void toggleEveryone();

  /// Adds a variant behind it, with its values, and puts that in focus.
  void add(String id);

  /// Whether it can be taken off the list: the last of a kind cannot.
  boolean removable(String id);

  /// Takes it off the list.
  void remove(String id);

  /// Calls it something else; empty for a name made of what it differs in.
  void rename(String id, String label);

  /// Moves it among those that lists show.
  ///
  /// @param by rows down
  void move(String id, int by);
}
