package voidscope.random;

/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011), one counter at a time: four 32-bit words of
/// output for a 128-bit counter under a 64-bit key.
public final class Philox {
  private static final int ROUNDS = 10;
  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final long WORD = 0xFFFFFFFFL;

  private Philox() {}

  /// The four words of the counter (c0, c1, c2, c3) under the key, whose low half is the first key
  /// word; out (4) overwritten.
  public static void block(long key, int c0, int c1, int c2, int c3, int[] out) {
    long low = words(key, c0, c1, c2, c3, false);
    long high = words(key, c0, c1, c2, c3, true);
    out[0] = (int) low;
    out[1] = (int) (low >>> 32);
    out[2] = (int) high;
    out[3] = (int) (high >>> 32);
  }

  /// The first word of the counter's block.
  static int first(long key, int c0, int c1, int c2, int c3) {
    return (int) words(key, c0, c1, c2, c3, false);
  }

  private static long words(long key, int c0, int c1, int c2, int c3, boolean upper) {
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
}
