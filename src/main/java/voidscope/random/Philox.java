package voidscope.random;

import voidscope.simd.PhiloxFill;

/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011): four 32-bit words of output for a 128-bit
/// counter under a 64-bit key.
public final class Philox {
  private Philox() {}

  /// The four words of the counter (c0, c1, c2, c3) under the key, whose low half is the first key
  /// word; out (4) overwritten.
  public static void block(long key, int c0, int c1, int c2, int c3, int[] out) {
    long low = PhiloxFill.words(key, c0, c1, c2, c3, false);
    long high = PhiloxFill.words(key, c0, c1, c2, c3, true);
    out[0] = (int) low;
    out[1] = (int) (low >>> 32);
    out[2] = (int) high;
    out[3] = (int) (high >>> 32);
  }
}
