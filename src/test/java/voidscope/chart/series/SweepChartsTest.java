package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Sweep;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Sample;
import voidscope.thread.ThreadTeam;

/// The charts of bias and variance: θ = .3, t = .45, where all is known exactly, and twenty latents
/// that interact, where it is measured.
final class SweepChartsTest {
  private static final ChartView VIEW = ChartView.plain(300);
  private static final Snapshot EXACT =
      run(Sample.catalogue().get("precision").open().scenario(), 0, 1);

  private static Snapshot run(Scenario scenario, long steps, int threads) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(steps);
      experiment.wish(Set.of(new Wish(Wish.Kind.SWEEP)));
      return experiment.snapshot();
    }
  }

  private static Snapshot measured(int threads) {
    return run(
        new Scenario(
            Scenarios.problem("random-quadratic"),
            List.of(Scenarios.estimator("reinforce"), Scenarios.estimator("concrete")),
            Scenarios.standard().run(),
            List.of()),
        5,
        threads);
  }

  private static Sweep sweep(Snapshot snapshot, String id) {
    Track track =
        snapshot.tracks().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    return Objects.requireNonNull(track.exhibit(Sweep.class));
  }

  @ParameterizedTest
  @CsvSource({
    "reinforce, 0, 1.4680288708e-02",
    "concrete, 7.4383695987e-03, 1.3965472034e-02",
    "straight-through-gumbel, 1.3390142590e-02, 7.6418421994e-02",
    "rebar, 0, 2.1551695929e-02",
    "rloo, 0, 6.2469289691e-04"
  })
  void present_isBiasAndVariance(String id, double bias, double variance) {
    Sweep sweep = sweep(EXACT, id);
    assertTrue(sweep.exact() && sweep.fine());
    assertEquals(bias, Math.sqrt(sweep.present().squaredBias()), 1e-5 * bias);
    assertEquals(variance, sweep.present().variance(), 1e-5 * variance);
  }

  @ParameterizedTest
  @CsvSource({"1, 4.648", "10, 2.0416", "100, 1.3142"})
  void best_isTheTemperatureOfLeastError(long count, double temperature) {
    assertEquals(
        temperature, TradeOffChart.best(sweep(EXACT, "concrete"), count), .02 * temperature);
  }

  @Test
  void best_goesToWhereTheBiasChangesItsSign() {
    Sweep sweep = sweep(EXACT, "concrete");
    assertEquals(1.1544260414, TradeOffChart.best(sweep, 1e6), .005);
    double before = TradeOffChart.best(sweep, 1000);
    assertTrue(before > 1.1544260414 && before < 1.19, "at " + before);
  }

  @Test
  void biasedAndUnbiased_cross() {
    Sweep.Worth concrete = sweep(EXACT, "concrete").present();
    Sweep.Worth reinforce = sweep(EXACT, "reinforce").present();
    assertTrue(concrete.error(12.9) < reinforce.error(12.9));
    assertTrue(concrete.error(12.94) > reinforce.error(12.94));
  }

  @Test
  void exactOnes_areLines_andTheAverageMovesThem() {
    Figure figure = TradeOffChart.draw(EXACT, VIEW);
    assertEquals(5, figure.lines().size());
    for (Figure.Line line : figure.lines()) {
      assertEquals(Figure.Style.MAIN, line.style());
      assertNull(line.low());
      assertTrue(line.name().endsWith(", exact"), line.name());
    }
    Figure many = TradeOffChart.draw(EXACT, VIEW.withAveraged(1_000_000));
    assertTrue(many.lines().getFirst().y()[0] < figure.lines().getFirst().y()[0] / 9999);
    assertEquals(
        List.of("Concrete λ .5", "best λ 1.31"),
        TradeOffChart.draw(EXACT, VIEW.withFocus("concrete")).events().stream()
            .map(Figure.Event::caption)
            .toList());
  }

  @Test
  void measuredOnes_arePointsWithBars_ofTheSameBitsOnAnyThreads() {
    Snapshot one = measured(1);
    Snapshot two = measured(2);
    for (String key : List.of(Charts.TRADE_OFF, Charts.VARIANCE_THETA, Charts.SIGNAL_THETA)) {
      Figure figure = Charts.catalogue().get(key).draw(one, VIEW, null);
      Figure again = Charts.catalogue().get(key).draw(two, VIEW, null);
      assertEquals(2, figure.lines().size());
      for (int i = 0; i < 2; i++) {
        Figure.Line line = figure.lines().get(i);
        assertEquals(Figure.Style.POINTS, line.style());
        assertNotNull(line.low());
        assertNotNull(line.high());
        assertTrue(line.name().contains(", n = 16\u2009384 ± s.e."), line.name());
        assertArrayEquals(line.y(), again.lines().get(i).y());
      }
    }
  }

  @Test
  void pareto_hasAMarkerEach_andTheFront() {
    assertEquals(0, ParetoChart.draw(EXACT, VIEW).lines().size());
    Figure figure = ParetoChart.draw(measured(1), VIEW);
    assertTrue(figure.lines().size() >= 2);
    assertEquals(1, figure.lines().getFirst().x().length);
    assertTrue(figure.lines().getFirst().x()[0] > 0);
  }

  /// Whoever another beats in variance and time is faint, and is still found by its key.
  @Test
  void pareto_fadesWhoIsBeaten() {
    Figure figure = ParetoChart.draw(measured(1), VIEW).inked(Map.of("relax", "relax#1"));
    List<Figure.Line> places =
        figure.lines().stream().filter(line -> line.style() == Figure.Style.POINTS).toList();
    for (Figure.Line one : places) {
      boolean beaten =
          places.stream().anyMatch(other -> other.x()[0] < one.x()[0] && other.y()[0] < one.y()[0]);
      assertEquals(beaten, one.ink().endsWith("-faded50"), one.toString());
      assertFalse(one.key().contains("faded"));
    }
  }
}
