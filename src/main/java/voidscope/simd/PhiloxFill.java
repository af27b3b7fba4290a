package voidscope.simd;

/// Philox4x32-10, one counter at a time and over many.
///
/// A fill takes its elements from sixteen blocks at a time: word w of block 16g+l is element
/// 64g+16w+l, so element i does not depend on how many are asked for, nor on the vector width. A
/// 64-bit lane carries one 32-bit word, the blocks of even and of odd number in two registers: a
/// lane's upper half may hold rubbish, which the mask before each product and the joining at the
/// end take away.
public final class PhiloxFill {
  /// Blocks that stand side by side.
  static final int BLOCKS = 16;

  private static final int GROUP = 4 * BLOCKS;
  static final int ROUNDS = 10;
  static final long M0 = 0xD2511F53L;
  static final long M1 = 0xCD9E8D57L;
  static final int W0 = 0x9E3779B9;
  static final int W1 = 0xBB67AE85;
  static final long WORD = 0xFFFFFFFFL;

  /// From here on a float holds no digit of signed noise beyond those of its magnitude.
  private static final int FAR = 1 << 24;

  private PhiloxFill() {}

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
      for (int lane = 0; lane < BLOCKS; lane += Lanes.LENGTH) {
        PhiloxKernel.fill(key, step, slot, first + lane, first / 4 + lane, whole, out);
      }
    }
    PhiloxKernel.unit(whole, out);
    for (int i = whole; i < n; i++) {
      out[i] = element(key, step, slot, i);
    }
  }

  private static float element(long key, long step, int slot, int i) {
    return Math.fma((float) (word(key, step, slot, i) >>> 9), 0x1p-23f, 0x1p-24f);
  }

  /// `out[i]` = ±(m + (h + ½)·2⁻³¹)·2⁻³², m the word's lower 31 bits and the sign its highest:
  /// |out| lies in (0, ½], the distance of a uniform number from the nearer end, and has the 24
  /// bits of a float down to 2⁻⁴⁰. The words are those of [#uniform]; out (n) overwritten.
  ///
  /// h, which only a small m leaves room for, are the upper 31 bits of the product of the golden
  /// ratio and (word ⊕ that of the element beside it): for any one word it takes every value
  /// equally often. A word drawn for h alone would be asked for element by element, which cost a
  /// fifth of the fill.
  public static void signed(long key, long step, int slot, int n, float[] out) {
    int whole = n & -BLOCKS;
    for (int first = 0; first < whole; first += GROUP) {
      for (int lane = 0; lane < BLOCKS; lane += Lanes.LENGTH) {
        PhiloxKernel.fill(key, step, slot, first + lane, first / 4 + lane, whole, out);
      }
    }
    if (whole > 0) {
      PhiloxKernel.signed(whole, out);
    }
    for (int i = whole; i < n; i++) {
      int bits = word(key, step, slot, i);
      int magnitude = bits & Integer.MAX_VALUE;
      float distance = magnitude < FAR ? near(key, step, slot, i, bits) : magnitude * 0x1p-32f;
      int sign = bits & Integer.MIN_VALUE;
      out[i] = Float.intBitsToFloat(Float.floatToRawIntBits(distance) | sign);
    }
  }

  /// The distance of a word whose magnitude leaves room for further digits.
  private static float near(long key, long step, int slot, int i, int bits) {
    int further = ((bits ^ word(key, step, slot, i ^ 1)) * W0) >>> 1;
    return distance(bits & Integer.MAX_VALUE, further);
  }

  /// The distance of 62 bits.
  ///
  /// @param magnitude m, the upper 31
  /// @param further h, the lower 31
  static float distance(int magnitude, int further) {
    return Math.fma((float) magnitude, 0x1p-32f, Math.fma((float) further, 0x1p-63f, 0x1p-64f));
  }

  /// The 32-bit word of element i.
  private static int word(long key, long step, int slot, int i) {
    int within = i % GROUP;
    int word = within / BLOCKS;
    int block = i / GROUP * BLOCKS + within % BLOCKS;
    long pair = words(key, block, slot, (int) step, (int) (step >>> 32), word >= 2);
    return (int) ((word & 1) == 0 ? pair : pair >>> 32);
  }
}
