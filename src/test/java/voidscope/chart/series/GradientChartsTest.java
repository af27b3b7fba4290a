package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Foot;
import voidscope.chart.figure.Up;
import voidscope.estimator.Term;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.TermShares;
import voidscope.experiment.record.Track;
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
        figure.lines().stream().map(line -> line.name().replaceFirst(", −?\\d+ %$", "")).toList());
    long inks = figure.lines().stream().map(Figure.Line::key).distinct().count();
    assertEquals(4, inks);
  }

  private static Track.GradientSample sample() {
    return Objects.requireNonNull(SNAPSHOT.tracks().getLast().sample());
  }

  /// Covariance of two terms with their signs, as the definition has it.
  private static double covariance(Track.GradientSample sample, int i, int j) {
    int signs = sample.terms().get(i).sign() * sample.terms().get(j).sign();
    return signs * trace(sample, i + 1, j + 1);
  }

  /// Trace of the covariance of two of the samples, 0 being ĝ.
  private static double trace(Track.GradientSample sample, int i, int j) {
    double trace = 0;
    for (float[][] coordinate : sample.values()) {
      float[] a = coordinate[i];
      float[] b = coordinate[j];
      double meanA = IntStream.range(0, a.length).mapToDouble(k -> a[k]).average().orElseThrow();
      double meanB = IntStream.range(0, b.length).mapToDouble(k -> b[k]).average().orElseThrow();
      for (int k = 0; k < a.length; k++) {
        trace += (a[k] - meanA) * (b[k] - meanB) / (a.length - 1);
      }
    }
    return trace;
  }

  @Test
  void shares_areThoseOfTheSamples_andSumToOne() {
    Track.GradientSample sample = sample();
    TermShares shares = sample.shares();
    double sum = 0;
    double all = 0;
    for (int i = 0; i < shares.count(); i++) {
      sum += shares.share(i);
      for (int j = 0; j < shares.count(); j++) {
        double expected = covariance(sample, i, j);
        all += expected;
        double scale = Math.sqrt(covariance(sample, i, i) * covariance(sample, j, j));
        assertEquals(expected, shares.covariances()[i][j], 1e-6 * scale);
      }
    }
    assertEquals(1, sum, 1e-9);
    assertEquals(all, shares.variance(), 1e-6 * all);
    assertEquals(trace(sample, 0, 0), shares.variance(), 1e-3 * shares.variance());
  }

  @Test
  void balance_drawsTheVarianceOfEachTerm_asFreshSamplesHaveIt() {
    ChartView view = VIEW.withUp(new Up(null, null, 1, false));
    Figure figure = BalanceChart.draw(SNAPSHOT, view);
    assertEquals(4, BalanceChart.draw(SNAPSHOT, view.unthinned()).lines().size());
    assertEquals("Variance of the terms: LAX", figure.title());
    List<String> terms = sample().terms().stream().map(Term::name).toList();
    List<Figure.Line> lines = figure.lines();
    assertEquals(terms, lines.stream().skip(1).map(Figure.Line::name).toList());
    for (int t = 0; t < terms.size(); t++) {
      Figure.Line line = lines.get(t + 1);
      assertEquals(60, line.x()[line.x().length - 1]);
      double variance = sample().shares().covariances()[t][t];
      assertEquals(variance, line.y()[line.y().length - 1], .2 * variance, line.name());
    }
    ChartView none = new ChartView(Set.of("lax", "control-variate"), "", Abscissa.NOISE, 300);
    assertEquals(
        "Variance of the terms: no estimator here has any",
        BalanceChart.draw(SNAPSHOT, none).title());
  }

  /// By hand: the score part of LAX is REINFORCE of f less that of c, the path part the third term;
  /// ĝ varies as both and twice their covariance do.
  @Test
  void balance_drawsTheTwoParts_asFreshSamplesHaveThem() {
    Figure figure = BalanceChart.draw(SNAPSHOT, VIEW);
    assertEquals("Variance of the terms: LAX", figure.title());
    assertEquals(
        List.of("ĝ of LAX", "score part", "path part"),
        figure.lines().stream().map(Figure.Line::name).toList());
    double[][] covariances = sample().shares().covariances();
    double score = covariances[0][0] + covariances[1][1] + 2 * covariances[0][1];
    double path = covariances[2][2];
    double between = covariances[0][2] + covariances[1][2];
    assertTrue(score < .9 * covariances[0][0], "nothing has been learned");
    assertEquals(score, last(figure.lines().get(1)), .3 * score); // of other samples
    assertEquals(path, last(figure.lines().get(2)), .3 * path);
    assertEquals(sample().shares().variance(), score + path + 2 * between, 1e-9);
    assertEquals(
        List.of("Score and path part", "Single terms"),
        Charts.quantities(Charts.catalogue().get(Charts.BALANCE), SNAPSHOT, VIEW));
  }

  /// All terms of a control variate are of one part: there is nothing to choose.
  @Test
  void balance_drawsSingleTerms_whereThereIsOnePart() {
    ChartView view = VIEW.withFocus("control-variate");
    Figure figure = BalanceChart.draw(SNAPSHOT, view);
    assertEquals(
        List.of("ĝ of Control variate", "REINFORCE of f", "a(c − E c)"),
        figure.lines().stream().map(Figure.Line::name).toList());
    assertEquals(
        List.of(), Charts.quantities(Charts.catalogue().get(Charts.BALANCE), SNAPSHOT, view));
  }

  private static double last(Figure.Line line) {
    return line.y()[line.y().length - 1];
  }

  private static String terms(Snapshot snapshot, String focus, String... hidden) {
    return TermsChart.draw(snapshot, new ChartView(Set.of(hidden), focus, Abscissa.NOISE, 300))
        .title();
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
    Figure figure =
        GradientChart.draw(SNAPSHOT, new ChartView(Set.of(), "reinforce", Abscissa.NOISE, 300));
    assertEquals("exact, REINFORCE", figure.events().getFirst().caption());
    assertEquals(1, figure.events().size());
    assertTrue(
        GradientChart.draw(SNAPSHOT, new ChartView(Set.of("lax"), "lax", Abscissa.NOISE, 300))
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

  /// The table has the zeros, the picture has not: of three lone bins three arches are left.
  @Test
  void histogram_isNotDrawnAlongZero() {
    float[] sample = new float[100];
    Arrays.fill(sample, 50, 100, 1);
    sample[0] = .5f;
    Figure.Line line = new Histogram(List.of(sample)).outline("f", "f", Figure.Style.MAIN, sample);
    assertEquals(1, share(line), 1e-9);
    assertTrue(Arrays.stream(line.y()).allMatch(Double::isFinite));
    Figure figure =
        new Figure(
            "", Figure.Axis.fitting(""), Histogram.shares(), List.of(line), List.of(), List.of());
    Extent x = Extent.ofX(figure);
    double[] y = Foot.of(figure, x, new Extent(0, 1), 20).place(figure).lines().getFirst().y();
    int along = 0;
    for (int i = 0; i + 1 < y.length; i++) {
      along += y[i] == 0 && y[i + 1] == 0 ? 1 : 0;
    }
    assertEquals(0, along);
    assertEquals(6, Arrays.stream(y).filter(v -> v == 0).count());
    assertEquals(6, Arrays.stream(y).filter(v -> v > 0 && Double.isFinite(v)).count());
  }
}
