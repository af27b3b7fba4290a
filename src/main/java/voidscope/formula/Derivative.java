package voidscope.formula;

import java.util.Arrays;

/// The derivative of expressions along a direction, as expressions of the same graph: an
/// expression's is made once, and shares with its value whatever it can. Where f jumps or has a
/// kink it is that of one side, so a step adds nothing.
///
/// A choice keeps to its branch: what the other one would give, a NaN perhaps, does not reach it.
/// That is why the derivative goes forward, a direction at a time, and not in reverse.
final class Derivative {
  private static final int NONE = -1;

  private final Graph graph;
  private final int[] direction;
  private int[] made;

  /// @param direction node of each variable's own derivative, −1 where it is 0
  Derivative(Graph graph, int[] direction) {
    this.graph = graph;
    this.direction = direction;
    made = new int[0];
  }

  /// Along one coordinate.
  static Derivative by(Graph graph, int coordinate, int width) {
    int[] direction = new int[width];
    Arrays.fill(direction, NONE);
    direction[coordinate] = graph.constant(1);
    return new Derivative(graph, direction);
  }

  /// The derivative of a node; −1 where it is 0 everywhere.
  int of(int node) {
    int known = made.length;
    if (node >= known) {
      made = Arrays.copyOf(made, node + 1);
      for (int i = known; i <= node; i++) {
        made[i] = make(graph.node(i));
      }
    }
    return made[node];
  }

  private int make(Graph.Node node) {
    return switch (node.operation()) {
      case CONSTANT, LESS, AT_MOST, EQUAL, SIGN, FLOOR -> NONE;
      case VARIABLE -> node.a() < direction.length ? direction[node.a()] : NONE;
      case ADD -> plus(made[node.a()], made[node.b()]);
      case SUBTRACT -> plus(made[node.a()], times(made[node.b()], graph.constant(-1)));
      case MULTIPLY -> plus(times(made[node.a()], node.b()), times(made[node.b()], node.a()));
      case DIVIDE -> quotient(node);
      case POWER -> power(node);
      case MIN -> choice(less(node), made[node.a()], made[node.b()]);
      case MAX -> choice(less(node), made[node.b()], made[node.a()]);
      case SELECT -> choice(node.a(), made[node.b()], made[node.c()]);
      default -> made[node.a()] == NONE ? NONE : times(made[node.a()], slope(node));
    };
  }

  /// The derivative of a function of one operand.
  private int slope(Graph.Node node) {
    int a = node.a();
    int one = graph.constant(1);
    int value = graph.unary(node.operation(), a);
    return switch (node.operation()) {
      case EXP -> value;
      case LOG -> graph.divide(one, a);
      case SQRT -> graph.divide(graph.constant(0.5), value);
      case SIN -> graph.unary(Operation.COS, a);
      case COS -> graph.negate(graph.unary(Operation.SIN, a));
      case TANH -> graph.subtract(one, graph.multiply(value, value));
      case SIGMOID -> graph.multiply(value, graph.subtract(one, value));
      case SOFTPLUS -> graph.unary(Operation.SIGMOID, a);
      case ABS -> graph.unary(Operation.SIGN, a);
      default -> throw new IllegalArgumentException("no function: " + node.operation());
    };
  }

  private int less(Graph.Node node) {
    return made[node.a()] == NONE && made[node.b()] == NONE
        ? NONE
        : graph.binary(Operation.LESS, node.a(), node.b());
  }

  /// (a/b)' = a'/b − (a/b)·b'/b.
  private int quotient(Graph.Node node) {
    int first = made[node.a()] == NONE ? NONE : graph.divide(made[node.a()], node.b());
    if (made[node.b()] == NONE) {
      return first;
    }
    int value = graph.divide(node.a(), node.b());
    int rest = graph.divide(graph.multiply(value, made[node.b()]), node.b());
    return first == NONE ? graph.negate(rest) : graph.subtract(first, rest);
  }

  /// (a^b)' = b·a^(b−1)·a' + a^b·ln a·b'.
  private int power(Graph.Node node) {
    int result = NONE;
    if (made[node.a()] != NONE) {
      int less = graph.power(node.a(), graph.subtract(node.b(), graph.constant(1)));
      result = times(made[node.a()], graph.multiply(node.b(), less));
    }
    if (made[node.b()] != NONE) {
      int value = graph.power(node.a(), node.b());
      int slope = graph.multiply(value, graph.unary(Operation.LOG, node.a()));
      result = plus(result, times(made[node.b()], slope));
    }
    return result;
  }

  private int choice(int condition, int a, int b) {
    if (a == NONE && b == NONE) {
      return NONE;
    }
    int zero = graph.constant(0);
    return graph.select(condition, a == NONE ? zero : a, b == NONE ? zero : b);
  }

  private int plus(int a, int b) {
    return a == NONE ? b : b == NONE ? a : graph.add(a, b);
  }

  private int times(int derivative, int factor) {
    return derivative == NONE ? NONE : graph.multiply(derivative, factor);
  }
}
