package voidscope.formula;

import voidscope.stat.Sigmoid;

/// What a node of a [Graph] does with its operands, in double precision by [#apply].
enum Operation {
  /// A number.
  CONSTANT(0),
  /// A coordinate of the sample.
  VARIABLE(0),
  /// a + b.
  ADD(2),
  /// a − b.
  SUBTRACT(2),
  /// a·b.
  MULTIPLY(2),
  /// a/b.
  DIVIDE(2),
  /// a^b.
  POWER(2),
  /// The lesser.
  MIN(2),
  /// The greater.
  MAX(2),
  /// 1 where a < b, else 0.
  LESS(2),
  /// 1 where a ≤ b, else 0.
  AT_MOST(2),
  /// 1 where a = b, else 0.
  EQUAL(2),
  /// b where a is not 0, else c.
  SELECT(3),
  /// e^a.
  EXP(1),
  /// ln a.
  LOG(1),
  /// √a.
  SQRT(1),
  /// sin a.
  SIN(1),
  /// cos a.
  COS(1),
  /// tanh a.
  TANH(1),
  /// 1/(1 + e^−a).
  SIGMOID(1),
  /// ln(1 + e^a).
  SOFTPLUS(1),
  /// |a|.
  ABS(1),
  /// −1, 0 or 1.
  SIGN(1),
  /// The greatest whole number that is at most a.
  FLOOR(1);

  private final int arity;

  Operation(int arity) {
    this.arity = arity;
  }

  /// How many operands it has.
  int arity() {
    return arity;
  }

  /// Whether its operands may change places.
  boolean commutes() {
    return switch (this) {
      case ADD, MULTIPLY, MIN, MAX, EQUAL -> true;
      default -> false;
    };
  }

  /// What it makes of its operands; those that it has not are not looked at.
  double apply(double a, double b, double c) {
    return switch (this) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> StrictMath.pow(a, b);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case LESS -> a < b ? 1 : 0;
      case AT_MOST -> a <= b ? 1 : 0;
      case EQUAL -> a == b ? 1 : 0;
      case SELECT -> a == 0 ? c : b;
      case EXP -> StrictMath.exp(a);
      case LOG -> StrictMath.log(a);
      case SQRT -> Math.sqrt(a);
      case SIN -> StrictMath.sin(a);
      case COS -> StrictMath.cos(a);
      case TANH -> StrictMath.tanh(a);
      case SIGMOID -> Sigmoid.of(a);
      case SOFTPLUS -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
      case ABS -> Math.abs(a);
      case SIGN -> Math.signum(a);
      case FLOOR -> Math.floor(a);
      case CONSTANT, VARIABLE -> throw new IllegalArgumentException(this + " has no operands");
    };
  }

  /// On which side of a jump or a kink the operands are, as a whole number that changes where they
  /// pass it; 0 where there is none.
  long side(double a, double b) {
    return switch (this) {
      case LESS, AT_MOST, EQUAL, MIN, MAX -> Double.compare(a, b);
      case SELECT -> a == 0 ? 0 : 1;
      case DIVIDE -> (long) Math.signum(b);
      case POWER, LOG, SQRT, ABS, SIGN -> (long) Math.signum(a);
      case FLOOR -> (long) Math.floor(a);
      default -> 0;
    };
  }
}
