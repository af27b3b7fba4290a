package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.junit.jupiter.params.provider.ValueSource;

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
    for (String name :
        List.of(
            "step",
            "samples",
            "mean",
            "standardError",
            "variance",
            "bias",
            "z",
            "signalToNoise",
            "exactMean",
            "exactVariance",
            "correlation",
            "controlCorrelation",
            "controlRatio",
            "controlPrediction",
            "rare")) {
      String key = "/estimators/control-variate/final/measured/" + name;
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

  /// Thirty images with a few digits' worth of white, as bytes from 0 to a greatest value.
  private Path images(String name, int greatest) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(16 + 30 * 48);
    buffer.putInt(0x803).putInt(30).putInt(6).putInt(8);
    for (int i = 0; i < 30 * 48; i++) {
      buffer.put((byte) (i % 7 < 2 || i % 11 == 3 ? greatest : 0));
    }
    return Files.write(folder.resolve(name), buffer.array());
  }

  private Captured learn(Path images, String more) throws IOException {
    String text =
        scenario(
            "name = \"vae-linear\"\nlatents = 4\ndata = \"" + images + "\"\n" + more,
            "steps = 20\nbatch = 4\nmeasure-every = 10\nmeasure-samples = 4\n",
            "rebar");
    String out = images + ".out";
    Path file = Files.writeString(folder.resolve("learn.toml"), text);
    Captured done = Captured.run("run", file.toString(), "--no-charts", "--out=" + out);
    assertEquals(0, done.code(), done.err());
    return done;
  }

  /// The same digits as zeros and ones give the same run as bytes of 0 and 255, however grey
  /// becomes binary, and so do 0 to 16 where that is wished for.
  @ParameterizedTest
  @ValueSource(strings = {"fixed", "threshold", "fresh"})
  void imagesOfZerosAndOnes_areLearnedAsBlackAndWhite(String binarisation) throws Exception {
    String way = "binarisation = \"" + binarisation + "\"\n";
    learn(images("full", 255), way);
    learn(images("ones", 1), way);
    learn(images("grey", 16), way + "brightness = \"stretched\"\n");
    for (String table : List.of("elbo.csv", "loss.csv", "quantities.csv")) {
      Path full = folder.resolve("full.out").resolve(table);
      assertEquals(-1, Files.mismatch(full, folder.resolve("ones.out").resolve(table)), table);
      assertEquals(-1, Files.mismatch(full, folder.resolve("grey.out").resolve(table)), table);
    }
  }

  @Test
  void imagesOfFewGreys_areTold_othersAreNot() throws Exception {
    String told = learn(images("ones", 1), "").err();
    assertTrue(
        told.contains("Zeros and ones were found in ones. They are taken as black and white."),
        told);
    assertTrue(
        String.valueOf(summary(folder.resolve("ones.out")).get("/images/remark"))
            .startsWith("Zeros and ones were found"));
    String dark = learn(images("grey", 16), "").err();
    assertTrue(dark.contains("The greatest value found in grey is 16 of 255."), dark);
    assertTrue(dark.contains("stretched"), dark);
    for (int silent : new int[] {0, 255}) {
      Path file = images("silent" + silent, silent);
      String err = learn(file, "").err();
      assertFalse(err.contains("found"), err);
      assertFalse(summary(Path.of(file + ".out")).containsKey("/images/remark"));
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
