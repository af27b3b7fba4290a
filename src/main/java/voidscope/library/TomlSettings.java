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
import voidscope.catalogue.Settings;
import voidscope.data.WholeFile;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.TomlSection;
import voidscope.text.Reason;

/// A small file of settings, which people may write, too. What it leaves out is at its default;
/// where it says something it must not, the defaults hold as a whole, and a remark tells.
final class TomlSettings {
  private final Path file;
  private final Settings defaults;

  /// @param file absolute
  TomlSettings(Path file, List<Parameter> parameters) {
    this.file = file;
    defaults = Settings.defaults(parameters);
  }

  /// What was found.
  ///
  /// @param settings what holds
  /// @param remark why the file does not hold; empty if it does, or is not there
  record Found(Settings settings, Optional<String> remark) {}

  Found read() {
    try {
      return new Found(
          TomlSection.parse(name(), Path.of(""), Files.readString(file))
              .settings(defaults, List.of()),
          Optional.empty());
    } catch (NoSuchFileException e) {
      return new Found(defaults, Optional.empty());
    } catch (ScenarioException e) {
      return wrong("" + e.getMessage());
    } catch (CharacterCodingException e) {
      return wrong(name() + ": expected text in UTF-8, found other bytes");
    } catch (IOException e) {
      return wrong(name() + ": expected a readable file, found: " + Reason.of(e));
    }
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  /// What holds where the settings that were read cannot be.
  ///
  /// @param message why, beginning with the key
  Found refused(String message) {
    return wrong(name() + ": " + message);
  }

  private Found wrong(String message) {
    return new Found(defaults, Optional.of(message + "; what the program comes with holds"));
  }

  /// Replaces it, in a folder that is made if it is not there.
  ///
  /// @throws IOException if it cannot be written
  void write(String text) throws IOException {
    Files.createDirectories(file.getParent());
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
