package voidscope.experiment.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Shape;
import voidscope.estimator.State;
import voidscope.objective.Capability;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.toy.Toy;
import voidscope.random.RandomStream;

/// The exact moments of every estimator of one Bernoulli latent over θ and λ, each beside a
/// reference in double precision. As a program it prints the table, cell by cell.
final class ExactTable {
  static final double[] THETAS = {0, .3, -.3, 4, -4, 8, -8, 12, -12, 15, -15, 20, -20};
  static final double[] LAMBDAS = {.01, .1, .5, 10};
  static final double[] TARGETS = {.45, .499};

  private ExactTable() {}

  /// One cell.
  record Cell(
      String estimator,
      double target,
      double theta,
      double lambda,
      double mean,
      double variance,
      double trueMean,
      double trueVariance,
      String withheld) {
    private static double off(double found, double truth, double nothing) {
      return Math.abs(found - truth) <= nothing ? 0 : Math.abs(found / truth - 1);
    }

    /// Relative error; 0 where it is beneath what counts as nothing, NaN where it is withheld.
    double meanError() {
      return off(mean, trueMean, 1e-7);
    }

    double varianceError() {
      return off(variance, trueVariance, 1e-13);
    }

    boolean shown() {
      return !Double.isNaN(mean) && !Double.isNaN(variance);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-40s t=%-5s θ=%-5s λ=%-5s %s",
          estimator,
          target,
          theta,
          lambda,
          shown()
              ? String.format(
                  Locale.ROOT,
                  "%.8e (%.0e) %.8e (%.0e)",
                  mean,
                  meanError(),
                  variance,
                  varianceError())
              : "withheld: " + withheld + " (" + trueMean + ", " + trueVariance + ")");
    }
  }

  /// An estimator at some settings.
  record Variant(EstimatorEntry entry, Settings settings) {
    String name() {
      StringBuilder name = new StringBuilder(entry.key());
      settings
          .parameters()
          .forEach(
              parameter -> {
                if (parameter.domain() instanceof Domain.Choice
                    && !settings.value(parameter.key()).equals(parameter.initial())) {
                  name.append(' ').append(settings.text(parameter.key()));
                }
              });
      return name.toString();
    }
  }

  static List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      boolean elsewhere =
          entry.requires().contains(Capability.CONTINUOUS)
              || entry.requires().contains(Capability.RETURNS);
      if (entry.key().equals("exact") || elsewhere) {
        continue;
      }
      List<Settings> all = new ArrayList<>(List.of(Settings.defaults(entry.parameters())));
      for (String choice : List.of("control", "surrogate", "input", "noise", "stein-function")) {
        for (Settings settings : List.copyOf(all)) {
          if (settings.has(choice)) {
            Domain.Choice domain = (Domain.Choice) settings.parameter(choice).domain();
            all.add(settings.with(choice, new Value.Choice(domain.names().get(1))));
          }
        }
      }
      all.forEach(settings -> variants.add(new Variant(entry, settings)));
    }
    return variants;
  }

  static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Variant variant : variants()) {
      boolean relaxes = variant.settings().has("temperature");
      for (double target : TARGETS) {
        for (double lambda : relaxes ? LAMBDAS : new double[] {1}) {
          Settings settings =
              relaxes ? variant.settings().with("temperature", lambda) : variant.settings();
          Estimator estimator = variant.entry().maker().apply(settings);
          for (double theta : THETAS) {
            cells.add(cell(variant, settings, estimator, target, theta, lambda));
          }
        }
      }
    }
    return cells;
  }

  /// A state that is not at its start, so that surrogates, baselines and coefficients take part.
  static State state(Estimator estimator, Toy problem) {
    State state =
        estimator.init(
            new Shape(problem.distribution(), 1, estimator.samples(), 0),
            RandomStream.of(11, "table", 0));
    for (State.Span span : state.spans()) {
      if (!span.name().equals("temperature") && !span.name().equals("eta")) {
        for (int i = span.from(); i < span.to(); i++) {
          state.values()[i] += 0.15f;
        }
      }
    }
    return state;
  }

  private static Cell cell(
      Variant variant,
      Settings settings,
      Estimator estimator,
      double target,
      double theta,
      double lambda) {
    Toy problem = new SquaredDistance(1, (float) target, theta);
    State state = state(estimator, problem);
    ExactMoments exact = ExactMoments.of(estimator, problem).orElseThrow();
    exact.at(state, new float[] {(float) theta});
    double[] truth =
        new OneLatent((float) theta, (float) target, lambda)
            .moments(variant.entry().key(), settings, state);
    return new Cell(
        variant.name(),
        target,
        theta,
        lambda,
        exact.mean(0),
        exact.variance(),
        truth[0],
        truth[1],
        exact.withheld());
  }

  public static void main(String[] args) {
    List<Cell> cells = cells();
    cells.forEach(System.out::println);
    long withheld = cells.stream().filter(cell -> !cell.shown()).count();
    System.out.println(cells.size() + " cells, " + withheld + " withheld");
    System.out.println(
        "worst: mean "
            + cells.stream().mapToDouble(Cell::meanError).filter(e -> e >= 0).max().orElse(0)
            + ", variance "
            + cells.stream().mapToDouble(Cell::varianceError).filter(e -> e >= 0).max().orElse(0));
  }
}
