package voidscope.problem.rl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import voidscope.stat.Sigmoid;

/// The parts of a row's variance by their definition, from all paths of a problem.
///
/// @param all rows of all paths
record RowParts(List<Row> all) {
  /// A step of a path.
  ///
  /// @param weight its share of all rows
  /// @param state all that is known there, which includes the step
  /// @param action that and what is done
  /// @param factor γᵗ or 1
  /// @param value V of a critic, of what is observed
  record Row(
      double weight,
      String state,
      String action,
      double[] score,
      double toGo,
      double factor,
      double value) {}

  /// A step as it is walked.
  record Step(String state, String action, double[] score, double reward, double value) {}

  /// One way through.
  record Path(double probability, List<Step> steps) {}

  static RowParts of(List<Path> paths, double discount, boolean weighted) {
    double length = paths.stream().mapToDouble(p -> p.probability() * p.steps().size()).sum();
    List<Row> rows = new ArrayList<>();
    for (Path path : paths) {
      double toGo = 0;
      for (int t = path.steps().size() - 1; t >= 0; t--) {
        Step step = path.steps().get(t);
        toGo = step.reward() + discount * toGo;
        rows.add(
            new Row(
                path.probability() / length,
                step.state(),
                step.action(),
                step.score(),
                toGo,
                weighted ? Math.pow(discount, t) : 1,
                step.value()));
      }
    }
    return new RowParts(rows);
  }

  private static Map<String, List<Row>> by(List<Row> rows, Function<Row, String> key) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
    return groups;
  }

  private static <T> T of(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key));
  }

  private static double weight(List<Row> rows) {
    return rows.stream().mapToDouble(Row::weight).sum();
  }

  private static double mean(List<Row> rows, ToDoubleFunction<Row> of) {
    return rows.stream().mapToDouble(r -> r.weight() * of.applyAsDouble(r)).sum() / weight(rows);
  }

  /// The trace of the covariance of factor·score·of.
  private static double spread(List<Row> rows, ToDoubleFunction<Row> of) {
    double sum = 0;
    for (int d = 0; d < rows.getFirst().score().length; d++) {
      int at = d;
      ToDoubleFunction<Row> g = r -> r.factor() * r.score()[at] * of.applyAsDouble(r);
      double mean = mean(rows, g);
      sum += mean(rows, r -> Math.pow(g.applyAsDouble(r) - mean, 2));
    }
    return sum;
  }

  double later() {
    return by(all, Row::action).values().stream()
        .mapToDouble(rows -> weight(rows) * spread(rows, Row::toGo))
        .sum();
  }

  private Map<String, Double> means(Function<Row, String> key) {
    Map<String, Double> means = new LinkedHashMap<>();
    by(all, key).forEach((k, rows) -> means.put(k, mean(rows, Row::toGo)));
    return means;
  }

  double own() {
    Map<String, Double> q = means(Row::action);
    Map<String, Double> v = means(Row::state);
    return by(all, Row::state).values().stream()
        .mapToDouble(rows -> weight(rows) * spread(rows, r -> of(q, r.action()) - of(v, r.state())))
        .sum();
  }

  double states() {
    int width = all.getFirst().score().length;
    Map<String, double[]> h = new LinkedHashMap<>();
    by(all, Row::state)
        .forEach(
            (state, rows) -> {
              double[] mean = new double[width];
              Arrays.setAll(mean, d -> mean(rows, r -> r.factor() * r.score()[d] * r.toGo()));
              h.put(state, mean);
            });
    double sum = 0;
    for (int d = 0; d < width; d++) {
      int at = d;
      double mean = mean(all, r -> of(h, r.state())[at]);
      sum += mean(all, r -> Math.pow(of(h, r.state())[at] - mean, 2));
    }
    return sum;
  }

  /// Of the gradient with the true V.
  double whole() {
    Map<String, Double> v = means(Row::state);
    return spread(all, r -> r.toGo() - of(v, r.state()));
  }

  double bare() {
    return spread(all, Row::toGo) - whole();
  }

  double learned() {
    return spread(all, r -> r.toGo() - r.value()) - whole();
  }

  /// Those of [TwoStates].
  ///
  /// @param value V of each state
  static List<Path> twoStates(double[] weights, double[] value) {
    List<Path> paths = new ArrayList<>();
    twoStates(weights, value, 0, 1, List.of(), paths);
    return paths;
  }

  private static void twoStates(
      double[] weights,
      double[] value,
      int state,
      double probability,
      List<Step> steps,
      List<Path> paths) {
    if (steps.size() == TwoStates.HORIZON) {
      paths.add(new Path(probability, steps));
      return;
    }
    for (int a = 0; a < 2; a++) {
      for (int then = 0; then < 2; then++) {
        double up = TwoStates.up(state, a);
        String here = steps.size() + ":" + state;
        double[] score = {a - Sigmoid.of(weights[state])};
        Step step = new Step(here, here + "/" + a, score, TwoStates.reward(state, a), value[state]);
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        double acting = Sigmoid.of(a == 1 ? weights[state] : -weights[state]);
        double turning = then == 1 ? up : 1 - up;
        twoStates(weights, value, then, probability * acting * turning, longer, paths);
      }
    }
  }

  /// Those of [FewPaths] under logits (0, w·s + bias); V is 4.
  static List<Path> cartPole() {
    FewPaths world = new FewPaths();
    world.start(new float[0], 0);
    List<Path> paths = new ArrayList<>();
    double[] start = new double[4];
    world.save(start, 0);
    cartPole(world, start, "", 1, List.of(), paths);
    return paths;
  }

  private static void cartPole(
      FewPaths world,
      double[] state,
      String history,
      double probability,
      List<Step> steps,
      List<Path> paths) {
    double logit = CartPolePaths.WEIGHTS[4];
    for (int i = 0; i < 4; i++) {
      logit += CartPolePaths.WEIGHTS[i] * (float) state[i];
    }
    for (int a = 0; a < 2; a++) {
      double p = Sigmoid.of(a == 1 ? logit : -logit);
      double[] score = {a == 0 ? 1 - p : p - 1, a == 1 ? 1 - p : p - 1};
      world.restore(state, 0);
      double reward = world.step(a, new float[0], 0);
      List<Step> longer = new ArrayList<>(steps);
      longer.add(new Step(history, history + a, score, reward, 4));
      double[] next = new double[4];
      world.save(next, 0);
      if (world.over() || longer.size() == world.limit()) {
        paths.add(new Path(probability * p, longer));
      } else {
        cartPole(world, next, history + a, probability * p, longer, paths);
      }
    }
  }

  /// Those of [LinearQuadratic] through the nodes of a Gauss–Hermite rule that is exact for all
  /// parts, polynomials of degree 8 in the noise of each action; V is −2.
  static List<Path> linearQuadratic(double gain, double offset, double deviation) {
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(7);
    List<Path> paths = new ArrayList<>();
    linearQuadratic(rule, new double[] {gain, offset, deviation}, 1, "", 1, List.of(), paths);
    return paths;
  }

  private static void linearQuadratic(
      GaussIntegrator rule,
      double[] policy,
      double place,
      String history,
      double probability,
      List<Step> steps,
      List<Path> paths) {
    if (steps.size() == 3) {
      paths.add(new Path(probability, steps));
      return;
    }
    for (int i = 0; i < rule.getNumberOfPoints(); i++) {
      double noise = Math.sqrt(2) * rule.getPoint(i);
      double action = policy[0] * place + policy[1] + policy[2] * noise;
      double[] score = {noise / policy[2], noise * noise - 1};
      String then = history + i;
      double reward = -(place * place + action * action / 2);
      List<Step> longer = new ArrayList<>(steps);
      longer.add(new Step(history, then, score, reward, -2));
      double p = probability * rule.getWeight(i) / Math.sqrt(Math.PI);
      linearQuadratic(rule, policy, place + action, then, p, longer, paths);
    }
  }
}
