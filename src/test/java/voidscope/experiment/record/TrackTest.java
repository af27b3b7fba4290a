package voidscope.experiment.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.Quantity;
import voidscope.thread.ThreadTeam;

/// What a snapshot tells of contenders with continuous and categorical b.
final class TrackTest {
  private static Snapshot run(String problem, int steps, String... estimators) {
    Scenario scenario =
        new Scenario(
                Scenarios.problem(problem),
                Arrays.stream(estimators).map(Scenarios::estimator).toList(),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "measure-samples", 2000);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(steps);
      return experiment.snapshot();
    }
  }

  private static Track track(Snapshot snapshot, String key) {
    return snapshot.tracks().stream().filter(t -> t.id().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void quantities_areMeanAndDeviation_ofAGaussian() {
    Snapshot snapshot = run("gaussian-distance", 50, "exact");
    assertEquals(List.of("μ", "log σ"), labels(snapshot));
    Track exact = track(snapshot, "exact");
    assertEquals(2, exact.quantities().size());
    double mean = exact.quantities().getFirst().middle().newest();
    double deviation = exact.quantities().getLast().middle().newest();
    assertTrue(mean > 0.2, "μ moves towards t = 2: " + mean);
    assertTrue(deviation < -0.2, "σ shrinks: " + deviation);
    assertNull(exact.sample());
    assertNull(exact.control());
  }

  @Test
  void quantities_areTheClassesProbabilities_whichAddUp() {
    Snapshot snapshot = run("categorical-distance", 30, "exact");
    assertEquals(List.of("p₁", "p₂", "p₃"), labels(snapshot));
    double sum =
        track(snapshot, "exact").quantities().stream().mapToDouble(b -> b.middle().newest()).sum();
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void sample_holdsTermsThatAddUp_withTheExactGradient() {
    Snapshot snapshot = run("gaussian-steps", 40, "reinforce", "lax");
    Track.GradientSample sample = track(snapshot, "lax").sample();
    assertNotNull(sample);
    assertEquals(3, sample.terms().size());
    assertEquals(2, sample.values().length);
    assertEquals(2, sample.exact().length);
    float[][] values = sample.values()[0];
    for (int i = 0; i < values[0].length; i++) {
      double sum = 0;
      for (int t = 0; t < sample.terms().size(); t++) {
        sum += sample.terms().get(t).sign() * values[t + 1][i];
      }
      assertEquals(sum, values[0][i], 1e-4 * (1 + Math.abs(sum)));
    }
    Track.GradientSample plain = track(snapshot, "reinforce").sample();
    assertNotNull(plain);
    assertTrue(plain.terms().isEmpty());
  }

  @Test
  void control_ofAFittedCoefficient_comesNearItsPrediction() {
    Snapshot snapshot = run("random-quadratic", 400, "reinforce", "control-variate");
    Track track = track(snapshot, "control-variate");
    Track.Control control = track.control();
    Measurement measured = track.measured();
    assertNotNull(control);
    assertNotNull(measured);
    assertEquals(Math.log(measured.controlRatio()), control.ratio().middle().newest(), 1e-5);
    assertTrue(measured.controlRatio() < 0.9, "the control variate helps");
    assertEquals(measured.get(Measurement.Figure.CONTROL_PREDICTION), measured.controlRatio(), 0.1);
    double rho = measured.controlCorrelation();
    assertEquals(1 - rho * rho, measured.get(Measurement.Figure.CONTROL_PREDICTION), 1e-6);
    assertNull(track(snapshot, "reinforce").control());
  }

  @Test
  void curve_goesFromClassToClass_whereBIsCategorical() {
    Track.SurrogateCurve curve = track(run("categorical-distance", 5, "rebar"), "rebar").curve();
    assertNotNull(curve);
    assertEquals(Track.Slice.SIMPLEX, curve.slice());
    int last = curve.z().length - 1;
    assertEquals(1, curve.z()[0]);
    assertEquals(3, curve.z()[last]);
    assertEquals(curve.hard()[0], curve.relaxed()[0], 1e-3, "at a corner f is f of its class");
    assertEquals(curve.hard()[last], curve.relaxed()[last], 1e-3);
    assertTrue(curve.relaxed()[last / 4] < curve.hard()[0], "between two classes f bends");
  }

  @Test
  void curve_goesOverB_whereBIsContinuous() {
    Track.SurrogateCurve curve = track(run("gaussian-steps", 5, "lax"), "lax").curve();
    assertNotNull(curve);
    assertEquals(Track.Slice.GAUSSIAN, curve.slice());
    assertEquals(0, curve.relaxed().length);
    assertEquals(1.0, Arrays.stream(curve.hard()).max().orElseThrow(), 1e-6);
  }

  @Test
  void cost_countsEvaluationsParametersAndTime() {
    Snapshot snapshot = run("squared-distance", 300, "reinforce", "rebar", "relax", "rloo", "arm");
    assertEquals(1, track(snapshot, "reinforce").evaluations());
    assertEquals(3, track(snapshot, "rebar").evaluations());
    assertEquals(4, track(snapshot, "rloo").evaluations());
    assertEquals(2, track(snapshot, "arm").evaluations());
    assertEquals(0, track(snapshot, "reinforce").parameters());
    assertEquals(2, track(snapshot, "rebar").parameters());
    assertTrue(track(snapshot, "relax").parameters() > 10);
    assertTrue(track(snapshot, "relax").clock().taken(300) > 0);
  }

  private static List<String> labels(Snapshot snapshot) {
    return snapshot.quantities().stream().map(Quantity::label).toList();
  }
}
