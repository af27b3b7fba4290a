package voidscope.experiment.run;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import voidscope.data.Places;
import voidscope.data.WholeFile;
import voidscope.experiment.record.Archive;
import voidscope.experiment.scenario.FileNames;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.thread.Recall;
import voidscope.thread.ThreadTeam;

/// A run's whole state in a file, from which it goes on to the same bits as if it had never
/// stopped: a first line, a version, the scenario, the contenders, and a checksum over all of it. A
/// file is replaced as a whole, so that a kill at any moment leaves the one before.
///
/// One that has been read is immutable and does not look at its file again: whatever is written
/// there since, scenario and run belong together. Callable from any thread.
public final class Checkpoint {
  private static final byte[] FIRST = "voidscope checkpoint\n".getBytes(StandardCharsets.UTF_8);
  private static final int VERSION = 8;

  /// Lacks what is measured between the first two regular measurements.
  private static final int LATE = 5;

  /// Lacks the variances of the terms of estimates.
  private static final int WHOLE = 6;

  /// Lacks the variances of the parts of estimates.
  private static final int PARTLESS = 7;

  private static final String WANTED = "a whole checkpoint of a run";

  private final String name;
  private final byte[] content;
  private final Scenario scenario;

  private Checkpoint(String name, byte[] content, Scenario scenario) {
    this.name = name;
    this.content = content;
    this.scenario = scenario;
  }

  /// Saves a run between two calls of its owner.
  ///
  /// @throws IOException if the file cannot be written; one that was there before is left whole
  public static void write(Experiment experiment, Path file) throws IOException {
    WholeFile.write(file, content(experiment, file));
  }

  /// Tries whether a run could be saved, and leaves all as it was.
  ///
  /// @throws IOException if the file cannot be written
  public static void rehearse(Experiment experiment, Path file) throws IOException {
    WholeFile.rehearse(file, content(experiment, file));
  }

  private static WholeFile.Content content(Experiment experiment, Path file) {
    experiment.finish();
    FileNames names = FileNames.kept(Places.folder(file));
    return raw -> {
      CheckedOutputStream summed = new CheckedOutputStream(raw, new CRC32());
      DataOutputStream out = new DataOutputStream(summed);
      out.write(FIRST);
      out.writeInt(VERSION);
      byte[] scenario =
          ScenarioFile.format(experiment.scenario(), names).getBytes(StandardCharsets.UTF_8);
      out.writeInt(scenario.length);
      out.write(scenario);
      // The newest measurement is not among what a contender carries.
      experiment.log().collect(experiment.records());
      experiment.exchange(new Archive.Writer(out));
      out.flush();
      new DataOutputStream(raw).writeLong(summed.getChecksum().getValue());
    };
  }

  /// Reads a checkpoint.
  ///
  /// @throws ScenarioException if the file cannot be read or is anything but a whole checkpoint of
  ///   this version
  public static Checkpoint read(Path file) throws ScenarioException {
    try {
      return of(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new ScenarioException(file.toString(), 0, "", WANTED, "no such file");
    } catch (IOException e) {
      throw unusable(file.toString(), e);
    }
  }

  /// The checkpoint of a content that has been read.
  ///
  /// @param file what messages call it
  /// @param content all of it, which must not be changed any more
  /// @throws ScenarioException if it is anything but a whole checkpoint of this version
  public static Checkpoint of(Path file, byte[] content) throws ScenarioException {
    return of(file.toString(), Places.folder(file), content);
  }

  /// The same.
  ///
  /// @param name what messages call it
  /// @param folder from which it names files
  /// @param content all of it, which must not be changed any more
  /// @throws ScenarioException if it is anything but a whole checkpoint of this version
  public static Checkpoint of(String name, Path folder, byte[] content) throws ScenarioException {
    verify(name, content);
    try (DataInputStream in = behindVersion(content)) {
      String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      return new Checkpoint(name, content, ScenarioFile.parse(name, text, folder));
    } catch (IOException e) {
      throw unusable(name, e);
    }
  }

  /// The scenario, with the events that have happened.
  public Scenario scenario() {
    return scenario;
  }

  /// The run where it has stopped.
  ///
  /// @throws ScenarioException if the content does not fit its scenario, or the images have changed
  ///   since, with which it would not go on to the same bits
  /// @throws IllegalArgumentException if the scenario's problem cannot be had, such as its images
  public Experiment experiment(ThreadTeam team) throws ScenarioException {
    return experiment(team, Recall.NEVER);
  }

  /// The same, for someone who may leave it in the middle of a step.
  Experiment experiment(ThreadTeam team, Recall recall) throws ScenarioException {
    try (DataInputStream in = behindVersion(content)) {
      in.skipNBytes(in.readInt());
      Experiment experiment = new Experiment(scenario, team, recall);
      String now = experiment.scenario().digest();
      if (!scenario.digest().isEmpty() && !scenario.digest().equals(now)) {
        throw new ScenarioException(
            name, 0, Scenario.PROBLEM, "the images that the run has learned", "changed ones");
      }
      experiment.exchange(
          new Archive.Reader(
              in,
              version(content) > LATE,
              version(content) > WHOLE,
              version(content) > PARTLESS));
      experiment.catchUp();
      return experiment;
    } catch (IOException e) {
      throw unusable(name, e);
    }
  }

  /// Whether a file begins as a checkpoint does.
  ///
  /// @param start its first bytes
  public static boolean begins(byte[] start) {
    return start.length >= FIRST.length
        && Arrays.equals(start, 0, FIRST.length, FIRST, 0, FIRST.length);
  }

  private static ScenarioException unusable(String name, IOException e) {
    String found =
        e instanceof EOFException
            ? "a truncated file"
            : "a file that cannot be used: " + e.getMessage();
    return new ScenarioException(name, 0, "", WANTED, found);
  }

  private static DataInputStream behindVersion(byte[] content) {
    int from = FIRST.length + Integer.BYTES;
    return new DataInputStream(new ByteArrayInputStream(content, from, content.length - from));
  }

  private static int version(byte[] content) {
    return ByteBuffer.wrap(content).getInt(FIRST.length);
  }

  /// Nothing is believed before the checksum has been seen to be right.
  private static void verify(String name, byte[] content) throws ScenarioException {
    if (!begins(content)) {
      throw new ScenarioException(name, 0, "", WANTED, "another kind of file");
    }
    int summed = content.length - Long.BYTES;
    if (summed < FIRST.length + Integer.BYTES) {
      throw new ScenarioException(name, 0, "", WANTED, "a truncated file");
    }
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int version = version(content);
    if (version < LATE || version > VERSION) {
      throw new ScenarioException(
          name, 0, "version", Integer.toString(VERSION), Integer.toString(version));
    }
    CRC32 sum = new CRC32();
    sum.update(content, 0, summed);
    if (bytes.getLong(summed) != sum.getValue()) {
      throw new ScenarioException(name, 0, "", WANTED, "a damaged or truncated file");
    }
  }
}
