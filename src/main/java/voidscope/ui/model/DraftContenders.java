package voidscope.ui.model;

import java.util.List;
import java.util.Optional;
import voidscope.chart.series.ChartEntry;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.Entrant;

/// The estimators of the draft.
final class DraftContenders implements Contenders {
  private final Steps steps;
  private final Lineup lineup;

  DraftContenders(Steps steps, Lineup lineup) {
    this.steps = steps;
    this.lineup = lineup;
  }

  @Override
  public List<String> ids() {
    return steps.draft().rows().stream().map(row -> row.entrant().id()).toList();
  }

  @Override
  public EstimatorEntry entry(String id) {
    return Estimators.catalogue().get(steps.draft().entrant(id).kind());
  }

  @Override
  public String label(String id) {
    return steps.draft().label(id);
  }

  @Override
  public String ink(String id) {
    return ChartEntry.inks(steps.draft().beside(id)).getOrDefault(id, id);
  }

  @Override
  public boolean takesPart(String id) {
    return steps.draft().takesPart(id);
  }

  private Entrant asItRuns(String id) {
    return steps.wanted().estimator(id).orElseGet(() -> steps.draft().entrant(id));
  }

  @Override
  public Estimator estimator(String id) {
    return entry(id).maker().apply(asItRuns(id).settings());
  }

  @Override
  public EstimateFormula formula(String id) {
    return entry(id).formula(asItRuns(id).settings());
  }

  @Override
  public Optional<String> obstacle(String id) {
    return lineup.obstacle(steps.wanted().problem(), asItRuns(id).choice());
  }

  @Override
  public void setTakesPart(String id, boolean part) {
    if (part == takesPart(id) || (part && obstacle(id).isPresent())) {
      return;
    }
    Outlook seen = part ? steps.outlook().hiding(id, false) : steps.outlook();
    steps.once(steps.state().with(steps.draft().placing(id, part)).with(seen));
  }

  @Override
  public boolean listed(String id) {
    return steps.outlook().everyone()
        || takesPart(id)
        || !steps.draft().alone(id)
        || entry(id).place() != EstimatorEntry.Place.FURTHER;
  }

  @Override
  public void toggleEveryone() {
    steps.once(steps.state().with(steps.outlook().listing(!steps.outlook().everyone())));
  }

  @Override
  public void add(String id) {
    String fresh = steps.draft().freshId(steps.draft().entrant(id).kind());
    Draft next = steps.draft().adding(id, fresh);
    steps.once(steps.state().with(next).with(steps.outlook().withFocus(fresh)));
  }

  @Override
  public boolean removable(String id) {
    return steps.draft().removable(id);
  }

  @Override
  public void remove(String id) {
    if (!removable(id)) {
      return;
    }
    Draft next = steps.draft().removing(id);
    Outlook seen = WorkbenchModel.focused(next, steps.outlook().hiding(id, false));
    steps.once(steps.state().with(next).with(seen));
  }

  @Override
  public void rename(String id, String label) {
    steps.once(steps.draft().calling(id, label));
  }

  @Override
  public void move(String id, int by) {
    List<String> listed = ids().stream().filter(this::listed).toList();
    int to = listed.indexOf(id) + by;
    if (to >= 0 && to < listed.size()) {
      steps.once(steps.draft().moving(id, ids().indexOf(listed.get(to)) - ids().indexOf(id)));
    }
  }
}
