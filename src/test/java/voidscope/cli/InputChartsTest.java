package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What charts and tables show of scenarios at the edge: variances that are zero, and figures that
/// cannot be measured.
class InputChartsTest {
  private static final Path INPUTS = Path.of("src", "test", "resources", "inputs");
  private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

  @TempDir private Path folder;

  private static void done(Captured run) {
    assertEquals(Exit.DONE, run.code(), run.err());
  }

  private List<String[]> table(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(",", -1))
        .toList();
  }

  private List<String[]> variance(String name) throws IOException {
    done(
        Captured.run(
            "export",
            INPUTS.resolve(name + ".toml").toString(),
            "--chart",
            "variance",
            "--format",
            "csv,svg",
            "--out",
            folder.toString()));
    return table(folder.resolve("variance.csv"));
  }

  private List<String> texts() throws IOException {
    Matcher text = TEXT.matcher(Files.readString(folder.resolve("variance.svg")));
    return text.results().map(result -> result.group(1)).toList();
  }

  private static int column(List<String[]> table, String name) {
    return Arrays.asList(table.getFirst()).indexOf(name + " [Var ĝ (logits)]");
  }

  @Test
  void varianceThatIsZero_isInTheTable_inTheLegend_andMarkedOnTheAxis() throws IOException {
    List<String[]> table = variance("zero-variance");
    List<String> texts = texts();
    for (String name : List.of("Leave-one-out", "ARM", "DisARM")) {
      int column = column(table, name);
      int exact = column(table, name + " exact");
      assertTrue(column > 0 && exact > 0, name);
      for (String[] row : table.subList(1, table.size())) {
        assertEquals("0", row[column], name + " at step " + row[0]);
        assertEquals("0", row[exact], name + " at step " + row[0]);
      }
      assertTrue(texts.contains(name), texts.toString());
    }
    assertTrue(texts.contains("0"), texts.toString());
  }

  /// The zero of step 0 has a place of its own below the axis, which ends above 10⁻⁶.
  @Test
  void varianceThatBeginsAtZero_doesNotStretchTheAxis() throws IOException {
    List<String[]> table = variance("disarm-theta0");
    String[] first = table.get(1);
    assertEquals("0", first[0]);
    assertEquals("0", first[column(table, "DisARM exact")]);
    assertTrue(Double.parseDouble(table.get(2)[column(table, "DisARM exact")]) > 1e-5);
    List<String> powers =
        texts().stream().filter(text -> text.startsWith("10⁻")).collect(Collectors.toList());
    assertTrue(powers.contains("10⁻⁴") && powers.size() <= 4, powers.toString());
  }

  /// At λ = .01 and θ = −10 no sample is on the rare side: there is no z, and what is exact stands.
  @Test
  void whatCannotBeMeasured_hasNoZ() throws IOException {
    Path out = folder.resolve("run");
    done(
        Captured.run(
            "run",
            INPUTS.resolve("low-lambda-extreme-logit.toml").toString(),
            "--no-charts",
            "--out",
            out.toString()));
    List<String[]> table = table(out.resolve("moments.csv"));
    List<String> head = Arrays.asList(table.getFirst());
    int rebar = 0;
    for (String[] row : table.subList(1, table.size())) {
      if (row[1].equals("rebar") && !row[head.indexOf("samples")].isEmpty()) {
        rebar++;
        assertEquals("", row[head.indexOf("z")], "z at step " + row[0]);
        assertTrue(Double.parseDouble(row[head.indexOf("exact_variance")]) > 0);
      }
    }
    assertTrue(rebar > 3, rebar + " rows");
  }
}
