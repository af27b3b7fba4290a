package voidscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.chart.export.FigureFormat;
import voidscope.chart.look.Presets;
import voidscope.chart.series.Charts;
import voidscope.data.DataSets;
import voidscope.estimator.Estimators;
import voidscope.experiment.scenario.RunParameters;
import voidscope.problem.catalogue.Problems;
import voidscope.ui.model.Views;

/// No key of a catalogue stands as a text outside of the rooms that the catalogue is made in:
/// whoever asks for one asks the catalogue, a constant beside it, or, better, an aspect of the
/// entry. A key that is sniffed is forgotten when the entry is renamed, or when another comes that
/// should have been meant as well.
final class CatalogueKeysTest {
  private static final Path PROGRAM = Path.of("src", "main", "java", "voidscope");
  private static final Path PLANTED = Path.of("src", "test", "java", "voidscope", "planted");

  /// A text, a character, or a comment, which may hold quotes.
  private static final Pattern LITERAL =
      Pattern.compile("//[^\n]*|'(?:\\\\.|[^'\\\\])'|\"((?:\\\\.|[^\"\\\\\n])*)\"");

  /// Words that are something else there than the key they spell.
  private static final Map<String, Set<String>> HOMONYMS = homonyms();

  private static Map<String, Set<String>> homonyms() {
    Map<String, Set<String>> words = new HashMap<>();
    // Names of columns and members in files that a run writes.
    words.put("laboratory.MomentsReport", Set.of("theta", "seed"));
    words.put("laboratory.MomentsJson", Set.of("mean", "variance"));
    words.put("laboratory.EpisodeMomentsReport", Set.of("seed", "batch"));
    words.put("laboratory.RunSummary", Set.of("loss"));
    words.put("experiment.record.Measurement", Set.of("mean", "variance"));
    words.put("problem.Quantity", Set.of("loss"));
    words.put("laboratory.RunTables", Set.of("loss"));
    words.put("problem.ProblemEntry", Set.of("theta", "return"));
    words.put("problem.rl.Task", Set.of("return"));
    // What a progress line counts.
    words.put("cli.ExportCommand", Set.of("steps"));
    words.put("cli.RunCommand", Set.of("steps"));
    words.put("cli.RunFolder", Set.of("steps"));
    // An option's short name.
    words.put("cli.ParameterOptions", Set.of("theta"));
    // Files of the program's own samples.
    words.put(
        "laboratory.Sample",
        Set.of(
            "control-variate",
            "formula",
            "pendulum",
            "vae-linear",
            "vae-nonlinear",
            "vae-two-layer"));
    // What a line of a catalogue says of its f, and where the window shows it.
    words.put("cli.ListCommand", Set.of("formula", "steps"));
    words.put("ui.compare.FormulaBar", Set.of("formula"));
    words.put("ui.compare.DrawPane", Set.of("formula"));
    // What comes about in a draw.
    words.put("experiment.record.OneDraw", Set.of("noise", "terms"));
    // A function of the language of formulas.
    words.put("formula.Names", Set.of("floor", "mean"));
    words.put("formula.Parser", Set.of("mean"));
    words.put("ui.file.SamplesSheet", Set.of("sample-"));
    // A window's.
    words.put("library.PreferencesFile", Set.of("width"));
    // What ImageIO calls its writer.
    words.put("chart.export.FigureExport", Set.of("png"));
    words.put("chart.export.GifFile", Set.of("gif"));
    words.put("ui.WindowPicture", Set.of("png"));
    // And what an SVG calls an attribute.
    words.put("chart.export.SvgSheet", Set.of("png", "width"));
    // What an SVG calls its root.
    words.put("chart.export.SvgScenario", Set.of("svg"));
    // Words of a figure's view, and of a legend.
    words.put("chart.export.ViewText", Set.of("hidden"));
    words.put("chart.series.VarianceChart", Set.of("exact"));
    // Names of nodes and of their styles.
    words.put("ui.compare.ComparisonTable", Set.of("comparison"));
    words.put("ui.control.SeedField", Set.of("seed"));
    words.put("ui.gallery.LatentPane", Set.of("latents"));
    words.put("ui.widget.BitGrid", Set.of("latents"));
    // A span of a state.
    words.put("estimator.Nvil", Set.of("mean"));
    words.put("estimator.Reinforce", Set.of("mean"));
    // The run's own keys, in whose room problems may not look: it stands below theirs.
    words.put(
        "problem.catalogue.Problems",
        Set.of("batch", "steps", "theta-rate", "phi-rate", "measure-every", "measure-samples"));
    words.put(
        "problem.catalogue.EpisodeProblems",
        Set.of(
            "batch",
            "steps",
            "replicates",
            "theta-rate",
            "phi-rate",
            "measure-every",
            "measure-samples"));
    return words;
  }

  /// Every key with the rooms and classes that may spell it.
  private static Map<String, Set<String>> keys() {
    Map<String, Set<String>> keys = new HashMap<>();
    put(keys, Estimators.catalogue(), "estimator");
    Estimators.catalogue().entries().forEach(e -> put(keys, e.parameters(), "estimator"));
    put(keys, Problems.catalogue(), "problem");
    Problems.catalogue().entries().forEach(e -> put(keys, e.parameters(), "problem"));
    put(keys, RunParameters.all(), "experiment.scenario.RunParameters");
    put(keys, DataSets.catalogue(), "data");
    put(keys, Charts.catalogue(), "chart.series.Charts");
    put(keys, Presets.catalogue(), "chart.look.Presets");
    put(keys, FigureFormat.catalogue(), "chart.export.FigureFormat");
    put(keys, Views.catalogue(), "ui.model.Views");
    return keys;
  }

  private static void put(
      Map<String, Set<String>> keys, Catalogue<? extends Catalogue.Named> catalogue, String home) {
    catalogue.entries().forEach(e -> keys.computeIfAbsent(e.key(), k -> new HashSet<>()).add(home));
  }

  private static void put(
      Map<String, Set<String>> keys, Collection<Parameter> parameters, String home) {
    parameters.forEach(p -> keys.computeIfAbsent(p.key(), k -> new HashSet<>()).add(home));
  }

  /// What a folder's files spell of the keys, as `room.Class: text`.
  private static List<String> found(Path folder) throws IOException {
    Map<String, Set<String>> keys = keys();
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('/', '.').replace('\\', '.');
        String type = name.substring(0, name.length() - ".java".length());
        String text = Files.readString(file);
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
          String word = literal.group(1);
          if (word != null && !excused(type, word) && spells(keys, type, word, text, literal)) {
            found.add(type + ": " + word);
          }
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static boolean excused(String type, String word) {
    return HOMONYMS.getOrDefault(type, Set.of()).contains(word);
  }

  private static boolean spells(
      Map<String, Set<String>> keys, String type, String word, String text, Matcher at) {
    if (keys.containsKey(word)) {
      return keys.get(word).stream().noneMatch(home -> lives(type, home));
    }
    boolean edge = word.length() > 2 && (word.startsWith("-") || word.endsWith("-"));
    String before = text.substring(Math.max(0, at.start() - 12), at.start());
    boolean asked = before.endsWith("startsWith(") || before.endsWith("endsWith(");
    return (edge || asked)
        && word.matches("[a-z-]{3,}")
        && keys.entrySet().stream()
            .filter(key -> key.getKey().startsWith(word) || key.getKey().endsWith(word))
            .anyMatch(key -> key.getValue().stream().noneMatch(home -> lives(type, home)));
  }

  private static boolean lives(String type, String home) {
    return type.equals(home) || type.startsWith(home + ".");
  }

  @Test
  void program_spellsNoKey_outsideOfItsCatalogue() throws IOException {
    assertEquals(List.of(), found(PROGRAM));
  }

  /// An excuse that nothing needs any more would let a key through one day.
  @Test
  void homonyms_allStandInTheProgram() throws IOException {
    for (Map.Entry<String, Set<String>> excuse : HOMONYMS.entrySet()) {
      String text = Files.readString(PROGRAM.resolve(excuse.getKey().replace('.', '/') + ".java"));
      for (String word : excuse.getValue()) {
        assertTrue(text.contains('"' + word + '"'), excuse.getKey() + ": " + word);
      }
    }
  }

  @Test
  void keys_areFound_whereTheyArePlanted() throws IOException {
    assertEquals(
        List.of("Sniffing: tune-", "Sniffing: rebar", "Sniffing: gaussian"), found(PLANTED));
  }
}
