package voidscope.simd;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import javax.management.JMException;
import javax.management.ObjectName;

/// Keeps the kernels away from the JVM's first compiler (C1).
///
/// C1 runs out of virtual registers on a large vector kernel; when that happens to a loop that is
/// already running, the method stays at its slow tier for ever, boxing every vector. About one
/// launch in six is hit. The compiler directives in `compiler.json` prevent it: the program is
/// started with them, and whoever starts its classes otherwise has them given through the
/// DiagnosticCommand MBean.
///
/// A kernel waits until it is compiled rather than go on without: it takes hundreds of times as
/// long then, on a core that the compiler needs. The program is started so that a few calls are
/// enough for that, before what draws and lays out has filled the compiler's queue.
public final class Compilation {
  /// What the compilers are told, for the JVM to read.
  static final String DIRECTIVES = "compiler.json";

  /// The system property that says that the JVM was started with the directives.
  private static final String DIRECTED = "voidscope.directed";

  private Compilation() {}

  /// Gives the directive to the JVM: the first call does, later ones do nothing. Where the JVM has
  /// no such command it is silently left out: results are the same bits either way, only speed is
  /// at stake. The kernels call this themselves.
  public static void prepare() {
    Once.touch();
  }

  /// True if the JVM took the directive.
  static boolean prepared() {
    return Once.ADDED;
  }

  private static final class Once {
    static final boolean ADDED = add();

    static void touch() {}

    private static boolean add() {
      return Boolean.getBoolean(DIRECTED) || told();
    }

    /// The JVM has a command for it; to find that takes a quarter of a second at the start.
    private static boolean told() {
      try (InputStream directives =
          Objects.requireNonNull(Compilation.class.getResourceAsStream(DIRECTIVES))) {
        Path file = Files.createTempFile("voidscope", ".json");
        try {
          Files.copy(directives, file, StandardCopyOption.REPLACE_EXISTING);
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "compilerDirectivesAdd",
                  new Object[] {new String[] {file.toString()}},
                  new String[] {String[].class.getName()});
          return true;
        } finally {
          Files.deleteIfExists(file);
        }
      } catch (IOException | JMException | RuntimeException e) {
        return false;
      }
    }
  }
}
