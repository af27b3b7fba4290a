package voidscope.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Expressions as a flat list of kernel calls on registers, in sections that are run one after the
/// other: the value, its derivatives, theirs. Whatever a section needs of those before it, it finds
/// there; within a section registers are used again. Immutable.
final class Program {
  /// One kernel call.
  ///
  /// @param operation what is done
  /// @param out register that is written, never one that is read
  /// @param a first operand's register, −1 where it is the number
  /// @param b second operand's register, −1 where it is the number or there is none
  /// @param c third operand's register or −1
  /// @param number in place of a register
  record Step(Operation operation, int out, int a, int b, int c, float number) {}

  /// A register that holds a number in every row.
  record Filled(int register, float number) {}

  /// A register that holds a coordinate.
  ///
  /// @param number of the variable
  record Input(int register, int number) {}

  private final Step[][] sections;
  private final int[][] outputs;
  private final List<Filled> filled;
  private final List<Input> inputs;
  private final int registers;

  private Program(
      Step[][] sections, int[][] outputs, List<Filled> filled, List<Input> inputs, int registers) {
    this.sections = sections;
    this.outputs = outputs;
    this.filled = List.copyOf(filled);
    this.inputs = List.copyOf(inputs);
    this.registers = registers;
  }

  /// The program of some nodes.
  ///
  /// @param wanted nodes that each section gives, −1 for 0
  static Program of(Graph graph, int[][] wanted) {
    return new Compiler(graph, wanted).compile();
  }

  /// The kernel calls of a section.
  Step[] steps(int section) {
    return sections[section];
  }

  /// Register of an output, −1 where it is 0.
  int output(int section, int index) {
    return outputs[section][index];
  }

  List<Filled> filled() {
    return filled;
  }

  List<Input> inputs() {
    return inputs;
  }

  int registers() {
    return registers;
  }

  /// Lays the nodes out.
  private static final class Compiler {
    private static final int NONE = -1;

    private final Graph graph;
    private final int[][] wanted;
    private final int[] section;
    private final int[] last;
    private final boolean[] kept;
    private final int[] register;
    private final List<Filled> filled = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int registers;

    Compiler(Graph graph, int[][] wanted) {
      this.graph = graph;
      this.wanted = wanted;
      section = new int[graph.size()];
      last = new int[graph.size()];
      kept = new boolean[graph.size()];
      register = new int[graph.size()];
      Arrays.fill(section, NONE);
      Arrays.fill(register, NONE);
    }

    Program compile() {
      for (int s = 0; s < wanted.length; s++) {
        reach(s);
      }
      for (int node = 0; node < section.length; node++) {
        if (section[node] != NONE) {
          uses(node);
        }
      }
      Step[][] steps = new Step[wanted.length][];
      int[][] outputs = new int[wanted.length][];
      for (int s = 0; s < wanted.length; s++) {
        steps[s] = steps(s);
        outputs[s] = Arrays.stream(wanted[s]).map(n -> n == NONE ? NONE : held(n)).toArray();
      }
      return new Program(steps, outputs, filled, inputs, registers);
    }

    /// Gives a section all nodes that it needs and no section before it has.
    private void reach(int s) {
      Deque<Integer> open = new ArrayDeque<>();
      for (int node : wanted[s]) {
        if (node != NONE) {
          kept[node] = true;
          open.push(node);
        }
      }
      while (!open.isEmpty()) {
        int node = open.pop();
        if (section[node] == NONE) {
          section[node] = s;
          for (int operand : operands(node)) {
            open.push(operand);
          }
        }
      }
    }

    private int[] operands(int index) {
      Graph.Node node = graph.node(index);
      return switch (node.operation().arity()) {
        case 0 -> new int[0];
        case 1 -> new int[] {node.a()};
        case 2 -> new int[] {node.a(), node.b()};
        default -> new int[] {node.a(), node.b(), node.c()};
      };
    }

    /// Notes who uses what last; what a later section uses is kept for ever.
    private void uses(int user) {
      for (int operand : operands(user)) {
        last[operand] = Math.max(last[operand], user);
        kept[operand] |= section[operand] != section[user];
      }
    }

    private Step[] steps(int s) {
      List<Step> steps = new ArrayList<>();
      free.clear();
      for (int node = 0; node < section.length; node++) {
        if (section[node] == s && graph.node(node).operation().arity() > 0) {
          steps.add(step(node));
          for (int operand : operands(node)) {
            release(operand, node);
          }
        }
      }
      return steps.toArray(Step[]::new);
    }

    private void release(int operand, int user) {
      boolean leaf = graph.node(operand).operation().arity() == 0;
      if (last[operand] == user && !kept[operand] && !leaf && !free.contains(held(operand))) {
        free.push(held(operand));
      }
    }

    private Step step(int index) {
      Graph.Node node = graph.node(index);
      int a = held(node.a());
      int b = node.operation().arity() > 1 ? held(node.b()) : NONE;
      int c = node.operation().arity() > 2 ? held(node.c()) : NONE;
      float number = 0;
      boolean linear =
          switch (node.operation()) {
            case ADD, SUBTRACT, MULTIPLY -> true;
            default -> false;
          };
      if (linear && graph.node(node.a()).constant()) {
        number = (float) graph.node(node.a()).value();
        a = NONE;
      } else if (linear && graph.node(node.b()).constant()) {
        number = (float) graph.node(node.b()).value();
        b = NONE;
      }
      int out = free.isEmpty() ? registers++ : free.pop();
      register[index] = out;
      return new Step(node.operation(), out, a, b, c, number);
    }

    /// The register of a node; a leaf gets one where it is asked for first.
    private int held(int index) {
      if (register[index] == NONE) {
        Graph.Node node = graph.node(index);
        register[index] = registers++;
        if (node.constant()) {
          filled.add(new Filled(register[index], (float) node.value()));
        } else {
          inputs.add(new Input(register[index], node.a()));
        }
      }
      return register[index];
    }
  }
}
