package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import voidscope.FreshJvm;

/// What the compiler is told of the kernels.
final class CompilationTest {
  /// One that is forgotten is inlined into its callers, where the budget ends and boxes begin.
  @Test
  void directive_namesEveryKernel() throws Exception {
    URL self = Objects.requireNonNull(Compilation.class.getResource("Compilation.class"));
    Path room = Path.of(self.toURI()).resolveSibling("");
    assertTrue(Compilation.prepared());
    List<String> written =
        Stream.of("Dots", "Tile", "Turn").map(name -> "voidscope/simd/" + name + "Kernel").toList();
    List<String> all = Stream.concat(kernels(room).stream(), written.stream()).sorted().toList();
    URL directives = Objects.requireNonNull(Compilation.class.getResource(Compilation.DIRECTIVES));
    String text = Files.readString(Path.of(directives.toURI()));
    assertEquals(all, named("", text));
    List<String> twice = all.stream().flatMap(name -> Stream.of(name, name)).toList();
    assertEquals(twice, named("-", text), "what is inlined into kernels, and into all others");
  }

  /// As the program is started: whoever needs a kernel waits for it, and for no more than a few
  /// calls of it.
  @Test
  void kernel_isCompiledAfterAFewCalls_beforeItsCallerGoesOn() throws IOException {
    List<String> options =
        Files.readAllLines(Path.of("target", "voidscope")).stream()
            .filter(line -> line.startsWith("-XX:") && !line.contains("Archive"))
            .map(line -> line.replace("\"", ""))
            .collect(Collectors.toCollection(ArrayList::new));
    options.add("-Xlog:jit+compilation=debug");
    FreshJvm.Result result = FreshJvm.run(options, "voidscope.simd.FewCalls");
    assertEquals(0, result.exit(), result.output());
    String before = result.output().substring(0, result.output().indexOf("called"));
    Pattern adam = Pattern.compile(" b +4 +voidscope\\.simd\\.UpdateKernel::adam");
    assertTrue(adam.matcher(before).find(), result.output());
  }

  private static List<String> named(String sign, String directives) {
    return Pattern.compile("\"" + sign + "(voidscope/simd/\\w+Kernel)\\*\\.\\*\"")
        .matcher(directives)
        .results()
        .map(found -> found.group(1))
        .sorted()
        .toList();
  }

  private static List<String> kernels(Path room) throws IOException {
    try (Stream<Path> files = Files.list(room)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Kernel.class"))
          .map(name -> "voidscope/simd/" + name.substring(0, name.length() - 6))
          .toList();
    }
  }
}
