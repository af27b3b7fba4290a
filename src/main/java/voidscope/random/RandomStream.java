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

  /// Noise of samples, as [Noise][voidscope.simd.Noise] tells: signed floats w with |w| in (0, ½],
  /// the distance of a uniform u from the nearer end of (0, 1), with all 24 bits of a float down to
  /// 2⁻⁴⁰; out (n) overwritten. Element i depends only on key, step, slot and i, so a longer fill
  /// begins with the shorter one.
  ///
  /// @param step the draw's number, such as the training step
  /// @param slot which of a step's several independent draws, at least 0
  public void noise(long step, int slot, int n, float[] out) {
    PhiloxFill.signed(key, step, slot, n, out);
  }

  /// Uniform numbers in the open interval (0, 1), odd multiples of 2⁻²⁴, for what defines a
  /// problem: its entries, weights, pixels and batches. Samples take [#noise]: this is too coarse
  /// for a rare side. out (n) overwritten; element i as there.
  ///
  /// @param step the draw's number, such as the training step
  /// @param slot which of a step's several independent draws, at least 0
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
