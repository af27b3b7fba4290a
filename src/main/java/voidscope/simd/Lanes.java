package voidscope.simd;

import jdk.incubator.vector.FloatVector;
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

  /// The tree over one register: neighbours first.
  static float fold(FloatVector a) {
    FloatVector s = a.add(a.rearrange(BY_1));
    s = s.add(s.rearrange(BY_2));
    if (LENGTH > 4) {
      s = s.add(s.rearrange(BY_4));
    }
    if (LENGTH > 8) {
      s = s.add(s.rearrange(BY_8));
    }
    return s.lane(0);
  }
}
