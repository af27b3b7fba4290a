package voidscope.experiment.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a text calls the files that its scenario names. A text that lies in a folder calls them by
/// the way from there, so that both may be moved together, and equal relative places give equal
/// bytes; but never by a way through somebody's home, whose name is nobody else's business.
public final class FileNames {
  /// As they are: for a text that stays in the program.
  public static final FileNames WHOLE = new FileNames(null, true);

  /// By their last name alone: for a text that may go anywhere, such as the clipboard's.
  public static final FileNames LAST = new FileNames(null, false);

  private final @Nullable Path folder;
  private final boolean whole;

  private FileNames(@Nullable Path folder, boolean whole) {
    this.folder = folder;
    this.whole = whole;
  }

  /// By the way from a folder, else by the absolute path: for a text that its user keeps.
  public static FileNames kept(Path folder) {
    return new FileNames(folder.toAbsolutePath().normalize(), true);
  }

  /// By the way from a folder, else by the last name alone: for a text that is shown to others.
  public static FileNames shared(Path folder) {
    return new FileNames(folder.toAbsolutePath().normalize(), false);
  }

  /// The name of a file.
  ///
  /// @param path as the scenario has it
  String of(String path) {
    Path file = Path.of(path);
    String home = System.getProperty("user.home", "");
    if (folder != null && related(folder, file, Path.of(home).getParent())) {
      List<String> names = new ArrayList<>();
      folder.relativize(file).forEach(name -> names.add(name.toString()));
      return String.join("/", names);
    }
    return whole ? path : last(path);
  }

  /// Whether the way from a folder to a file climbs no higher than to a folder that both share,
  /// below those that hold the homes of several people.
  ///
  /// @param homes which holds the homes; null where that is not known
  static boolean related(Path folder, Path file, @Nullable Path homes) {
    if (!file.isAbsolute() || !Objects.equals(folder.getRoot(), file.getRoot())) {
      return false;
    }
    Path shared = folder;
    while (!file.startsWith(shared)) {
      shared = Objects.requireNonNull(shared.getParent(), "paths of one root share it");
    }
    boolean through = homes != null && file.startsWith(homes) && homes.startsWith(shared);
    return shared.getNameCount() > 0 && !through;
  }

  /// The last name of a path of any system.
  static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
