package voidscope.experiment.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import voidscope.data.WholeFile;
import voidscope.experiment.record.Archive;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

/// A run's whole state in a file, from which it goes on to the same bits as if it had never
/// stopped: a first line, a version, the scenario, the contenders, and a checksum over all of it. A
/// file is replaced as a whole, so that a kill at any moment leaves the one before.
public final class Checkpoint {
  private static final byte[] FIRST = "voidscope checkpoint\n".getBytes(StandardCharsets.UTF_8);
  private static final int VERSION = 5;
  private static final String WANTED = "a whole checkpoint of a run";

  private Checkpoint() {}

  /// Saves a run between two calls of its owner.
  ///
  /// @throws IOException if the file cannot be written; one that was there before is left whole
  public static void write(Experiment experiment, Path file) throws IOException {
    WholeFile.write(
        file,
        raw -> {
          CheckedOutputStream summed = new CheckedOutputStream(raw, new CRC32());
          DataOutputStream out = new DataOutputStream(summed);
          out.write(FIRST);
          out.writeInt(VERSION);
          byte[] scenario =
              ScenarioFile.format(experiment.scenario()).getBytes(StandardCharsets.UTF_8);
          out.writeInt(scenario.length);
          out.write(scenario);
          // The newest measurement is not among what a contender carries.
          experiment.log().collect(experiment.snapshot());
          experiment.exchange(new Archive.Writer(out));
          out.flush();
          new DataOutputStream(raw).writeLong(summed.getChecksum().getValue());
        });
  }

  /// Reads a run.
  ///
  /// @throws ScenarioException if the file cannot be read or is anything but a whole checkpoint of
  ///   this version
  /// @throws IllegalArgumentException if the scenario's problem cannot be had, such as its images
  public static Experiment read(Path file, ThreadTeam team) throws ScenarioException {
    return read(file, team, Recall.NEVER);
  }

  /// The same, for someone who may leave it in the middle of a step.
  static Experiment read(Path file, ThreadTeam team, Recall recall) throws ScenarioException {
    return using(
        file,
        (scenario, in) -> {
          Experiment experiment = new Experiment(scenario, team, recall);
          experiment.exchange(new Archive.Reader(in));
          experiment.catchUp();
          return experiment;
        });
  }

  /// What is made of a file that is whole.
  private interface Use<T> {
    T of(Scenario scenario, DataInputStream rest) throws IOException;
  }

  private static <T> T using(Path file, Use<T> use) throws ScenarioException {
    String name = file.toString();
    try {
      verify(file);
      try (DataInputStream in = open(file)) {
        in.skipNBytes(FIRST.length + Integer.BYTES);
        String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        return use.of(ScenarioFile.parse(name, text), in);
      }
    } catch (NoSuchFileException e) {
      throw new ScenarioException(name, 0, "", WANTED, "no such file");
    } catch (EOFException e) {
      throw new ScenarioException(name, 0, "", WANTED, "a truncated file");
    } catch (IOException e) {
      throw new ScenarioException(
          name, 0, "", WANTED, "a file that cannot be used: " + e.getMessage());
    }
  }

  /// The scenario of a checkpoint, without its run.
  ///
  /// @throws ScenarioException as [#read] does
  public static Scenario scenario(Path file) throws ScenarioException {
    return using(file, (scenario, in) -> scenario);
  }

  /// Whether a file begins as a checkpoint does; not if it cannot be read.
  public static boolean begins(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(FIRST.length), FIRST);
    } catch (IOException e) {
      return false;
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  /// Nothing is believed before the checksum has been seen to be right.
  private static void verify(Path file) throws IOException, ScenarioException {
    String name = file.toString();
    long size = Files.size(file);
    CRC32 sum = new CRC32();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      DataInputStream in = new DataInputStream(new CheckedInputStream(raw, sum));
      if (!Arrays.equals(in.readNBytes(FIRST.length), FIRST)) {
        throw new ScenarioException(name, 0, "", WANTED, "another kind of file");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new ScenarioException(
            name, 0, "version", Integer.toString(VERSION), Integer.toString(version));
      }
      in.skipNBytes(Math.max(0, size - FIRST.length - Integer.BYTES - Long.BYTES));
      long computed = sum.getValue();
      if (new DataInputStream(raw).readLong() != computed) {
        throw new ScenarioException(name, 0, "", WANTED, "a damaged or truncated file");
      }
    }
  }
}
