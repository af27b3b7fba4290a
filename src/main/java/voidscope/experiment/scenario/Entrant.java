package voidscope.experiment.scenario;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimators;

/// An estimator that takes part in a run. The same estimator may do so several times, each with
/// settings of its own; what it is known by is its id. The noise that it draws follows from the id,
/// so that neither its label nor its place changes a bit.
///
/// @param id what events, tables and checkpoints call it, alone in its scenario; of the first of a
///   kind its kind
/// @param kind the estimator's key in the catalogue
/// @param label what people call it, or empty for a name made of what it differs in
/// @param settings the estimator's parameters' values
public record Entrant(String id, String kind, String label, Settings settings) {
  /// Letters of a label at most.
  public static final int LONGEST_LABEL = 60;

  /// The highest number of a kind.
  public static final int HIGHEST = 999_999;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 64;

  /// What scopes, streams and inks call something else.
  private static final Set<String> TAKEN =
      Set.of(
          Scenario.PROBLEM,
          Scenario.RUN,
          RunParameters.OFF,
          "model",
          "images",
          "optimum",
          "f",
          "frelaxed",
          "term-first",
          "term-second",
          "term-third",
          "term-fourth");

  /// The first of its kind.
  public Entrant(String kind, Settings settings) {
    this(kind, kind, "", settings);
  }

  /// The estimator with its settings, whoever it is.
  public Choice choice() {
    return new Choice(kind, settings);
  }

  /// The same with other settings.
  public Entrant with(Settings newSettings) {
    return new Entrant(id, kind, label, newSettings);
  }

  /// The same with one value changed.
  ///
  /// @throws IllegalArgumentException if the key is unknown or the value not allowed
  public Entrant with(String parameter, Value value) {
    return with(settings.with(parameter, value));
  }

  /// The same under another label.
  public Entrant called(String newLabel) {
    return new Entrant(id, kind, newLabel, settings);
  }

  /// Why a text cannot be the id of an estimator of a kind: what is expected instead; empty if it
  /// can.
  public static Optional<String> fault(String id, String kind) {
    if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
      return Optional.of(
          "an id of small letters, digits and hyphens, at most " + LONGEST_ID + " of them");
    }
    boolean others = !id.equals(kind) && Estimators.catalogue().find(id).isPresent();
    return others || TAKEN.contains(id)
        ? Optional.of("an id that means nothing else, such as \"" + numbered(kind, 2) + "\"")
        : Optional.empty();
  }

  /// The id of a numbered one of a kind; the first has none.
  public static String numbered(String kind, int number) {
    return kind + "-" + number;
  }

  /// Its number among its kind: 1 for the first, n for `kind-n`, 0 where the id has none.
  public int number() {
    if (id.equals(kind)) {
      return 1;
    }
    Matcher matcher = Pattern.compile(Pattern.quote(kind) + "-([1-9][0-9]{0,5})").matcher(id);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
