package voidscope.simd;

/// Philox4x32-10, one counter at a time and over many.
///
/// A fill takes its elements from sixteen blocks at a time: word w of block 16g+l is element
/// 64g+16w+l, so element i does not depend on how many are asked for, nor on the vector width. A
/// 64-bit lane carries one 32-bit word, the blocks of even and of odd number in two registers: a
/// lane's upper half may hold rubbish, which the mask before each product and the joining at the
/// end take away.
public final class PhiloxFill {
  private static final int L = Lanes.LENGTH;

  /// Blocks that stand side by side.
  static final int BLOCKS = 16;

  private static final int GROUP = 4 * BLOCKS;
  static final int ROUNDS = 10;
  static final long M0 = 0xD2511F53L;
  static final long M1 = 0xCD9E8D57L;
  static final int W0 = 0x9E3779B9;
  static final int W1 = 0xBB67AE85;
  static final long WORD = 0xFFFFFFFFL;

  /// Below this the magnitude of signed noise takes a further word.
  static final int NEAR = 1 << 23;

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
      for (int lane = 0; lane < BLOCKS; lane += L) {
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

  /// `out[i]` = ±m·2⁻³², m the word's lower 31 bits and the sign its highest; where m lies below
  /// 2²³ it is ±(m·2³² + m' + ½)·2⁻⁶⁴ with m' a further word, that of the same element in the slot
  /// with its highest bit set. So |out| lies in (0, ½], the distance of a uniform number from the
  /// nearer end, and has the 24 bits of a float down to 2⁻⁴⁰. The words are those of [#uniform];
  /// out (n) overwritten.
  ///
  /// @param slot at least 0
  public static void signed(long key, long step, int slot, int n, float[] out) {
    int whole = n & -BLOCKS;
    for (int first = 0; first < whole; first += GROUP) {
      for (int lane = 0; lane < BLOCKS; lane += L) {
        PhiloxKernel.fill(key, step, slot, first + lane, first / 4 + lane, whole, out);
      }
    }
    for (int i = 0; i < whole; i += L) {
      for (long near = PhiloxKernel.signed(i, out); near != 0; near &= near - 1) {
        int at = i + Long.numberOfTrailingZeros(near);
        out[at] = nearer(key, step, slot, at, out[at]);
      }
    }
    for (int i = whole; i < n; i++) {
      int bits = word(key, step, slot, i);
      int magnitude = bits & Integer.MAX_VALUE;
      float distance = coarse(magnitude);
      float w = bits < 0 ? -distance : distance;
      out[i] = magnitude < NEAR ? nearer(key, step, slot, i, w) : w;
    }
  }

  private static float nearer(long key, long step, int slot, int i, float w) {
    long magnitude = (long) (Math.abs(w) * 0x1p32f);
    long further = word(key, step, slot | Integer.MIN_VALUE, i) & WORD;
    return Math.copySign(fine(magnitude << 32 | further), w);
  }

  /// The distance of 31 bits: m·2⁻³², exact for m up to 2²⁴.
  static float coarse(int magnitude) {
    return magnitude * 0x1p-32f;
  }

  /// The distance of 63 bits: (m + ½)·2⁻⁶⁴.
  static float fine(long magnitude) {
    return Math.fma((float) magnitude, 0x1p-64f, 0x1p-65f);
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
