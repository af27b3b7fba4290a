package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// The charts of the gradient's distribution, its terms and its control variates.
final class GradientChartsTest {
  private static final ChartView VIEW = ChartView.plain(300);
  private static final Snapshot SNAPSHOT = run(1);

  private static Snapshot run(int replicates) {
    Scenario scenario =
        new Scenario(
            Scenarios.problem("gaussian-steps"),
            List.of(
                Scenarios.estimator("exact"),
                Scenarios.estimator("reinforce"),
                Scenarios.estimator("control-variate"),
                Scenarios.estimator("lax")),
            Scenarios.standard().run().with("replicates", replicates),
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

  private static String terms(Snapshot snapshot, String focus, String... hidden) {
    return TermsChart.draw(snapshot, new ChartView(Set.of(hidden), focus, false, 300)).title();
  }

  @Test
  void terms_sayWhoseTheyAre_alsoWhereTheOneInFocusHasNone() {
    assertEquals("Terms of ĝ: LAX", terms(SNAPSHOT, "lax"));
    assertEquals("Terms of ĝ: Control variate", terms(SNAPSHOT, "control-variate"));
    assertEquals("Terms of ĝ: LAX", terms(SNAPSHOT, ""));
    assertEquals("Terms of ĝ: LAX (REINFORCE, in focus, has none)", terms(SNAPSHOT, "reinforce"));
    assertEquals(
        "Terms of ĝ: Control variate (LAX, in focus, is hidden)", terms(SNAPSHOT, "lax", "lax"));
    assertEquals("Terms of ĝ: LAX (REBAR, in focus, is not in the run)", terms(SNAPSHOT, "rebar"));
    assertEquals(
        "Terms of ĝ: no estimator here has any", terms(SNAPSHOT, "", "lax", "control-variate"));
  }

  @Test
  void picturesOfOneReplicate_saySo() {
    Snapshot snapshot = run(3);
    assertEquals("Terms of ĝ: LAX, replicate 1", terms(snapshot, "lax"));
    assertEquals("Histogram of ĝ: replicate 1", GradientChart.draw(snapshot, VIEW).title());
    assertEquals("Surrogate: replicate 1", SurrogateChart.draw(snapshot, VIEW).title());
    assertEquals("Histogram of ĝ", GradientChart.draw(SNAPSHOT, VIEW).title());
  }

  @Test
  void exactLine_isThatOfTheOneInFocus_orNone() {
    Figure figure = GradientChart.draw(SNAPSHOT, new ChartView(Set.of(), "reinforce", false, 300));
    assertEquals("exact, REINFORCE", figure.events().getFirst().caption());
    assertEquals(1, figure.events().size());
    assertTrue(
        GradientChart.draw(SNAPSHOT, new ChartView(Set.of("lax"), "lax", false, 300))
            .events()
            .isEmpty());
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
