package voidscope.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a formula may name: the sample b, and numbers that the problem gives.
///
/// @param width coordinates of the sample, D
/// @param latents groups of them: D Bernoulli latents, or L categorical ones
/// @param target the problem's t
public record Names(int width, int latents, double target) {
  /// Functions of one operand.
  private static final Map<String, Operation> FUNCTIONS =
      Map.ofEntries(
          Map.entry("exp", Operation.EXP),
          Map.entry("log", Operation.LOG),
          Map.entry("ln", Operation.LOG),
          Map.entry("sqrt", Operation.SQRT),
          Map.entry("sin", Operation.SIN),
          Map.entry("cos", Operation.COS),
          Map.entry("tanh", Operation.TANH),
          Map.entry("sigmoid", Operation.SIGMOID),
          Map.entry("softplus", Operation.SOFTPLUS),
          Map.entry("abs", Operation.ABS),
          Map.entry("sign", Operation.SIGN),
          Map.entry("floor", Operation.FLOOR));

  /// Other functions, and the latents taken together.
  private static final List<String> OTHERS =
      List.of("step", "relu", "min", "max", "if", "sum", "mean", "prod");

  /// Those that without an operand take all latents together.
  private static final Set<String> TOGETHER = Set.of("sum", "mean", "prod");

  /// Of D Bernoulli latents, or of one Gaussian.
  public static Names latents(int count, double target) {
    return new Names(count, count, target);
  }

  /// Of L one-hot latents of K classes, the classes of a latent beside each other.
  public static Names classes(int latents, int classes, double target) {
    return new Names(latents * classes, latents, target);
  }

  /// Classes of a latent, 1 where it has none.
  int classes() {
    return width / latents;
  }

  static Map<String, Operation> functions() {
    return FUNCTIONS;
  }

  static boolean function(String name) {
    return FUNCTIONS.containsKey(name) || OTHERS.contains(name);
  }

  /// The functions of any formula, as it is told to who writes one.
  public static String vocabulary() {
    return Stream.concat(FUNCTIONS.keySet().stream(), OTHERS.stream())
        .filter(name -> !TOGETHER.contains(name) && !name.equals("if"))
        .sorted()
        .collect(Collectors.joining(", ", "", ", if(a < b, x, y)"));
  }

  /// The number that a name stands for.
  OptionalDouble number(String name) {
    return switch (name) {
      case "pi" -> OptionalDouble.of(Math.PI);
      case "e" -> OptionalDouble.of(Math.E);
      case "t" -> OptionalDouble.of(target);
      case "D" -> OptionalDouble.of(width);
      case "L" -> classes() > 1 ? OptionalDouble.of(latents) : OptionalDouble.empty();
      case "K" -> classes() > 1 ? OptionalDouble.of(classes()) : OptionalDouble.empty();
      default -> OptionalDouble.empty();
    };
  }

  /// The coordinate that a name such as `b3` stands for, from 0; −1 where there is none.
  int coordinate(String name) {
    return numbered(name, "b", width);
  }

  /// The latent whose class a name such as `class2` stands for, from 0; −1 where there is none.
  int latent(String name) {
    if (classes() == 1) {
      return -1;
    }
    return latents == 1 && name.equals("class") ? 0 : numbered(name, "class", latents);
  }

  private static int numbered(String name, String stem, int most) {
    String digits = name.startsWith(stem) ? name.substring(stem.length()) : "";
    if (digits.isEmpty() || digits.length() > 4 || digits.charAt(0) == '0') {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    int number = Integer.parseInt(digits);
    return number <= most ? number - 1 : -1;
  }

  /// What may stand where a name stands that is none.
  ///
  /// @param name that is unknown
  String expectation(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.equals(name) && (function(lower) || coordinate(lower) >= 0)) {
      return "“" + lower + "” in small letters";
    }
    List<String> known = new ArrayList<>();
    known.add(width == 1 ? "b" : "b1" + (width > 2 ? " … b" : ", b") + width);
    if (classes() > 1) {
      known.add(latents == 1 ? "class" : "class1 … class" + latents);
    }
    known.add("t, pi, e or a function such as exp");
    return "a known name: " + String.join(", ", known);
  }
}
