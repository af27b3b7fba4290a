package voidscope;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a class of the program or of its tests in a JVM of its own, on the class path.
public final class FreshJvm {
  private static final long SECONDS = 120;

  private FreshJvm() {}

  /// What a JVM left behind.
  ///
  /// @param exit its exit code
  /// @param output standard output and error, without the notice on incubator modules
  public record Result(int exit, String output) {}

  /// Runs a main class to its end.
  ///
  /// @param options of the JVM
  /// @throws IllegalStateException if it takes longer than two minutes
  public static Result run(List<String> options, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp", classPath()));
    command.add(ownLibrary());
    command.addAll(options);
    command.add(main);
    command.addAll(List.of(arguments));
    try {
      File log = File.createTempFile("fresh-jvm", ".log");
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
      try {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(main + " took longer than " + SECONDS + " s");
        }
        String output =
            java.nio.file.Files.readString(log.toPath(), StandardCharsets.UTF_8)
                .replaceFirst("(?m)^WARNING: Using incubator modules.*\\R", "");
        return new Result(process.exitValue(), output);
      } finally {
        process.destroyForcibly();
        java.nio.file.Files.delete(log.toPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The option that has a JVM keep runs where those of the tests are kept.
  public static String ownLibrary() {
    return "-Dvoidscope.library=" + System.getProperty("voidscope.library", "target/library/runs");
  }

  /// The class path of the program and of its tests.
  public static String classPath() {
    return String.join(
        File.pathSeparator,
        Path.of("target", "test-classes").toString(),
        Path.of("target", "classes").toString(),
        System.getProperty("jdk.module.path", ""),
        System.getProperty("java.class.path", ""));
  }
}
