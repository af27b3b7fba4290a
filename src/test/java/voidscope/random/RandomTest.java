package voidscope.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Philox against its known answers (Random123, kat_vectors), streams against their promises.
final class RandomTest {
  private static int[] block(long key, int c0, int c1, int c2, int c3) {
    int[] out = new int[4];
    Philox.block(key, c0, c1, c2, c3, out);
    return out;
  }

  @Test
  void philox_givesTheKnownAnswers() {
    assertArrayEquals(
        new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, block(0, 0, 0, 0, 0));
    assertArrayEquals(
        new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, block(-1, -1, -1, -1, -1));
    long key = 0x299f31d0L << 32 | 0xa4093822L;
    assertArrayEquals(
        new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
        block(key, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344));
  }

  @Test
  void uniform_beginsALongerFillWithTheShorterOne() {
    RandomStream stream = RandomStream.of(3, "prefix", 1);
    float[] longest = new float[1000];
    stream.uniform(77, 5, 1000, longest);
    for (int n : new int[] {1, 2, 3, 15, 16, 17, 63, 64, 65, 128, 255, 999}) {
      float[] shorter = new float[n];
      stream.uniform(77, 5, n, shorter);
      assertArrayEquals(Arrays.copyOf(longest, n), shorter, "n = " + n);
    }
  }

  @Test
  void uniform_isThatOfThePhiloxBlocks() {
    RandomStream stream = new RandomStream(0x123456789abcdef0L);
    float[] out = new float[70];
    long step = 5L << 32 | 9;
    stream.uniform(step, 4, 70, out);
    for (int i = 0; i < 70; i++) {
      int word = i % 64 / 16;
      int number = i / 64 * 16 + i % 16;
      int bits = block(stream.key(), number, 4, 9, 5)[word];
      assertEquals((bits >>> 9) * 0x1p-23f + 0x1p-24f, out[i]);
    }
  }

  /// z-bounds of 5 on a mean and a variance of a million: a false alarm for one seed in 900,000.
  @Test
  void uniform_isUniform_andStreamsAreUncorrelated() {
    int n = 1_000_000;
    float[] a = new float[n];
    float[] b = new float[n];
    RandomStream.of(1, "a", 0).uniform(0, 0, n, a);
    RandomStream.of(1, "a", 1).uniform(0, 0, n, b);
    double mean = 0;
    double square = 0;
    double cross = 0;
    for (int i = 0; i < n; i++) {
      assertTrue(a[i] > 0 && a[i] < 1);
      mean += a[i];
      square += (a[i] - 0.5) * (a[i] - 0.5);
      cross += (a[i] - 0.5) * (b[i] - 0.5);
    }
    assertEquals(0.5, mean / n, 5 * Math.sqrt(1.0 / 12 / n));
    assertEquals(1.0 / 12, square / n, 5 * Math.sqrt(1.0 / 180 / n));
    assertEquals(0, cross / n, 5.0 / 12 / Math.sqrt(n));
  }

  @Test
  void of_givesOtherStreams_forOtherSeedsPurposesAndIndices() {
    RandomStream base = RandomStream.of(1, "x", 0);
    assertEquals(base, RandomStream.of(1, "x", 0));
    assertFalse(base.equals(RandomStream.of(2, "x", 0)));
    assertFalse(base.equals(RandomStream.of(1, "y", 0)));
    assertFalse(base.equals(RandomStream.of(1, "x", 1)));
    assertFalse(base.equals(base.child("x")));
  }
}
