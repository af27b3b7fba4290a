package voidscope.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The vector shape of this process and the one order in which its lanes are added up.
///
/// Every reduction works on a virtual register of 16 lanes, made of as many real ones as the shape
/// needs, and ends in the same tree: lane i with i+8, then i+4, i+2, i+1. So a sum has the same
/// bits at 128, 256 and 512 bits.
final class Lanes {
  /// Lanes of the virtual register.
  static final int VIRTUAL = 16;

  /// The shape in use: the preferred one, or the system property `voidscope.vectorBits` (128, 256
  /// or 512) if narrower.
  static final VectorSpecies<Float> FLOAT = choose();

  /// Lanes of a real register.
  static final int LENGTH = FLOAT.length();

  /// Whether there are 16 registers, not 32: so it is where they have 256 bits (AVX2). Of 12 sums,
  /// two vectors and a number the compiler puts some in memory, and takes twice as long.
  static final boolean FEW_REGISTERS = LENGTH == 8;

  /// The same register as integers, as long and as double numbers. No kernel uses narrower
  /// registers beside it: the compiler's type profiles are shared by all callers, and a second
  /// shape of float vector makes it box in the others.
  static final VectorSpecies<Long> LONG = VectorSpecies.of(long.class, FLOAT.vectorShape());

  static final VectorSpecies<Integer> INT = VectorSpecies.of(int.class, FLOAT.vectorShape());
  static final VectorSpecies<Double> DOUBLE = VectorSpecies.of(double.class, FLOAT.vectorShape());

  /// 0, 1, 2, …
  static final FloatVector IOTA = FloatVector.broadcast(FLOAT, 0f).addIndex(1);

  private static final VectorShuffle<Float> BY_8 = rotate(8);
  private static final VectorShuffle<Float> BY_4 = rotate(4);
  private static final VectorShuffle<Float> BY_2 = rotate(2);
  private static final VectorShuffle<Float> BY_1 = rotate(1);

  static {
    Compilation.prepare();
  }

  private Lanes() {}

  private static VectorSpecies<Float> choose() {
    int preferred = FloatVector.SPECIES_PREFERRED.vectorBitSize();
    int bits = Math.min(Integer.getInteger("voidscope.vectorBits", 512), preferred);
    return bits >= 512
        ? FloatVector.SPECIES_512
        : bits >= 256 ? FloatVector.SPECIES_256 : FloatVector.SPECIES_128;
  }

  private static VectorShuffle<Float> rotate(int by) {
    return VectorShuffle.fromOp(FLOAT, i -> (i + by) % FLOAT.length());
  }

  /// The number in every lane. Kernels write it out: the vectors' own methods for a number find the
  /// shape by a virtual call, which the compiler does not always see through.
  static FloatVector all(float a) {
    return FloatVector.broadcast(FLOAT, a);
  }

  /// Writes the vector that belongs at index i, computed from inputs at p ≤ i. A kernel takes its
  /// last vector at p = n−L, where it overlaps the one before: the lanes already written then stay.
  /// So no access leaves the n elements, whatever the arrays' lengths, and none needs a mask in
  /// memory.
  static void store(FloatVector r, float[] out, int p, int i) {
    if (p == i) {
      r.intoArray(out, p);
    } else {
      FloatVector.fromArray(FLOAT, out, p)
          .blend(r, IOTA.compare(VectorOperators.GE, all((float) (i - p))))
          .intoArray(out, p);
    }
  }

  /// The tree over one register: neighbours first. A sum that comes out of a loop is an argument
  /// here, not a receiver: its exact type is lost there, and a call on it would be virtual.
  static float fold(FloatVector sum) {
    FloatVector s = all(0f).add(sum);
    s = s.add(s.rearrange(BY_1));
    s = s.add(s.rearrange(BY_2));
    if (LENGTH > 4) {
      s = s.add(s.rearrange(BY_4));
    }
    if (LENGTH > 8) {
      s = s.add(s.rearrange(BY_8));
    }
    return s.lane(0);
  }

  static double fold(DoubleVector sum) {
    DoubleVector s = DoubleVector.broadcast(DOUBLE, 0).add(sum);
    if (DOUBLE.length() == 2) {
      return s.lane(0) + s.lane(1);
    }
    double low = (s.lane(0) + s.lane(1)) + (s.lane(2) + s.lane(3));
    return DOUBLE.length() == 4 ? low : low + ((s.lane(4) + s.lane(5)) + (s.lane(6) + s.lane(7)));
  }

  /// The lower half of the register in double precision.
  static DoubleVector low(FloatVector x) {
    return (DoubleVector) x.convertShape(VectorOperators.F2D, DOUBLE, 0);
  }
}
