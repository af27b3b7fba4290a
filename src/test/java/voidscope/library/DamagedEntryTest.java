package voidscope.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An entry of which anything is not as it was written is passed over with a word, and the others
/// are listed.
class DamagedEntryTest {
  private static final byte[] CHECKPOINT = KeptRuns.checkpoint();
  private static final byte[] PICTURE = new byte[300];
  private static final List<String> FILES = List.of("run.checkpoint", "picture.png", "run.toml");

  @TempDir private Path folder = Path.of("");
  private RunLibrary library = new RunLibrary(folder);
  private Path damaged = folder;

  /// What is done to a file.
  interface Damage {
    void to(Path file) throws IOException;
  }

  /// A damage of one file.
  record Case(String file, String name, Damage damage) {
    @Override
    public String toString() {
      return file + " " + name;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String file : FILES) {
      for (double share : new double[] {0, .01, .3, .5, .9, .999}) {
        cases.add(new Case(file, "cut at " + share, f -> cut(f, (int) (share * Files.size(f)))));
      }
      cases.add(new Case(file, "cut by a byte", f -> cut(f, (int) Files.size(f) - 1)));
      cases.add(new Case(file, "with a byte more", f -> Files.write(f, longer(f))));
      for (double share : new double[] {0, .1, .25, .5, .75, .999}) {
        cases.add(new Case(file, "flipped at " + share, f -> flip(f, share)));
      }
      cases.add(new Case(file, "missing", Files::delete));
      cases.add(
          new Case(
              file,
              "a folder",
              f -> {
                Files.delete(f);
                Files.createDirectory(f);
              }));
      cases.add(
          new Case(
              file,
              "a link",
              f -> {
                Path moved = Files.move(f, f.resolveSibling("moved"));
                Files.createSymbolicLink(f, moved);
              }));
      cases.add(new Case(file, "all zeros", f -> Files.write(f, new byte[(int) Files.size(f)])));
    }
    // Its zeros are what the picture was.
    cases.removeIf(c -> c.toString().equals("picture.png all zeros"));
    return cases.stream();
  }

  private static void cut(Path file, int bytes) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
  }

  private static byte[] longer(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    byte[] more = Arrays.copyOf(content, content.length + 1);
    more[content.length] = '\n';
    return more;
  }

  private static void flip(Path file, double share) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[(int) (share * content.length)] ^= 1;
    Files.write(file, content);
  }

  @BeforeEach
  void keep() throws IOException {
    library = new RunLibrary(folder.resolve("runs"));
    damaged =
        library
            .keep(KeptRuns.note("damaged", 1), CheckpointSource.of(CHECKPOINT), PICTURE)
            .orElseThrow()
            .folder();
    library.keep(KeptRuns.note("whole", 0), CheckpointSource.of(CHECKPOINT), PICTURE);
  }

  private List<String> remarks() {
    Listing listing = library.entries();
    assertEquals(
        List.of("whole"), listing.entries().stream().map(entry -> entry.note().name()).toList());
    return listing.remarks();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void damagedEntry_isPassedOver_alsoWhereItWasWholeBefore(Case wrong) throws Exception {
    assertEquals(2, library.entries().entries().size());
    wrong.damage().to(damaged.resolve(wrong.file()));
    List<String> remarks = remarks();
    assertEquals(1, remarks.size());
    String remark = remarks.getFirst();
    String start = "passed over " + damaged.getFileName() + ": " + wrong.file();
    assertTrue(remark.startsWith(start) && remark.contains(": expected "), remark);
    assertTrue(remark.contains(", found "), remark);
    library = new RunLibrary(folder.resolve("runs"));
    assertEquals(remarks, remarks());
  }

  @Test
  void anotherVersion_isNamed() throws Exception {
    byte[] other = CHECKPOINT.clone();
    int version = "voidscope checkpoint\n".length() + Integer.BYTES - 1;
    other[version]++;
    library.keep(KeptRuns.note("newer", 2), CheckpointSource.of(other), PICTURE);
    assertTrue(
        library.entries().remarks().getFirst().contains("run.checkpoint: version: expected "),
        library.entries().remarks().toString());
  }

  /// Else what is damaged would fill the disk for ever.
  @Test
  void damagedEntry_goesWithTheOldest() throws Exception {
    library.set(new LibrarySettings(true, 3, 100));
    Files.delete(damaged.resolve("run.toml"));
    for (int i = 0; i < 3; i++) {
      library.keep(KeptRuns.note("run " + i, 10 + i), CheckpointSource.of(CHECKPOINT), PICTURE);
    }
    assertEquals(3, library.entries().entries().size());
    assertEquals(List.of(), library.entries().remarks());
  }
}
