package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.experiment.Track;

/// What a run leaves in its folder: every table by RFC 4180, columns named by what they hold, and a
/// summary that lacks nothing, whether the run was stopped on its way or not.
final class RunResultsTest {
  @TempDir private Path folder;

  private static String scenario(String problem, String run, String... estimators) {
    StringBuilder text = new StringBuilder("voidscope = 1\n[problem]\n");
    text.append(problem).append("[run]\n").append(run);
    for (String estimator : estimators) {
      text.append("[[estimator]]\nname = \"").append(estimator).append("\"\n");
    }
    return text.toString();
  }

  private static String vae(int steps) {
    return scenario(
        "name = \"vae-two-layer\"\ndata = \"omniglot-small\"\nlatents = 6\n",
        "batch = 4\nsteps = " + steps + "\nmeasure-every = 10\nmeasure-samples = 4\n",
        "rebar",
        "straight-through");
  }

  private Path run(String text, String name, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".toml"), text);
    return run(file, name, options);
  }

  private Path run(Path file, String name, String... options) {
    Path out = folder.resolve(name);
    List<String> command =
        new ArrayList<>(List.of("run", file.toString(), "--no-charts", "--out=" + out));
    command.addAll(List.of(options));
    Captured done = Captured.run(command.toArray(String[]::new));
    assertEquals(0, done.code(), done.err());
    return out;
  }

  /// A reader by RFC 4180, strict.
  private static List<List<String>> table(Path file) throws IOException {
    String text = Files.readString(file);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      StringBuilder cell = new StringBuilder();
      if (text.charAt(at) == '"') {
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
          at += text.charAt(at) == '"' ? 1 : 0;
          cell.append(text.charAt(at++));
        }
        at++;
      } else {
        while (",\n".indexOf(text.charAt(at)) < 0) {
          assertTrue(text.charAt(at) != '"', "a bare quote in " + file);
          cell.append(text.charAt(at++));
        }
      }
      row.add(cell.toString());
      if (text.charAt(at) == '\n') {
        rows.add(row);
        row = new ArrayList<>();
      } else {
        assertEquals(',', text.charAt(at), file + " at " + at);
      }
      at++;
    }
    assertTrue(row.isEmpty(), "the last line of " + file + " has no end");
    return rows;
  }

  private static void rectangular(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv")).toList()) {
        List<List<String>> rows = table(file);
        for (List<String> row : rows) {
          assertEquals(rows.getFirst().size(), row.size(), file + ": " + row);
        }
      }
    }
  }

  @Test
  void tables_ofAVae_areQuoted_andNamedByWhatTheyHold() throws Exception {
    Path out = run(vae(20), "vae");
    rectangular(out);
    List<List<String>> quantities = table(out.resolve("quantities.csv"));
    assertTrue(
        quantities.stream().anyMatch(row -> row.get(2).equals("ln Var of logits, layer 2")),
        "a quantity whose name has a comma");
    assertFalse(Files.exists(out.resolve("theta.csv")), "there is no θ");
    List<List<String>> elbo = table(out.resolve("elbo.csv"));
    assertEquals(List.of("step", "estimator", "validation_elbo"), elbo.getFirst().subList(0, 3));
    String first = elbo.get(1).get(2);
    assertEquals(
        first,
        quantities.stream()
            .filter(row -> row.get(2).equals("validation ELBO"))
            .findFirst()
            .orElseThrow()
            .get(3));
    Map<String, String> summary = summary(out);
    assertTrue(summary.containsKey("/estimators/rebar/final/validationElbo/median"));
    assertFalse(summary.containsKey("/estimators/rebar/final/theta/median"));
    int images = Integer.parseInt(summary.get("/images/validation"));
    assertEquals(List.of("standard_error", "images"), elbo.getFirst().subList(5, 7));
    assertEquals(Integer.toString(images), elbo.get(1).get(6));
    double error = Double.parseDouble(elbo.get(1).get(5));
    assertTrue(error > 0.1 && error < 10, "standard error " + error);
    String told =
        summary.get(
            "/estimators/rebar/final/quantities/standard error of the validation ELBO/median");
    assertEquals(
        told, elbo.stream().filter(row -> row.get(1).equals("rebar")).toList().getLast().get(5));
  }

  @ParameterizedTest
  @CsvSource({
    "squared-distance, exact, theta",
    "random-quadratic, rebar, theta",
    "gaussian-distance, lax, mu",
    "gaussian-steps, lax, mu",
    "categorical-distance, rebar, p1",
    "categorical-quadratic, relax, p1",
  })
  void tables_ofAToy_areNamedByWhatTheyHold(String problem, String estimator, String column)
      throws Exception {
    Path out =
        run(
            scenario(
                "name = \"" + problem + "\"\n",
                "steps = 20\nmeasure-every = 10\nmeasure-samples = 20\n",
                estimator),
            problem);
    rectangular(out);
    assertEquals(
        List.of("step", "estimator", column, "q1", "q3"),
        table(out.resolve("theta.csv")).getFirst());
    assertTrue(
        summary(out).containsKey("/estimators/" + estimator + "/final/" + column + "/median"));
  }

  @Test
  void summary_hasEveryFigureOfAMeasurement() throws Exception {
    Path out =
        run(
            scenario(
                "name = \"random-quadratic\"\n",
                "steps = 20\nmeasure-every = 10\nmeasure-samples = 200\n",
                "control-variate"),
            "measured");
    Map<String, String> summary = summary(out);
    for (RecordComponent component : Track.Measurement.class.getRecordComponents()) {
      String key = "/estimators/control-variate/final/measured/" + component.getName();
      assertTrue(summary.containsKey(key), key);
    }
    double ratio =
        Double.parseDouble(summary.get("/estimators/control-variate/final/measured/controlRatio"));
    assertTrue(ratio > 0 && ratio < 2, "ratio " + ratio);
  }

  /// Stopped before and after the first mark, at steps at which nothing is measured.
  @Test
  void summary_ofARunThatWentOn_isThatOfOneThatDidNotStop() throws Exception {
    String text =
        scenario(
            "name = \"squared-distance\"\n",
            "steps = 3100\nreplicates = 3\nmeasure-every = 700\nmeasure-samples = 50\n",
            "reinforce",
            "relax");
    Map<String, String> whole = summary(run(text, "whole"));
    assertTrue(whole.containsKey("/estimators/relax/at/1000/measured/step"));
    assertEquals("700", whole.get("/estimators/relax/at/1000/measured/step"));
    assertTrue(whole.containsKey("/estimators/relax/at/3000/loss/q3"));
    for (int stop : new int[] {950, 1000, 1050, 3050, 3100}) {
      Path state = folder.resolve("state" + stop);
      run(text, "part" + stop, "--steps=" + stop, "--checkpoint=" + state);
      Map<String, String> resumed = summary(run(state, "rest" + stop, "--steps=3100"));
      assertEquals(whole, resumed, "stopped at " + stop);
    }
  }

  /// What a summary tells, by paths, but for how long it took.
  private static Map<String, String> summary(Path out) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (var parser = new JsonFactory().createParser(out.resolve("summary.json").toFile())) {
      while (parser.nextToken() != null) {
        if (Arrays.asList(JsonToken.END_OBJECT, JsonToken.END_ARRAY, JsonToken.FIELD_NAME)
            .contains(parser.currentToken())) {
          continue;
        }
        if (parser.currentToken().isScalarValue()) {
          String at = parser.getParsingContext().pathAsPointer().toString();
          found.put(at, parser.getText());
        }
      }
    }
    found.remove("/seconds");
    return found;
  }
}
