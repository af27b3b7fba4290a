package voidscope.formula;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import voidscope.network.Dual;

/// An f of the sample that a user has written. Immutable; callable from any thread.
public final class Formula {
  /// Letters of a text at most.
  public static final int LONGEST = 2000;

  /// Operations of f at most.
  static final int MOST_OPERATIONS = 4000;

  /// Operations of f and its derivatives at most.
  private static final int MOST_DERIVED = 100_000;

  /// Where in a range jumps are looked for first.
  private static final int CELLS = 8192;

  private final String text;
  private final Names names;
  private final Graph graph;
  private final int root;
  private final Program value;
  private volatile @Nullable Program derived;

  private Formula(String text, Names names, Graph graph, int root) {
    this.text = text;
    this.names = names;
    this.graph = graph;
    this.root = root;
    value = Program.of(graph, new int[][] {{root}});
  }

  /// Reads a text.
  ///
  /// @throws FormulaException if it is no formula, saying where and what was expected
  public static Formula parse(String text, Names names) throws FormulaException {
    if (text.length() > LONGEST) {
      throw new FormulaException(
          LONGEST, "at most " + LONGEST + " letters", Integer.toString(text.length()));
    }
    Graph graph = new Graph(MOST_OPERATIONS);
    int root = new Parser(Scanner.scan(text), names, graph).parse();
    return new Formula(text, names, graph, root);
  }

  /// Coordinates of a sample, D.
  public int width() {
    return names.width();
  }

  /// Evaluations in double precision, with scratch of one thread.
  public Precise precise() {
    return new Precise(graph, root, width());
  }

  /// Where an f of one number may jump or have a kink, ascending. It is looked for in cells of a
  /// range; a pair within one cell may be missed.
  public double[] jumps(double from, double to) {
    return Jumps.of(precise(), from, to, CELLS);
  }

  /// f on whole rows, with scratch of one thread.
  ///
  /// @param rows rows at most
  public Values values(int rows) {
    return new Values(value, width(), rows);
  }

  /// f with its derivative on whole rows, with scratch of one thread.
  ///
  /// @param rows rows at most
  /// @throws IllegalArgumentException as [#differentiate]
  public Dual dual(int rows) {
    try {
      return new FormulaDual(differentiate(), width(), rows);
    } catch (FormulaException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// Makes sure of its derivative.
  ///
  /// @throws FormulaException if that is too long
  public void demandDerivative() throws FormulaException {
    differentiate();
  }

  /// The program of value, gradient, and its derivative along a direction; made once, or by several
  /// threads alike. It is made from the text in a graph of its own, as a graph grows by it.
  private Program differentiate() throws FormulaException {
    Program known = derived;
    if (known == null) {
      known = derive();
      derived = known;
    }
    return known;
  }

  private Program derive() throws FormulaException {
    int width = width();
    Graph own = new Graph(MOST_OPERATIONS);
    int f = new Parser(Scanner.scan(text), names, own).parse();
    own.allow(MOST_DERIVED);
    try {
      int[] slope = new int[width];
      for (int d = 0; d < width; d++) {
        slope[d] = Derivative.by(own, d, width).of(f);
      }
      int[] direction = new int[width];
      Arrays.setAll(direction, d -> own.variable(width + d));
      Derivative along = new Derivative(own, direction);
      int[] curve = new int[width];
      for (int d = 0; d < width; d++) {
        curve[d] = slope[d] < 0 ? -1 : along.of(slope[d]);
      }
      return Program.of(own, new int[][] {{f}, slope, curve});
    } catch (Graph.FullException _) {
      throw new FormulaException(
          0, "an f whose derivatives have at most " + MOST_DERIVED + " operations", "more");
    }
  }
}
