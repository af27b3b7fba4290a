package voidscope.chart.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/// An animated PNG, in all colours and with a transparent ground where that is wanted; it repeats
/// for ever. Each frame holds only what differs from the one before. A reader that knows no
/// animation shows the run at its end, which stands first and is not part of it.
final class ApngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int THOUSANDTHS = 1000;
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private final Page page;
  private final Frames frames;
  private final boolean alpha;
  private int sequence;

  private ApngFile(Page page) {
    this.page = page;
    frames = new Frames(page);
    alpha = page.look().palette().ground() >>> 24 != 0xFF;
  }

  /// Saves a page.
  ///
  /// @return what could not be followed, in words
  static List<String> write(Page page, Origin origin, Path file) throws ExportException {
    ApngFile png = new ApngFile(page);
    ExportFile.write(file, out -> png.write(out, origin));
    return Page.unnamed(png.frames.missing());
  }

  private void write(OutputStream out, Origin origin) throws IOException {
    out.write(SIGNATURE);
    chunk(
        out,
        "IHDR",
        data -> {
          data.writeInt(frames.width());
          data.writeInt(frames.height());
          data.writeByte(8);
          data.writeByte(alpha ? RGBA : RGB);
          data.write(new byte[3]);
        });
    PngText.write(out, page.preset().dpi(), origin);
    chunk(
        out,
        "acTL",
        data -> {
          data.writeInt(frames.count());
          data.writeInt(0);
        });
    Rectangle all = new Rectangle(0, 0, frames.width(), frames.height());
    int[] last = GifColours.pixels(frames.draw(frames.count() - 1));
    chunk(out, "IDAT", data -> data.write(packed(last, all)));
    int[] before = new int[0];
    for (int i = 0; i < frames.count(); i++) {
      BufferedImage frame = frames.draw(i);
      int[] pixels = GifColours.pixels(frame);
      Rectangle part = i == 0 ? all : Frames.difference(before, pixels, frames.width());
      control(out, i, part);
      int number = sequence++;
      chunk(
          out,
          "fdAT",
          data -> {
            data.writeInt(number);
            data.write(packed(pixels, part));
          });
      before = pixels;
    }
    chunk(out, "IEND", data -> {});
  }

  /// What a chunk holds.
  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private static void chunk(OutputStream out, String type, Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    content.write(new DataOutputStream(bytes));
    PngText.chunk(out, type, bytes.toByteArray());
  }

  private void control(OutputStream out, int frame, Rectangle part) throws IOException {
    long from = frame == 0 ? 0 : page.motion().end(frame - 1, THOUSANDTHS);
    long delay = page.motion().end(frame, THOUSANDTHS) - from;
    int number = sequence++;
    chunk(
        out,
        "fcTL",
        data -> {
          data.writeInt(number);
          data.writeInt(part.width);
          data.writeInt(part.height);
          data.writeInt(part.x);
          data.writeInt(part.y);
          data.writeShort((int) delay);
          data.writeShort(THOUSANDTHS);
          // Neither cleared after it nor mixed with what was there.
          data.writeShort(0);
        });
  }

  private byte[] packed(int[] pixels, Rectangle part) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int size = alpha ? 4 : 3;
    byte[] row = new byte[1 + size * part.width];
    try (var packing = new DeflaterOutputStream(bytes)) {
      for (int y = part.y; y < part.y + part.height; y++) {
        for (int x = 0; x < part.width; x++) {
          int argb = pixels[y * frames.width() + part.x + x];
          row[1 + size * x] = (byte) (argb >> 16);
          row[2 + size * x] = (byte) (argb >> 8);
          row[3 + size * x] = (byte) argb;
          if (alpha) {
            row[4 + size * x] = (byte) (argb >> 24);
          }
        }
        packing.write(row);
      }
    }
    return bytes.toByteArray();
  }
}
