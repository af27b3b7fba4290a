package voidscope.chart.export;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/// The chunks of a PNG file that ImageIO does not write: international text and the resolution.
final class PngText {
  /// Name of the text that holds the scenario.
  static final String SCENARIO = "Voidscope scenario";

  private static final int SIGNATURE = 8;
  private static final int HEADER = SIGNATURE + 25;
  private static final int LONGEST = 1 << 24;
  private static final double INCH = 0.0254;

  private PngText() {}

  /// The file with its origin and resolution behind its header.
  ///
  /// @param png a whole file
  /// @param dpi pixels an inch
  static byte[] with(byte[] png, double dpi, Origin origin) throws IOException {
    var out = new ByteArrayOutputStream(png.length + 4096);
    out.write(png, 0, HEADER);
    write(out, dpi, origin);
    out.write(png, HEADER, png.length - HEADER);
    return out.toByteArray();
  }

  /// Writes the chunks with the resolution and the origin.
  static void write(OutputStream out, double dpi, Origin origin) throws IOException {
    chunk(out, "pHYs", resolution(dpi));
    chunk(out, "tEXt", ("Software\0" + origin.program()).getBytes(StandardCharsets.ISO_8859_1));
    chunk(out, "tEXt", ("Source\0" + origin.sentence()).getBytes(StandardCharsets.ISO_8859_1));
    // Keyword, not compressed, neither language nor translated keyword, text.
    String text = SCENARIO + "\0\0\0\0\0" + origin.scenario();
    chunk(out, "iTXt", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] resolution(double dpi) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    int perMetre = (int) Math.round(dpi / INCH);
    out.writeInt(perMetre);
    out.writeInt(perMetre);
    out.writeByte(1);
    return bytes.toByteArray();
  }

  /// Writes a chunk.
  static void chunk(OutputStream to, String type, byte[] content) throws IOException {
    var out = new DataOutputStream(to);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) sum.getValue());
  }

  /// The scenario in a PNG file, if there is one.
  static Optional<String> scenario(InputStream png) throws IOException {
    var in = new DataInputStream(png);
    in.skipNBytes(SIGNATURE);
    byte[] key = (SCENARIO + "\0\0\0\0\0").getBytes(StandardCharsets.UTF_8);
    while (true) {
      int length = in.readInt();
      String type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
      if (type.equals("IEND") || length < 0) {
        return Optional.empty();
      }
      if (type.equals("iTXt") && length < LONGEST) {
        byte[] content = in.readNBytes(length);
        if (content.length > key.length
            && Arrays.equals(content, 0, key.length, key, 0, key.length)) {
          return Optional.of(
              new String(content, key.length, content.length - key.length, StandardCharsets.UTF_8));
        }
        in.skipNBytes(4);
      } else {
        in.skipNBytes(length + 4L);
      }
    }
  }
}
