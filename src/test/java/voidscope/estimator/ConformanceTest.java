package voidscope.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.distribution.Draw;
import voidscope.objective.Capability;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;
import voidscope.stat.Moments;

/// Every estimator of the catalogue, with every value of every choice, in every world that it can
/// work in, with three rows, context, four samples a row, other numbers of parameters than of
/// latents and f recorded after the draw.
final class ConformanceTest {
  private static final int ROWS = 3;
  private static final int SAMPLES = 4;
  private static final RandomStream STREAM = RandomStream.of(7, "conformance", 0);

  /// An entry with some settings in a world.
  record Variant(World world, EstimatorEntry entry, Settings settings) {
    Estimator make() {
      return entry.maker().apply(settings);
    }

    @Override
    public String toString() {
      return world + " " + entry.key() + settings;
    }
  }

  static List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      List<Settings> all = settings(entry);
      for (World world : World.values()) {
        for (Settings settings : all) {
          if (world.serves(entry.maker().apply(settings))) {
            variants.add(new Variant(world, entry, settings));
          }
        }
      }
    }
    return variants;
  }

  private static List<Settings> settings(EstimatorEntry entry) {
    Settings defaults = Settings.defaults(entry.parameters());
    List<Settings> all = new ArrayList<>(List.of(defaults));
    for (Parameter parameter : entry.parameters()) {
      if (parameter.domain() instanceof Domain.Choice(List<String> names)) {
        for (String name : names.subList(1, names.size())) {
          all.add(defaults.with(parameter.key(), new Value.Choice(name)));
        }
      }
    }
    if (defaults.has("surrogate")) {
      Settings deep =
          defaults
              .with("surrogate", new Value.Choice("structured"))
              .with("depth", 2)
              .with("width", 3);
      all.add(deep.has("noise") ? deep.with("noise", new Value.Choice("coupled")) : deep);
    }
    if (defaults.has("input")) {
      Settings direct =
          defaults
              .with("surrogate", new Value.Choice("structured"))
              .with("input", new Value.Choice("z"));
      all.add(direct);
      all.add(direct.with("scope", new Value.Choice("local")));
      all.add(direct.with("scope", new Value.Choice("ordered")).with("width", 40));
    }
    return all;
  }

  /// An estimator with a state that is not at its start, a batch and a recorded objective.
  private static final class Bench {
    final Shape shape;
    final Draw draw;
    final RecordedObjective objective;
    final int parameters;
    final Estimator estimator;
    final State state;
    final Pass pass;
    final float[] g;

    Bench(Variant variant) {
      this(variant, SAMPLES);
    }

    Bench(Variant variant, int samples) {
      shape = new Shape(variant.world().distribution(), ROWS, samples, 2);
      draw = shape.allocate();
      objective = new RecordedObjective(variant.world(), draw);
      parameters = shape.distribution().parameters();
      g = new float[ROWS * parameters];
      estimator = variant.make();
      STREAM.uniform(0, 0, draw.theta().length, draw.theta());
      STREAM.uniform(0, 1, draw.context().length, draw.context());
      for (int i = 0; i < draw.theta().length; i++) {
        draw.theta()[i] = 2 * draw.theta()[i] - 0.8f;
      }
      state = estimator.init(shape, STREAM.child("weights"));
      float[] jitter = new float[state.values().length];
      STREAM.uniform(0, 2, jitter.length, jitter);
      for (int i = 0; i < jitter.length; i++) {
        state.values()[i] += 0.8f * (jitter[i] - 0.4f);
      }
      pass = estimator.pass(shape, objective);
    }

    void noise(long step) {
      for (int k = 0; k < draw.samples(); k++) {
        STREAM.noise(step, 10 + 2 * k, draw.u()[k].length, draw.u()[k]);
        STREAM.noise(step, 11 + 2 * k, draw.v()[k].length, draw.v()[k]);
      }
    }

    float[] estimate() {
      pass.draw(state, draw, 0, ROWS);
      objective.record(draw);
      pass.estimate(state, draw, g);
      return g;
    }
  }

  private static double worst(Variant variant) {
    Bench bench = new Bench(variant);
    Moments[] moments = new Moments[ROWS * bench.parameters];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = new Moments();
    }
    for (int step = 0; step < 40_000; step++) {
      bench.noise(step);
      float[] g = bench.estimate();
      for (int i = 0; i < g.length; i++) {
        moments[i].accept(1, g[i], 0, 0, 0);
      }
    }
    double worst = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] exact = bench.objective.exact(bench.draw, row);
      for (int p = 0; p < bench.parameters; p++) {
        Moments m = moments[row * bench.parameters + p];
        double error = Math.max(m.standardError(), 1e-6);
        worst = Math.max(worst, Math.abs(m.mean() - exact[p]) / error);
      }
    }
    return worst;
  }

  /// At most eighteen z-scores a variant at |z| < 5 give a false alarm in 1e-5 of seeds a variant,
  /// of all variants together in one of 1,000.
  @ParameterizedTest
  @MethodSource("variants")
  void estimate_isUnbiased_asDeclared(Variant variant) {
    double z = worst(variant);
    if (variant.entry().unbiased()) {
      assertTrue(z < 5, "worst z-score " + z);
    } else {
      assertTrue(z > 5, "declared biased, but its bias does not show: " + z);
    }
  }

  private static double loss(Bench bench, float[] r) {
    float[] g = bench.estimate();
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      sum += (double) r[i] * g[i];
    }
    return sum;
  }

  /// ReLU has kinks, and ELU's slope has: where two step sizes disagree the difference quotient
  /// says nothing.
  @ParameterizedTest
  @MethodSource("variants")
  void adapt_givesTheGradientByPhi_againstFiniteDifferences(Variant variant) {
    Bench bench = new Bench(variant);
    float[] r = new float[ROWS * bench.parameters];
    STREAM.uniform(0, 3, r.length, r);
    bench.noise(5);
    bench.estimate();
    float[] gphi = new float[bench.state.values().length];
    State before = bench.state.copy();
    bench.pass.adapt(bench.state, bench.draw, r, gphi);
    System.arraycopy(before.values(), 0, bench.state.values(), 0, gphi.length);
    boolean kinked =
        variant.settings().has("activation")
            && !variant.settings().text("activation").equals("tanh");
    int checked = 0;
    int skipped = 0;
    for (State.Span span : bench.state.spans()) {
      // A baseline that follows a rule of its own is tested by NvilTest.
      if (!span.trained() || variant.entry().key().equals("nvil")) {
        continue;
      }
      for (int i = span.from(); i < span.to(); i++) {
        float h = 1f / 128;
        float at = before.values()[i];
        bench.state.values()[i] = at + h;
        double up = loss(bench, r);
        bench.state.values()[i] = at - h;
        double down = loss(bench, r);
        bench.state.values()[i] = at + h / 2;
        double halfUp = loss(bench, r);
        bench.state.values()[i] = at - h / 2;
        double halfDown = loss(bench, r);
        bench.state.values()[i] = at;
        double coarse = (up - down) / (2 * h);
        double fine = (halfUp - halfDown) / h;
        double difference = (4 * fine - coarse) / 3;
        checked++;
        if (kinked && Math.abs(coarse - fine) > 1e-3 * (1 + Math.abs(fine))) {
          skipped++;
          continue;
        }
        double tolerance = (kinked ? 1e-2 : 2e-3) * (1 + Math.abs(difference));
        assertEquals(difference, gphi[i], tolerance, span.name() + "[" + (i - span.from()) + "]");
      }
    }
    assertTrue(4 * skipped <= checked, "kinks hide " + skipped + " of " + checked);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void draw_rowByRow_givesTheSameEstimate(Variant variant) {
    Bench bench = new Bench(variant);
    bench.noise(9);
    float[] whole = bench.estimate().clone();
    for (int row = 0; row < ROWS; row++) {
      bench.pass.draw(bench.state, bench.draw, row, row + 1);
    }
    bench.objective.record(bench.draw);
    bench.pass.estimate(bench.state, bench.draw, bench.g);
    assertArrayEquals(whole, bench.g);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void estimate_changesNoState(Variant variant) {
    Bench bench = new Bench(variant);
    bench.noise(3);
    float[] before = bench.state.values().clone();
    bench.estimate();
    assertArrayEquals(before, bench.state.values());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void pass_refusesAnObjective_thatLacksWhatIsRequired(Variant variant) {
    Objective blackBox =
        new Objective() {
          @Override
          public Set<Capability> offers() {
            return Set.of();
          }

          @Override
          public void value(Draw draw, int k, float[] f) {}
        };
    Shape shape = new Shape(variant.world().distribution(), ROWS, SAMPLES, 2);
    Estimator estimator = variant.make();
    if (estimator.requires().isEmpty()) {
      estimator.pass(shape, blackBox);
      return;
    }
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> estimator.pass(shape, blackBox));
    assertTrue(refusal.toString().contains(" needs "), refusal.toString());
  }

  /// Terms are the estimate taken apart, and what is left without term 0 has mean zero because both
  /// are unbiased.
  @ParameterizedTest
  @MethodSource("variants")
  void terms_addUpToTheEstimate(Variant variant) {
    Bench bench = new Bench(variant);
    bench.noise(11);
    float[] g = bench.estimate().clone();
    List<Term> terms = bench.pass.terms();
    if (terms.isEmpty()) {
      assertThrows(
          IllegalStateException.class, () -> bench.pass.term(0, bench.draw, new float[g.length]));
      return;
    }
    double[] sum = new double[g.length];
    float[] part = new float[g.length];
    for (int t = 0; t < terms.size(); t++) {
      bench.pass.term(t, bench.draw, part);
      for (int i = 0; i < g.length; i++) {
        sum[i] += terms.get(t).sign() * part[i];
      }
    }
    for (int i = 0; i < g.length; i++) {
      assertEquals(sum[i], g[i], 1e-5 * (1 + Math.abs(sum[i])));
    }
  }

  /// The formula on the screen names the terms that the estimate is taken apart into, all of them.
  @ParameterizedTest
  @MethodSource("variants")
  void formula_consistsOfPieces_ofTheTermsThatThereAre(Variant variant) {
    List<Term> terms = new Bench(variant).pass.terms();
    EstimateFormula formula = variant.entry().formula();
    assertEquals(terms, formula.terms());
    assertEquals(
        Set.copyOf(terms),
        formula.pieces().stream()
            .flatMap(piece -> piece.terms().stream())
            .collect(Collectors.toSet()));
  }

  /// What is told of an estimator is what its pass does, at these settings and with the K samples
  /// that it asks for.
  @ParameterizedTest
  @MethodSource("variants")
  void evaluations_areThoseThatOneEstimateTakes(Variant variant) {
    Estimator estimator = variant.make();
    Bench bench = new Bench(variant, estimator.samples());
    bench.noise(4);
    bench.estimate();
    assertEquals(estimator.evaluations(), bench.objective.evaluations() / (double) ROWS);
  }

  @Test
  void evaluations_ofASetting_areThoseOfItsForm() {
    assertEquals(0, evaluations("exact"));
    assertEquals(1, evaluations("reinforce"));
    assertEquals(2, evaluations("control-variate", "control"));
    assertEquals(2, evaluations("lax", "surrogate"));
    assertEquals(3, evaluations("rebar"));
    assertEquals(2, evaluations("rebar", "noise"));
    assertEquals(1, evaluations("relax"));
    assertEquals(3, evaluations("relax", "surrogate"));
    assertEquals(2, evaluations("relax", "surrogate", "noise"));
    assertEquals(4, evaluations("rloo"));
    assertEquals(2, evaluations("arm"));
    assertEquals(2, evaluations("disarm"));
    assertEquals(2, evaluations("muprop"));
    assertEquals(8, evaluations("double-control"));
    assertEquals(8, evaluations("rodeo"));
    assertEquals(1, evaluations("gumbel-rao"));
    assertEquals(1, evaluations("reinmax"));
  }

  /// Those of an entry, with some of its choices at the second.
  private static int evaluations(String key, String... second) {
    EstimatorEntry entry = Estimators.catalogue().get(key);
    Settings settings = Settings.defaults(entry.parameters());
    for (String choice : second) {
      Domain.Choice domain = (Domain.Choice) settings.parameter(choice).domain();
      settings = settings.with(choice, new Value.Choice(domain.names().get(1)));
    }
    return entry.maker().apply(settings).evaluations();
  }

  /// Another z, and another z̃, with the same b change the estimate where relaxed samples are
  /// drawn, and nowhere else.
  @ParameterizedTest
  @MethodSource("variants")
  void relaxes_isWhetherTheEstimateFollowsRelaxedSamples_whereBIsDiscrete(Variant variant) {
    Bench bench = new Bench(variant);
    bench.noise(6);
    float[] before = bench.estimate().clone();
    if (variant.world() == World.GAUSSIAN) {
      assertFalse(bench.estimator.relaxes());
      return;
    }
    for (float[] z : bench.draw.z()) {
      for (int i = 0; i < z.length; i++) {
        z[i] *= 1.5f;
      }
    }
    for (int k = 0; k < bench.draw.samples(); k++) {
      STREAM.noise(7, 11 + 2 * k, bench.draw.v()[k].length, bench.draw.v()[k]);
    }
    bench.pass.estimate(bench.state, bench.draw, bench.g);
    assertEquals(bench.estimator.relaxes(), !Arrays.equals(before, bench.g));
  }
}
