package voidscope.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Comparison;
import voidscope.laboratory.ComparisonColumn;
import voidscope.thread.ThreadTeam;
import voidscope.ui.model.Slot;
import voidscope.ui.model.WorkbenchModel;

/// What the comparison says of the estimators, without a toolkit.
final class ComparisonTest {
  private static Scenario scenario(String problem, String... estimators) {
    return new Scenario(
        Scenarios.problem(problem),
        Arrays.stream(estimators).map(Scenarios::estimator).toList(),
        Scenarios.standard().run(),
        List.of());
  }

  private static WorkbenchModel ran(Scenario scenario, int steps) {
    WorkbenchModel model = new WorkbenchModel(scenario);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(steps);
      model.accept(experiment.snapshot());
    }
    return model;
  }

  private static double value(WorkbenchModel model, String key, String title) {
    if (!model.looks().outlook().everyone()) {
      model.contenders().toggleEveryone();
    }
    List<String> titles = ComparisonColumn.all().stream().map(ComparisonColumn::title).toList();
    assertTrue(titles.contains(title), titles.toString());
    return ModelComparison.of(model).rows().stream()
        .filter(row -> row.id().equals(key))
        .map(row -> row.values().get(titles.indexOf(title)))
        .findFirst()
        .orElseThrow();
  }

  private static Track track(WorkbenchModel model, String key) {
    Snapshot snapshot = Objects.requireNonNull(model.follower().current());
    return snapshot.tracks().stream()
        .filter(track -> track.id().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void facts_areThoseOfTheEstimator_atItsPresentSettings() {
    Scenario scenario = scenario("squared-distance", "arm", "rloo", "relax", "rebar");
    WorkbenchModel model =
        new WorkbenchModel(
            scenario
                .with("rloo", "sample-count", 7)
                .with("relax", "surrogate", new Value.Choice("structured")));
    assertEquals(2, value(model, "arm", "takes f / ĝ"));
    assertEquals(7, value(model, "rloo", "takes f / ĝ"));
    assertEquals(3, value(model, "relax", "takes f / ĝ"));
    assertEquals(0, value(model, "exact", "takes f / ĝ"));
    assertEquals(1, value(model, "relax", "needs f′"));
    assertEquals(0, value(model, "relax", "usable when f is unknown"));
    Slot noise =
        new Slot(
            Estimators.catalogue().get("rebar").parameters().stream()
                .filter(parameter -> parameter.key().equals("noise"))
                .findFirst()
                .orElseThrow(),
            List.of("rebar"),
            null);
    assertEquals(3, value(model, "rebar", "takes f / ĝ"));
    model.values().set(noise, new Value.Choice("coupled"));
    assertEquals(2, value(model, "rebar", "takes f / ĝ"));
  }

  @Test
  void relaxedZ_isNeeded_byThoseThatDrawIt() {
    WorkbenchModel model = new WorkbenchModel(Scenarios.standard());
    Set<String> relaxing =
        Set.of("concrete", "rebar", "relax", "straight-through-gumbel", "gumbel-rao");
    Estimators.catalogue()
        .entries()
        .forEach(
            entry ->
                assertEquals(
                    relaxing.contains(entry.key()) ? 1 : 0,
                    value(model, entry.key(), "needs relaxed z"),
                    entry.key()));
  }

  @Test
  void meanSquareError_isSquaredBiasAndTheVarianceOfASecondsMean() {
    Scenario scenario =
        scenario("squared-distance", "exact", "reinforce", "straight-through", "rloo")
            .with("problem", "target", 0.1)
            .with(Scenario.RUN, "batch", 8)
            .with(Scenario.RUN, "theta-rate", 0.1);
    WorkbenchModel model = ran(scenario, 100);
    for (String key : List.of("reinforce", "rloo", "straight-through")) {
      Track track = track(model, key);
      Measurement measured = Objects.requireNonNull(track.measured());
      double seconds = track.clock().taken(track.step()) / track.step();
      double bias = key.equals("straight-through") ? measured.bias() : 0;
      assertEquals(
          bias * bias + measured.variance() * seconds / 8,
          value(model, key, "MSE in 1 s"),
          1e-12,
          key);
    }
    assertEquals(0, value(model, "exact", "MSE in 1 s"));
    assertTrue(Double.isNaN(value(model, "relax", "MSE in 1 s")));
  }

  @Test
  void meanSquareError_ofABiasedOneIsUnknown_whereNobodyKnowsItsBias() {
    Scenario scenario =
        scenario("random-quadratic", "straight-through", "reinforce")
            .with(Scenario.RUN, "measure-samples", 60);
    WorkbenchModel model = ran(scenario, 1);
    assertTrue(Double.isNaN(value(model, "straight-through", "MSE in 1 s")));
    assertTrue(value(model, "reinforce", "MSE in 1 s") > 0);
  }

  @Test
  void unit_saysWhoseEstimatesTakeSeveralSamples() {
    assertEquals(
        "variance of one estimate ĝ",
        ModelComparison.unit(
            new WorkbenchModel(scenario("squared-distance", "reinforce", "rebar"))));
    assertEquals(
        "variance of one estimate ĝ (ARM and DisARM: a pair; Leave-one-out: 4 samples)",
        ModelComparison.unit(
            new WorkbenchModel(scenario("squared-distance", "rloo", "arm", "disarm", "relax"))));
    assertEquals(
        "variance of one estimate ĝ (RODEO: 4 samples)",
        ModelComparison.unit(
            new WorkbenchModel(scenario("squared-distance", "rodeo", "gumbel-rao", "reinmax"))));
  }

  /// What was measured without events of a rare side is left out, and says why.
  @Test
  void variance_isLeftOut_whereASideIsRare() {
    Scenario scenario =
        scenario("random-quadratic", "relax", "reinforce").with("problem", "logit", -7);
    WorkbenchModel model = ran(scenario, 10);
    assertTrue(Double.isNaN(value(model, "relax", "Var ĝ")));
    Comparison.Row row =
        ModelComparison.of(model).rows().stream()
            .filter(r -> r.id().equals("relax"))
            .findFirst()
            .orElseThrow();
    assertEquals("too few of 1\u2009000 samples on a rare side", row.note());
  }

  /// What is measured of one who has joined later is of another moment: nothing is compared.
  @Test
  void whoIsCatchingUp_isNotCompared() {
    Scenario scenario = scenario("squared-distance", "reinforce", "rebar");
    Scenario alone = scenario.withEstimators(List.of(scenario.estimators().getFirst()));
    WorkbenchModel model = new WorkbenchModel(scenario);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(alone, team);
      experiment.advance(2000);
      experiment.retune(scenario);
      model.accept(experiment.snapshot());
    }
    Comparison.Row late =
        ModelComparison.of(model).rows().stream()
            .filter(row -> row.id().equals("rebar"))
            .findFirst()
            .orElseThrow();
    assertEquals("at step 0 of 2\u2009000", late.note());
    assertEquals(2000, Comparison.reached(Objects.requireNonNull(model.follower().current())));
  }

  /// A run without a window is compared as one that the window has opened, cell by cell.
  @Test
  void comparisonOfASnapshot_isThatOfTheWindow() {
    for (String problem : List.of("squared-distance", "gaussian-steps")) {
      WorkbenchModel model = ran(scenario(problem, "exact", "reinforce", "rloo"), 100);
      Comparison window = ModelComparison.of(model);
      assertEquals(
          window, Comparison.of(Objects.requireNonNull(model.follower().current())), problem);
      assertTrue(window.rows().size() > 5);
    }
  }

  @Test
  void csv_quotesANoteWithAComma() {
    List<Double> values = Collections.nCopies(ComparisonColumn.all().size(), 1.0);
    Comparison.Row row =
        new Comparison.Row("relax", "RELAX", values, "needs f′, not \"black\"", true);
    String csv = new Comparison(List.of(row)).csv();
    assertTrue(csv.endsWith(",\"needs f′, not \"\"black\"\"\"\n"), csv);
  }
}
