package voidscope.ui.file;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the platform's file dialog. Where the platform has none, a file is saved under its
/// suggested name in the working directory, and there is nothing to open.
public final class DialogChooser implements Chooser {
  private final Supplier<Window> owner;
  private final Consumer<Path> show;
  private Path folder = Path.of("").toAbsolutePath();

  /// @param show opens a folder in the system's file manager
  public DialogChooser(Supplier<Window> owner, Consumer<Path> show) {
    this.owner = owner;
    this.show = show;
  }

  @Override
  public Optional<Path> open(String kind, String ending) {
    try {
      return remembered(dialog(kind, ending).showOpenDialog(owner.get()));
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Path> save(String kind, String ending, String name) {
    try {
      FileChooser dialog = dialog(kind, ending);
      dialog.setInitialFileName(name);
      return remembered(dialog.showSaveDialog(owner.get()));
    } catch (UnsupportedOperationException e) {
      return Optional.of(folder.resolve(name));
    }
  }

  @Override
  public Optional<Path> folder(Path now) {
    try {
      DirectoryChooser dialog = new DirectoryChooser();
      if (Files.isDirectory(now)) {
        dialog.setInitialDirectory(now.toFile());
      }
      return Optional.ofNullable(dialog.showDialog(owner.get())).map(File::toPath);
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  @Override
  public void reveal(Path shown) {
    show.accept(shown);
  }

  private FileChooser dialog(String kind, String ending) {
    FileChooser dialog = new FileChooser();
    dialog.setInitialDirectory(folder.toFile());
    List<String> patterns = Arrays.stream(ending.split(" ")).map(one -> "*" + one).toList();
    dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
    return dialog;
  }

  private Optional<Path> remembered(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    folder = Objects.requireNonNullElse(file.getAbsoluteFile().getParentFile(), file).toPath();
    return Optional.of(file.toPath());
  }
}
