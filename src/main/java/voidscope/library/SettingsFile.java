package voidscope.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;
import voidscope.catalogue.Settings;

/// The file `library.toml` beside the folder of the runs.
final class SettingsFile {
  private static final String NAME = "library.toml";
  private static final String KEEP = "keep";
  private static final String ENTRIES = "entries";
  private static final String MEBIBYTES = "mebibytes";
  private static final List<Parameter> PARAMETERS = parameters(LibrarySettings.DEFAULTS);

  private final TomlSettings file;

  /// @param runs the folder of the runs, absolute
  SettingsFile(Path runs) {
    Path parent = runs.getParent();
    file = new TomlSettings((parent == null ? runs : parent).resolve(NAME), PARAMETERS);
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
    TomlSettings.Found found = file.read();
    Settings settings = found.settings();
    return new Found(
        new LibrarySettings(
            settings.flag(KEEP), settings.integer(ENTRIES), settings.integer(MEBIBYTES)),
        found.remark());
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
    file.write(text);
  }
}
