package voidscope.formula;

import org.jspecify.annotations.Nullable;
import voidscope.simd.Arithmetic;
import voidscope.simd.Elementwise;
import voidscope.simd.Functions;

/// Runs a [Program] on rows, a kernel a step: no dispatch a sample, nothing allocated. Scratch of
/// one thread.
final class Machine {
  private final Program program;
  private final float[][] registers;

  /// @param rows rows at most
  Machine(Program program, int rows) {
    this.program = program;
    registers = new float[program.registers()][rows];
    for (Program.Filled filled : program.filled()) {
      Elementwise.fill(rows, filled.number(), registers[filled.register()]);
    }
  }

  /// Loads coordinates of rows.
  ///
  /// @param x n×width, read
  /// @param width coordinates of a row
  /// @param first variable that the first of them is
  void load(int n, float[] x, int width, int first) {
    for (int i = 0; i < program.inputs().size(); i++) {
      Program.Input input = program.inputs().get(i);
      int d = input.number() - first;
      if (d >= 0 && d < width) {
        gather(n, x, width, d, registers[input.register()]);
      }
    }
  }

  private static void gather(int n, float[] x, int width, int d, float[] column) {
    if (width == 1) {
      System.arraycopy(x, 0, column, 0, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      column[i] = x[i * width + d];
    }
  }

  /// The rows of an output; null where it is 0.
  float @Nullable [] output(int section, int index) {
    int register = program.output(section, index);
    return register < 0 ? null : registers[register];
  }

  /// Runs a section; those before it have been run at the same rows.
  void run(int n, int section) {
    for (Program.Step step : program.steps(section)) {
      float[] out = registers[step.out()];
      if (step.a() < 0) {
        number(n, step, registers[step.b()], true, out);
      } else if (step.b() < 0) {
        single(n, step, registers[step.a()], out);
      } else if (step.c() < 0) {
        pair(n, step, registers[step.a()], registers[step.b()], out);
      } else {
        Arithmetic.select(n, registers[step.a()], registers[step.b()], registers[step.c()], out);
      }
    }
  }

  /// With a number in place of the first operand, or of the second.
  private static void number(int n, Program.Step step, float[] x, boolean first, float[] out) {
    float number = step.number();
    switch (step.operation()) {
      case ADD -> Elementwise.affine(n, 1, x, number, out);
      case SUBTRACT -> Elementwise.affine(n, first ? -1 : 1, x, first ? number : -number, out);
      default -> Elementwise.scale(n, number, x, out);
    }
  }

  private static void single(int n, Program.Step step, float[] x, float[] out) {
    switch (step.operation()) {
      case EXP -> Arithmetic.exp(n, x, out);
      case LOG -> Arithmetic.log(n, x, out);
      case SQRT -> Arithmetic.sqrt(n, x, out);
      case SIN -> Arithmetic.sin(n, x, out);
      case COS -> Arithmetic.cos(n, x, out);
      case TANH -> Functions.tanh(n, x, out);
      case SIGMOID -> Functions.sigmoid(n, x, out);
      case SOFTPLUS -> Functions.softplus(n, x, out);
      case ABS -> Arithmetic.abs(n, x, out);
      case SIGN -> Arithmetic.sign(n, x, out);
      case FLOOR -> Arithmetic.floor(n, x, out);
      default -> number(n, step, x, false, out);
    }
  }

  private static void pair(int n, Program.Step step, float[] x, float[] y, float[] out) {
    switch (step.operation()) {
      case ADD -> Elementwise.add(n, x, y, out);
      case SUBTRACT -> Elementwise.subtract(n, x, y, out);
      case MULTIPLY -> Elementwise.multiply(n, x, y, out);
      case DIVIDE -> Arithmetic.divide(n, x, y, out);
      case POWER -> Arithmetic.power(n, x, y, out);
      case MIN -> Arithmetic.min(n, x, y, out);
      case MAX -> Arithmetic.max(n, x, y, out);
      case LESS -> Arithmetic.less(n, x, y, out);
      case AT_MOST -> Arithmetic.atMost(n, x, y, out);
      case EQUAL -> Arithmetic.equal(n, x, y, out);
      default -> throw new IllegalStateException("no kernel of two operands: " + step);
    }
  }
}
