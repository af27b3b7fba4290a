package voidscope.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import voidscope.data.WholeFile;
import voidscope.text.Reason;

/// The files that were opened or saved last, in `recent.txt`, a path a line, the newest first. For
/// any thread but the window's own.
public final class RecentFiles {
  /// How many are kept.
  public static final int MOST = 8;

  private static final String NAME = "recent.txt";

  private final Path file;

  /// @param folder where the program keeps what is its user's
  public RecentFiles(Path folder) {
    file = folder.resolve(NAME);
  }

  /// Those that are still there; none where the list cannot be read.
  public List<Path> read() {
    return all().stream().filter(Files::isRegularFile).toList();
  }

  private List<Path> all() {
    List<Path> found = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && found.size() < MOST) {
          found.add(Path.of(line));
        }
      }
    } catch (IOException | InvalidPathException e) {
      return List.of(); // a list of what is elsewhere anyway: the next file begins it anew
    }
    return found;
  }

  /// Puts a file first.
  ///
  /// @throws IOException saying in a sentence why the list is not kept
  public synchronized void add(Path used) throws IOException {
    Path whole = used.toAbsolutePath().normalize();
    if (whole.toString().lines().count() != 1) {
      return; // a name of several lines has no place in a list of lines
    }
    List<Path> paths = new ArrayList<>(List.of(whole));
    all().stream().filter(path -> !path.equals(whole)).limit(MOST - 1L).forEach(paths::add);
    String text = paths.stream().map(path -> path + "\n").collect(Collectors.joining());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IOException("the list of recent files is not kept: " + Reason.of(e), e);
    }
  }
}
