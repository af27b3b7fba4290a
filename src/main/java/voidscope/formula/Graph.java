package voidscope.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Expressions, each held once: whoever makes the same again gets the same node. Operands stand
/// before what uses them. Constants are folded and what changes nothing is left out, but nothing
/// that could hide an infinity or a NaN: 0·x stays.
final class Graph {
  /// An expression.
  ///
  /// @param operation what it does
  /// @param a first operand, −1 where it has none; the number of a variable
  /// @param b second operand or −1
  /// @param c third operand or −1
  /// @param value of a constant, else 0
  record Node(Operation operation, int a, int b, int c, double value) {
    boolean constant() {
      return operation == Operation.CONSTANT;
    }
  }

  /// There are more operations than may be.
  static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private FullException() {
      super("too many operations", null, false, false);
    }
  }

  /// The greatest exponent for which a power is written out as products.
  private static final int WRITTEN_OUT = 64;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Map<Node, Integer> known = new HashMap<>();
  private int most;
  private int place;

  /// @param most nodes at most
  Graph(int most) {
    this.most = most;
  }

  /// Lets it grow on.
  void allow(int nodesAtMost) {
    most = nodesAtMost;
  }

  /// Where in the text the nodes stand that are made from now on.
  void at(int character) {
    place = character;
  }

  int size() {
    return nodes.size();
  }

  Node node(int index) {
    return nodes.get(index);
  }

  /// Where in the text a node stood first, counted from 0.
  int place(int index) {
    return places.get(index);
  }

  private double value(int index) {
    return nodes.get(index).value();
  }

  private boolean fixed(int index) {
    return nodes.get(index).constant();
  }

  private boolean is(int index, double value) {
    return fixed(index) && value(index) == value;
  }

  /// @throws FullException if there is no room for it
  private int put(Node node) {
    Integer before = known.get(node);
    if (before != null) {
      return before;
    }
    if (nodes.size() >= most) {
      throw new FullException();
    }
    nodes.add(node);
    places.add(place);
    known.put(node, nodes.size() - 1);
    return nodes.size() - 1;
  }

  int constant(double value) {
    return put(new Node(Operation.CONSTANT, -1, -1, -1, value + 0.0));
  }

  /// @param number from 0
  int variable(int number) {
    return put(new Node(Operation.VARIABLE, number, -1, -1, 0));
  }

  int add(int a, int b) {
    if (is(a, 0)) {
      return b;
    }
    if (is(b, 0)) {
      return a;
    }
    return a == b ? multiply(constant(2), a) : make(Operation.ADD, a, b);
  }

  int subtract(int a, int b) {
    if (is(b, 0)) {
      return a;
    }
    return is(a, 0) ? negate(b) : make(Operation.SUBTRACT, a, b);
  }

  int negate(int a) {
    return multiply(constant(-1), a);
  }

  int multiply(int a, int b) {
    if (is(a, 1)) {
      return b;
    }
    if (is(b, 1)) {
      return a;
    }
    if (fixed(b) && !fixed(a)) {
      return multiply(b, a);
    }
    Node other = nodes.get(b);
    boolean nested = fixed(a) && other.operation() == Operation.MULTIPLY && fixed(other.a());
    return nested
        ? multiply(constant(value(a) * value(other.a())), other.b())
        : make(Operation.MULTIPLY, a, b);
  }

  int divide(int a, int b) {
    return is(b, 1) ? a : make(Operation.DIVIDE, a, b);
  }

  int power(int a, int b) {
    if (!fixed(b) || fixed(a)) {
      return make(Operation.POWER, a, b);
    }
    double exponent = value(b);
    if (exponent == 0.5) {
      return unary(Operation.SQRT, a);
    }
    if (exponent != Math.rint(exponent) || Math.abs(exponent) > WRITTEN_OUT) {
      return make(Operation.POWER, a, b);
    }
    int product = product(a, (int) Math.abs(exponent));
    return exponent < 0 ? divide(constant(1), product) : product;
  }

  /// a^n by squaring.
  private int product(int a, int n) {
    int result = constant(1);
    int square = a;
    for (int rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = multiply(result, square);
      }
      if (rest > 1) {
        square = multiply(square, square);
      }
    }
    return result;
  }

  int select(int condition, int a, int b) {
    if (fixed(condition)) {
      return value(condition) == 0 ? b : a;
    }
    return a == b ? a : put(new Node(Operation.SELECT, condition, a, b, 0));
  }

  int binary(Operation operation, int a, int b) {
    return switch (operation) {
      case ADD -> add(a, b);
      case SUBTRACT -> subtract(a, b);
      case MULTIPLY -> multiply(a, b);
      case DIVIDE -> divide(a, b);
      case POWER -> power(a, b);
      default -> make(operation, a, b);
    };
  }

  int unary(Operation operation, int a) {
    return fixed(a)
        ? constant(operation.apply(value(a), 0, 0))
        : put(new Node(operation, a, -1, -1, 0));
  }

  private int make(Operation operation, int a, int b) {
    if (fixed(a) && fixed(b)) {
      return constant(operation.apply(value(a), value(b), 0));
    }
    boolean turned = operation.commutes() && (fixed(b) || (a > b && !fixed(a)));
    return put(new Node(operation, turned ? b : a, turned ? a : b, -1, 0));
  }
}
