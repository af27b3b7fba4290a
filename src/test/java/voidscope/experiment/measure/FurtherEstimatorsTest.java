package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Settings;
import voidscope.distribution.Draw;
import voidscope.distribution.Finite;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Pass;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.problem.toy.CategoricalDistance;
import voidscope.problem.toy.RandomQuadratic;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;
import voidscope.thread.ThreadTeam;

/// ReinMax, Gumbel-Rao, double control variates and RODEO against ten-digit values of their means
/// and variances, which the reference gives to ten digits and the program to those that hold.
final class FurtherEstimatorsTest {
  private static final RandomStream STREAM = RandomStream.of(17, "further estimators", 0);

  private static final int SAMPLES = 1_000_001;
  private static final Pattern CHANGE = Pattern.compile("(\\S+)=(\\S+)");

  /// An estimator at settings written `key=value key=value`.
  record Named(EstimatorEntry entry, Settings settings) {
    static Named of(String key, String changes) {
      EstimatorEntry entry = Estimators.catalogue().get(key);
      Settings settings = Settings.defaults(entry.parameters());
      for (MatchResult change : CHANGE.matcher(changes).results().toList()) {
        Domain domain = settings.parameter(change.group(1)).domain();
        settings =
            settings.with(change.group(1), Objects.requireNonNull(domain.parse(change.group(2))));
      }
      return new Named(entry, settings);
    }

    Estimator make() {
      return entry.maker().apply(settings);
    }
  }

  private static State state(Estimator estimator, Toy problem) {
    return estimator.init(
        new Shape(problem.distribution(), 1, estimator.samples(), 0), STREAM.child("weights"));
  }

  private static ExactMoments exact(Named named, Toy problem, float... theta) {
    Estimator estimator = named.make();
    ExactMoments moments = ExactMoments.of(estimator, problem).orElseThrow();
    moments.at(state(estimator, problem), theta);
    return moments;
  }

  @ParameterizedTest
  @CsvSource({
    "reinmax, tau=1, 0.3, 0.45, 2.4445831169e-02, 5.9308315843e-02",
    "reinmax, tau=1, 0, 0.499, 5.0000000000e-04, 6.2500000000e-02",
    "reinmax, tau=2, 0.3, 0.45, 4.3742977050e-02, 6.1211840215e-02",
    "reinmax, tau=2, 0, 0.499, 5.0000000000e-04, 6.2500000000e-02",
    "gumbel-rao, inner-samples=1, 0.3, 0.45, 3.7835973759e-02, 7.6418421994e-02",
    "gumbel-rao, inner-samples=1, 0, 0.499, 4.2920367321e-04, 7.7618170375e-02",
    "gumbel-rao, inner-samples=10, 0.3, 0.45, 3.7835973759e-02, 4.7226517294e-02",
    "gumbel-rao, inner-samples=10, 0, 0.499, 4.2920367321e-04, 4.9210370483e-02",
    "double-control, alpha=0 sample-count=2, 0.3, 0.45, 2.4445831169e-02, 6.2469289691e-04",
    "double-control, alpha=-1 sample-count=2, 0.3, 0.45, 2.4445831169e-02, 3.3251697717e-02",
    "double-control, alpha=-1 sample-count=3, 0.3, 0.45, 2.4445831169e-02, 2.2167798478e-02",
    "double-control, alpha=-1 sample-count=4, 0.3, 0.45, 2.4445831169e-02, 9.7896145142e-03",
    "double-control, alpha=-1 sample-count=2, 0, 0.499, 5.0000000000e-04, 3.1250000000e-02",
    "double-control, alpha=-1 sample-count=3, 0, 0.499, 5.0000000000e-04, 2.0833333333e-02",
    "double-control, alpha=-1 sample-count=4, 0, 0.499, 5.0000000000e-04, 8.6805555556e-03",
    "rodeo, stein-function=identity sample-count=2 alpha=1 beta=0, 0.3, 0.45, 2.4445831169e-02,"
        + " 2.8789898480e-02",
    "rodeo, stein-function=identity sample-count=2 alpha=0 beta=1, 0.3, 0.45, 2.4445831169e-02,"
        + " 7.8519089170e-03",
    "rodeo, stein-function=identity sample-count=2 alpha=1 beta=1, 0.3, 0.45, 2.4445831169e-02,"
        + " 6.6942770944e-02",
    "rodeo, stein-function=identity sample-count=2 alpha=1 beta=0, 0, 0.499, 5.0000000000e-04,"
        + " 3.1250000000e-02",
    "rodeo, stein-function=identity sample-count=2 alpha=0 beta=1, 0, 0.499, 5.0000000000e-04,"
        + " 7.8126875001e-03",
    "rodeo, stein-function=identity sample-count=2 alpha=1 beta=1, 0, 0.499, 5.0000000000e-04,"
        + " 7.0312312500e-02",
    "rodeo, stein-function=learned sample-count=2 alpha=1 beta=1, 0, 0.499, 5.0000000000e-04,"
        + " 7.0312312500e-02",
  })
  void moments_areTheKnownOnes(
      String key, String changes, float theta, double target, double mean, double variance) {
    Named named = Named.of(key, changes);
    Toy problem = new SquaredDistance(1, target, theta);
    ExactMoments found = exact(named, problem, theta);
    assertEquals(mean, found.mean(0), 1e-5 * Math.sqrt(variance));
    assertEquals(variance, found.variance(), 2e-5 * variance);

    // The reference takes θ and t in double precision.
    double[] reference =
        new OneLatent(theta == 0 ? 0 : 0.3, target, 0.5)
            .moments(key, named.settings(), state(named.make(), problem));
    assertEquals(mean, reference[0], 1e-12);
    assertEquals(variance, reference[1], 1e-12);
  }

  private static double doubleControl(double alpha, float theta, double target) {
    Named named = Named.of("double-control", "sample-count=2 alpha=" + alpha);
    return exact(named, new SquaredDistance(1, target, theta), theta).variance();
  }

  /// The variance is a parabola in α.
  @Test
  void doubleControl_isBest_atTheKnownAlpha() {
    double low = doubleControl(-1, 0.3f, 0.45);
    double middle = doubleControl(0, 0.3f, 0.45);
    double high = doubleControl(1, 0.3f, 0.45);
    double best = (low - high) / (2 * (low - 2 * middle + high));
    assertEquals(-0.0651589057, best, 1e-4);
    assertEquals(4.6541181534e-04, doubleControl(-0.0651589057, 0.3f, 0.45), 1e-8);
    assertEquals(2.4999800002e-07, doubleControl(-0.0000079999, 0, 0.499), 1e-10);
  }

  /// Var_K = Var_∞ + E Var(·|b)/K.
  @Test
  void gumbelRao_hasALimit_asKGrows() {
    Toy problem = new SquaredDistance(1, 0.45, 0.3);
    double one = exact(Named.of("gumbel-rao", "inner-samples=1"), problem, 0.3f).variance();
    double two = exact(Named.of("gumbel-rao", "inner-samples=2"), problem, 0.3f).variance();
    double most = exact(Named.of("gumbel-rao", "inner-samples=64"), problem, 0.3f).variance();
    double limit = 2 * two - one;
    assertEquals(4.3982972327e-02, limit, 4e-6);
    assertEquals(limit + (one - limit) / 64, most, 4e-6);
  }

  private static Moments[] sampled(Named named, Toy problem, float[] theta, int threads) {
    Estimator estimator = named.make();
    try (ThreadTeam team = new ThreadTeam(threads)) {
      return Sampling.moments(
          estimator,
          problem,
          state(estimator, problem),
          theta,
          SAMPLES,
          STREAM.child(named.entry().key()),
          team);
    }
  }

  /// Of categorical b no integral reaches either: millions of samples of each. Six z-scores at |z|
  /// < 5 give a false alarm for 1 seed in 250,000; the variances are tens of standard errors apart.
  @Test
  void gumbelRao_hasTheMeanOfStraightThroughGumbel_andLessVariance_ofClasses() {
    Toy problem = new CategoricalDistance(2, 3, 0.36);
    float[] theta = {0.3f, -0.2f, 0.1f, 0.9f, 0, -0.7f};
    Moments[] average = sampled(Named.of("gumbel-rao", "inner-samples=4"), problem, theta, 2);
    Moments[] single =
        sampled(Named.of("straight-through-gumbel", "temperature=0.5"), problem, theta, 2);
    for (int d = 0; d < theta.length; d++) {
      double error = Math.hypot(average[d].standardError(), single[d].standardError());
      double z = (average[d].mean() - single[d].mean()) / error;
      assertTrue(Math.abs(z) < 5, "coordinate " + d + ": z = " + z);
      double less = single[d].variance() - average[d].variance();
      double sure =
          Math.hypot(average[d].varianceStandardError(), single[d].varianceStandardError());
      assertTrue(less > 10 * sure, "coordinate " + d + ": " + less + " of " + sure);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "reinmax, tau=2",
    "gumbel-rao, inner-samples=3",
    "double-control, alpha=-1",
    "rodeo, stein-function=learned alpha=3 beta=1",
  })
  void moments_areTheSameBits_atOneAndTwoThreads(String key, String changes) {
    Named named = Named.of(key, changes);
    Toy problem = new SquaredDistance(3, 0.4, 0);
    float[] theta = {0.1f, -0.4f, 2};
    Moments[] one = sampled(named, problem, theta, 1);
    Moments[] two = sampled(named, problem, theta, 2);
    for (int d = 0; d < theta.length; d++) {
      assertEquals(one[d].mean(), two[d].mean());
      assertEquals(one[d].variance(), two[d].variance());
    }
  }

  /// One latent of three classes: the mean is exact, as f is quadratic.
  @Test
  void reinMax_ofThreeClasses_hasTheKnownMoments() {
    Toy problem = new CategoricalDistance(1, 3, 0.36);
    float[] theta = {0.3f, -0.2f, 0.1f};
    double[] mean = {-0.019385071195, 0.0082494621092, 0.011135609086};
    ExactMoments found = exact(Named.of("reinmax", "tau=1"), problem, theta);
    for (int d = 0; d < mean.length; d++) {
      assertEquals(mean[d], found.mean(d), 1e-6);
    }
    assertEquals(0.65791650846, found.variance(), 1e-5);
  }

  /// At τ = 1 also where the latents mix; at another τ not.
  @Test
  void reinMax_isUnbiased_forQuadraticF() {
    Toy problem = new RandomQuadratic(5, 2, 0.3);
    float[] theta = {0.4f, -0.9f, 0.2f, 1.1f, -0.3f};
    double[] gradient = new double[theta.length];
    problem.gradient(theta, gradient);
    ExactMoments found = exact(Named.of("reinmax", "tau=1"), problem, theta);
    ExactMoments other = exact(Named.of("reinmax", "tau=2"), problem, theta);
    double worst = 0;
    for (int d = 0; d < theta.length; d++) {
      assertEquals(gradient[d], found.mean(d), 1e-6);
      worst = Math.max(worst, Math.abs(gradient[d] - other.mean(d)));
    }
    assertTrue(worst > 1e-3, "" + worst);
  }

  static List<Named> learning() {
    return List.of(
        Named.of("double-control", "sample-count=3 alpha=0.4"),
        Named.of("rodeo", "sample-count=2 stein-function=identity alpha=0.4 beta=-0.3"),
        Named.of("rodeo", "sample-count=3 stein-function=learned alpha=0.4 beta=-0.3"),
        Named.of("rodeo", "sample-count=2 depth=2 width=5 activation=elu alpha=0.4 beta=-0.3"));
  }

  /// All outcomes of K samples of three latents that f mixes, each a row with its probability.
  private static final class Table {
    private final Toy problem = new RandomQuadratic(3, 2, 0.3);
    private final Draw draw;
    private final double[] weights;
    private final Pass pass;
    private final State state;
    private final float[] g;

    Table(Named named) {
      Estimator estimator = named.make();
      Finite finite = (Finite) problem.distribution();
      Outcomes outcomes = Outcomes.of(finite, estimator.samples());
      int rows = (int) outcomes.count();
      Shape shape = new Shape(problem.distribution(), rows, estimator.samples(), 0);
      draw = shape.allocate();
      weights = new double[rows];
      float[] theta = {0.4f, -0.9f, 0.7f};
      for (int row = 0; row < rows; row++) {
        System.arraycopy(theta, 0, draw.theta(), row * theta.length, theta.length);
        weights[row] = outcomes.inject(draw, row);
        outcomes.next();
      }
      pass = estimator.pass(shape, problem.objective(rows));
      state = estimator.init(shape, STREAM.child("weights"));
      for (State.Span span : state.spans()) {
        for (int i = span.from(); span.length() > 1 && i < span.to(); i++) {
          state.values()[i] += 0.3f * (i % 5) - 0.5f;
        }
      }
      g = new float[rows * theta.length];
      pass.draw(state, draw, 0, rows);
    }

    /// E ‖ĝ‖².
    double secondMoment() {
      pass.estimate(state, draw, g);
      double sum = 0;
      int parameters = g.length / weights.length;
      for (int i = 0; i < g.length; i++) {
        sum += weights[i / parameters] * g[i] * g[i];
      }
      return sum;
    }

    /// E ĝ of a coordinate.
    double mean(int d) {
      double sum = 0;
      int parameters = g.length / weights.length;
      for (int row = 0; row < weights.length; row++) {
        sum += weights[row] * g[row * parameters + d];
      }
      return sum;
    }
  }

  /// Whatever α, β and H are.
  @ParameterizedTest
  @MethodSource("learning")
  void estimate_isUnbiased_overAllOutcomesOfSeveralLatents(Named named) {
    Table table = new Table(named);
    table.secondMoment();
    double[] gradient = new double[3];
    table.problem.gradient(new float[] {0.4f, -0.9f, 0.7f}, gradient);
    for (int d = 0; d < gradient.length; d++) {
      assertEquals(gradient[d], table.mean(d), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("learning")
  void adapt_givesTheGradientOfTheSecondMoment_againstFiniteDifferences(Named named) {
    Table table = new Table(named);
    table.secondMoment();
    float[] r = new float[table.g.length];
    int parameters = r.length / table.weights.length;
    for (int i = 0; i < r.length; i++) {
      r[i] = (float) (2 * table.weights[i / parameters] * table.g[i]);
    }
    float[] phi = table.state.values();
    float[] gphi = new float[phi.length];
    table.pass.adapt(table.state, table.draw, r, gphi);
    for (int i = 0; i < phi.length; i++) {
      float at = phi[i];
      double[] values = new double[4];
      float[] steps = {1f / 16, -1f / 16, 1f / 32, -1f / 32};
      for (int s = 0; s < steps.length; s++) {
        phi[i] = at + steps[s];
        values[s] = table.secondMoment();
      }
      phi[i] = at;
      double coarse = 8 * (values[0] - values[1]);
      double fine = 16 * (values[2] - values[3]);
      double difference = (4 * fine - coarse) / 3;
      assertEquals(difference, gphi[i], 2e-4 * (1 + Math.abs(difference)), "φ " + i);
    }
  }

  private static double ofSix(String key, String changes) {
    Toy problem = new RandomQuadratic(6, 1, 0);
    return exact(Named.of(key, "sample-count=2 " + changes), problem, 0.3f, 0, -0.4f, 0.8f, 0, 0.2f)
        .variance();
  }

  /// At α = −1 the double control takes the linear part of f away, and RODEO at α = D.
  @Test
  void bothControls_varyMuchLessThanLeaveOneOut_ofManyLatents() {
    double others = ofSix("rloo", "sample-count=2");
    assertEquals(others, ofSix("double-control", "alpha=0"), 1e-5 * others);
    assertEquals(others, ofSix("rodeo", "stein-function=identity alpha=0"), 1e-5 * others);
    double doubled = ofSix("double-control", "alpha=-1");
    assertTrue(doubled < others / 5, doubled + " of " + others);
    double stein = ofSix("rodeo", "stein-function=identity alpha=6 beta=2");
    assertTrue(stein < others / 2.5, stein + " of " + others);
  }
}
