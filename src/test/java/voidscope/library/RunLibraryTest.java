package voidscope.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.Errands;

/// What the library keeps, for how long, and what it leaves alone.
class RunLibraryTest {
  private static final byte[] CHECKPOINT = KeptRuns.checkpoint();
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder = Path.of("");
  private Path runs = Path.of("");
  private RunLibrary library = new RunLibrary(runs);

  @BeforeEach
  void open() {
    runs = folder.resolve("data").resolve("runs");
    library = new RunLibrary(runs);
  }

  private LibraryEntry keep(String name, long seconds, int pictureBytes) throws IOException {
    return library
        .keep(KeptRuns.note(name, seconds), CheckpointSource.of(CHECKPOINT), new byte[pictureBytes])
        .orElseThrow();
  }

  private LibraryEntry keep(String name, long seconds) throws IOException {
    return keep(name, seconds, 0);
  }

  private List<String> names() {
    return library.entries().entries().stream().map(entry -> entry.note().name()).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(runs)) {
      return files.sorted().toList();
    }
  }

  @Test
  void kept_comesBack_alsoInAnotherProgram() throws Exception {
    RunNote note =
        new RunNote(
            KeptRuns.DATE, "a \"quoted\" name\nin two lines ∇\\", 20, "", "a = 1\nb = \"∇\"\n");
    LibraryEntry kept = library.keep(note, CheckpointSource.of(CHECKPOINT), PICTURE).orElseThrow();
    RunLibrary other = new RunLibrary(runs);
    Listing listing = other.entries();
    assertEquals(new Listing(List.of(kept), List.of()), listing);
    assertEquals(note, listing.entries().getFirst().note());
    assertEquals(Scenarios.standard(), other.read(kept).scenario());
    assertArrayEquals(PICTURE, other.picture(kept).orElseThrow());
    assertTrue(kept.bytes() > CHECKPOINT.length + PICTURE.length);
  }

  @Test
  void withoutAPicture_isKept() throws Exception {
    LibraryEntry kept = keep("plain", 0);
    assertFalse(kept.pictured());
    assertEquals(Optional.empty(), library.picture(kept));
    assertEquals(List.of(kept), library.entries().entries());
  }

  @Test
  void library_thatIsNotThere_isEmpty() {
    assertEquals(new Listing(List.of(), List.of()), library.entries());
    assertFalse(Files.exists(runs));
  }

  @Test
  void entries_areNewestFirst_alsoOfOneMillisecond() throws Exception {
    keep("second", 10);
    keep("first", 0);
    keep("third", 20);
    keep("fourth", 20);
    assertEquals(List.of("fourth", "third", "second", "first"), names());
  }

  @Test
  void card_isReadable() throws Exception {
    LibraryEntry kept = keep("t-45", 0);
    String card = Files.readString(kept.folder().resolve("run.toml"));
    for (String line :
        List.of(
            "date = 2026-01-31T09:30:00.125Z",
            "name = \"t-45\"",
            "reached = 20",
            "differs = \"" + KeptRuns.DIFFERS + "\"")) {
      assertTrue(card.contains("\n" + line + "\n"), card);
    }
  }

  @Test
  void removed_isGone_andStaysNoError() throws Exception {
    LibraryEntry kept = keep("gone", 0);
    library.remove(kept);
    library.remove(kept);
    assertEquals(new Listing(List.of(), List.of()), library.entries());
    assertEquals(List.of(), files());
    assertEquals(Optional.empty(), library.picture(kept));
    ScenarioException refused = assertThrows(ScenarioException.class, () -> library.read(kept));
    assertTrue(("" + refused.getMessage()).endsWith("no such file"), refused.getMessage());
  }

  @Test
  void beyondTheNumber_theOldestGo() throws Exception {
    library.set(new LibrarySettings(true, 3, 100));
    for (int i = 0; i < 5; i++) {
      keep("run " + i, i);
    }
    assertEquals(List.of("run 4", "run 3", "run 2"), names());
  }

  @Test
  void newRun_isNeverTheOneThatGoes_thoughItsClockIsBehind() throws Exception {
    library.set(new LibrarySettings(true, 2, 100));
    keep("later", 100);
    keep("latest", 200);
    keep("earlier", 0);
    assertEquals(List.of("latest", "earlier"), names());
  }

  @Test
  void beyondTheRoom_theOldestGo() throws Exception {
    library.set(new LibrarySettings(true, 100, 3));
    for (int i = 0; i < 5; i++) {
      keep("run " + i, i, 4 * MEBIBYTE / 10);
    }
    assertEquals(List.of("run 4", "run 3"), names());
  }

  @Test
  void runLargerThanTheRoom_isRefused_andNothingIsLost() throws Exception {
    library.set(new LibrarySettings(true, 100, 1));
    keep("small", 0);
    IOException refused = assertThrows(IOException.class, () -> keep("large", 1, 2 * MEBIBYTE));
    assertTrue(
        ("" + refused.getMessage())
            .matches("the run is not kept: it takes 2\\.\\d MiB, more than .* 1\\.0 MiB"),
        refused.getMessage());
    assertEquals(List.of("small"), names());
    assertEquals(1, files().size());
  }

  @Test
  void lowerBounds_holdAtOnce() throws Exception {
    keep("old", 0);
    keep("new", 1);
    library.set(new LibrarySettings(true, 1, 1));
    assertEquals(List.of("new"), names());
    assertEquals(new LibrarySettings(true, 1, 1), new RunLibrary(runs).settings());
  }

  @Test
  void off_keepsNothing_butListsWhatThereIs() throws Exception {
    keep("before", 0);
    library.set(new LibrarySettings(false, 30, 100));
    CheckpointSource never =
        file -> {
          throw new IOException("asked for");
        };
    assertEquals(Optional.empty(), library.keep(KeptRuns.note("after", 1), never, PICTURE));
    assertEquals(List.of("before"), names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keep = 3 | library.toml:2: keep: expected true or false, found 3",
        "entries = \"many\" | library.toml:2: entries: expected a whole number from 1 to 10000,"
            + " found \"many\"",
        "entries = 0 | library.toml:2: entries: expected a whole number from 1 to 10000, found 0",
        "mebibytes = 1.5 | library.toml:2: mebibytes: expected a whole number from 1 to 1048576,"
            + " found 1.5",
        "size = 1 | library.toml:2: size: expected one of keep, entries, mebibytes, found \"size\"",
        "keep = | library.toml:2: expected valid TOML, found"
      })
  void wrongSettings_areNamed_andTheDefaultsHold(String line, String message) throws Exception {
    Files.createDirectories(runs);
    Files.writeString(runs.resolveSibling("library.toml"), "# what is kept\n" + line + "\n");
    assertEquals(LibrarySettings.DEFAULTS, library.settings());
    List<String> remarks = library.entries().remarks();
    assertEquals(1, remarks.size());
    assertTrue(remarks.getFirst().startsWith(message), remarks.getFirst());
    assertTrue(remarks.getFirst().endsWith("; what the program comes with holds"));
  }

  @Test
  void settings_thatAreLeftOut_areAtTheirDefaults() throws Exception {
    Files.createDirectories(runs);
    Files.writeString(runs.resolveSibling("library.toml"), "entries = 7\n");
    assertEquals(new LibrarySettings(true, 7, 1024), library.settings());
    Files.write(runs.resolveSibling("library.toml"), new byte[] {(byte) 0xff, 1});
    assertTrue(library.entries().remarks().getFirst().contains("UTF-8"));
  }

  @Test
  void fullDisk_leavesNoHalfEntry() throws Exception {
    keep("before", 0);
    CheckpointSource full =
        file -> {
          Files.write(file, new byte[1000]);
          throw new FileSystemException(file.toString(), null, "No space left on device");
        };
    IOException refused =
        assertThrows(
            IOException.class, () -> library.keep(KeptRuns.note("half", 1), full, PICTURE));
    assertTrue(
        ("" + refused.getMessage()).startsWith("the run is not kept: ")
            && ("" + refused.getMessage()).endsWith("run.checkpoint: No space left on device"),
        refused.getMessage());
    assertEquals(new Listing(library.entries().entries(), List.of()), library.entries());
    assertEquals(1, files().size());
  }

  @Test
  void faultOfWhoeverWrites_leavesNoHalfEntry() throws Exception {
    CheckpointSource faulty =
        file -> {
          Files.write(file, new byte[1000]);
          throw new IllegalStateException("stopped");
        };
    assertThrows(
        IllegalStateException.class, () -> library.keep(KeptRuns.note("half", 1), faulty, PICTURE));
    assertThrows(
        IOException.class, () -> library.keep(KeptRuns.note("none", 1), file -> {}, PICTURE));
    assertEquals(List.of(), files());
  }

  @Test
  void placeThatIsAFile_isToldInASentence() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(runs, "mine");
    IOException refused = assertThrows(IOException.class, () -> keep("run", 0));
    assertEquals("the run is not kept: " + runs + " is not a folder", refused.getMessage());
    assertEquals("mine", Files.readString(runs));
    assertEquals(
        List.of("the kept runs cannot be listed: " + runs + " is not a folder"),
        library.entries().remarks());
  }

  /// A place in which nobody may make a folder, root neither.
  @Test
  void folderThatMayNotBeWritten_isToldInASentence() {
    runs = Path.of("/sys/voidscope/runs");
    library = new RunLibrary(runs);
    IOException refused = assertThrows(IOException.class, () -> keep("run", 0));
    String why = "" + refused.getMessage();
    assertTrue(why.startsWith("the run is not kept: /sys/"), why);
    assertTrue(
        why.endsWith("may not be read or written") || why.endsWith("Operation not permitted"), why);
  }

  @Test
  void whatIsNotTheLibrarys_isLeftAlone() throws Exception {
    library.set(new LibrarySettings(true, 1, 100));
    LibraryEntry first = keep("first", 0);
    Path note = Files.writeString(runs.resolve("notes.txt"), "mine");
    Path album = Files.createDirectory(runs.resolve("album"));
    Path like = Files.createDirectory(runs.resolve("20200101-000000-000-1-0000"));
    Files.writeString(like.resolve("notes.txt"), "mine");
    Path plain = Files.writeString(runs.resolve("20200101-000000-000-1-0001"), "mine");
    Path inside = Files.writeString(first.folder().resolve("notes.txt"), "mine");
    keep("second", 1);
    assertEquals(List.of("second"), names());
    assertEquals(List.of(), library.entries().remarks());
    for (Path mine : List.of(note, album, like.resolve("notes.txt"), plain, inside)) {
      assertTrue(Files.exists(mine), mine.toString());
    }
    assertFalse(Files.exists(first.folder().resolve("run.checkpoint")));
  }

  @Test
  void links_areNotFollowed() throws Exception {
    RunLibrary elsewhere = new RunLibrary(folder.resolve("elsewhere"));
    LibraryEntry theirs =
        elsewhere
            .keep(KeptRuns.note("theirs", -10), CheckpointSource.of(CHECKPOINT), PICTURE)
            .orElseThrow();
    library.set(new LibrarySettings(true, 1, 100));
    keep("own", 0);
    Path link = Files.createSymbolicLink(runs.resolve(theirs.id()), theirs.folder());
    assertEquals(List.of("own"), names());
    keep("newer", 1);
    assertEquals(List.of("newer"), names());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of(theirs), elsewhere.entries().entries());
  }

  @Test
  void linkToAFolder_mayBeTheLibrary() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(runs, disk);
    keep("run", 0);
    assertEquals(List.of("run"), names());
    try (Stream<Path> files = Files.list(disk)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void leftovers_ofADeadProcess_areCleared_andThoseOfALiveOneAreNot() throws Exception {
    Process dead =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    dead.waitFor();
    Files.createDirectories(runs);
    Path stale = Files.createDirectory(runs.resolve(".voidscope." + dead.pid() + ".0.part"));
    Files.write(stale.resolve("run.checkpoint"), new byte[10]);
    Files.write(stale.resolve(".run.checkpoint." + dead.pid() + ".part"), new byte[10]);
    Path going = runs.resolve(".voidscope." + dead.pid() + ".20260131-093000-125-1-0000.gone");
    Files.write(Files.createDirectory(going).resolve("run.toml"), new byte[10]);
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    Path fresh = Files.createDirectory(runs.resolve(".voidscope." + alive + ".0.part"));
    Path foreign = Files.createDirectory(runs.resolve(".voidscope.mine.part"));
    keep("run", 0);
    assertFalse(Files.exists(stale));
    assertFalse(Files.exists(going));
    assertTrue(Files.exists(fresh));
    assertTrue(Files.exists(foreign));
  }

  @Test
  void severalAtOnce_loseNothing_andListOnlyWholeRuns() throws Exception {
    int writers = 4;
    int each = 6;
    library.set(new LibrarySettings(true, 5, 100));
    List<Future<Boolean>> asked = new ArrayList<>();
    try (ExecutorService threads = Errands.pool("library", writers + 1)) {
      for (int w = 0; w < writers; w++) {
        int writer = w;
        RunLibrary own = w % 2 == 0 ? library : new RunLibrary(runs);
        Callable<Boolean> work =
            () -> {
              for (int i = 0; i < each; i++) {
                RunNote note = KeptRuns.note("run " + writer + " " + i, i);
                assertTrue(own.keep(note, CheckpointSource.of(CHECKPOINT), PICTURE).isPresent());
                assertEquals(List.of(), whole(own.entries().remarks()));
              }
              return true;
            };
        asked.add(threads.submit(work));
      }
      for (Future<Boolean> work : asked) {
        assertTrue(work.get());
      }
    }
    keep("last", 100);
    Listing listing = library.entries();
    assertEquals(5, listing.entries().size());
    assertEquals("last", listing.entries().getFirst().note().name());
    assertEquals(List.of(), listing.remarks());
    assertEquals(5, files().size());
  }

  /// One's draft is not swept away when another, who had a draft of that name before, is done.
  @Test
  void manyAtOnce_keepTheirOwnDrafts() throws Exception {
    int each = 500;
    List<Future<Boolean>> asked = new ArrayList<>();
    try (ExecutorService threads = Errands.pool("library", 4)) {
      for (int w = 0; w < 4; w++) {
        Callable<Boolean> work =
            () -> {
              for (int i = 0; i < each; i++) {
                byte[] small = {(byte) i};
                library.keep(KeptRuns.note("run", i), CheckpointSource.of(small), null);
              }
              return true;
            };
        asked.add(threads.submit(work));
      }
      for (Future<Boolean> work : asked) {
        assertTrue(work.get());
      }
    }
  }

  /// What is said beside that there are more at this moment than there should be.
  private static List<String> whole(List<String> remarks) {
    return remarks.stream().filter(remark -> !remark.contains("more than")).toList();
  }

  @Test
  void namesOfOneMoment_differ() throws Exception {
    List<String> ids =
        IntStream.range(0, 3)
            .mapToObj(
                i -> {
                  try {
                    return keep("same", 0).id();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .toList();
    assertEquals(3, ids.stream().filter(Objects::nonNull).distinct().count());
  }
}
