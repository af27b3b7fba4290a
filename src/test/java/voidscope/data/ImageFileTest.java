package voidscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read from a file of images, and what is refused.
final class ImageFileTest {
  private static final int IMAGES = 0x803;

  @TempDir private Path folder;

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("images"), bytes);
  }

  private void refused(byte[] bytes, String... words) throws IOException {
    Path file = write(bytes);
    DataException e = assertThrows(DataException.class, () -> ImageFile.read(file));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(file + ": expected "), message);
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void read_givesThePixels_plainAndPacked(boolean packed) throws Exception {
    byte[] plain = Idx.file(IMAGES, 50, 3, 2, 300);
    Images images = ImageFile.read(write(packed ? Idx.packed(plain) : plain));
    assertEquals(50, images.count());
    assertEquals(3, images.rows());
    assertEquals(2, images.columns());
    assertEquals(49 * 6 + 5 - 256, images.pixel(49, 5));
    assertEquals(200, images.part(30, 40).pixel(3, 2));
  }

  @Test
  void read_refusesWhatIsNoFileOfImages() throws Exception {
    refused(new byte[0], "IDX", "an empty file");
    refused(new byte[] {0, 0, 8, 3, 0}, "header of 16 bytes", "5 bytes");
    refused(Idx.file(0x801, 10, 0, 0, 10), "labels");
    refused(Idx.file(0x89504e47, 1, 1, 1, 1), "0x00000803", "0x89504e47");
    refused(Idx.file(0xd03, 1, 1, 1, 1), "0x00000d03");
    refused(Idx.file(IMAGES, 0, 2, 2, 0), "count of images", "0");
    refused(Idx.file(IMAGES, 1, -2, 2, 0), "number of rows", "-2");
    refused(Idx.file(IMAGES, 1, 2, 0, 0), "number of columns", "0");
    refused(Idx.file(IMAGES, 1, 1 << 30, 1 << 30, 0), "4096 pixels");
    refused(Idx.file(IMAGES, 1, 65, 64, 65 * 64), "4096 pixels", "65×64");
    refused(Idx.file(IMAGES, Integer.MAX_VALUE, 64, 64, 0), "bytes of images", "64×64");
    refused(Idx.file(IMAGES, 10, 2, 2, 39), "10 images, 40 bytes", "39 bytes (truncated)");
    refused(Idx.file(IMAGES, 10, 2, 2, 41), "10 images", "more bytes");
    byte[] packed = Idx.packed(Idx.file(IMAGES, 10, 2, 2, 40));
    refused(Arrays.copyOf(packed, packed.length - 6), "gzip", "truncated");
    packed[packed.length - 7] ^= 1;
    refused(packed, "gzip", "damaged");
    assertThrows(DataException.class, () -> ImageFile.read(folder));
    DataException e =
        assertThrows(DataException.class, () -> ImageFile.read(folder.resolve("none")));
    assertTrue(String.valueOf(e.getMessage()).contains("no such file"), e.getMessage());
  }

  @Test
  void read_ofAGzipBomb_unpacksNoMoreThanPromised() throws Exception {
    Path file = folder.resolve("bomb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Idx.file(IMAGES, 10, 28, 28, 0));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
    }
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    DataException e = assertThrows(DataException.class, () -> ImageFile.read(file));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(String.valueOf(e.getMessage()).contains("more bytes"), e.getMessage());
    assertTrue(allocated < 2_000_000, allocated + " bytes");
  }

  @Test
  void read_ofAHeaderThatPromisesMuch_allocatesNoMoreThanIsThere() throws Exception {
    Path file = write(Idx.file(IMAGES, 200_000, 64, 64, 1000));
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThrows(DataException.class, () -> ImageFile.read(file));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 2_000_000, allocated + " bytes");
  }

  @Test
  void mnist_isCompleteAndUnchanged() throws Exception {
    Images mnist = ImageFile.read(DataSets.catalogue().get("mnist").file());
    assertEquals(60_000, mnist.count());
    assertEquals(784, mnist.size());
    Split split = Split.of(mnist);
    assertEquals(50_000, split.training().count());
    assertEquals(10_000, split.validation().count());
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    md5.update(Idx.file(IMAGES, 60_000, 28, 28, 0));
    byte[] image = new byte[784];
    for (int i = 0; i < mnist.count(); i++) {
      for (int at = 0; at < image.length; at++) {
        image[at] = (byte) mnist.pixel(i, at);
      }
      md5.update(image);
    }
    assertEquals("6bbc9ace898e44ae57da46a324031adb", HexFormat.of().formatHex(md5.digest()));
  }

  @Test
  void omniglot_isThere() throws Exception {
    Images images = ImageFile.read(DataSets.catalogue().get("omniglot-small").file());
    assertEquals(4033, images.count());
    assertEquals(784, images.size());
  }
}
