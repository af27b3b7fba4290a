package voidscope.library;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.TomlSection;

/// The small text beside a checkpoint in the library: what was noted of the run, and what the files
/// beside it must be. Its last line is a sum over what is above, so that no damage goes unseen.
///
/// @param note what was noted
/// @param checkpoint bytes of the checkpoint, which has a sum of its own
/// @param picture bytes of the picture; 0 where there is none
/// @param pictureSum the picture's sum
record EntryCard(RunNote note, long checkpoint, long picture, String pictureSum) {
  private static final int VERSION = 1;
  private static final String FORMAT = "voidscope-run";
  private static final String DATE = "date";
  private static final String NAME = "name";
  private static final String STEP = "reached";
  private static final String DIFFERS = "differs";
  private static final String WINDOW = "window";
  private static final String CHECKPOINT = "checkpoint-bytes";
  private static final String PICTURE = "picture-bytes";
  private static final String PICTURE_SUM = "picture-crc32";
  private static final String SUM = "crc32";
  private static final String LAST = "\n" + SUM + " = \"";

  /// Its text.
  String format() {
    String text =
        """
        # A run that Voidscope has kept; the checkpoint beside it goes on from where it was.
        # The last line is a sum over those above: edited, the run is passed over.

        %s = %d
        %s = %s
        %s = %s
        %s = %d
        %s = %s
        %s = %s
        %s = %d
        %s = %d
        %s = "%s"
        """
            .formatted(
                FORMAT,
                VERSION,
                DATE,
                note.date(),
                NAME,
                TomlSection.quoted(note.name()),
                STEP,
                note.step(),
                DIFFERS,
                TomlSection.quoted(note.differs()),
                WINDOW,
                TomlSection.quoted(note.window()),
                CHECKPOINT,
                checkpoint,
                PICTURE,
                picture,
                PICTURE_SUM,
                pictureSum);
    return text.stripTrailing() + end(text.stripTrailing());
  }

  /// Reads a text.
  ///
  /// @param file what messages call it
  /// @throws ScenarioException if it is anything but a whole card of this version
  static EntryCard parse(String file, String text) throws ScenarioException {
    int last = text.lastIndexOf(LAST);
    if (last < 0 || !text.substring(last).equals(end(text.substring(0, last)))) {
      throw new ScenarioException(
          file,
          0,
          "",
          "a whole note of a run",
          last < 0 ? "a truncated text" : "another sum than its own");
    }
    TomlSection toml = TomlSection.parse(file, Path.of(""), text);
    toml.whole(FORMAT, VERSION, VERSION);
    toml.allow(
        List.of(FORMAT, DATE, NAME, STEP, DIFFERS, WINDOW, CHECKPOINT, PICTURE, PICTURE_SUM, SUM));
    return new EntryCard(
        new RunNote(
            toml.instant(DATE),
            toml.text(NAME),
            toml.whole(STEP, 0, Long.MAX_VALUE),
            toml.text(DIFFERS),
            toml.has(WINDOW) ? toml.text(WINDOW) : ""),
        toml.whole(CHECKPOINT, 0, Long.MAX_VALUE),
        toml.whole(PICTURE, 0, Long.MAX_VALUE),
        toml.text(PICTURE_SUM));
  }

  private static String end(String above) {
    return LAST + sum(above.getBytes(StandardCharsets.UTF_8)) + "\"\n";
  }

  /// The sum of a content, in hexadecimal digits.
  static String sum(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
