package voidscope.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;
import voidscope.catalogue.Settings;
import voidscope.text.Reason;

/// The file `preferences.toml` in which a user's [Preferences] are kept, and which people may
/// write, too. What it leaves out is at its default; where it says something it must not, the
/// defaults hold as a whole, and a remark tells. For any thread but the window's own.
public final class PreferencesFile {
  private static final String NAME = "preferences.toml";
  private static final String THEME = "theme";
  private static final String PAUSED = "paused";
  private static final String X = "x";
  private static final String Y = "y";
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";
  private static final String MAXIMISED = "maximised";
  private static final double FARTHEST = 100_000;
  private static final List<Parameter> WINDOW =
      List.of(
          Parameter.choice(
              THEME,
              "colours",
              Stream.of(Preferences.Theme.values()).map(PreferencesFile::key).toList(),
              "Which colours the window has."),
          Parameter.flag(PAUSED, "start paused", false, "Whether what is opened waits to be run."),
          place(X, -FARTHEST),
          place(Y, -FARTHEST),
          place(WIDTH, 0),
          place(HEIGHT, 0),
          Parameter.flag(MAXIMISED, "maximised", false, "Whether the window fills its screen."));

  private final TomlSettings file;

  /// @param folder where the program keeps what is its user's
  public PreferencesFile(Path folder) {
    List<Parameter> all =
        Stream.of(WINDOW, ExportStyleText.PARAMETERS).flatMap(List::stream).toList();
    file = new TomlSettings(folder.toAbsolutePath().resolve(NAME), all);
  }

  private static Parameter place(String key, double least) {
    return Parameter.real(
        key, "", key, least, FARTHEST, Scale.LINEAR, 0, "Where the window stood last.");
  }

  private static String key(Preferences.Theme theme) {
    return theme.name().toLowerCase(Locale.ROOT);
  }

  /// What was found.
  ///
  /// @param preferences what holds
  /// @param remark why the file does not hold; empty if it does, or is not there
  public record Found(Preferences preferences, Optional<String> remark) {}

  /// Reads them.
  public Found read() {
    TomlSettings.Found found = file.read();
    try {
      return new Found(of(found.settings()), found.remark());
    } catch (IllegalArgumentException e) {
      TomlSettings.Found none = file.refused("" + e.getMessage());
      return new Found(of(none.settings()), none.remark());
    }
  }

  private static Preferences of(Settings found) {
    double width = found.real(WIDTH);
    double height = found.real(HEIGHT);
    Preferences.Place place =
        width > 0 && height > 0
            ? new Preferences.Place(
                found.real(X), found.real(Y), width, height, found.flag(MAXIMISED))
            : null;
    return new Preferences(
        Preferences.Theme.valueOf(found.text(THEME).toUpperCase(Locale.ROOT)),
        found.flag(PAUSED),
        place,
        ExportStyleText.of(found).orElse(null));
  }

  /// Keeps them.
  ///
  /// @throws IOException saying in a sentence why they are not kept
  public void write(Preferences preferences) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # How the window is liked: its colours (system, light or dark), whether what is opened
            # waits to be run, and where the window stood last.
            theme = "%s"
            paused = %s
            """
                .formatted(key(preferences.theme()), preferences.paused()));
    preferences
        .place()
        .ifPresent(
            place ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "x = %.1f%ny = %.1f%nwidth = %.1f%nheight = %.1f%nmaximised = %s%n",
                        place.x(),
                        place.y(),
                        place.width(),
                        place.height(),
                        place.maximised())));
    preferences.exported().map(ExportStyleText::of).ifPresent(text::append);
    try {
      file.write(text.toString());
    } catch (IOException e) {
      throw new IOException("the preferences are not kept: " + Reason.of(e), e);
    }
  }
}
