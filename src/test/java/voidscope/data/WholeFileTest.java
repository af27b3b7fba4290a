package voidscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.FullDisk;
import voidscope.text.Reason;

/// Files that are written whole or not at all.
final class WholeFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> "" + file.getFileName()).sorted().toList();
    }
  }

  @Test
  void write_clearsTheDraftsOfDeadProcesses_andOfThatFileOnly() throws Exception {
    Process dead =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    dead.waitFor();
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    Files.writeString(folder.resolve(".x." + dead.pid() + ".part"), "half");
    Files.writeString(folder.resolve(".x." + alive + ".part"), "going on");
    Files.writeString(folder.resolve(".x.mine.part"), "mine");
    Files.writeString(folder.resolve(".y." + dead.pid() + ".part"), "another's");
    WholeFile.write(folder.resolve("x"), out -> out.write('1'));
    assertEquals(
        Stream.of(".x." + alive + ".part", ".x.mine.part", ".y." + dead.pid() + ".part", "x")
            .sorted()
            .toList(),
        names());
  }

  @Test
  void fullDisk_leavesTheFileBefore_andSaysSo() throws Exception {
    Path file = Files.writeString(folder.resolve("x"), "before");
    FullDisk.at(file);
    DiskFullException full =
        assertThrows(
            DiskFullException.class, () -> WholeFile.write(file, out -> out.write(new byte[9])));
    assertEquals("no space left on device", Reason.unnamed(full));
    assertEquals("before", Files.readString(file));
    assertEquals(List.of("x"), names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "There is not enough space on the disk",
        "Disk quota exceeded"
      })
  void fullDisk_isKnown_byWhatSystemsSay(String said) {
    assertTrue(DiskFullException.is(new IOException(said)));
    assertTrue(
        DiskFullException.is(new IOException("x", new FileSystemException("x", null, said))));
    assertFalse(DiskFullException.is(new IOException("Input/output error")));
  }

  @Test
  void rehearse_leavesAllAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("x"), "before");
    WholeFile.rehearse(file, out -> out.write('1'));
    WholeFile.rehearse(folder.resolve("fresh"), out -> out.write('1'));
    assertEquals("before", Files.readString(file));
    assertEquals(List.of("x"), names());
    Path nowhere = folder.resolve("none").resolve("x");
    IOException refused =
        assertThrows(
            NoSuchFileException.class, () -> WholeFile.rehearse(nowhere, out -> out.write('1')));
    assertEquals("the folder does not exist", Reason.unnamed(refused));
  }
}
