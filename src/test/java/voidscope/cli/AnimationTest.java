package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Charts that move: their frames as readers put them together.
class AnimationTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;

  @TempDir private Path folder = Path.of("");

  private DressedFiles moving(String... more) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--chart=theta",
                "--animate=gif,apng",
                "--format=png",
                "--size=320x200px",
                "--fps=5",
                "--seconds=2"));
    options.addAll(List.of(more));
    return DressedFiles.own(folder, "out", options);
  }

  @Test
  void gif_hasItsFramesAtItsRate_andEndsAsTheFigure() throws Exception {
    DressedFiles done = moving();
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in =
        ImageIO.createImageInputStream(done.folder().resolve("theta.gif").toFile())) {
      reader.setInput(in);
      assertEquals(10, reader.getNumImages(true));
      BufferedImage shown = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      int hundredths = 0;
      double before = Double.POSITIVE_INFINITY;
      BufferedImage end = done.png("theta");
      for (int i = 0; i < 10; i++) {
        IIOMetadataNode tree =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        hundredths += number(tree, "GraphicControlExtension", "delayTime");
        shown
            .getGraphics()
            .drawImage(
                reader.read(i),
                number(tree, "ImageDescriptor", "imageLeftPosition"),
                number(tree, "ImageDescriptor", "imageTopPosition"),
                null);
        double difference = DressedFiles.difference(shown, end);
        assertTrue(difference < before, i + ": " + difference + " after " + before);
        before = difference;
      }
      assertEquals(200, hundredths);
      assertTrue(before < .6, "the end is off by " + before);
    } finally {
      reader.dispose();
    }
  }

  private static int number(IIOMetadataNode tree, String node, String attribute) {
    return Integer.parseInt(
        ((IIOMetadataNode) tree.getElementsByTagName(node).item(0)).getAttribute(attribute));
  }

  @Test
  void apng_hasItsFramesAtItsRate_andEndsAsTheFigure() throws Exception {
    DressedFiles done = moving();
    Path file = done.folder().resolve("theta.apng");
    BufferedImage end = done.png("theta");
    assertEquals(0, DressedFiles.difference(ImageIO.read(file.toFile()), end));
    BufferedImage shown = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    double before = Double.POSITIVE_INFINITY;
    int sequence = 0;
    int frames = 0;
    int thousandths = 0;
    int[] part = new int[4];
    for (Chunk chunk : chunks(Files.readAllBytes(file))) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(chunk.content()));
      switch (chunk.type()) {
        case "acTL" -> assertEquals(10, in.readInt());
        case "fcTL" -> {
          assertEquals(sequence++, in.readInt());
          for (int i = 0; i < 4; i++) {
            part[i] = in.readInt();
          }
          thousandths += in.readShort();
          assertEquals(1000, in.readShort());
          frames++;
        }
        case "fdAT" -> {
          assertEquals(sequence++, in.readInt());
          paint(shown, in, part);
          double difference = DressedFiles.difference(shown, end);
          assertTrue(difference < before, frames + ": " + difference + " after " + before);
          before = difference;
        }
        default -> {}
      }
    }
    assertEquals(10, frames);
    assertEquals(2000, thousandths);
    assertEquals(0, before);
  }

  private record Chunk(String type, byte[] content) {}

  private static List<Chunk> chunks(byte[] file) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
    in.skipNBytes(8);
    while (in.available() > 0) {
      int length = in.readInt();
      byte[] named = in.readNBytes(4 + length);
      CRC32 sum = new CRC32();
      sum.update(named);
      assertEquals((int) sum.getValue(), in.readInt());
      chunks.add(
          new Chunk(
              new String(named, 0, 4, StandardCharsets.US_ASCII),
              Arrays.copyOfRange(named, 4, named.length)));
    }
    return chunks;
  }

  private static void paint(BufferedImage shown, DataInputStream in, int[] part)
      throws IOException {
    InflaterInputStream pixels = new InflaterInputStream(in);
    for (int y = 0; y < part[1]; y++) {
      assertEquals(0, pixels.read());
      for (int x = 0; x < part[0]; x++) {
        int rgb = pixels.read() << 16 | pixels.read() << 8 | pixels.read();
        shown.setRGB(part[2] + x, part[3] + y, rgb);
      }
    }
    assertEquals(-1, pixels.read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "apng"})
  void animation_leadsBackToItself(String kind) throws Exception {
    DressedFiles first = moving("--title=Ours", "--legend=ends");
    DressedFiles second =
        DressedFiles.own(
            first.folder().resolve("theta." + kind),
            folder.resolve("again"),
            List.of(
                "--chart=theta",
                "--animate=gif,apng",
                "--size=320x200px",
                "--fps=5",
                "--seconds=2"));
    for (String name : List.of("theta.gif", "theta.apng")) {
      assertEquals(
          -1, Files.mismatch(first.folder().resolve(name), second.folder().resolve(name)), name);
    }
  }

  @Test
  void chartOfASingleStep_doesNotMove_whichIsTold() throws Exception {
    DressedFiles done =
        DressedFiles.own(
            folder, "out", List.of("--chart=loss,surrogate", "--animate=gif", "--size=200x150px"));
    assertTrue(done.err().contains("surrogate: it shows a single step"), done.err());
    assertFalse(Files.exists(done.folder().resolve("surrogate.gif")));
    assertTrue(Files.size(done.folder().resolve("loss.gif")) > 1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fps=0|1 to 50 frames a second, found 0",
        "--fps=NaN|1 to 50 frames",
        "--seconds=1000|0.5 to 120 seconds",
        "--fps=50 --seconds=100|at most 1200 frames, found 5000",
        "--animate=pdf|known are gif, apng",
        "--animate=gif --preset=slide-4k --seconds=100|too large",
        "--animate=gif --transparent|has a ground",
      })
  void badMotion_isOneLine(String options, String expected) throws Exception {
    Path run = DressedFiles.own(folder, "first", List.of("--chart=theta", "--format=csv")).folder();
    List<String> all =
        new ArrayList<>(
            List.of(
                "export", run.resolve("theta.toml").toString(), "--out=" + folder.resolve("none")));
    all.addAll(List.of(options.split(" ", -1)));
    Captured done = Captured.run(all.toArray(String[]::new));
    assertEquals(2, done.code(), done.err());
    assertEquals(1, done.err().lines().count(), done.err());
    assertTrue(done.err().contains(expected), done.err());
  }
}
