package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Philox4x32-10 over many counters at once.
///
/// Eight blocks make 32 elements: word w of block 8g+l is element 32g+8w+l, so element i does not
/// depend on how many are asked for, nor on the vector width. A 64-bit lane carries one 32-bit
/// word: its upper half may hold rubbish, which the mask before each product and the narrowing at
/// the end take away.
public final class PhiloxKernel {
  private static final VectorSpecies<Long> S =
      VectorSpecies.of(long.class, Lanes.FLOAT.vectorShape());
  private static final VectorShape HALF = VectorShape.forBitSize(Lanes.FLOAT.vectorBitSize() / 2);
  private static final VectorSpecies<Integer> INT = VectorSpecies.of(int.class, HALF);
  private static final VectorSpecies<Float> FLOAT = VectorSpecies.of(float.class, HALF);
  private static final int L = S.length();

  /// Blocks that stand side by side.
  private static final int BLOCKS = 8;

  private static final int WORDS = 4;
  private static final int ROUNDS = 10;
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final long WORD = 0xFFFFFFFFL;

  private PhiloxKernel() {}

  /// `out[i]` = (word>>>9)·2⁻²³ + 2⁻²⁴, in the open interval (0, 1), for the words of the counters
  /// (block, slot, step's low half, step's high half) under the key; out (n) overwritten.
  public static void uniform(long key, long step, int slot, int n, float[] out) {
    for (int first = 0; first < n; first += BLOCKS * WORDS) {
      for (int lane = 0; lane < BLOCKS && first + lane < n; lane += L) {
        fill(key, step, slot, first, lane, n, out);
      }
    }
  }

  private static void fill(long key, long step, int slot, int first, int lane, int n, float[] out) {
    LongVector c0 = LongVector.zero(S).addIndex(1).add(first / WORDS + lane);
    LongVector c1 = LongVector.broadcast(S, slot & WORD);
    LongVector c2 = LongVector.broadcast(S, step & WORD);
    LongVector c3 = LongVector.broadcast(S, step >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      LongVector p0 = c0.and(WORD).mul(LongVector.broadcast(S, M0).and(WORD));
      LongVector p1 = c2.and(WORD).mul(LongVector.broadcast(S, M1).and(WORD));
      c0 = p1.lanewise(LSHR, 32).lanewise(XOR, c1).lanewise(XOR, k0 & WORD);
      c2 = p0.lanewise(LSHR, 32).lanewise(XOR, c3).lanewise(XOR, k1 & WORD);
      c1 = p1;
      c3 = p0;
      k0 += W0;
      k1 += W1;
    }
    int at = first + lane;
    store(c0, at, n, out);
    store(c1, at + BLOCKS, n, out);
    store(c2, at + 2 * BLOCKS, n, out);
    store(c3, at + 3 * BLOCKS, n, out);
  }

  private static void store(LongVector words, int at, int n, float[] out) {
    if (at < n) {
      VectorMask<Float> m = FLOAT.indexInRange(at, n);
      IntVector bits = ((IntVector) words.convertShape(L2I, INT, 0)).lanewise(LSHR, 9);
      FloatVector x = (FloatVector) bits.convertShape(I2F, FLOAT, 0);
      x.fma(FloatVector.broadcast(FLOAT, 0x1p-23f), FloatVector.broadcast(FLOAT, 0x1p-24f))
          .intoArray(out, at, m);
    }
  }
}
