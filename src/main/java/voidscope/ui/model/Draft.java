package voidscope.ui.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.EventLog;
import voidscope.experiment.scenario.Labels;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Candidates;

/// What is set. Immutable.
///
/// It holds two sets of values: those that the controls show, and the wanted scenario, which the
/// run is to follow. A live change goes into both at once; one that needs a restart waits in the
/// first until then.
///
/// @param problem as the controls show it
/// @param run the run's values as the controls show them
/// @param rows the estimators in the order of the screen, at least one of every kind
/// @param numbers as [Scenario#numbers] has them
/// @param shelved problems that were chosen before, as they were left, by their keys
/// @param dismissed ids of estimators that the user has put out, who stay out
/// @param wanted the values that the run is to follow, without events
public record Draft(
    Choice problem,
    Settings run,
    List<Row> rows,
    SortedMap<String, Integer> numbers,
    Map<String, Choice> shelved,
    Set<String> dismissed,
    Scenario wanted) {

  /// An estimator that takes part or may.
  ///
  /// @param entrant with the values that the controls show
  /// @param in whether it takes part
  public record Row(Entrant entrant, boolean in) {
    /// The same with another entrant.
    Row with(Entrant other) {
      return new Row(other, in);
    }
  }

  /// Copies what may be changed.
  public Draft {
    rows = List.copyOf(rows);
    numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    shelved = Map.copyOf(shelved);
    dismissed = Collections.unmodifiableSet(new TreeSet<>(dismissed));
  }

  /// A scenario as it begins; of the kinds that do not take part one each, with what suits the
  /// problem.
  static Draft of(Scenario scenario) {
    Scenario start = scenario.at(0);
    return new Draft(
        start.problem(), start.run(), rows(start), start.numbers(), Map.of(), Set.of(), start);
  }

  private static List<Row> rows(Scenario scenario) {
    return Candidates.of(scenario).stream()
        .map(entrant -> new Row(entrant, scenario.estimator(entrant.id()).isPresent()))
        .toList();
  }

  private Draft with(Choice newProblem, Settings newRun, List<Row> newRows, Scenario newWanted) {
    return new Draft(newProblem, newRun, newRows, numbers, shelved, dismissed, newWanted);
  }

  private Draft withRows(List<Row> newRows) {
    return with(problem, run, newRows, wanted);
  }

  private Draft withWanted(Scenario newWanted) {
    return with(problem, run, rows, newWanted);
  }

  /// The row of an id.
  public Optional<Row> row(String id) {
    return rows.stream().filter(row -> row.entrant().id().equals(id)).findFirst();
  }

  /// The estimator of an id as the controls show it.
  ///
  /// @throws IllegalArgumentException if there is none
  Entrant entrant(String id) {
    return row(id)
        .map(Row::entrant)
        .orElseThrow(() -> new IllegalArgumentException("no estimator \"" + id + "\""));
  }

  /// Whether an estimator is the only one of its kind, which shares the relaxation with others.
  boolean alone(String id) {
    String kind = entrant(id).kind();
    return rows.stream().filter(row -> row.entrant().kind().equals(kind)).count() == 1;
  }

  /// Whether an estimator takes part.
  boolean takesPart(String id) {
    return wanted.estimator(id).isPresent();
  }

  /// Whether the run has what a scope sets.
  boolean inRun(String scope) {
    return switch (scope) {
      case Scenario.PROBLEM -> !problemPending();
      case Scenario.RUN -> true;
      default -> takesPart(scope);
    };
  }

  /// Whether another problem waits for a restart.
  public boolean problemPending() {
    return !problem.key().equals(wanted.problem().key());
  }

  /// The values of a scope that the controls show.
  Settings settings(String scope) {
    return switch (scope) {
      case Scenario.PROBLEM -> problem.settings();
      case Scenario.RUN -> run;
      default -> entrant(scope).settings();
    };
  }

  /// The same with one value set: at once if it is live, else pending.
  Draft with(String scope, String key, Value value) {
    Settings old = settings(scope);
    Draft drafted =
        switch (scope) {
          case Scenario.PROBLEM -> with(problem.with(key, value), run, rows, wanted);
          case Scenario.RUN -> with(problem, run.with(key, value), rows, wanted);
          default -> with(scope, entrant -> entrant.with(key, value));
        };
    boolean follows =
        inRun(scope)
            && old.parameter(key).live()
            && !wanted.settings(scope).value(key).equals(value);
    return follows ? drafted.withWanted(wanted.with(scope, key, value)) : drafted;
  }

  private Draft with(String id, UnaryOperator<Entrant> change) {
    return withRows(
        rows.stream()
            .map(row -> row.entrant().id().equals(id) ? row.with(change.apply(row.entrant())) : row)
            .toList());
  }

  /// Whether a value waits for a restart.
  boolean pending(String scope, String key) {
    return inRun(scope) && !settings(scope).value(key).equals(wanted.settings(scope).value(key));
  }

  /// The scenario that the controls show: what a restart would begin with.
  Scenario scenario() {
    List<Entrant> in = rows.stream().filter(Row::in).map(Row::entrant).toList();
    return new Scenario(problem, in, run, EventLog.EMPTY, numbers);
  }

  /// Whether anything waits for a restart.
  boolean pending() {
    return !equals(reverted());
  }

  /// The same at the start of a run of which it was set; its events lead to these values.
  Draft from(Scenario start) {
    return withWanted(start);
  }

  /// The same where these values run, and none are pending.
  Draft running(Scenario values) {
    List<Row> placed =
        rows.stream()
            .map(
                row ->
                    values
                        .estimator(row.entrant().id())
                        .map(entrant -> new Row(entrant, true))
                        .orElse(new Row(row.entrant(), false)))
            .toList();
    return with(values.problem(), values.run(), placed, values);
  }

  /// The same with every pending value taken back.
  Draft reverted() {
    List<Row> back =
        rows.stream()
            .map(row -> wanted.estimator(row.entrant().id()).map(row::with).orElse(row))
            .toList();
    return with(wanted.problem(), wanted.run(), back, wanted);
  }

  /// The same with another problem, to hold from the next restart: as it was left, or as it runs.
  Draft choosing(String key) {
    Map<String, Choice> left = new TreeMap<>(shelved);
    left.put(problem.key(), problem);
    Choice chosen =
        key.equals(wanted.problem().key())
            ? wanted.problem()
            : left.getOrDefault(key, Scenarios.problem(key));
    return new Draft(chosen, run, rows, numbers, left, dismissed, wanted);
  }

  /// The same with an estimator in or out.
  Draft placing(String id, boolean in) {
    Set<String> out = new HashSet<>(dismissed);
    if (in) {
      out.remove(id);
    } else {
      out.add(id);
    }
    List<Row> placed =
        rows.stream()
            .map(row -> row.entrant().id().equals(id) ? new Row(row.entrant(), in) : row)
            .toList();
    return new Draft(problem, run, placed, numbers, shelved, out, wanted).enrolled();
  }

  /// The same where those take part in the run whose rows say so, in their order.
  private Draft enrolled() {
    List<Entrant> entrants =
        rows.stream()
            .filter(Row::in)
            .map(row -> wanted.estimator(row.entrant().id()).orElse(row.entrant()))
            .map(entrant -> entrant.called(entrant(entrant.id()).label()))
            .toList();
    return withWanted(
        new Scenario(wanted.problem(), entrants, wanted.run(), wanted.events(), numbers));
  }

  /// The id that one more of a kind would have.
  String freshId(String kind) {
    return everyone().freshId(kind);
  }

  /// The scenario in which all rows take part.
  Scenario everyone() {
    List<Entrant> all = rows.stream().map(Row::entrant).toList();
    return new Scenario(problem, all, run, EventLog.EMPTY, numbers);
  }

  /// The same with a variant of an estimator behind those of its kind that follow it, which begins
  /// with its values and takes part if it does.
  Draft adding(String like, String id) {
    Row model = row(like).orElseThrow();
    Entrant first = model.entrant();
    List<Row> more = new ArrayList<>(rows);
    Entrant variant = new Entrant(id, first.kind(), "", first.settings());
    int at = rows.indexOf(model) + 1;
    while (at < rows.size() && rows.get(at).entrant().kind().equals(first.kind())) {
      at++;
    }
    more.add(at, new Row(variant, model.in()));
    return withRows(more).enrolled();
  }

  /// Whether an estimator can be taken off the list: the last of a kind stays.
  boolean removable(String id) {
    return !alone(id);
  }

  /// The same without an estimator; its id is not given again.
  Draft removing(String id) {
    Scenario left =
        everyone()
            .withEstimators(
                rows.stream()
                    .map(Row::entrant)
                    .filter(entrant -> !entrant.id().equals(id))
                    .toList());
    List<Row> kept = rows.stream().filter(row -> !row.entrant().id().equals(id)).toList();
    return new Draft(problem, run, kept, left.numbers(), shelved, dismissed, wanted).enrolled();
  }

  /// The same with an estimator under another label; empty for a name made of what it differs in.
  Draft calling(String id, String label) {
    return with(id, entrant -> entrant.called(label)).enrolled();
  }

  /// The same with an estimator some rows further down.
  Draft moving(String id, int by) {
    List<Row> moved = new ArrayList<>(rows);
    Row row = row(id).orElseThrow();
    int to = Math.clamp((long) rows.indexOf(row) + by, 0, rows.size() - 1);
    moved.remove(row);
    moved.add(to, row);
    return withRows(moved).enrolled();
  }

  /// What people call an estimator: as the run does, or would if it took part.
  String label(String id) {
    return Labels.of(beside(id)).of(id);
  }

  /// Those who take part, and an estimator that may.
  List<Entrant> beside(String id) {
    return takesPart(id)
        ? wanted.estimators()
        : Stream.concat(wanted.estimators().stream(), Stream.of(entrant(id))).toList();
  }

  /// The same at a restart with what is pending: with what suits its problem where that is of
  /// another kind than the one before.
  Draft suited() {
    if (Suit.fits(wanted.problem(), problem)) {
      return this;
    }
    List<Row> suited =
        rows.stream()
            .map(row -> row.with(Suit.estimator(row.entrant(), wanted.problem(), problem)))
            .toList();
    return with(problem, Suit.run(run, wanted.problem(), problem), suited, wanted);
  }

  /// The same where these take part from the start, and nothing is pending.
  Draft beginning(Set<String> ids) {
    List<Row> placed =
        rows.stream().map(row -> new Row(row.entrant(), ids.contains(row.entrant().id()))).toList();
    List<Entrant> entrants = placed.stream().filter(Row::in).map(Row::entrant).toList();
    return with(
        problem, run, placed, new Scenario(problem, entrants, run, EventLog.EMPTY, numbers));
  }
}
