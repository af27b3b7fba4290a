package voidscope.random;

import voidscope.simd.PhiloxFill;

/// A stream of random numbers that is nothing but its key: every number is a function of (key,
/// step, slot, element), so equal keys give equal numbers in any order, on any thread, in any
/// batch.
///
/// @param key the 64-bit key of the generator
public record RandomStream(long key) {
  /// The stream of a purpose, such as an estimator's or a test's name, and of a number within it,
  /// such as a replicate.
  public static RandomStream of(long seed, String purpose, long index) {
    return new RandomStream(mix(mix(mix(seed) ^ hash(purpose)) + mix(~index)));
  }

  /// A stream of its own for a part of this stream's purpose.
  public RandomStream child(String name) {
    return new RandomStream(mix(mix(~key) ^ hash(name)));
  }

  /// Uniform numbers in the open interval (0, 1), multiples of 2⁻²⁴: out (n) overwritten. Element i
  /// depends only on key, step, slot and i, so a longer fill begins with the shorter one.
  ///
  /// @param step the draw's number, such as the training step
  /// @param slot which of a step's several independent draws
  public void uniform(long step, int slot, int n, float[] out) {
    PhiloxFill.uniform(key, step, slot, n, out);
  }

  /// FNV-1a over the characters, then mixed.
  private static long hash(String text) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(h);
  }

  /// The finalizer of SplitMix64: every bit of the input moves half of the output's.
  static long mix(long x) {
    long z = x + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
