package voidscope.simd;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      Stream.of(
              "Activation",
              "Arithmetic",
              "Dense",
              "Dots",
              "Elementwise",
              "Function",
              "Logistic",
              "Matrix",
              "Moments",
              "Normal",
              "Philox",
              "Product",
              "Reduce",
              "Relaxing",
              "Shallow",
              "Tile",
              "Turn",
              "Update")
          .map(name -> "voidscope/simd/" + name + "Kernel")
          .toList();

  private static final List<String> HELPERS =
      List.of("voidscope/simd/Lanes", "voidscope/simd/Series");

  private Compilation() {}

  /// The classes that are compiled as kernels, those that are written at run time ([VectorCode])
  /// among them.
  static List<String> kernels() {
    return KERNELS;
  }

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

    /// Two directives, the first that matches a method counts. A kernel is compiled by C2 alone;
    /// the helpers that return vectors are inlined whatever their size, kernels never are, neither
    /// into callers nor into one another: the compiler's budget for inlining is then each kernel's
    /// own.
    private static String directive() {
      String inline = "c2:{inline:[" + each("+", HELPERS) + "," + each("-", KERNELS) + "]}";
      String own =
          "{match:["
              + each("", KERNELS)
              + ","
              + each("", HELPERS)
              + "],c1:{Exclude:true},"
              + inline
              + "}";
      return "[" + own + ",{match:[\"voidscope*.*\"]," + inline + "}]";
    }

    private static String each(String sign, List<String> classes) {
      return classes.stream()
          .map(name -> "\"" + sign + name + "*.*\"")
          .collect(Collectors.joining(","));
    }
  }
}
