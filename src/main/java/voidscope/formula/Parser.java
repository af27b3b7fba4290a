package voidscope.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Reads a formula by the precedence of its signs: comparisons, + −, · /, the sign of a number, ^.
/// The last binds closest and from the right: −b^2 is −(b²), 2^3^2 is 2^9.
///
/// A function of all latents, such as `mean((b - t)^2)`, reads its operand once a latent, b
/// standing for that latent; it does not contain another, so that no text is read more than D
/// times.
final class Parser {
  /// Expressions within each other at most.
  static final int DEEPEST = 64;

  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "=", "!=");
  private static final String VALUE = "a value such as a number, a name or “(”";

  private final List<Token> tokens;
  private final Names names;
  private final Graph graph;
  private int next;
  private int depth;

  /// The coordinate that b stands for within a function of all latents, else −1.
  private int each = -1;

  Parser(List<Token> tokens, Names names, Graph graph) {
    this.tokens = tokens;
    this.names = names;
    this.graph = graph;
  }

  /// The node of the whole text.
  int parse() throws FormulaException {
    try {
      int root = comparison();
      if (peek().kind() != Token.Kind.END) {
        throw fault(peek().is(")") ? "no “)”, as none is open" : "a sign of arithmetic or the end");
      }
      return root;
    } catch (Graph.FullException _) {
      throw new FormulaException(
          peek().at(), "at most " + Formula.MOST_OPERATIONS + " operations", "more");
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    graph.at(token.at());
    return token;
  }

  private FormulaException fault(String expectation) {
    return new FormulaException(peek().at(), expectation, peek().shown());
  }

  private void expect(String sign, String why) throws FormulaException {
    if (!peek().is(sign)) {
      throw fault(why);
    }
    take();
  }

  private void enter() throws FormulaException {
    depth++;
    if (depth > DEEPEST) {
      throw new FormulaException(
          peek().at(), "at most " + DEEPEST + " expressions within each other", "one more");
    }
  }

  private int comparison() throws FormulaException {
    enter();
    int left = sum();
    Token sign = peek();
    if (sign.kind() == Token.Kind.SIGN && COMPARISONS.contains(sign.text())) {
      take();
      int right = sum();
      graph.at(sign.at());
      left =
          switch (sign.text()) {
            case "<" -> graph.binary(Operation.LESS, left, right);
            case ">" -> graph.binary(Operation.LESS, right, left);
            case "<=" -> graph.binary(Operation.AT_MOST, left, right);
            case ">=" -> graph.binary(Operation.AT_MOST, right, left);
            case "=" -> graph.binary(Operation.EQUAL, left, right);
            default ->
                graph.subtract(graph.constant(1), graph.binary(Operation.EQUAL, left, right));
          };
    }
    depth--;
    return left;
  }

  private int sum() throws FormulaException {
    int left = product();
    while (peek().is("+") || peek().is("-")) {
      Token sign = take();
      int right = product();
      graph.at(sign.at());
      left = sign.is("+") ? graph.add(left, right) : graph.subtract(left, right);
    }
    return left;
  }

  private int product() throws FormulaException {
    int left = signed();
    while (peek().is("*") || peek().is("/")) {
      Token sign = take();
      int right = signed();
      graph.at(sign.at());
      left = sign.is("*") ? graph.multiply(left, right) : graph.divide(left, right);
    }
    return left;
  }

  private int signed() throws FormulaException {
    if (!peek().is("-") && !peek().is("+")) {
      return power();
    }
    enter();
    boolean minus = take().is("-");
    int operand = signed();
    depth--;
    return minus ? graph.negate(operand) : operand;
  }

  private int power() throws FormulaException {
    int base = atom();
    if (!peek().is("^")) {
      return base;
    }
    Token sign = take();
    enter();
    int exponent = signed();
    depth--;
    graph.at(sign.at());
    return graph.power(base, exponent);
  }

  private int atom() throws FormulaException {
    Token token = peek();
    if (token.is("(")) {
      take();
      int inner = comparison();
      expect(")", "“)” for the “(” at character " + (token.at() + 1) + " or a sign of arithmetic");
      return inner;
    }
    return switch (token.kind()) {
      case NUMBER -> graph.constant(Double.parseDouble(take().text()));
      case NAME -> named();
      case SIGN, END -> throw fault(VALUE);
    };
  }

  private int named() throws FormulaException {
    Token token = peek();
    String name = token.text();
    OptionalDouble number = names.number(name);
    if (number.isPresent()) {
      take();
      return graph.constant(number.getAsDouble());
    }
    int coordinate = coordinate(name);
    if (coordinate >= 0) {
      take();
      return graph.variable(coordinate);
    }
    if (names.latent(name) >= 0) {
      take();
      return chosen(names.latent(name));
    }
    if (!Names.function(name)) {
      throw fault(names.expectation(name));
    }
    take();
    return switch (name) {
      case "sum", "mean", "prod" -> together(token);
      default -> call(token);
    };
  }

  private int coordinate(String name) throws FormulaException {
    if (!name.equals("b")) {
      return names.coordinate(name);
    }
    if (each < 0 && names.width() > 1) {
      throw fault("one of b1 … b" + names.width() + ", or b within sum(), mean() or prod()");
    }
    return Math.max(each, 0);
  }

  /// The class of a latent, 1 to K, as a sum over its coordinates.
  private int chosen(int latent) {
    int classes = names.classes();
    int sum = graph.variable(latent * classes);
    for (int c = 1; c < classes; c++) {
      int share = graph.multiply(graph.constant(c + 1), graph.variable(latent * classes + c));
      sum = graph.add(sum, share);
    }
    return sum;
  }

  private int call(Token function) throws FormulaException {
    expect("(", "“(” behind " + function.text());
    List<Integer> operands = new ArrayList<>();
    operands.add(comparison());
    while (peek().is(",")) {
      take();
      operands.add(comparison());
    }
    Token end = peek();
    expect(")", "“,” or “)” for the operands of " + function.text());
    graph.at(function.at());
    return apply(function, operands, end);
  }

  private int apply(Token function, List<Integer> operands, Token end) throws FormulaException {
    String name = function.text();
    int first = operands.getFirst();
    switch (name) {
      case "min", "max" -> {
        demand(operands.size() >= 2, "two operands or more of " + name, operands, end);
        Operation operation = name.equals("min") ? Operation.MIN : Operation.MAX;
        int result = first;
        for (int operand : operands.subList(1, operands.size())) {
          result = graph.binary(operation, result, operand);
        }
        return result;
      }
      case "if" -> {
        demand(operands.size() == 3, "three operands of if(condition, then, else)", operands, end);
        return graph.select(first, operands.get(1), operands.get(2));
      }
      default -> demand(operands.size() == 1, "one operand of " + name, operands, end);
    }
    int zero = graph.constant(0);
    return switch (name) {
      case "step" -> graph.binary(Operation.LESS, zero, first);
      case "relu" -> graph.binary(Operation.MAX, zero, first);
      default -> graph.unary(Names.functions().getOrDefault(name, Operation.ABS), first);
    };
  }

  private static void demand(boolean right, String expectation, List<Integer> operands, Token end)
      throws FormulaException {
    if (!right) {
      throw new FormulaException(end.at(), expectation, Integer.toString(operands.size()));
    }
  }

  /// A sum, mean or product over all coordinates, of b itself where nothing is said.
  private int together(Token function) throws FormulaException {
    boolean spelled = peek().is("(");
    if (spelled && each >= 0) {
      throw new FormulaException(
          function.at(), "no sum, mean or prod of latents within another", function.shown());
    }
    int result = -1;
    int from = next;
    for (int d = 0; d < names.width(); d++) {
      next = from;
      int operand = spelled ? operand(function, d) : graph.variable(d);
      graph.at(function.at());
      if (result < 0) {
        result = operand;
      } else if (function.text().equals("prod")) {
        result = graph.multiply(result, operand);
      } else {
        result = graph.add(result, operand);
      }
    }
    return function.text().equals("mean")
        ? graph.multiply(graph.constant(1.0 / names.width()), result)
        : result;
  }

  private int operand(Token function, int coordinate) throws FormulaException {
    take();
    each = coordinate;
    int operand = comparison();
    expect(")", "“)” for the operand of " + function.text() + " or a sign of arithmetic");
    each = -1;
    return operand;
  }
}
