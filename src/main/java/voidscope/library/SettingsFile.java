package voidscope.library;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;
import voidscope.catalogue.Settings;
import voidscope.data.WholeFile;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.TomlSection;
import voidscope.text.Reason;

/// The file `library.toml` beside the folder of the runs, which people may write, too. What it
/// leaves out is at its default; where it says something it must not, the defaults hold as a whole,
/// and a remark tells.
final class SettingsFile {
  private static final String NAME = "library.toml";
  private static final String KEEP = "keep";
  private static final String ENTRIES = "entries";
  private static final String MEBIBYTES = "mebibytes";
  private static final List<Parameter> PARAMETERS = parameters(LibrarySettings.DEFAULTS);

  private final Path folder;
  private final Path file;

  /// @param runs the folder of the runs, absolute
  SettingsFile(Path runs) {
    Path parent = runs.getParent();
    folder = parent == null ? runs : parent;
    file = folder.resolve(NAME);
  }

  private static List<Parameter> parameters(LibrarySettings initial) {
    return List.of(
        Parameter.flag(KEEP, "keep runs", initial.keep(), "Whether runs are kept."),
        Parameter.integer(
            ENTRIES,
            "",
            "runs",
            1,
            LibrarySettings.MOST_ENTRIES,
            Scale.LOG,
            initial.entries(),
            "How many runs are kept at most."),
        Parameter.integer(
            MEBIBYTES,
            "",
            "room",
            1,
            LibrarySettings.MOST_MEBIBYTES,
            Scale.LOG,
            initial.mebibytes(),
            "How much room they may take together."));
  }

  /// What was found.
  ///
  /// @param settings what holds
  /// @param remark why the file does not hold; empty if it does, or is not there
  record Found(LibrarySettings settings, Optional<String> remark) {}

  Found read() {
    try {
      return new Found(parse(Files.readString(file)), Optional.empty());
    } catch (NoSuchFileException e) {
      return new Found(LibrarySettings.DEFAULTS, Optional.empty());
    } catch (ScenarioException e) {
      return wrong("" + e.getMessage());
    } catch (CharacterCodingException e) {
      return wrong(NAME + ": expected text in UTF-8, found other bytes");
    } catch (IOException e) {
      return wrong(NAME + ": expected a readable file, found: " + Reason.of(e));
    }
  }

  private static Found wrong(String message) {
    return new Found(
        LibrarySettings.DEFAULTS, Optional.of(message + "; what the program comes with holds"));
  }

  private static LibrarySettings parse(String text) throws ScenarioException {
    Settings found =
        TomlSection.parse(NAME, Path.of(""), text)
            .settings(Settings.defaults(PARAMETERS), List.of());
    return new LibrarySettings(found.flag(KEEP), found.integer(ENTRIES), found.integer(MEBIBYTES));
  }

  /// @throws IOException if it cannot be written
  void write(LibrarySettings settings) throws IOException {
    String text =
        """
        # The runs that Voidscope keeps by itself: whether, how many, and in how much room.
        # Where there are more the oldest go.
        keep = %s
        entries = %d
        mebibytes = %d
        """
            .formatted(settings.keep(), settings.entries(), settings.mebibytes());
    Files.createDirectories(folder);
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
