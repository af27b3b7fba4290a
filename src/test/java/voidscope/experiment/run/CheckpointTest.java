package voidscope.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.catalogue.Value;
import voidscope.experiment.record.Archive;
import voidscope.experiment.record.Figures;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.SurrogatePins;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// A run goes on from its checkpoint to the same bits, and a file that is not whole is refused.
final class CheckpointTest {
  @TempDir private Path folder;

  static Stream<Scenario> scenarios() {
    Scenario standard =
        Scenarios.standard()
            .with(Scenario.RUN, "replicates", 3)
            .with(Scenario.RUN, "measure-samples", 50)
            .withEvents(
                List.of(
                    new Event(5, "rebar", "tune-temperature", new Value.Flag(false)),
                    new Event(7, Scenario.RUN, "theta-rate", new Value.Real(.05)),
                    new Event(9, "rebar", "tune-temperature", new Value.Flag(true)),
                    new Event(21, Scenario.PROBLEM, "target", new Value.Real(.3))));
    Scenario vae =
        new Scenario(
                Scenarios.problem("vae-two-layer"),
                Stream.of("rebar", "nvil", "relax").map(Scenarios::estimator).toList(),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.PROBLEM, "data", new Value.Choice("omniglot-small"))
            .with(Scenario.PROBLEM, "latents", 9)
            .with(Scenario.RUN, "batch", 5)
            .with(Scenario.RUN, "measure-samples", 3);
    return Stream.of(standard, vae);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void read_goesOnToTheSameBits(Scenario scenario) throws Exception {
    Path file = folder.resolve("run.checkpoint");
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment whole = new Experiment(scenario, team);
      whole.advance(40);
      Experiment first = new Experiment(scenario, team);
      first.advance(13);
      Checkpoint.write(first, file);
      assertTrue(Checkpoint.begins(Files.readAllBytes(file)));
      Experiment second = Checkpoint.read(file).experiment(team);
      assertEquals(13, second.tail());
      second.advance(40);
      assertEquals(Fingerprint.of(whole.snapshot()), Fingerprint.of(second.snapshot()));
    }
  }

  /// Whoever runs it: nobody has to look at the right step. One that joins anew has none.
  @Test
  void marks_goWithTheCheckpoint_andWithTheirEstimator() throws Exception {
    Path file = folder.resolve("marked.checkpoint");
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment =
          new Experiment(Scenarios.standard().with(Scenario.RUN, "measure-samples", 20), team);
      experiment.advance(1020);
      Checkpoint.write(experiment, file);
      Experiment second = Checkpoint.read(file).experiment(team);
      for (Entrant entrant : experiment.scenario().estimators()) {
        Figures figures = experiment.marks().figures(entrant.id()).get(1000L);
        assertNotNull(figures, entrant.id());
        assertEquals(figures, second.marks().figures(entrant.id()).get(1000L));
      }
      Scenario all = second.scenario();
      second.retune(all.withEstimators(all.estimators().subList(0, 1)));
      second.retune(all);
      assertTrue(second.marks().figures(all.estimators().getLast().id()).isEmpty());
    }
  }

  /// Checkpoints of versions 5 to 7 differ only in what is measured between the first two regular
  /// measurements, of which a toy has nothing, in the variances of terms and parts, of which
  /// REINFORCE has none, and before 7 in the number of surrogates that were pinned, here 0, which
  /// stands last.
  @ParameterizedTest
  @ValueSource(bytes = {5, 6, 7})
  void checkpointOfAVersionBefore_goesOn(byte version) throws Exception {
    Path file =
        checkpoint(Scenarios.standard().withEstimators(List.of(Scenarios.estimator("reinforce"))));
    byte[] newest = Files.readAllBytes(file);
    byte[] bytes = Arrays.copyOf(newest, newest.length - (version < 7 ? Long.BYTES : 0));
    bytes["voidscope checkpoint\n".length() + 3] = version;
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, sum.getValue());
    Files.write(file, bytes);
    try (ThreadTeam team = new ThreadTeam(1)) {
      assertEquals(5, Checkpoint.read(file).experiment(team).tail());
    }
  }

  /// Before version 8 nobody kept the λ of what was pinned, without which it is no curve over
  /// σ(z/λ).
  @ParameterizedTest
  @ValueSource(ints = {7, 8})
  void temperaturesOfPins_areKnownFromVersion8On(int version) throws Exception {
    Scenario scenario =
        Scenarios.standard()
            .withEstimators(List.of(Scenarios.estimator("relax")))
            .with(Scenario.RUN, "pins", new Value.Text("3"));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment before = new Experiment(scenario, team);
      before.advance(5);
      Experiment after = restored(before, version, team);
      Track.SurrogateCurve one = pinned(before);
      Track.SurrogateCurve other = pinned(after);
      assertArrayEquals(one.c(), other.c());
      assertTrue(one.temperature() > 0);
      assertEquals(version < 8 ? Double.NaN : one.temperature(), other.temperature());
    }
  }

  private static Track.SurrogateCurve pinned(Experiment experiment) {
    SurrogatePins pins = experiment.snapshot().tracks().getFirst().exhibit(SurrogatePins.class);
    return Objects.requireNonNull(pins).pins().getFirst().curve();
  }

  /// Before version 7 nobody kept the variances of terms, before version 8 those of parts: they are
  /// not known up to where the run goes on.
  @ParameterizedTest
  @ValueSource(ints = {6, 7})
  void termsAndPartsOfAVersionBefore_areNotKnown(int version) throws Exception {
    boolean terms = version > 6;
    Scenario scenario = Scenarios.standard().withEstimators(List.of(Scenarios.estimator("relax")));
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment before = new Experiment(scenario, team);
      before.advance(30);
      Experiment after = restored(before, version, team);
      after.catchUp();
      after.advance(60);
      Track track = after.snapshot().tracks().getFirst();
      Track.Control control = Objects.requireNonNull(track.control());
      assertEquals(4, control.terms().size());
      assertEquals(2, control.parts().size());
      for (Track.TermVariance term : terms ? control.parts() : both(control)) {
        Series.View variance = term.variance().middle();
        assertEquals(track.variance().middle().rows(), variance.rows());
        for (int row = 0; row < variance.rows(); row++) {
          long step = variance.rowStep(row);
          boolean unknown = variance.row(row) == Double.POSITIVE_INFINITY;
          assertEquals(step > 0 && step <= 30, unknown, term.name() + " at " + step);
        }
      }
    }
  }

  /// Before version 10 nobody kept the running variance of an episode's gradient: it begins anew.
  @ParameterizedTest
  @ValueSource(ints = {9, 10})
  void runningVarianceOfEpisodes_isKnownFromVersion10On(int version) throws Exception {
    Scenario scenario =
        new Scenario(
                Scenarios.problem("cartpole"),
                List.of(Scenarios.estimator("a2c")),
                Scenarios.standard().run(),
                List.of())
            .with(Scenario.RUN, "measure-every", 5)
            .with(Scenario.RUN, "measure-samples", 2);
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment before = new Experiment(scenario, team);
      before.advance(30);
      Experiment after = restored(before, version, team);
      after.catchUp();
      after.advance(60);
      before.advance(60);
      Series.View one = before.snapshot().tracks().getFirst().quantities().get(2).middle();
      Series.View other = after.snapshot().tracks().getFirst().quantities().get(2).middle();
      for (int row = 1; row < one.rows(); row++) {
        assertTrue(Double.isFinite(one.row(row)), one.row(row) + " at " + one.rowStep(row));
        boolean unknown = other.row(row) == Double.POSITIVE_INFINITY;
        assertEquals(version < 10 && other.rowStep(row) <= 30, unknown, "at " + other.rowStep(row));
        if (version == 10) {
          assertEquals(one.row(row), other.row(row));
        }
      }
    }
  }

  /// A run as a checkpoint of another version has kept it.
  private static Experiment restored(Experiment before, int version, ThreadTeam team)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    before.exchange(new Old(new Archive.Writer(new DataOutputStream(bytes)), version));
    Experiment after = new Experiment(before.scenario(), team);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    after.exchange(new Archive.Reader(in, version));
    return after;
  }

  private static List<Track.TermVariance> both(Track.Control control) {
    return Stream.concat(control.terms().stream(), control.parts().stream()).toList();
  }

  /// Writes as an older version did.
  private record Old(Archive out, int version) implements Archive {
    @Override
    public long number(long now) throws IOException {
      return out.number(now);
    }

    @Override
    public String text(String now) throws IOException {
      return out.text(now);
    }

    @Override
    public void floats(float[] values) throws IOException {
      out.floats(values);
    }

    @Override
    public void doubles(double[] values) throws IOException {
      out.doubles(values);
    }
  }

  private Path checkpoint() throws IOException {
    return checkpoint(Scenarios.standard());
  }

  private Path checkpoint(Scenario scenario) throws IOException {
    Path file = folder.resolve("run.checkpoint");
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(5);
      Checkpoint.write(experiment, file);
    }
    return file;
  }

  private static void refused(Path file, String words) {
    ScenarioException e = assertThrows(ScenarioException.class, () -> Checkpoint.read(file));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(file.toString()) && message.contains(words), message);
  }

  @Test
  void read_refusesWhatIsNotWhole_namingIt() throws Exception {
    Path file = checkpoint();
    byte[] bytes = Files.readAllBytes(file);
    for (int at : new int[] {30, bytes.length / 2, bytes.length - 9, bytes.length - 1}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(file, damaged);
      refused(file, "damaged");
    }
    for (int length : new int[] {22, 25, 40, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      refused(file, "truncated");
    }
    byte[] later = bytes.clone();
    later["voidscope checkpoint\n".length() + 3]++;
    Files.write(file, later);
    refused(file, "expected 10, found 11");
    Files.writeString(file, "voidscope = 1\n");
    refused(file, "another kind of file");
    assertFalse(Checkpoint.begins(Files.readAllBytes(file)));
    refused(folder.resolve("none"), "no such file");
  }

  @Test
  void write_whereItCannot_leavesTheFileBefore() throws Exception {
    Path file = checkpoint();
    byte[] bytes = Files.readAllBytes(file);
    String part = ".run.checkpoint." + ProcessHandle.current().pid() + ".part";
    Files.createDirectory(folder.resolve(part));
    Files.writeString(folder.resolve(part).resolve("full"), "x");
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(Scenarios.standard(), team);
      assertThrows(IOException.class, () -> Checkpoint.write(experiment, file));
    }
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }
}
