package voidscope.formula;

import java.util.Arrays;
import java.util.Optional;

/// A formula in double precision, many samples at once: for what is exact, and to find where it is
/// no number. Scratch of one thread.
public final class Precise {
  /// Samples at once at most.
  public static final int ROWS = 128;

  private static final double[] NOTHING = {};

  private final Graph graph;
  private final int root;
  private final double[][] columns;
  private final boolean[] needed;
  private final double[][] values;

  Precise(Graph graph, int root, int width) {
    this.graph = graph;
    this.root = root;
    columns = new double[width][ROWS];
    values = new double[root + 1][];
    needed = new boolean[root + 1];
    needed[root] = true;
    for (int i = root; i >= 0; i--) {
      values[i] = needed[i] ? register(graph.node(i)) : NOTHING;
    }
  }

  private double[] register(Graph.Node node) {
    if (node.operation() == Operation.VARIABLE) {
      return columns[node.a()];
    }
    double[] register = new double[ROWS];
    if (node.constant()) {
      Arrays.fill(register, node.value());
    }
    int arity = node.operation().arity();
    if (arity > 0) {
      needed[node.a()] = true;
    }
    if (arity > 1) {
      needed[node.b()] = true;
    }
    if (arity > 2) {
      needed[node.c()] = true;
    }
    return register;
  }

  /// Where the samples' coordinates are to be written before [#run].
  ///
  /// @param d coordinate, from 0
  public double[] column(int d) {
    return columns[d];
  }

  /// f of the samples in the columns; good until the next call.
  public double[] run(int n) {
    for (int i = 0; i <= root; i++) {
      if (needed[i] && graph.node(i).operation().arity() > 0) {
        step(n, graph.node(i), values[i]);
      }
    }
    return values[root];
  }

  private void step(int n, Graph.Node node, double[] out) {
    Operation operation = node.operation();
    double[] a = values[node.a()];
    double[] b = operation.arity() > 1 ? values[node.b()] : a;
    double[] c = operation.arity() > 2 ? values[node.c()] : a;
    switch (operation) {
      case ADD -> {
        for (int i = 0; i < n; i++) {
          out[i] = a[i] + b[i];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < n; i++) {
          out[i] = a[i] - b[i];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < n; i++) {
          out[i] = a[i] * b[i];
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          out[i] = operation.apply(a[i], b[i], c[i]);
        }
      }
    }
  }

  /// Something that is no finite number.
  ///
  /// @param at character of the operation that makes it, counted from 0
  /// @param words what makes it
  public record Trouble(int at, String words) {}

  /// What makes f of a sample of the last [#run] no finite number.
  ///
  /// @param row which sample, of finite coordinates
  public Optional<Trouble> trouble(int row) {
    if (Double.isFinite(values[root][row])) {
      return Optional.empty();
    }
    // From f back over all that is not finite, to the first of it.
    boolean[] blamed = new boolean[root + 1];
    blamed[root] = true;
    int first = root;
    for (int i = root; i >= 0; i--) {
      if (blamed[i]) {
        first = i;
        Graph.Node node = graph.node(i);
        boolean choice = node.operation() == Operation.SELECT;
        boolean then = choice && values[node.a()][row] != 0;
        blame(blamed, row, node, 0, !choice);
        blame(blamed, row, node, 1, !choice || then);
        blame(blamed, row, node, 2, choice && !then);
      }
    }
    return Optional.of(new Trouble(graph.place(first), words(graph.node(first), row)));
  }

  private void blame(boolean[] blamed, int row, Graph.Node node, int operand, boolean reaches) {
    if (reaches && operand < node.operation().arity()) {
      int index = operand == 0 ? node.a() : operand == 1 ? node.b() : node.c();
      blamed[index] |= !Double.isFinite(values[index][row]);
    }
  }

  private String words(Graph.Node node, int row) {
    double a = node.operation().arity() > 0 ? values[node.a()][row] : 0;
    return switch (node.operation()) {
      case DIVIDE -> values[node.b()][row] == 0 ? "a division by 0" : "a number that is too great";
      case LOG -> a == 0 ? "the logarithm of 0" : "the logarithm of a negative number";
      case SQRT -> "the root of a negative number";
      case POWER ->
          a == 0
              ? "a negative power of 0"
              : a < 0 ? "a broken power of a negative number" : "a number that is too great";
      case CONSTANT -> "a number that is not finite";
      default -> "a number that is too great";
    };
  }

  /// On which sides of all jumps and kinks a sample of the last [#run] lies, as one number that
  /// changes where it passes any.
  long sides(int row) {
    long all = 0;
    for (int i = 0; i <= root; i++) {
      Graph.Node node = graph.node(i);
      int arity = node.operation().arity();
      if (needed[i] && arity > 0) {
        double a = values[node.a()][row];
        double b = arity > 1 ? values[node.b()][row] : 0;
        all = 31 * all + node.operation().side(a, b);
      }
    }
    return all;
  }
}
