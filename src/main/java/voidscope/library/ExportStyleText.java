package voidscope.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Scale;
import voidscope.catalogue.Settings;
import voidscope.chart.export.FigureFormat;
import voidscope.chart.export.Motion;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Preset;
import voidscope.chart.look.Presets;
import voidscope.experiment.scenario.TomlSection;
import voidscope.text.Numbers;

/// The lines of [PreferencesFile] that keep an [ExportStyle].
final class ExportStyleText {
  private static final String FOLDER = "export-folder";
  private static final String EVERY = "export-all-charts";
  private static final String FORMATS = "export-formats";
  private static final String SIZE = "export-size";
  private static final String FONT = "export-font";
  private static final String DARK = "export-dark";
  private static final String TRANSPARENT = "export-transparent";
  private static final String LEGEND = "export-legend";
  private static final String SAME_AXES = "export-same-axes";
  private static final String OUTLINES = "export-outlines";
  private static final String RATE = "export-fps";
  private static final String SECONDS = "export-seconds";
  private static final int LONGEST = 4096;
  private static final Preset FIRST = Presets.catalogue().entries().getFirst();

  /// What the lines say, each in a parameter of its own.
  static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.text(FOLDER, "folder", LONGEST, "", "Where figures were exported to last."),
          Parameter.flag(EVERY, "all charts", false, "Whether all charts were exported."),
          Parameter.text(
              FORMATS, "formats", LONGEST, FigureFormat.PDF.key(), "Kinds of file, with spaces."),
          Parameter.text(SIZE, "size", LONGEST, FIRST.key(), "A preset or a size."),
          Parameter.real(
              FONT,
              "",
              "text",
              Preset.LEAST_FONT,
              Preset.MOST_FONT,
              Scale.LINEAR,
              FIRST.fontSize(),
              "Size of the text of a figure of one's own size, in points."),
          Parameter.flag(DARK, "dark", false, "Whether the ink is light."),
          Parameter.flag(TRANSPARENT, "transparent", false, "Whether there is no ground."),
          Parameter.choice(
              LEGEND,
              "legend",
              LegendPlace.catalogue().entries().stream().map(LegendPlace::key).toList(),
              "Where lines are named."),
          Parameter.flag(SAME_AXES, "same axes", false, "Whether axes have the same ends."),
          Parameter.flag(OUTLINES, "outlines", false, "Whether letters are shapes."),
          moving(RATE, "frames a second", Motion.PLAIN.rate()),
          moving(SECONDS, "seconds", Motion.PLAIN.seconds()));

  private ExportStyleText() {}

  private static Parameter moving(String key, String label, double initial) {
    return Parameter.real(
        key, "", label, 0, Motion.MOST, Scale.LINEAR, initial, "How what moves does.");
  }

  /// The style that is kept; empty if none is.
  ///
  /// @throws IllegalArgumentException naming a key and what it expects, if there is no such style
  static Optional<ExportStyle> of(Settings found) {
    if (found.text(FOLDER).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExportStyle(
            found.flag(EVERY),
            read(FORMATS, () -> formats(found.text(FORMATS))),
            read(SIZE, () -> size(found.text(SIZE), found.real(FONT))),
            found.flag(DARK),
            found.flag(TRANSPARENT),
            LegendPlace.catalogue().get(found.text(LEGEND)),
            found.flag(SAME_AXES),
            found.flag(OUTLINES),
            read(RATE, () -> new Motion(found.real(RATE), found.real(SECONDS))),
            read(FOLDER, () -> Path.of(found.text(FOLDER)).toAbsolutePath())));
  }

  private interface Reading<T> {
    T get();
  }

  private static <T> T read(String key, Reading<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static List<FigureFormat> formats(String keys) {
    Catalogue<FigureFormat> known = FigureFormat.catalogue();
    List<FigureFormat> formats = new ArrayList<>();
    for (String key : keys.strip().split("\\s+", -1)) {
      formats.add(known.get(key));
    }
    return formats;
  }

  private static Preset size(String size, double font) {
    return Presets.catalogue()
        .find(size)
        .or(() -> Preset.own(size).map(own -> own.withFont(font)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a preset or " + Preset.OWN_EXPECTED + ", found \"" + size + "\""));
  }

  /// The lines that keep a style; none where its folder's name is none that a text can hold.
  static String of(ExportStyle style) {
    String folder = style.folder().toString();
    if (folder.length() > LONGEST || folder.chars().anyMatch(Character::isISOControl)) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n# How figures were exported last.\n");
    line(text, FOLDER, TomlSection.quoted(folder));
    line(text, EVERY, "" + style.every());
    List<String> formats = style.formats().stream().map(FigureFormat::key).toList();
    line(text, FORMATS, TomlSection.quoted(String.join(" ", formats)));
    line(text, SIZE, TomlSection.quoted(style.preset().key()));
    line(text, FONT, Numbers.text(style.preset().fontSize()));
    line(text, DARK, "" + style.dark());
    line(text, TRANSPARENT, "" + style.transparent());
    line(text, LEGEND, TomlSection.quoted(style.legend().key()));
    line(text, SAME_AXES, "" + style.sameAxes());
    line(text, OUTLINES, "" + style.outlines());
    line(text, RATE, Numbers.text(style.motion().rate()));
    line(text, SECONDS, Numbers.text(style.motion().seconds()));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }
}
