package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    assertEquals(
        Stream.concat(kernels(room).stream(), written.stream()).sorted().toList(),
        Compilation.kernels());
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
