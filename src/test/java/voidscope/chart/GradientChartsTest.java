package voidscope.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.experiment.Experiment;
import voidscope.experiment.Scenario;
import voidscope.experiment.Scenarios;
import voidscope.experiment.Snapshot;
import voidscope.simd.ThreadTeam;

/// The charts of the gradient's distribution, its terms and its control variates.
final class GradientChartsTest {
  private static final ChartView VIEW = ChartView.plain(300);
  private static final Snapshot SNAPSHOT = run();

  private static Snapshot run() {
    Scenario scenario =
        new Scenario(
            Scenarios.problem("gaussian-steps"),
            List.of(
                Scenarios.estimator("exact"),
                Scenarios.estimator("reinforce"),
                Scenarios.estimator("control-variate"),
                Scenarios.estimator("lax")),
            Scenarios.standard().run(),
            List.of());
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(60);
      return experiment.snapshot();
    }
  }

  private static double share(Figure.Line line) {
    double sum = 0;
    for (int i = 1; i < line.y().length; i += 2) {
      sum += line.y()[i];
    }
    return sum;
  }

  @Test
  void gradient_isAHistogramOfEveryOneThatIsRandom_whichCountsAllSamples() {
    Figure figure = GradientChart.draw(SNAPSHOT, VIEW);
    assertEquals(3, figure.lines().size());
    assertEquals("ĝ of ∂/∂μ", figure.x().label());
    for (Figure.Line line : figure.lines()) {
      assertEquals(1, share(line), 1e-9, line.name());
      double[] sorted = line.x().clone();
      Arrays.sort(sorted);
      assertTrue(Arrays.equals(sorted, line.x()), "abscissae ascend");
    }
  }

  @Test
  void terms_areTheThreeOfTheLecture_forLax() {
    Figure figure = TermsChart.draw(SNAPSHOT, VIEW);
    assertEquals(
        List.of("ĝ of LAX", "+ REINFORCE of f", "− REINFORCE of c", "+ reparameterization of c"),
        figure.lines().stream().map(Figure.Line::name).toList());
    long inks = figure.lines().stream().map(Figure.Line::key).distinct().count();
    assertEquals(4, inks);
  }

  @Test
  void control_hasARatioAndAPrediction_ofEveryControlVariate() {
    Figure figure = ControlChart.draw(SNAPSHOT, VIEW);
    List<Figure.Line> lines = figure.lines();
    assertEquals(4, lines.size());
    assertEquals(2, lines.stream().filter(l -> l.style() == Figure.Style.COMPANION).count());
    assertTrue(lines.getFirst().name().contains("ρ"), lines.getFirst().name());
  }

  @Test
  void histogram_holdsASample_thatDoesNotVary() {
    Figure.Line line =
        new Histogram(List.of(new float[] {2, 2, 2}))
            .outline("f", "f", Figure.Style.MAIN, new float[] {2, 2, 2});
    assertEquals(1, share(line), 1e-9);
  }
}
