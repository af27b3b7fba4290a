package voidscope.experiment.record;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Carries state out of objects or into them: one method of theirs serves both, so that what is
/// read is what was written.
public interface Archive {
  /// The version of the checkpoints that are written.
  int NEWEST = 10;

  /// The oldest version of which checkpoints are read.
  int OLDEST = 5;

  /// A whole number: the present one is written, or another read.
  long number(long now) throws IOException;

  /// A text.
  String text(String now) throws IOException;

  /// Values of an array.
  void floats(float[] values) throws IOException;

  /// Values of an array.
  void doubles(double[] values) throws IOException;

  /// The version of the checkpoint.
  default int version() {
    return NEWEST;
  }

  /// Whether it holds what was measured between the first two regular measurements.
  default boolean tellsEarly() {
    return version() > 5;
  }

  /// Whether it holds the variances of the terms of estimates and the surrogates that were pinned.
  default boolean tellsTermsAndPins() {
    return version() > 6;
  }

  /// Whether it holds the temperatures of the surrogates that were pinned.
  default boolean tellsTemperatures() {
    return version() > 7;
  }

  /// Whether it holds the variances of the parts of estimates.
  default boolean tellsParts() {
    return version() > 7;
  }

  /// Whether it holds the returns of episodes.
  default boolean tellsReturns() {
    return version() > 8;
  }

  /// Whether it holds the running variance of an episode's gradient.
  default boolean tellsRunning() {
    return version() > 9;
  }

  /// A length that both sides must agree in, as it follows from the scenario.
  default void agree(long expected, String what) throws IOException {
    long found = number(expected);
    if (found != expected) {
      throw new IOException("its " + what + " is " + found + ", of this scenario " + expected);
    }
  }

  /// Writes.
  record Writer(DataOutputStream out) implements Archive {
    @Override
    public long number(long now) throws IOException {
      out.writeLong(now);
      return now;
    }

    @Override
    public String text(String now) throws IOException {
      out.writeUTF(now);
      return now;
    }

    @Override
    public void floats(float[] values) throws IOException {
      out.writeInt(values.length);
      for (float value : values) {
        out.writeInt(Float.floatToRawIntBits(value));
      }
    }

    @Override
    public void doubles(double[] values) throws IOException {
      out.writeInt(values.length);
      for (double value : values) {
        out.writeLong(Double.doubleToRawLongBits(value));
      }
    }
  }

  /// Counts the bytes that a [Writer] would write.
  final class Counter implements Archive {
    private long bytes;

    /// Those so far.
    public long bytes() {
      return bytes;
    }

    @Override
    public long number(long now) {
      bytes += Long.BYTES;
      return now;
    }

    @Override
    public String text(String now) {
      bytes += Short.BYTES + now.getBytes(StandardCharsets.UTF_8).length;
      return now;
    }

    @Override
    public void floats(float[] values) {
      bytes += Integer.BYTES + (long) Float.BYTES * values.length;
    }

    @Override
    public void doubles(double[] values) {
      bytes += Integer.BYTES + (long) Double.BYTES * values.length;
    }
  }

  /// Reads.
  ///
  /// @param version of the checkpoint, at least [#OLDEST]
  record Reader(DataInputStream in, int version) implements Archive {
    @Override
    public long number(long now) throws IOException {
      return in.readLong();
    }

    @Override
    public String text(String now) throws IOException {
      return in.readUTF();
    }

    private void length(int expected) throws IOException {
      int found = in.readInt();
      if (found != expected) {
        throw new IOException("an array of " + found + " values where there are " + expected);
      }
    }

    @Override
    public void floats(float[] values) throws IOException {
      length(values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.intBitsToFloat(in.readInt());
      }
    }

    @Override
    public void doubles(double[] values) throws IOException {
      length(values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = Double.longBitsToDouble(in.readLong());
      }
    }
  }
}
