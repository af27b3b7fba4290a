package voidscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Adds an estimator as the page for contributors says, with the code of that page, to a copy of
/// what it changes, and looks for it everywhere.
final class AddedEstimatorTest {
  private static final Path PAGE = Path.of("src", "docs", "estimator.md");
  private static final Path CATALOGUE =
      Path.of("src", "main", "java", "voidscope", "estimator", "Estimators.java");
  private static final String ENTRY = "new EstimatorEntry(";

  @TempDir private Path folder;

  @Test
  void page_leadsToAnEstimator_thatIsEverywhere() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> code = blocks("java");
    Path own = Files.writeString(sources.resolve("Half.java"), code.get(0));
    Path catalogue =
        Files.writeString(sources.resolve("Estimators.java"), withLine(code.get(1).strip()));
    compile(classes, own, catalogue);
    List<String> colours = blocks("css");
    colour(classes, "tokens.css", colours.get(0));
    colour(classes, "tokens-dark.css", colours.get(1));

    FreshJvm.Result done =
        FreshJvm.run(
            List.of(
                "-cp",
                classes + File.pathSeparator + FreshJvm.classPath(),
                "-Dglass.platform=headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true"),
            "voidscope.ui.AddedEstimator",
            "half",
            "REINFORCE − ½",
            "#3C5A14",
            folder.toString());
    assertEquals(0, done.exit(), done.output());
    assertEquals(
        List.of(
            "found in list",
            "found in moments, unbiased",
            "found in legend",
            "found in export in its colour",
            "found in menu",
            "found in run",
            "found in comparison"),
        done.output().lines().filter(line -> line.matches("(found|missing) in .*")).toList(),
        done.output());
  }

  /// The page's blocks of a language, in order.
  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /// The catalogue with a line behind its first.
  private static String withLine(String line) throws IOException {
    String text = Files.readString(CATALOGUE);
    int second = text.indexOf(ENTRY, text.indexOf(ENTRY) + 1);
    return text.substring(0, second) + line + "\n" + text.substring(second);
  }

  private static void colour(Path classes, String sheet, String line) throws IOException {
    String text = Files.readString(Path.of("styles", sheet));
    int end = text.lastIndexOf('}');
    Path styles = Files.createDirectories(classes.resolve("voidscope").resolve("styles"));
    Files.writeString(styles.resolve(sheet), text.substring(0, end) + line + text.substring(end));
  }

  private void compile(Path classes, Path... sources) throws IOException, InterruptedException {
    Path log = folder.resolve("javac.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-proc:none",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                FreshJvm.classPath(),
                "-d",
                classes.toString()));
    for (Path source : sources) {
      command.add(source.toString());
    }
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(javac.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, javac.exitValue(), Files.readString(log));
  }
}
