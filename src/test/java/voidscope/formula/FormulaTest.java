package voidscope.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.SteadyState;
import voidscope.network.Dual;
import voidscope.random.RandomStream;

/// Formulas in value and derivatives, against plain arithmetic and commons-math3's differentiation.
final class FormulaTest {
  /// The compiler may be busy with what other tests have begun.

  private static final double T = 0.45;

  private static double value(String text, Names names, double... x) throws FormulaException {
    Precise precise = Formula.parse(text, names).precise();
    for (int d = 0; d < x.length; d++) {
      precise.column(d)[0] = x[d];
    }
    return precise.run(1)[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 + 2·3 − 4/8 | 6.5",
        "-2^2 | -4",
        "2^3^2 | 512",
        "2^-1 | 0.5",
        "−b1² | -0.25",
        "(b₁ + b2)·b3 | -1.5",
        "1 < 2 | 1",
        "b1 ≥ b2 | 1",
        "(b1 != 0.5) + (b2 = -1) | 1",
        "if(b1 > 0, 3, 4) | 3",
        "step(b2) + relu(b2) + sign(b2) | -1",
        "min(3, b1, b2) + max(b1, 7) | 6",
        "sum + mean(b) + prod | 1.8333333333333333",
        "mean((b - t)^2) | 2.8691666666666666",
        "sum(b·b3) | 7.5",
        "floor(2.7) + abs(-1.5) + √(9) | 6.5",
        "ln(e) + log(e^2) + cos(π) + sin(0) | 2",
        "exp(0) + tanh(0) + σ(0) + softplus(0) - ln(2) | 1.5",
        "D | 3",
        ".5e1 + 1.e-1 | 5.1",
        "0^0 | 1",
      })
  void value_isWhatArithmeticSays(String text, double expected) throws FormulaException {
    assertEquals(expected, value(text, Names.latents(3, T), 0.5, -1, 3), 1e-12);
  }

  @Test
  void classes_areNamed() throws FormulaException {
    Names one = Names.classes(1, 3, T);
    assertEquals(2, value("class", one, 0, 1, 0));
    assertEquals(3 + 4 + 1, value("K + b2·4 + L", one, 0, 1, 0));
    assertEquals(23, value("10·class1 + class2", Names.classes(2, 3, T), 0, 1, 0, 0, 0, 1));
  }

  /// A formula, and the same in commons-math3 over two variables.
  record Case(String text, Function<DerivativeStructure[], DerivativeStructure> same) {
    @Override
    public String toString() {
      return text;
    }
  }

  static Case[] cases() {
    return new Case[] {
      new Case("b1*b2^3 - 2*b1", x -> x[0].multiply(x[1].pow(3)).subtract(x[0].multiply(2))),
      new Case("b1/(b2 + 3)", x -> x[0].divide(x[1].add(3))),
      new Case("exp(b1*b2)", x -> x[0].multiply(x[1]).exp()),
      new Case("log(b1^2 + b2^2 + 1)", x -> x[0].pow(2).add(x[1].pow(2)).add(1).log()),
      new Case("sqrt(2 + b1*b2)", x -> x[0].multiply(x[1]).add(2).sqrt()),
      new Case("sin(b1)*cos(b2)", x -> x[0].sin().multiply(x[1].cos())),
      new Case("tanh(b1 - 2*b2)", x -> x[0].subtract(x[1].multiply(2)).tanh()),
      new Case(
          "sigmoid(3*b1 + b2)", x -> x[0].multiply(-3).subtract(x[1]).exp().add(1).reciprocal()),
      new Case("softplus(b1)*b2", x -> x[0].exp().add(1).log().multiply(x[1])),
      new Case("(b1 + 2)^2.5", x -> x[0].add(2).pow(2.5)),
      new Case("(b1 + 2)^b2", x -> x[0].add(2).pow(x[1])),
      new Case("(b1 + 2)^-3", x -> x[0].add(2).pow(-3)),
      new Case("abs(b1 - 5)*b2", x -> x[0].subtract(5).abs().multiply(x[1])),
      new Case("min(b1, b2 + 4)*b1", x -> x[0].multiply(x[0])),
      new Case("max(b1, b2 + 4)*b1", x -> x[1].add(4).multiply(x[0])),
      new Case("if(b1 < 4, b1*b2, log(b1 - 4))", x -> x[0].multiply(x[1])),
      new Case(
          "step(b1 + 9)*b2^2 + floor(b1 + 0.2)",
          x -> x[1].multiply(x[1]).add(Math.floor(x[0].getValue() + 0.2))),
      new Case(
          "mean((b - t)^2)", x -> x[0].subtract(T).pow(2).add(x[1].subtract(T).pow(2)).divide(2)),
      new Case("prod(b + 2)", x -> x[0].add(2).multiply(x[1].add(2))),
    };
  }

  /// Value, gradient, and the gradient of α·f + β·(f' along dx), which has all second derivatives.
  @ParameterizedTest
  @MethodSource("cases")
  void derivatives_areThoseOfCommonsMath(Case c) throws FormulaException {
    for (int n : new int[] {1, 2, 7, 16, 33}) {
      float[] x = new float[2 * n];
      RandomStream.of(3, "points", n).uniform(0, 0, x.length, x);
      for (int i = 0; i < x.length; i++) {
        x[i] = 0.9f * (2 * x[i] - 1);
      }
      float[] dx = x.clone();
      float[] y = new float[n];
      float[] dy = new float[n];
      float[] alpha = new float[n];
      float[] beta = new float[n];
      float[] gx = new float[2 * n];
      float[] gdx = new float[2 * n];
      for (int i = 0; i < n; i++) {
        dx[2 * i] = 0.5f - i % 3;
        dx[2 * i + 1] = i % 2 + 0.25f;
        alpha[i] = 1 + i % 4;
        beta[i] = 2 - i % 5;
      }
      Dual dual = Formula.parse(c.text(), Names.latents(2, T)).dual(n);
      dual.value(n, x, y);
      dual.tangent(n, dx, dy);
      dual.reverse(n, alpha, beta, gx, gdx, null);
      for (int i = 0; i < n; i++) {
        DerivativeStructure[] at = {
          new DerivativeStructure(2, 2, 0, x[2 * i]), new DerivativeStructure(2, 2, 1, x[2 * i + 1])
        };
        DerivativeStructure f = c.same().apply(at);
        double[] slope = {f.getPartialDerivative(1, 0), f.getPartialDerivative(0, 1)};
        double mixed = f.getPartialDerivative(1, 1);
        double[] curve = {
          f.getPartialDerivative(2, 0) * dx[2 * i] + mixed * dx[2 * i + 1],
          mixed * dx[2 * i] + f.getPartialDerivative(0, 2) * dx[2 * i + 1]
        };
        near(f.getValue(), y[i]);
        near(slope[0] * dx[2 * i] + slope[1] * dx[2 * i + 1], dy[i]);
        for (int d = 0; d < 2; d++) {
          near(alpha[i] * slope[d] + beta[i] * curve[d], gx[2 * i + d]);
          near(beta[i] * slope[d], gdx[2 * i + d]);
        }
      }
    }
  }

  private static void near(double expected, float found) {
    assertEquals(expected, found, 4e-5 * (1 + Math.abs(expected)));
  }

  /// Without a tangent, and again at another point: nothing of the one before is left.
  @Test
  void reverse_withoutTangent_isTheGradient_atEveryPoint() throws FormulaException {
    Dual dual = Formula.parse("b1^2*b2", Names.latents(2, T)).dual(1);
    float[] gx = new float[2];
    for (int turn = 1; turn < 4; turn++) {
      dual.value(1, new float[] {turn, 3}, new float[1]);
      dual.reverse(1, new float[] {1}, null, gx, null, null);
      assertArrayEquals(new float[] {6 * turn, turn * turn}, gx);
    }
  }

  /// A branch that is not taken may be no number.
  @Test
  void choice_keepsToItsBranch_alsoInTheDerivative() throws FormulaException {
    Dual dual = Formula.parse("if(b > 0, log(b), b)", Names.latents(1, T)).dual(1);
    float[] y = new float[1];
    float[] gx = new float[1];
    dual.value(1, new float[] {0}, y);
    dual.reverse(1, new float[] {1}, null, gx, null, null);
    assertEquals(0, y[0]);
    assertEquals(1, gx[0]);
  }

  /// f and its derivative share what they have in common, and registers are used again.
  @Test
  void program_computesEachExpressionOnce_inFewRegisters() throws FormulaException {
    Graph graph = new Graph(1000);
    Names names = Names.latents(1, T);
    String text = "exp(b)^2 + exp(b)^2 + sin(exp(b)) - exp(b)/2";
    int root = new Parser(Scanner.scan(text), names, graph).parse();
    int slope = Derivative.by(graph, 0, 1).of(root);
    Program program = Program.of(graph, new int[][] {{root}, {slope}});
    long exponentials = 0;
    for (int section = 0; section < 2; section++) {
      for (Program.Step step : program.steps(section)) {
        exponentials += step.operation() == Operation.EXP ? 1 : 0;
      }
    }
    assertEquals(1, exponentials);
    String chain = "b" + "*1.01+b".repeat(150);
    Graph long1 = new Graph(1000);
    int end = new Parser(Scanner.scan(chain + "*sin(b)"), names, long1).parse();
    Program flat = Program.of(long1, new int[][] {{end}});
    assertTrue(flat.registers() < 8, flat.registers() + " registers");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100, 1000})
  void evaluation_allocatesNothing(int n) throws FormulaException {
    Formula formula =
        Formula.parse("mean((b-t)^2)*exp(-b1)+if(b2>.5,b1/3,b2^1.5)", Names.latents(2, T));
    Dual dual = formula.dual(n);
    Values values = formula.values(n);
    float[] x = new float[2 * n];
    java.util.Arrays.fill(x, 0.3f);
    float[] y = new float[n];
    float[] g = new float[2 * n];
    float[] h = new float[2 * n];
    long bytes =
        SteadyState.bytes(
            () -> {
              for (int i = 0; i < 500; i++) {
                values.run(n, x, y);
                dual.value(n, x, y);
                dual.tangent(n, x, y);
                dual.reverse(n, y, y, g, h, null);
              }
            });
    assertEquals(0, bytes, "bytes in 500 rounds");
  }

  @Test
  void trouble_isFound_whereItArises() throws FormulaException {
    Precise precise = Formula.parse("b1 + 2*(1/b2 - log(b1))", Names.latents(2, T)).precise();
    precise.column(0)[0] = 1;
    precise.column(1)[0] = 0;
    precise.column(0)[1] = 0;
    precise.column(1)[1] = 1;
    precise.column(0)[2] = 1;
    precise.column(1)[2] = 1;
    precise.run(3);
    assertEquals(new Precise.Trouble(9, "a division by 0"), precise.trouble(0).orElseThrow());
    assertEquals(new Precise.Trouble(15, "the logarithm of 0"), precise.trouble(1).orElseThrow());
    assertTrue(precise.trouble(2).isEmpty());
    Precise aside = Formula.parse("if(b > 0, 1/b, 0)", Names.latents(1, T)).precise();
    aside.column(0)[0] = 0;
    aside.run(1);
    assertTrue(aside.trouble(0).isEmpty());
  }

  @Test
  void jumps_areFound_whereBranchesChange() throws FormulaException {
    Formula steps = Formula.parse("min(floor(abs(b - 2)), 3)/3", Names.latents(1, T));
    double[] found = steps.jumps(-30, 30);
    for (double jump : new double[] {-1, 0, 1, 2, 3, 4, 5}) {
      double nearest = Double.POSITIVE_INFINITY;
      for (double x : found) {
        nearest = Math.min(nearest, Math.abs(x - jump));
      }
      assertEquals(0, nearest, 1e-9, "at " + jump);
    }
    assertEquals(0, Formula.parse("b^2 + exp(-b)", Names.latents(1, T)).jumps(-30, 30).length);
  }
}
