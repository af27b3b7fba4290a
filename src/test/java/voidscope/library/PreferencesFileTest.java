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
import voidscope.chart.export.FigureFormat;
import voidscope.chart.export.Motion;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Preset;
import voidscope.chart.look.Presets;

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
            new Preferences(Preferences.Theme.LIGHT, true, place, null),
            new Preferences(Preferences.Theme.SYSTEM, false, place, exported("120x80mm")),
            new Preferences(Preferences.Theme.DARK, false, null, exported("1920x1080px")))) {
      file().write(wanted);
      assertEquals(wanted, file().read().preferences());
      assertTrue(file().read().remark().isEmpty());
    }
  }

  private ExportStyle exported(String size) {
    Preset own = Preset.own(size).orElseThrow().withFont(10.5);
    return new ExportStyle(
        true,
        List.of(FigureFormat.PGFPLOTS, FigureFormat.APNG),
        own,
        true,
        true,
        LegendPlace.ENDS,
        true,
        true,
        new Motion(25, 4.5),
        folder.resolve("é \"figures\" \\ 1").toAbsolutePath());
  }

  @Test
  void exportStyle_ofEveryPresetAndFormat_comesBack() throws IOException {
    for (Preset preset : Presets.catalogue().entries()) {
      for (FigureFormat format : FigureFormat.catalogue().entries()) {
        ExportStyle style =
            new ExportStyle(
                false,
                List.of(format),
                preset,
                false,
                false,
                LegendPlace.ABOVE,
                false,
                false,
                Motion.PLAIN,
                folder.toAbsolutePath());
        file().write(Preferences.DEFAULTS.exporting(style));
        assertEquals(style, file().read().preferences().exported().orElseThrow());
      }
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
          export-folder = "a"; export-formats = "pdf bmp" | export-formats: unknown format "bmp"
          export-folder = "a"; export-size = "1x1mm"      | export-size: expected a preset or
          export-folder = "a"; export-font = 300          | export-font
          export-folder = "a"; export-fps = 900           | export-fps
          export-legend = "left"                          | export-legend
          """)
  void wrongFile_isTold_andTheDefaultsHold(String text, String named) throws IOException {
    Path written = folder.resolve("preferences.toml");
    Files.writeString(written, text.replace("; ", "\n"));
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
