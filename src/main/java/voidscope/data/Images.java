package voidscope.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import voidscope.random.RandomStream;

/// Grey images, a byte a pixel from 0 to 255. Immutable; callable from any thread.
public final class Images {
  private static final double WHITE = 255;
  private static final int DIGEST_BYTES = 8;

  private final double white;
  private final byte[] pixels;
  private final int from;
  private final int count;
  private final int rows;
  private final int columns;

  /// @param pixels the images one behind the other, row by row; kept, not copied
  /// @param from the first image
  /// @param count how many
  Images(byte[] pixels, int from, int count, int rows, int columns) {
    this(WHITE, pixels, from, count, rows, columns);
  }

  private Images(double white, byte[] pixels, int from, int count, int rows, int columns) {
    this.white = white;
    this.pixels = pixels;
    this.from = from;
    this.count = count;
    this.rows = rows;
    this.columns = columns;
  }

  /// How many there are.
  public int count() {
    return count;
  }

  /// Rows of an image.
  public int rows() {
    return rows;
  }

  /// Columns of an image.
  public int columns() {
    return columns;
  }

  /// Pixels of an image.
  public int size() {
    return rows * columns;
  }

  /// The greatest value of a pixel.
  public int greatest() {
    int greatest = 0;
    for (int at = from * size(); at < (from + count) * size(); at++) {
      greatest = Math.max(greatest, pixels[at] & 0xff);
    }
    return greatest;
  }

  /// The same images with another value for white, which greys are a share of; shares the pixels.
  public Images lit(Lighting lighting) {
    return new Images(lighting.white(), pixels, from, count, rows, columns);
  }

  /// A pixel's value as it is stored, from 0 to 255.
  ///
  /// @param at index within the image, row by row
  public int pixel(int image, int at) {
    return pixels[(from + image) * size() + at] & 0xff;
  }

  /// The images from `first` to `last` (exclusive); shares the pixels.
  public Images part(int first, int last) {
    return new Images(white, pixels, from + first, last - first, rows, columns);
  }

  /// What tells these images from others: the first sixteen digits of the SHA-256 of the IDX file
  /// that holds them, unpacked.
  public String digest() {
    ByteBuffer header = ByteBuffer.allocate(IdxHeader.LENGTH);
    header.putInt(IdxHeader.IMAGES).putInt(count).putInt(rows).putInt(columns);
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      sum.update(header.array());
      sum.update(pixels, from * size(), count * size());
      return HexFormat.of().formatHex(sum.digest(), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Each pixel's mean over the images, from 0 to 1.
  public float[] mean() {
    double[] sums = new double[size()];
    for (int i = 0; i < count; i++) {
      for (int at = 0; at < sums.length; at++) {
        sums[at] += pixel(i, at);
      }
    }
    float[] mean = new float[sums.length];
    for (int at = 0; at < mean.length; at++) {
      mean[at] = (float) (sums[at] / (white * count));
    }
    return mean;
  }

  /// Binary images, each pixel drawn once with the probability that its grey is.
  ///
  /// @param stream whose step is the image
  public BinaryImages drawn(RandomStream stream) {
    float[] u = new float[size()];
    BinaryImages.Writer writer = new BinaryImages.Writer(this);
    for (int i = 0; i < count; i++) {
      stream.uniform(i, 0, u.length, u);
      for (int at = 0; at < u.length; at++) {
        writer.put(i, at, u[at] * white < pixel(i, at));
      }
    }
    return writer.images();
  }

  /// Binary images, a pixel one where it is brighter than half.
  public BinaryImages thresholded() {
    BinaryImages.Writer writer = new BinaryImages.Writer(this);
    for (int i = 0; i < count; i++) {
      for (int at = 0; at < size(); at++) {
        writer.put(i, at, pixel(i, at) > white / 2);
      }
    }
    return writer.images();
  }

  /// Draws one image's pixels anew, 0 or 1.
  ///
  /// @param u noise, from 0 to 1, as many as there are pixels
  /// @param x written from `to` on
  void draw(int image, float[] u, float[] x, int to) {
    int base = (from + image) * size();
    for (int at = 0; at < size(); at++) {
      x[to + at] = u[at] * (float) white < (pixels[base + at] & 0xff) ? 1f : 0f;
    }
  }
}
