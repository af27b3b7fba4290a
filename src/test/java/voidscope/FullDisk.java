package voidscope;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk that is full for one file: its draft leads to a device that takes nothing.
public final class FullDisk {
  private static final Path FULL = Path.of("/dev/full");

  private FullDisk() {}

  /// Leaves no room for a file that this JVM is to write, until it has failed at it once.
  public static void at(Path file) throws IOException {
    assumeTrue(Files.exists(FULL), "this system has no device that is always full");
    Files.createSymbolicLink(
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part"),
        FULL);
  }
}
