package voidscope.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.experiment.scenario.RunParameters;

/// What a file is, its structure tells; how much of it is read is bounded.
@Timeout(60)
final class ContentTest {
  private static final String SCENARIO =
      """
      voidscope = 1
      [problem]
      name = "squared-distance"
      [run]
      seed = 77
      [[estimator]]
      name = "reinforce"
      """;

  /// Of what nobody waits for.
  private static final Duration AT_ONCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private static String refused(Path file) {
    return assertTimeoutPreemptively(
        AT_ONCE,
        () ->
            String.valueOf(
                assertThrows(OpeningException.class, () -> Opening.read(file)).getMessage()));
  }

  private static double seed(Path file) throws OpeningException {
    Opening opening = assertInstanceOf(Opening.OfScenario.class, Opening.read(file));
    return opening.scenario().run().real(RunParameters.SEED.key());
  }

  @ParameterizedTest
  @ValueSource(longs = {2L << 20, 500L << 20})
  void longText_isRefusedAtOnce_byNameAndSize(long size) throws IOException {
    Path file = Files.writeString(folder.resolve("long.toml"), SCENARIO + "# ");
    try (var open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(size);
    }
    String why = refused(file);
    assertTrue(why.contains("long.toml"), why);
    assertTrue(why.contains(String.format(Locale.ROOT, "a text of %,d bytes", size)), why);
  }

  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  /// Between sections, and within an array; the parser alone would take hours.
  @Test
  void manyBlankLinesAndComments_takeNoTime_andAreCounted() throws IOException {
    String blank = "\n# a comment\n  \n\t# another\r\n".repeat(5_000);
    String text =
        SCENARIO.replace("[run]", "\n" + blank + "[run]")
            + "[[event]]\nstep = [1,"
            + blank
            + "2]\nset = \"problem\"\nkey = \"target\"\nvalue = [0.1, 7]\n";
    String why = refused(Files.writeString(folder.resolve("blank.toml"), text));
    long line = 1 + lines(text.substring(0, text.indexOf("value")));
    assertTrue(why.startsWith("blank.toml:" + line + ": event[1].value[2]: expected"), why);
    String broken = refused(Files.writeString(folder.resolve("broken.toml"), text + blank + "="));
    assertTrue(broken.startsWith("broken.toml:" + (1 + lines(text + blank)) + ":"), broken);
  }

  /// Lines of a text of several lines are none of the file's.
  @Test
  void quotedBlankLinesAndComments_areText() throws IOException {
    for (String quote : new String[] {"\"\"\"", "'''"}) {
      String text = SCENARIO + "label = " + quote + "a\n\n# no comment" + quote + "\n";
      String why = refused(Files.writeString(folder.resolve("quoted.toml"), text));
      assertTrue(why.contains("found \"a\n\n# no comment\""), why);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFF",
        "\n\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "\uFEFF<?xml version=\"1.0\"?><!-- <svg> or not -->",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://localhost:1/svg11.dtd\">\n",
        "<!DOCTYPE svg [ <!ENTITY a \"b\"> ]>",
        "<!-- LONG -->"
      })
  void svg_isKnownByItsRoot_whateverStandsBefore(String before) throws Exception {
    String svg = Files.readString(Kind.SVG.write(folder));
    String own = svg.substring(svg.indexOf("<svg"));
    String front = before.replace("LONG", "x".repeat(100_000));
    Path file = folder.resolve("figure.dat");
    assertEquals(seed(Kind.SVG.write(folder)), seed(Files.writeString(file, front + own)));
    String other = "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>";
    String why = refused(Files.writeString(file, front + other));
    assertTrue(why.contains("a SVG without one"), why);
  }

  @Test
  void svg_inUtf16_isRead() throws Exception {
    String svg = Files.readString(Kind.SVG.write(folder));
    String own = svg.substring(svg.indexOf("<svg"));
    Path file = folder.resolve("wide.svg");
    Files.write(file, ("\uFEFF" + own).getBytes(StandardCharsets.UTF_16LE));
    assertEquals(seed(Kind.SVG.write(folder)), seed(file));
  }

  @Test
  void textThatSpeaksOfFigures_isAScenario() throws Exception {
    for (String comment : new String[] {"# <svg\n", "# see <svg/> and %PDF\n", "\n# Voidscope\n"}) {
      assertEquals(77, seed(Files.writeString(folder.resolve("own.toml"), comment + SCENARIO)));
    }
  }

  @Test
  void xmlThatIsNoFigure_isNamed() throws IOException {
    Path page = Files.writeString(folder.resolve("page"), "<!doctype html><p>an <svg/> in a page");
    assertTrue(refused(page).contains("found a web page"), refused(page));
    Path xhtml = Files.writeString(folder.resolve("xhtml"), "<html><svg/></html>");
    assertTrue(refused(xhtml).contains("found a web page"), refused(xhtml));
    Path xml = Files.writeString(folder.resolve("xml"), "<list><svg/></list>");
    assertTrue(refused(xml).contains("found another kind of file"), refused(xml));
    Path bomb =
        Files.writeString(
            folder.resolve("bomb"),
            "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">"
                + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;\">"
                + "]><svg>&f;&f;&f;</svg>");
    assertTrue(refused(bomb).contains("no valid XML"), refused(bomb));
  }

  /// A shell's `<(...)` is read from the first byte to the last, once; what it names stands in the
  /// working directory.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipe_isReadOnce() throws Exception {
    for (Kind kind : Kind.values()) {
      Path pipe = piped(kind.write(folder));
      if (kind == Kind.IDX || kind == Kind.GZIP) {
        String why = refused(pipe);
        assertTrue(why.contains("images in a pipe"), why);
      } else {
        assertEquals(pipe, Opening.read(pipe).file());
      }
    }
    Path data = Path.of("samples", "data", "omniglot-small", "train-images-idx3-ubyte.gz");
    String learner = "voidscope = 1\n[problem]\nname = \"vae-linear\"\ndata = \"" + data + "\"\n";
    Opening opening =
        Opening.read(piped(Files.writeString(folder.resolve("learner.toml"), learner)));
    assertEquals(
        data.toAbsolutePath().toString(), opening.scenario().problem().settings().text("data"));
  }

  private Path piped(Path file) throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe-" + file.getFileName());
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    new ProcessBuilder("sh", "-c", "exec cat \"$0\" > \"$1\"", file.toString(), pipe.toString())
        .start();
    return pipe;
  }
}
