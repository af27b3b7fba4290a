package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// Philox4x32-10, one counter at a time and over many.
///
/// A fill takes its elements from sixteen blocks at a time: word w of block 16g+l is element
/// 64g+16w+l, so element i does not depend on how many are asked for, nor on the vector width. A
/// 64-bit lane carries one 32-bit word, the blocks of even and of odd number in two registers: a
/// lane's upper half may hold rubbish, which the mask before each product and the joining at the
/// end take away.
public final class PhiloxKernel {
  private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
  private static final VectorSpecies<Long> S = Lanes.LONG;
  private static final int L = Lanes.LENGTH;

  /// Blocks that stand side by side.
  private static final int BLOCKS = 16;

  private static final int GROUP = 4 * BLOCKS;
  private static final int ROUNDS = 10;
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final long WORD = 0xFFFFFFFFL;

  private PhiloxKernel() {}

  /// Two words of the block of the counter (c0, c1, c2, c3) under the key: words 0 and 1, or 2 and
  /// 3 if `upper`, the first in the low half.
  public static long words(long key, int c0, int c1, int c2, int c3, boolean upper) {
    int x0 = c0;
    int x1 = c1;
    int x2 = c2;
    int x3 = c3;
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = (x0 & WORD) * M0;
      long p1 = (x2 & WORD) * M1;
      x0 = (int) (p1 >>> 32) ^ x1 ^ k0;
      x1 = (int) p1;
      x2 = (int) (p0 >>> 32) ^ x3 ^ k1;
      x3 = (int) p0;
      k0 += W0;
      k1 += W1;
    }
    return upper ? (x2 & WORD) | ((long) x3 << 32) : (x0 & WORD) | ((long) x1 << 32);
  }

  /// `out[i]` = (word>>>9)·2⁻²³ + 2⁻²⁴, in the open interval (0, 1), for the words of the counters
  /// (block, slot, step's low half, step's high half) under the key; out (n) overwritten.
  public static void uniform(long key, long step, int slot, int n, float[] out) {
    int whole = n & -BLOCKS;
    for (int first = 0; first < whole; first += GROUP) {
      for (int lane = 0; lane < BLOCKS; lane += L) {
        fill(key, step, slot, first + lane, first / 4 + lane, whole, out);
      }
    }
    unit(whole, out);
    for (int i = whole; i < n; i++) {
      out[i] = element(key, step, slot, i);
    }
  }

  private static float element(long key, long step, int slot, int i) {
    int within = i % GROUP;
    int word = within / BLOCKS;
    int block = i / GROUP * BLOCKS + within % BLOCKS;
    long pair = words(key, block, slot, (int) step, (int) (step >>> 32), word >= 2);
    int bits = (int) ((word & 1) == 0 ? pair : pair >>> 32);
    return Math.fma((float) (bits >>> 9), 0x1p-23f, 0x1p-24f);
  }

  /// A register each of the words of the blocks from `block` on, to at, at+16, at+32 and at+48, as
  /// far as these lie below n.
  private static void fill(long key, long step, int slot, int at, int block, int n, float[] out) {
    LongVector word = LongVector.broadcast(S, WORD);
    LongVector m0 = LongVector.broadcast(S, M0);
    LongVector m1 = LongVector.broadcast(S, M1);
    LongVector a0 = LongVector.zero(S).addIndex(2).add(LongVector.broadcast(S, block));
    LongVector b0 = a0.add(LongVector.broadcast(S, 1));
    LongVector a1 = LongVector.broadcast(S, slot & WORD);
    LongVector b1 = a1;
    LongVector a2 = LongVector.broadcast(S, step & WORD);
    LongVector b2 = a2;
    LongVector a3 = LongVector.broadcast(S, step >>> 32);
    LongVector b3 = a3;
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      LongVector w0 = LongVector.broadcast(S, k0 & WORD);
      LongVector w1 = LongVector.broadcast(S, k1 & WORD);
      LongVector p0 = a0.and(word).mul(m0);
      LongVector p1 = a2.and(word).mul(m1);
      a0 = p1.lanewise(LSHR, 32).lanewise(XOR, a1).lanewise(XOR, w0);
      a2 = p0.lanewise(LSHR, 32).lanewise(XOR, a3).lanewise(XOR, w1);
      a1 = p1;
      a3 = p0;
      LongVector q0 = b0.and(word).mul(m0);
      LongVector q1 = b2.and(word).mul(m1);
      b0 = q1.lanewise(LSHR, 32).lanewise(XOR, b1).lanewise(XOR, w0);
      b2 = q0.lanewise(LSHR, 32).lanewise(XOR, b3).lanewise(XOR, w1);
      b1 = q1;
      b3 = q0;
      k0 += W0;
      k1 += W1;
    }
    Lanes.join(a0, b0).intoArray(out, at);
    if (at + BLOCKS < n) {
      Lanes.join(a1, b1).intoArray(out, at + BLOCKS);
    }
    if (at + 2 * BLOCKS < n) {
      Lanes.join(a2, b2).intoArray(out, at + 2 * BLOCKS);
    }
    if (at + 3 * BLOCKS < n) {
      Lanes.join(a3, b3).intoArray(out, at + 3 * BLOCKS);
    }
  }

  /// The numbers from the words that stand as the bits of floats: in a pass of its own, within the
  /// compiler's budget.
  private static void unit(int n, float[] out) {
    FloatVector unit = Lanes.all(0x1p-23f);
    FloatVector first = Lanes.all(0x1p-24f);
    for (int i = 0; i < n; i += L) {
      IntVector bits = FloatVector.fromArray(FLOAT, out, i).reinterpretAsInts().lanewise(LSHR, 9);
      ((FloatVector) bits.convert(I2F, 0)).fma(unit, first).intoArray(out, i);
    }
  }
}
