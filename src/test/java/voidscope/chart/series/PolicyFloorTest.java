package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.PolicyFloor;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.RowVariance;
import voidscope.text.Numbers;
import voidscope.thread.ThreadTeam;

/// What the variance of a row's gradient consists of, beside a run and in its charts.
final class PolicyFloorTest {
  private static final ChartView VIEW = ChartView.plain(300);
  private static final Set<Wish> WISH = Set.of(new Wish(Wish.Kind.POLICY_FLOOR));
  private static final Snapshot MDP = run(1, 20);

  private static Scenario scenario() {
    return new Scenario(
            Scenarios.problem("mdp"),
            List.of(Scenarios.estimator("reinforce"), Scenarios.estimator("a2c")),
            Scenarios.standard().run(),
            List.of())
        .with(Scenario.PROBLEM, "discount", .99);
  }

  private static Snapshot run(int threads, long steps) {
    try (ThreadTeam team = new ThreadTeam(threads)) {
      Experiment experiment = new Experiment(scenario(), team);
      experiment.advance(steps);
      experiment.wish(WISH);
      return experiment.snapshot();
    }
  }

  private static PolicyFloor floor(Snapshot snapshot, String id) {
    Track track =
        snapshot.tracks().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    return Objects.requireNonNull(track.exhibit(PolicyFloor.class));
  }

  @Test
  void floor_isOfTheStepAndThePolicy() {
    PolicyFloor bare = floor(MDP, "reinforce");
    assertEquals(20, bare.step());
    assertTrue(bare.newest());
    assertNull(bare.parts().getFirst().learned());
    assertNotNull(floor(MDP, "a2c").parts().getFirst().learned());
    assertFalse(MDP.refines());
  }

  @Test
  void floor_isTheSameOnAnyThreads_andLookingChangesNothing() {
    assertEquals(floor(MDP, "a2c"), floor(run(2, 20), "a2c"));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment looked = new Experiment(scenario(), team);
      looked.wish(WISH);
      looked.advance(10);
      looked.snapshot();
      looked.advance(20);
      assertEquals(floor(MDP, "a2c"), floor(looked.snapshot(), "a2c"));
    }
  }

  /// Bars begin where those below them end, and the upper ends are sums of the parts.
  @Test
  void bars_areStacked() {
    RowVariance parts = floor(MDP, "a2c").parts().getFirst();
    Figure figure = PolicyFloorChart.bars(MDP, VIEW.withFocus("a2c"));
    assertEquals(List.of("the true V", "the learned V", "no baseline"), figure.x().names());
    List<Figure.Line> bars =
        figure.lines().stream().filter(line -> line.style() == Figure.Style.BAR).toList();
    assertEquals(4, bars.size());
    double[] value = {
      parts.later().value(),
      parts.own().value(),
      parts.states().value(),
      Objects.requireNonNull(parts.learned()).value()
    };
    double base = 0;
    for (int i = 0; i < bars.size(); i++) {
      double[] low = Objects.requireNonNull(bars.get(i).low());
      double[] high = Objects.requireNonNull(bars.get(i).high());
      assertEquals(value[i], bars.get(i).y()[1], 1e-12);
      assertEquals(Math.min(base, base + value[i]), low[1], 1e-12);
      assertEquals(Math.max(base, base + value[i]), high[1], 1e-12);
      base += value[i];
    }
    assertEquals(Double.POSITIVE_INFINITY, bars.getLast().y()[0]);
    assertEquals(parts.bare().value(), bars.getLast().y()[2], 1e-12);
    Figure without = PolicyFloorChart.bars(MDP, VIEW.withFocus("reinforce"));
    assertEquals(List.of("the true V", "no baseline"), without.x().names());
  }

  /// What is shown is of the γ that the title tells, the nearest of those that are measured; the
  /// learned V keeps its place, and has a bar at the run's γ alone.
  @Test
  void bars_areThoseOfTheDiscountThatIsLookedAt() {
    ChartView view = VIEW.withFocus("a2c");
    PolicyFloor floor = floor(MDP, "a2c");
    RowVariance run = floor.parts().getFirst();
    assertEquals("The floor: A2C, γ = .99", PolicyFloorChart.bars(MDP, view).title());
    assertEquals(
        values(PolicyFloorChart.bars(MDP, view)),
        values(PolicyFloorChart.bars(MDP, view.withDiscount(run.discount()))));
    for (RowVariance of : floor.parts()) {
      Figure figure = PolicyFloorChart.bars(MDP, view.withDiscount(of.discount()));
      assertEquals(of.later().value(), figure.lines().getFirst().y()[0]);
      assertEquals(of.own().value(), figure.lines().get(1).y()[2]);
      assertEquals(of.bare().value(), figure.lines().get(3).y()[2]);
    }
    Figure other = PolicyFloorChart.bars(MDP, view.withDiscount(.8));
    assertEquals("The floor: A2C, γ = .8 (the run's: .99)", other.title());
    assertEquals(List.of("the true V", "learned at γ .99", "no baseline"), other.x().names());
    for (Figure.Line line : other.lines()) {
      assertEquals(Double.POSITIVE_INFINITY, line.y()[1], line.column());
    }
    assertEquals(List.of("the true V", "no baseline"), names(view.withFocus("reinforce"), .8));
    assertEquals(.5, shown(view, 0));
    assertEquals(.8, shown(view, .8049));
    assertEquals(.98, shown(view, .983));
    assertEquals(.99, shown(view, .987));
    assertEquals(1, shown(view, 1));
  }

  private static List<List<Double>> values(Figure figure) {
    return figure.lines().stream().map(line -> Arrays.stream(line.y()).boxed().toList()).toList();
  }

  private static List<String> names(ChartView view, double gamma) {
    return PolicyFloorChart.bars(MDP, view.withDiscount(gamma)).x().names();
  }

  /// At which γ both charts are where one is wished for.
  private static double shown(ChartView view, double gamma) {
    PolicyFloor floor = floor(MDP, "a2c");
    double shown = floor.at(gamma).discount();
    Figure share = PolicyFloorChart.share(MDP, view.withDiscount(gamma));
    assertEquals(shown, share.events().getLast().x());
    assertEquals(shown == floor.parts().getFirst().discount() ? 1 : 2, share.events().size());
    Figure bars = PolicyFloorChart.bars(MDP, view.withDiscount(gamma));
    assertTrue(bars.title().contains("γ = " + Numbers.caption(shown, 3)), bars.title());
    return shown;
  }

  @Test
  void share_isDrawnOverEveryDiscount() {
    Figure figure = PolicyFloorChart.share(MDP, VIEW);
    assertEquals(2, figure.lines().size());
    Figure.Line line = figure.lines().getLast();
    assertEquals(.5, line.x()[0]);
    assertEquals(1, line.x()[line.x().length - 1]);
    for (int i = 1; i < line.x().length; i++) {
      assertTrue(line.x()[i] > line.x()[i - 1]);
    }
    PolicyFloor floor = floor(MDP, "a2c");
    double run = floor.parts().getFirst().discount();
    assertEquals(floor.parts().getFirst().share().value(), line.at(run));
    assertEquals(run, figure.events().getFirst().x());
  }

  @Test
  void title_saysWhyThereIsNothing() {
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment toy = new Experiment(Scenarios.standard(), team);
      toy.wish(WISH);
      Figure figure = PolicyFloorChart.bars(toy.snapshot(), VIEW);
      assertEquals("The floor: for policies in a world", figure.title());
      assertTrue(figure.lines().isEmpty());
    }
  }
}
