package voidscope.chart.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import voidscope.chart.figure.Figure;

/// Four charts like those of a run, made from a formula.
public final class FigureSample {
  static final List<String> KEYS =
      List.of("reinforce", "reinforce-mean", "reinforce-learned", "concrete", "rebar", "relax");
  static final List<String> NAMES =
      List.of("REINFORCE", "REINFORCE, mean", "REINFORCE, learned", "Concrete", "REBAR", "RELAX");

  private FigureSample() {}

  /// The four charts with that many points a series, the run having come to `head` steps.
  public static List<Figure> four(int points, double head) {
    return List.of(
        theta(points, head), variance(points, head), loss(points, head), surrogate(points));
  }

  public static Figure theta(int points, double head) {
    var lines = new ArrayList<Figure.Line>();
    double[] x = ramp(points, head);
    lines.add(line("exact", "Exact", x, s -> .5 + .5 * Math.tanh(s / 6000)));
    for (int k = 0; k < KEYS.size(); k++) {
      double rate = 4000 + 3500 * k;
      double noise = .06 / (k + 1);
      double[] y = walk(x, s -> .5 + .48 * Math.tanh(s / rate), noise, 7 + k);
      double[] low = shifted(y, -.02);
      double[] high = shifted(y, .02);
      boolean band = k == 5;
      lines.add(
          new Figure.Line(
              KEYS.get(k),
              NAMES.get(k),
              Figure.Style.MAIN,
              x,
              y,
              band ? low : null,
              band ? high : null));
    }
    var events =
        List.of(
            new Figure.Event(.42 * head, "lr .01 → .03"),
            new Figure.Event(.45 * head, "λ .5 → .1"),
            new Figure.Event(.97 * head, "t .45 → .499"));
    return new Figure(
        "Probability of success",
        Figure.Axis.fitting("step"),
        new Figure.Axis("σ(θ)", 0, 1),
        lines,
        List.of(),
        events);
  }

  static Figure variance(int points, double head) {
    var lines = new ArrayList<Figure.Line>();
    double[] x = ramp(points, head);
    for (int k = 0; k < KEYS.size(); k++) {
      double level = -4.2 - 1.9 * k;
      double[] y = walk(x, s -> level - .8 * Math.tanh(s / 5000), .25, 31 + k);
      if (k == 3) {
        Arrays.fill(y, (int) (.7 * points), points, Double.NaN);
      }
      lines.add(new Figure.Line(KEYS.get(k), NAMES.get(k), Figure.Style.MAIN, x, y, null, null));
    }
    return new Figure(
        "Variance of the gradient",
        Figure.Axis.fitting("step"),
        Figure.Axis.fitting("ln Var(ĝ)"),
        lines,
        List.of(),
        List.of(new Figure.Event(.42 * head, "lr .01 → .03")));
  }

  public static Figure loss(int points, double head) {
    var lines = new ArrayList<Figure.Line>();
    double[] x = ramp(points, head);
    for (int k = 0; k < KEYS.size(); k++) {
      double rate = 3000 + 2500 * k;
      double[] y = walk(x, s -> .2505 - .0009 * Math.tanh(s / rate), .00004, 61 + k);
      lines.add(new Figure.Line(KEYS.get(k), NAMES.get(k), Figure.Style.MAIN, x, y, null, null));
    }
    return new Figure(
        "Expected loss",
        Figure.Axis.fitting("step"),
        Figure.Axis.fitting("E[f(b)]"),
        lines,
        List.of(new Figure.Level("optimum", "optimum", .249)),
        List.of());
  }

  public static Figure surrogate(int points) {
    double[] x = ramp(points, 1);
    var lines = new ArrayList<Figure.Line>();
    lines.add(line("f", "f(H(z))", x, u -> u > .5 ? .26 : .23));
    lines.add(
        new Figure.Line(
            "frelaxed",
            "f(σ_λ(z))",
            Figure.Style.COMPANION,
            x,
            of(x, u -> .23 + .03 / (1 + Math.exp(-12 * (u - .5)))),
            null,
            null));
    for (int k = 3; k < KEYS.size(); k++) {
      double bend = k;
      lines.add(
          line(
              KEYS.get(k),
              "c_φ " + NAMES.get(k),
              x,
              u -> .2 + .02 * bend * (u - .4) * (u - .4) + .03 * Math.sin(bend * u)));
    }
    return new Figure(
        "Surrogate",
        Figure.Axis.fitting("u"),
        Figure.Axis.fitting("value"),
        lines,
        List.of(),
        List.of());
  }

  public static Figure.Line line(String key, String name, double[] x, DoubleUnaryOperator f) {
    return new Figure.Line(key, name, Figure.Style.MAIN, x, of(x, f), null, null);
  }

  public static double[] ramp(int points, double head) {
    double[] x = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = head * i / Math.max(1, points - 1);
    }
    return x;
  }

  private static double[] of(double[] x, DoubleUnaryOperator f) {
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> f.applyAsDouble(x[i]));
    return y;
  }

  private static double[] walk(double[] x, DoubleUnaryOperator f, double noise, long seed) {
    var random = new SplittableRandom(seed);
    double[] y = new double[x.length];
    double drift = 0;
    for (int i = 0; i < y.length; i++) {
      drift = .97 * drift + .25 * noise * random.nextGaussian();
      y[i] = f.applyAsDouble(x[i]) + drift + .35 * noise * random.nextGaussian();
    }
    return y;
  }

  private static double[] shifted(double[] y, double by) {
    double[] moved = y.clone();
    Arrays.setAll(moved, i -> y[i] + by * (1 + i % 97 / 200.0));
    return moved;
  }
}
