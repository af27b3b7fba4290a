package voidscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.SteadyState;
import voidscope.random.Permutation;
import voidscope.random.RandomStream;

/// Batches, their order, and binary images.
final class BatchesTest {
  private static final RandomStream STREAM = RandomStream.of(3, "batches", 0);

  /// Images of 5×13 pixels, more than a word of bits, of every grey.
  private static Images images(int count) {
    byte[] pixels = new byte[count * 65];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 7);
    }
    return new Images(pixels, 0, count, 5, 13);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16, 17, 100, 4033})
  void permutation_takesEveryNumberOnce_inAnotherOrderEachEpoch(int count) {
    Permutation order = new Permutation(11, count);
    int same = 0;
    for (int epoch = 0; epoch < 3; epoch++) {
      boolean[] seen = new boolean[count];
      for (int i = 0; i < count; i++) {
        int at = order.at(epoch, i);
        assertFalse(seen[at]);
        seen[at] = true;
        same += at == order.at(epoch + 1, i) ? 1 : 0;
      }
    }
    // Three pairs of orders agree at three places on average.
    assertTrue(count < 16 || same < 15, same + " of " + count);
  }

  @Test
  void epoch_holdsEveryImageOnce_acrossBatches() {
    Batches batches = new Batches(images(50), null, STREAM);
    int[] count = new int[50];
    for (int step = 0; step < 50; step++) {
      for (int row = 0; row < 8; row++) {
        count[batches.image(step, row, 8)]++;
      }
    }
    int[] expected = new int[50];
    Arrays.fill(expected, 8);
    assertArrayEquals(expected, count);
  }

  @Test
  void fill_dependsOnTheStepAlone_andUnpacksTheBits() {
    Images images = images(9);
    BinaryImages binary = images.thresholded();
    Batches batches = new Batches(images, binary, STREAM);
    float[] first = new float[4 * 65];
    float[] again = new float[4 * 65];
    batches.fill(7, 4, first);
    batches.fill(3, 4, again);
    assertFalse(Arrays.equals(first, again));
    new Batches(images, binary, STREAM).fill(7, 4, again);
    assertArrayEquals(first, again);
    for (int row = 0; row < 4; row++) {
      for (int at = 0; at < 65; at++) {
        int grey = images.pixel(batches.image(7, row, 4), at);
        assertEquals(grey > 127 ? 1 : 0, first[row * 65 + at]);
      }
    }
  }

  @Test
  void fresh_drawsAnewInEveryStep_fixedOnceForAll() {
    Images images = images(3);
    float[] one = new float[3 * 65];
    float[] other = new float[3 * 65];
    Batches fresh = new Batches(images, null, STREAM);
    fresh.fill(0, 3, one);
    fresh.fill(0, 3, other);
    assertArrayEquals(one, other);
    float[] image = Arrays.copyOf(one, 65);
    for (int step = 1; step < 4; step++) {
      fresh.fill(step, 3, other);
      for (int row = 0; row < 3; row++) {
        if (fresh.image(step, row, 3) == fresh.image(0, 0, 3)) {
          float[] later = Arrays.copyOfRange(other, row * 65, row * 65 + 65);
          assertFalse(Arrays.equals(image, later));
        }
      }
    }
    float[] drawn = new float[65];
    float[] drawnPart = new float[65];
    images.drawn(STREAM).read(1, drawn, 0);
    images.part(0, 2).drawn(STREAM).read(1, drawnPart, 0);
    assertArrayEquals(drawn, drawnPart);
    assertNotEquals(0, drawn[36] + drawn[35] + drawn[34]);
  }

  /// Each sum of 4000 draws is within five deviations: 65 tests, a false alarm in 27,000 runs.
  @Test
  void drawn_hasTheGreyAsProbability() {
    byte[] pixels = new byte[4000 * 65];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (4 * (i % 65));
    }
    Images images = new Images(pixels, 0, 4000, 5, 13);
    BinaryImages binary = images.drawn(STREAM);
    double[] sums = new double[65];
    float[] x = new float[65];
    for (int i = 0; i < 4000; i++) {
      binary.read(i, x, 0);
      for (int at = 0; at < 65; at++) {
        sums[at] += x[at];
      }
    }
    for (int at = 0; at < 65; at++) {
      double p = (4 * at & 0xff) / 255.0;
      assertEquals(4000 * p, sums[at], 5 * Math.sqrt(4000 * p * (1 - p)), "pixel " + at);
      assertEquals(p, images.mean()[at], 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void fill_allocatesNothing(boolean fresh) {
    Images images = images(40);
    Batches batches = new Batches(images, fresh ? null : images.thresholded(), STREAM);
    float[] x = new float[8 * 65];
    long bytes =
        SteadyState.bytes(
            () -> {
              for (int step = 0; step < 1000; step++) {
                batches.fill(step, 8, x);
              }
            });
    assertEquals(0, bytes);
  }
}
