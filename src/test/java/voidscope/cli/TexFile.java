package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Files of LaTeX, compiled.
final class TexFile {
  private TexFile() {}

  /// What a TeX makes of a file, where there is one; it may complain of nothing.
  static PDDocument compiled(Path tex) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "pdflatex"))),
        "there is no pdflatex");
    Path log = tex.resolveSibling("log.txt");
    String name = String.valueOf(tex.getFileName());
    Process process =
        new ProcessBuilder(
                new ArrayList<>(
                    List.of("pdflatex", "-interaction=nonstopmode", "-halt-on-error", name)))
            .directory(Objects.requireNonNull(tex.toAbsolutePath().getParent()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    assertEquals(0, process.exitValue(), said);
    assertFalse(said.contains("Overfull"), said);
    return Loader.loadPDF(tex.resolveSibling(name.replace(".tex", ".pdf")).toFile());
  }
}
