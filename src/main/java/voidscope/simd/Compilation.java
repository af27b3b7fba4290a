package voidscope.simd;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/// Keeps the kernels away from the JVM's first compiler (C1).
///
/// C1 runs out of virtual registers on a large vector kernel; when that happens to a loop that is
/// already running, the method stays at its slow tier for ever, boxing every vector. About one
/// launch in six is hit. A compiler directive given through the DiagnosticCommand MBean prevents it
/// without any flag on the command line.
public final class Compilation {
  private static final List<String> KERNELS =
      List.of(
          "Activation",
          "ActivationKernels",
          "Dense",
          "Elementwise",
          "Functions",
          "Lanes",
          "Logistic",
          "Matrix",
          "PhiloxKernel",
          "Reduce",
          "Relaxing",
          "Series",
          "Updates");

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
      try {
        Path file = Files.createTempFile("voidscope", ".json");
        try {
          Files.writeString(file, directive());
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

    private static String directive() {
      String match =
          KERNELS.stream()
              .map(k -> "\"voidscope/simd/" + k + ".*\"")
              .collect(Collectors.joining(","));
      return "[{match:["
          + match
          + "],c1:{Exclude:true},c2:{inline:[\"+voidscope/simd/Series.*\",\"+voidscope/simd/Lanes.*\"]}}]";
    }
  }
}
