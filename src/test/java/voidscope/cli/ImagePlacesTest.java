package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.FreshJvm;
import voidscope.data.Idx;

/// Where images lie, as files tell it that others get.
final class ImagePlacesTest {
  private static final int IMAGES = 0x803;
  private static final int COUNT = 60;
  private static final String SCENARIO =
      """
      voidscope = 1
      [problem]
      name = "vae-linear"
      latents = 3
      data = "IMAGES"
      [run]
      steps = 20
      batch = 4
      measure-every = 10
      measure-samples = 10
      [[estimator]]
      name = "reinforce"
      """;

  @TempDir private Path folder;

  /// A folder with images and a scenario that learns them.
  private Path place(String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Files.write(place.resolve("own.idx"), Idx.file(IMAGES, COUNT, 3, 4, COUNT * 12));
    Files.writeString(place.resolve("own.toml"), SCENARIO.replace("IMAGES", "own.idx"));
    return place;
  }

  private static void change(Path images) throws IOException {
    byte[] bytes = Files.readAllBytes(images);
    bytes[100] ^= 1;
    Files.write(images, bytes);
  }

  private static Captured run(Path file, Path out, String... more) {
    return Captured.run(
        Stream.concat(Stream.of("run", file.toString(), "--out=" + out), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Captured done(Captured done) {
    assertEquals(Exit.DONE, done.code(), done.err());
    return done;
  }

  private static String letters(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /// What a checkpoint has before the state, in which also the time is kept that the run took.
  private static String head(Path checkpoint) throws IOException {
    String all = letters(checkpoint);
    return all.substring(0, all.indexOf("name = \"reinforce\""));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void equalRelativePlaces_giveEqualBytes() throws IOException {
    List<Path> places = List.of(place("one"), place("another").toAbsolutePath());
    for (Path place : places) {
      Path out = place.resolve("out");
      done(run(place.resolve("own.toml"), out, "--checkpoint=" + out.resolve("kept")));
      String[] export = {
        "export",
        out.resolve("kept").toString(),
        "--format=pdf,svg,png,csv",
        "--chart=loss",
        "--out=" + place.resolve("figures")
      };
      done(Captured.run(export));
    }
    for (String inner : List.of("out", "figures")) {
      List<String> names = files(places.getFirst().resolve(inner));
      assertTrue(names.size() > 4, names::toString);
      assertEquals(names, files(places.getLast().resolve(inner)));
      for (String name : names) {
        Path one = places.getFirst().resolve(inner).resolve(name);
        Path other = places.getLast().resolve(inner).resolve(name);
        if (name.equals("kept")) {
          assertEquals(head(one), head(other));
        } else if (!name.equals("summary.json")) {
          assertEquals(-1, Files.mismatch(one, other), name);
        }
        assertFalse(letters(one).contains(folder.toString()), name);
      }
    }
    String text = Files.readString(places.getFirst().resolve("out").resolve("scenario.toml"));
    assertTrue(text.contains("data = \"../own.idx\"\ndata-digest = \""), text);
  }

  @Test
  void imagesThatHaveChanged_areTold_andEndACheckpoint() throws IOException {
    Path place = place("place");
    Path out = place.resolve("out");
    Path kept = place.resolve("kept");
    Captured first = done(run(place.resolve("own.toml"), out, "--checkpoint=" + kept));
    assertFalse(first.err().contains("have changed"), first.err());
    Path scenario = out.resolve("scenario.toml");
    Captured same = done(run(scenario, place.resolve("same")));
    assertFalse(same.err().contains("have changed"), same.err());
    Path images = place.resolve("own.idx");
    Files.write(images, Idx.packed(Files.readAllBytes(images)));
    assertFalse(done(run(kept, place.resolve("packed"), "--steps=21")).err().contains("changed"));
    Files.write(images, Idx.file(IMAGES, COUNT, 3, 4, COUNT * 12));
    change(images);
    Captured changed = done(run(scenario, place.resolve("changed")));
    assertTrue(changed.err().contains("The images in own.idx have changed since"), changed.err());
    Captured figure = done(run(out.resolve("loss.png"), place.resolve("figure")));
    assertTrue(figure.err().contains("The images in own.idx have changed since"), figure.err());
    Captured refused = run(kept, place.resolve("on"));
    assertEquals(Exit.INPUT, refused.code(), refused.err());
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertTrue(refused.err().contains("kept: problem: expected the images"), refused.err());
    Captured learned = done(run(place.resolve("changed").resolve("scenario.toml"), out));
    assertFalse(learned.err().contains("have changed"), learned.err());
  }

  /// A figure that was sent is opened with the images beside it, if they are those.
  @Test
  void figureThatWasMoved_findsItsImagesBesideIt() throws IOException {
    Path place = place("place");
    done(run(place.resolve("own.toml"), place.resolve("out")));
    Path desk = Files.createDirectories(folder.resolve("a").resolve("desk"));
    Path figure = Files.move(place.resolve("out").resolve("loss.png"), desk.resolve("loss.png"));
    Captured none = run(figure, desk.resolve("out"));
    assertEquals(Exit.INPUT, none.code(), none.err());
    assertTrue(none.err().contains("no such file \"../own.idx\""), none.err());
    Path images = Files.copy(place.resolve("own.idx"), desk.resolve("own.idx"));
    done(run(figure, desk.resolve("out")));
    change(images);
    assertEquals(Exit.INPUT, run(figure, desk.resolve("out")).code());
  }

  @Test
  void digest_isCheckedForWhatItIs() throws IOException {
    Path place = place("place");
    Path file = place.resolve("own.toml");
    String text = Files.readString(file);
    for (String digest : List.of("", "0123456789abcdeg", "0123456789ABCDEF", "01")) {
      String line = "data-digest = \"" + digest + "\"\n[run]";
      Files.writeString(file, text.replace("[run]", line));
      Captured refused = run(file, place.resolve("out"));
      assertEquals(Exit.INPUT, refused.code());
      assertTrue(
          refused.err().contains("own.toml:6: problem.data-digest: expected"), refused.err());
    }
    String bundled = text.replace("own.idx", "omniglot-small");
    Files.writeString(file, bundled.replace("[run]", "data-digest = \"0123456789abcdef\"\n[run]"));
    Captured refused = run(file, place.resolve("out"));
    assertTrue(refused.err().contains("names no file of one's own"), refused.err());
  }

  @Test
  void bundledImages_areFound_fromAnyWorkingDirectory() throws Exception {
    Path place = place("place");
    Files.writeString(place.resolve("own.toml"), SCENARIO.replace("IMAGES", "omniglot-small"));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                FreshJvm.ownLibrary(),
                "@" + Path.of("target", "voidscope").toAbsolutePath(),
                "run",
                "own.toml",
                "--no-charts",
                "--out=out")
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(Exit.DONE, process.exitValue(), Files.readString(log));
  }
}
