package voidscope.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// The lanes that two registers exchange where the index of a lane has a bit or lacks it, for
/// [VectorCode#cross]: where registers are of 16 lanes, of whichever of the two each lane is taken;
/// else the lanes of one changed about, and which of them have the bit.
final class Crossing {
  private static final int L = Lanes.LENGTH;

  static final FloatVector LOWER_1 = source(1, 0);
  static final FloatVector LOWER_2 = source(2, 0);
  static final FloatVector LOWER_4 = source(4, 0);
  static final FloatVector LOWER_8 = source(8, 0);

  static final FloatVector UPPER_1 = source(1, 1);
  static final FloatVector UPPER_2 = source(2, 2);
  static final FloatVector UPPER_4 = source(4, 4);
  static final FloatVector UPPER_8 = source(8, 8);

  static final VectorShuffle<Float> SWAP_1 = swap(1);
  static final VectorShuffle<Float> SWAP_2 = swap(2);
  static final VectorShuffle<Float> SWAP_4 = swap(4);

  static final VectorMask<Float> HAVING_1 = having(1);
  static final VectorMask<Float> HAVING_2 = having(2);
  static final VectorMask<Float> HAVING_4 = having(4);

  private Crossing() {}

  /// A lane of x has the number of its index, one of y that and L.
  private static FloatVector source(int bit, int wanted) {
    float[] lanes = new float[L];
    for (int i = 0; i < L; i++) {
      lanes[i] = ((i & ~bit) | wanted) % L + ((i & bit) == 0 ? 0 : L);
    }
    return FloatVector.fromArray(Lanes.FLOAT, lanes, 0);
  }

  private static VectorShuffle<Float> swap(int bit) {
    return VectorShuffle.fromOp(Lanes.FLOAT, i -> (i ^ bit) % L);
  }

  private static VectorMask<Float> having(int bit) {
    boolean[] lanes = new boolean[L];
    for (int i = 0; i < L; i++) {
      lanes[i] = (i & bit) != 0;
    }
    return VectorMask.fromArray(Lanes.FLOAT, lanes, 0);
  }
}
