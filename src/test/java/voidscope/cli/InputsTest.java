package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.FreshJvm;
import voidscope.data.Idx;
import voidscope.laboratory.Kind;

/// Files as people have them, through the command line: what runs, and what is refused by name.
final class InputsTest {
  private static final Path INPUTS = Path.of("src", "test", "resources", "inputs");
  private static final int IMAGES = 0x803;

  @TempDir private Path folder;

  private Captured run(Path file) {
    return Captured.run(
        "run", file.toString(), "--steps=20", "--no-charts", "--out=" + folder.resolve("out"));
  }

  /// Runs the VAE that learns a file.
  private Captured learn(Path images, String... changes) throws IOException {
    String text =
        Files.readString(INPUTS.resolve("vae-own-data.toml"))
            .replace("bin01.idx.gz", images.toAbsolutePath().toString());
    for (String change : changes) {
      text = text.replace("[run]", change + "\n[run]");
    }
    return run(Files.writeString(folder.resolve("vae.toml"), text));
  }

  private static void refused(Captured done, Path file, String... words) {
    assertEquals(Exit.INPUT, done.code(), done.err());
    assertEquals(1, done.err().lines().count(), done.err());
    assertTrue(done.err().contains(String.valueOf(file.getFileName())), done.err());
    for (String word : words) {
      assertTrue(done.err().contains(word), done.err());
    }
  }

  private static void done(Captured done) {
    assertEquals(Exit.DONE, done.code(), done.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "short",
        "replicates",
        "bom",
        "bom-crlf",
        "zero-variance",
        "disarm-theta0",
        "low-lambda-extreme-logit",
        "all-estimators",
        "vae-own-data"
      })
  void scenario_runs(String name) {
    done(run(INPUTS.resolve(name + ".toml")));
  }

  @Test
  void scenario_inAnotherEncoding_isNamed() throws IOException {
    Path utf16 = INPUTS.resolve("utf16.toml");
    refused(run(utf16), utf16, "UTF-16", "save it as UTF-8");
    String text = Files.readString(INPUTS.resolve("ok.toml"));
    Path bare = folder.resolve("bare.toml");
    Files.write(bare, text.getBytes(StandardCharsets.UTF_16LE));
    refused(run(bare), bare, "UTF-16", "save it as UTF-8");
    Files.write(bare, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
    refused(run(bare), bare, "UTF-16");
    Files.write(bare, ("\uFEFF" + text).getBytes(Charset.forName("UTF-32BE")));
    refused(run(bare), bare, "UTF-32");
    Files.write(bare, ("\uFEFF" + text).getBytes(Charset.forName("UTF-32LE")));
    refused(run(bare), bare, "UTF-32");
    Files.write(bare, (text + "# é").getBytes(StandardCharsets.ISO_8859_1));
    refused(run(bare), bare, ":12: expected text in UTF-8");
  }

  @Test
  void estimator_inCapitals_isGuessed() {
    Path upper = INPUTS.resolve("upper.toml");
    refused(run(upper), upper, "name", "did you mean \"reinforce\"");
  }

  /// As LibreOffice and Excel save a table, of whatever locale, with whatever separator.
  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", ";,"})
  void figure_runs_whereASpreadsheetHasSavedItAgain(String separators) throws IOException {
    String own = separators.substring(0, 1);
    String cut = separators.substring(separators.length() - 1);
    String exported = Files.readString(Kind.CSV.write(folder));
    String resaved =
        exported
            .lines()
            .map(
                line -> {
                  List<String> cells = new ArrayList<>(List.of(line.split("[" + cut + "]", -1)));
                  while (cells.size() < 12) {
                    cells.add("");
                  }
                  return cells.stream()
                      .map(
                          cell ->
                              cell.contains("\"") || cell.contains(own)
                                  ? '"' + cell.replace("\"", "\"\"") + '"'
                                  : cell)
                      .collect(Collectors.joining(own));
                })
            .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    Path file = Files.writeString(folder.resolve("resaved.csv"), resaved);
    done(run(file));
    Path replay = folder.resolve("out").resolve("scenario.toml");
    String first = Files.readString(replay);
    done(run(folder.resolve("Csv.dat")));
    assertEquals(first, Files.readString(replay));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onepx1.idx", "zeros.idx"})
  void images_areLearned(String name) throws IOException {
    Captured done = learn(INPUTS.resolve(name));
    done(done);
    assertFalse(done.err().contains("found in"), done.err());
  }

  /// Of the make of EMNIST, larger than what is kept here.
  @Test
  void images_areLearned_packedAndMany() throws IOException {
    byte[] images = Idx.packed(Idx.file(IMAGES, 600, 28, 28, 600 * 784));
    done(learn(Files.write(folder.resolve("emnist-like.idx.gz"), images)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed", "threshold"})
  void zerosAndOnes_areBlackAndWhite(String binarisation) throws IOException {
    String choice = "binarisation = \"" + binarisation + "\"";
    Captured ones = learn(INPUTS.resolve("bin01.idx.gz"), choice);
    done(ones);
    assertTrue(ones.err().contains("Zeros and ones were found"), ones.err());
    String elbo = Files.readString(folder.resolve("out").resolve("elbo.csv"));
    done(learn(INPUTS.resolve("bin255.idx.gz"), choice));
    assertEquals(elbo, Files.readString(folder.resolve("out").resolve("elbo.csv")));
    String last = elbo.lines().filter(line -> line.startsWith("20,reinforce")).toList().getFirst();
    assertEquals(-204, Double.parseDouble(last.split(",", -1)[2]), 2);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "float.idx, floats; only bytes",
        "int.idx, ints; only bytes",
        "gray4.idx, 'four dimensions, 12×8×8×1'",
        "rgb4.idx, 'four dimensions, 12×8×8×3'",
        "flat2.idx, 'two dimensions, 12×64'",
        "labels.idx, labels",
        "qmnist-labels-idx2-int.gz, labels",
        "little.idx, byte order",
        "gzgz.gz, gzip data within gzip data",
        "html.gz, a web page",
        "lfs.gz, Git LFS pointer: the file itself was not fetched",
        "npz.npz, a ZIP archive",
        "binarized.amat, numbers as text"
      })
  void foreignImages_areNamed_plainAndPacked(String name, String what) throws IOException {
    Path file = INPUTS.resolve(name);
    refused(learn(file), file, what);
    refused(run(file), file, what);
    Path packed = folder.resolve(name + ".gz");
    Files.write(packed, Idx.packed(Files.readAllBytes(file)));
    refused(learn(packed), packed, name.endsWith("int.gz") ? "gzip data within gzip data" : what);
  }

  @Test
  void furtherForeignImages_areNamed() throws IOException {
    refused(learn(folder), folder, "the folder");
    byte[] npy = "\u0093NUMPY\1\0v\0{'descr': '|u1'".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("images.npy"), npy);
    refused(learn(file), file, "a NumPy array (.npy)");
    refused(run(file), file, "a NumPy array (.npy)");
  }

  /// Be the file plain, packed with the byte in it, or packed with the byte behind it.
  @Test
  void oneByteTooMany_isRefused_whereverItStands() throws IOException {
    Path plain = INPUTS.resolve("extra1.idx");
    byte[] bytes = Files.readAllBytes(plain);
    String what = "12 images, as its header says, found more bytes after them";
    refused(learn(plain), plain, what);
    Path within = Files.write(folder.resolve("within.gz"), Idx.packed(bytes));
    refused(learn(within), within, what);
    byte[] packed = Idx.packed(Arrays.copyOf(bytes, bytes.length - 1));
    Path behind =
        Files.write(folder.resolve("behind.gz"), Arrays.copyOf(packed, packed.length + 1));
    refused(learn(behind), behind, what);
  }

  /// Such letters never reach the program whole, so that nobody may be told of no such file.
  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void lettersThatTheLocaleCannotHold_areTold_withTheLocaleToSet() throws Exception {
    Path file = Files.copy(INPUTS.resolve("ok.toml"), folder.resolve("größe.toml"));
    Path images = folder.resolve("own.toml");
    Files.writeString(
        images, "voidscope = 1\n[problem]\nname = \"vae-linear\"\ndata = \"größe.gz\"\n");
    for (String name : List.of(file.toString(), images.toString())) {
      Path log = folder.resolve("log");
      ProcessBuilder child =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              FreshJvm.ownLibrary(),
              "@" + Path.of("target", "voidscope"),
              "run",
              name,
              "--steps=20",
              "--out=" + folder.resolve("out"));
      child.environment().put("LC_ALL", "C");
      Process process = child.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      assertTrue(process.waitFor(1, TimeUnit.MINUTES));
      List<String> lines =
          Files.readString(log).lines().filter(line -> !line.startsWith("WARNING")).toList();
      assertEquals(Exit.INPUT, process.exitValue(), lines::toString);
      assertEquals(1, lines.size(), lines::toString);
      assertTrue(lines.getFirst().contains("set LC_ALL=C.UTF-8"), lines::toString);
    }
  }
}
