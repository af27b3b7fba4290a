package voidscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.random.RandomStream;

/// What is white in a file of images, and what is told of it.
final class LightingTest {
  private static final RandomStream STREAM = RandomStream.of(8, "lighting", 0);
  private static final int COUNT = 40;

  @TempDir private Path folder;

  /// A file whose greatest value is this one, if it is not 0.
  private Images file(int greatest) throws Exception {
    byte[] bytes = Idx.file(0x0803, COUNT, 5, 13, COUNT * 65);
    for (int i = 16; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 37 % (greatest + 1));
    }
    return ImageFile.read(Files.write(folder.resolve("images"), bytes));
  }

  private static Images lit(Images images, Brightness brightness) {
    return images.lit(new Lighting(images.greatest(), brightness));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 16, 127, 128, 255})
  void greatest_isThatOfTheFile_andOfAPart(int greatest) throws Exception {
    Images images = file(greatest);
    assertEquals(greatest, images.greatest());
    assertEquals(images.pixel(3, 64), images.part(3, 4).pixel(0, 64));
    assertTrue(images.part(3, 4).greatest() <= greatest);
  }

  /// Zeros and ones are the same images as bytes of 0 and 255, however they are made binary.
  @ParameterizedTest
  @EnumSource(Brightness.class)
  void zerosAndOnes_areBlackAndWhite(Brightness brightness) throws Exception {
    Images ones = lit(file(1), brightness);
    byte[] wide = new byte[COUNT * 65];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = (byte) (255 * ones.pixel(i / 65, i % 65));
    }
    Images bytes = new Images(wide, 0, COUNT, 5, 13);
    assertArrayEquals(bytes.mean(), ones.mean());
    for (int image = 0; image < COUNT; image++) {
      float[] expected = new float[65];
      for (int at = 0; at < 65; at++) {
        expected[at] = ones.pixel(image, at);
      }
      assertArrayEquals(expected, read(ones.drawn(STREAM), image));
      assertArrayEquals(expected, read(ones.thresholded(), image));
      if (image >= 2) {
        assertArrayEquals(expected, read(ones.part(2, COUNT).thresholded(), image - 2));
      }
      float[] fresh = new float[65];
      float[] u = new float[65];
      STREAM.uniform(image, 1, 65, u);
      ones.draw(image, u, fresh, 0);
      assertArrayEquals(expected, fresh);
    }
  }

  private static float[] read(BinaryImages images, int image) {
    float[] x = new float[65];
    images.read(image, x, 0);
    return x;
  }

  @Test
  void zeroToSixteen_isAsStored_orStretched() throws Exception {
    Images images = file(16);
    float[] stored = lit(images, Brightness.STORED).mean();
    float[] stretched = lit(images, Brightness.STRETCHED).mean();
    for (int at = 0; at < stored.length; at++) {
      assertEquals(stored[at] * 255 / 16, stretched[at], 1e-6);
    }
    BinaryImages dark = lit(images, Brightness.STORED).thresholded();
    BinaryImages light = lit(images, Brightness.STRETCHED).thresholded();
    for (int image = 0; image < COUNT; image++) {
      for (int at = 0; at < 65; at++) {
        assertEquals(0, read(dark, image)[at]);
        assertEquals(images.pixel(image, at) > 8 ? 1 : 0, read(light, image)[at]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, STORED, black and white, false",
    "1, STRETCHED, black and white, false",
    "2, STORED, stretched, true",
    "16, STORED, stretched, true",
    "127, STORED, stretched, true",
    "16, STRETCHED, taken for white, false",
  })
  void remark_namesTheFileAndWhatFollows(
      int greatest, Brightness brightness, String words, boolean doubtful) {
    Lighting.Remark remark = new Lighting(greatest, brightness).remark("x.idx");
    assertNotNull(remark);
    assertTrue(remark.found().contains("x.idx"), remark.found());
    assertTrue(greatest == 1 || remark.found().contains(" " + greatest + " of 255"));
    assertTrue(remark.consequence().contains(words), remark.consequence());
    assertEquals(doubtful, remark.doubtful());
  }

  @ParameterizedTest
  @EnumSource(Brightness.class)
  void remark_isNone_whereAllIsZeroOrTheRangeIsThere(Brightness brightness) {
    for (int greatest : new int[] {0, 128, 200, 254, 255}) {
      assertNull(new Lighting(greatest, brightness).remark("x"), "greatest " + greatest);
    }
    assertEquals(255, new Lighting(0, brightness).white());
  }
}
