package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Value;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Up;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// What the chart of a VAE's progress says over how many images it is validated.
final class ThetaChartTest {
  private static Snapshot run(String problem) {
    Scenario scenario =
        new Scenario(
                Scenarios.problem(problem),
                List.of(Scenarios.estimator("rebar")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "measure-samples", 2)
            .with(Scenario.PROBLEM, "latents", 5);
    if (problem.startsWith("vae")) {
      scenario =
          scenario
              .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
              .with(Scenario.RUN, "batch", 4);
    }
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(3);
      return experiment.snapshot();
    }
  }

  @Test
  void title_tellsImagesAndStandardError_ofTheValidationElboAlone() {
    Snapshot vae = run("vae-linear");
    ChartView view = ChartView.plain(800);
    String title = ThetaChart.draw(vae, view).title();
    assertTrue(title.matches("Progress, 672 validation images ± \\d\\.\\d"), title);
    ChartView training =
        new ChartView(
            Set.of(), "", Abscissa.NOISE, 800, Across.PLAIN, new Up(null, null, 1, false));
    String other = ThetaChart.draw(vae, training).title();
    assertFalse(other.contains("validation"), other);
    String toy = ThetaChart.draw(run("squared-distance"), view).title();
    assertFalse(toy.contains("images"), toy);
  }
}
