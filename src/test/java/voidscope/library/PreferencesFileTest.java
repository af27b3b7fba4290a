package voidscope.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is kept beside the runs.
class PreferencesFileTest {
  @TempDir private Path folder;

  private PreferencesFile file() {
    return new PreferencesFile(folder.resolve("of").resolve("mine"));
  }

  @Test
  void preferences_comeBack() throws IOException {
    assertEquals(Preferences.DEFAULTS, file().read().preferences());
    Preferences.Place place = new Preferences.Place(-1280.5, 20, 1366, 768, true);
    for (Preferences wanted :
        List.of(
            Preferences.DEFAULTS.with(Preferences.Theme.DARK),
            new Preferences(Preferences.Theme.LIGHT, true, place),
            new Preferences(Preferences.Theme.SYSTEM, false, place))) {
      file().write(wanted);
      assertEquals(wanted, file().read().preferences());
      assertTrue(file().read().remark().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          theme = "pink"      | theme
          paused = 3          | paused
          width = "wide"      | width
          colour = "red"      | colour
          x = nan             | x
          theme = "dark       | valid TOML
          """)
  void wrongFile_isTold_andTheDefaultsHold(String text, String named) throws IOException {
    Path written = folder.resolve("preferences.toml");
    Files.writeString(written, text);
    PreferencesFile.Found found = new PreferencesFile(folder).read();
    assertEquals(Preferences.DEFAULTS, found.preferences());
    String remark = found.remark().orElse("");
    assertTrue(remark.startsWith("preferences.toml") && remark.contains(named), remark);
  }

  @Test
  void unwritableFolder_isTold() throws IOException {
    Path taken = folder.resolve("taken");
    Files.writeString(taken, "a file");
    IOException why =
        assertThrows(
            IOException.class,
            () -> new PreferencesFile(taken.resolve("in")).write(Preferences.DEFAULTS));
    assertTrue(("" + why.getMessage()).startsWith("the preferences are not kept: "), why + "");
    assertThrows(IOException.class, () -> new RecentFiles(taken.resolve("in")).add(taken));
  }

  @Test
  void recentFiles_areTheLastOnes_thatAreStillThere() throws IOException {
    RecentFiles recent = new RecentFiles(folder.resolve("mine"));
    assertEquals(List.of(), recent.read());
    List<Path> used = new ArrayList<>();
    for (int i = 0; i < RecentFiles.MOST + 3; i++) {
      Path file = folder.resolve("é ü " + i + ".toml");
      Files.writeString(file, "");
      recent.add(file);
      used.addFirst(file);
    }
    recent.add(used.get(2));
    used.addFirst(used.remove(2));
    assertEquals(used.subList(0, RecentFiles.MOST), recent.read());
    Files.delete(used.getFirst());
    assertEquals(used.subList(1, RecentFiles.MOST), recent.read());
    recent.add(folder.resolve("two\nlines"));
    assertEquals(used.subList(1, RecentFiles.MOST), recent.read());
  }
}
