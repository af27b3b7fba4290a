package voidscope.data;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where files stand. A pipe, such as `/dev/stdin` or a shell's `<(...)`, stands nowhere: it is
/// read once, and what it names is named from the working directory.
public final class Places {
  private static final Path DEVICES = Path.of("/dev");
  private static final Path PROCESSES = Path.of("/proc");

  private Places() {}

  /// Whether a file is there that can be read again under its name.
  public static boolean stays(Path file) {
    return Files.isRegularFile(file) && !passes(file);
  }

  private static boolean passes(Path file) {
    Path whole = Path.of(file.toAbsolutePath().normalize().toString());
    return whole.startsWith(DEVICES) || whole.startsWith(PROCESSES);
  }

  /// The absolute folder from which a file names others: the one where it stands, be it there or
  /// not; of a pipe the working directory.
  public static Path folder(Path file) {
    boolean pipe = Files.exists(file) && !stays(file) && !Files.isDirectory(file);
    Path folder = pipe ? null : file.toAbsolutePath().getParent();
    return folder == null ? Path.of("").toAbsolutePath() : folder;
  }
}
