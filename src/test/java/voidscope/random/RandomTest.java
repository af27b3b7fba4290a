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

  @Test
  void noise_beginsALongerFillWithTheShorterOne() {
    RandomStream stream = RandomStream.of(3, "prefix", 1);
    float[] longest = new float[5000];
    stream.noise(77, 5, 5000, longest);
    for (int n : new int[] {1, 2, 3, 15, 16, 17, 63, 64, 65, 128, 255, 999, 4097}) {
      float[] shorter = new float[n];
      stream.noise(77, 5, n, shorter);
      assertArrayEquals(Arrays.copyOf(longest, n), shorter, "n = " + n);
    }
  }

  /// The known answers: sign and 31 bits of the block's word, and behind them the upper 31 bits of
  /// a hash of it and of the word beside it.
  @Test
  void noise_isThatOfThePhiloxBlocks() {
    RandomStream stream = new RandomStream(0x123456789abcdef0L);
    int n = 4099;
    float[] out = new float[n];
    long step = 5L << 32 | 9;
    stream.noise(step, 4, n, out);
    int small = 0;
    for (int i = 0; i < n; i++) {
      int bits = word(stream, i);
      int further = ((bits ^ word(stream, i ^ 1)) * 0x9E3779B9) >>> 1;
      long magnitude = bits & 0x7fffffffL;
      double exact = (magnitude * 0x1p31 + further + 0.5) * 0x1p-63;
      assertEquals(bits < 0 ? -exact : exact, out[i], Math.ulp((float) exact), "element " + i);
      small += magnitude < 1 << 22 ? 1 : 0;
    }
    assertTrue(small > 3, small + " distances that a word alone would leave coarse");
  }

  private static int word(RandomStream stream, int i) {
    return block(stream.key(), i / 64 * 16 + i % 16, 4, 9, 5)[i % 64 / 16];
  }

  /// The digits behind a small magnitude are uniform, and correlated neither with it nor with the
  /// noise beside it, of which they are made: z-bounds of 5 on some two thousand of four million.
  @Test
  void noise_hasFurtherDigits_thatTellNothing() {
    int n = 1 << 22;
    float[] w = new float[n];
    RandomStream.of(2, "digits", 0).noise(0, 0, n, w);
    double mean = 0;
    double square = 0;
    double beside = 0;
    double side = 0;
    double own = 0;
    int count = 0;
    for (int i = 0; i < n; i++) {
      double scaled = Math.abs(w[i]) * 0x1p32;
      if (scaled < 1 << 20) {
        count++;
        double digit = scaled - Math.floor(scaled) - 0.5;
        mean += digit;
        square += digit * digit;
        beside += digit * (Math.abs(w[i ^ 1]) - 0.25);
        side += digit * Math.signum(w[i ^ 1]);
        own += digit * (Math.floor(scaled) * 0x1p-20 - 0.5);
      }
    }
    assertTrue(count > 1500, count + " small ones");
    assertEquals(0, mean / count, 5 * Math.sqrt(1.0 / 12 / count));
    assertEquals(1.0 / 12, square / count, 5 * Math.sqrt(1.0 / 180 / count));
    assertEquals(0, beside / count, 5 * Math.sqrt(1.0 / 12 / 48 / count));
    assertEquals(0, side / count, 5 * Math.sqrt(1.0 / 12 / count));
    assertEquals(0, own / count, 5 * Math.sqrt(1.0 / 144 / count));
  }

  /// Distances are uniform in (0, ½] on either side, and noise of other slots, steps and streams is
  /// not correlated with it: z-bounds of 5 on six means of a million and a chi-square of 64 cells,
  /// whose bound is as rare: a false alarm for one seed in 250,000.
  @Test
  void noise_isUniform_andIndependent() {
    int n = 1_000_000;
    float[] w = new float[n];
    float[][] others = new float[3][n];
    RandomStream.of(1, "a", 0).noise(0, 0, n, w);
    RandomStream.of(1, "a", 0).noise(0, 1, n, others[0]);
    RandomStream.of(1, "a", 0).noise(1, 0, n, others[1]);
    RandomStream.of(1, "a", 1).noise(0, 0, n, others[2]);
    int[] cells = new int[64];
    double mean = 0;
    double square = 0;
    double[] cross = new double[3];
    double next = 0;
    for (int i = 0; i < n; i++) {
      double u = w[i] > 0 ? w[i] : 1 + (double) w[i];
      cells[(int) (64 * u)]++;
      mean += u - 0.5;
      square += (u - 0.5) * (u - 0.5);
      next += i == 0 ? 0 : centred(w[i]) * centred(w[i - 1]);
      for (int k = 0; k < 3; k++) {
        cross[k] += centred(w[i]) * centred(others[k][i]);
      }
    }
    assertEquals(0, mean / n, 5 * Math.sqrt(1.0 / 12 / n));
    assertEquals(1.0 / 12, square / n, 5 * Math.sqrt(1.0 / 180 / n));
    assertEquals(0, next / n, 5.0 / 12 / Math.sqrt(n));
    for (double sum : cross) {
      assertEquals(0, sum / n, 5.0 / 12 / Math.sqrt(n));
    }
    double chi = 0;
    for (int count : cells) {
      chi += (count - n / 64.0) * (count - n / 64.0) / (n / 64.0);
    }
    assertTrue(chi < 130, "chi-square " + chi + " of 63 degrees of freedom");
  }

  private static double centred(float w) {
    return w - Math.copySign(0.5, w);
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
