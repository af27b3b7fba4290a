package voidscope.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks with the platform's file dialog. Where the platform has none, a file is saved under its
/// suggested name in the working directory, and there is nothing to open.
final class DialogChooser implements Chooser {
  private final Supplier<Window> owner;
  private Path folder = Path.of("").toAbsolutePath();

  DialogChooser(Supplier<Window> owner) {
    this.owner = owner;
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

  private FileChooser dialog(String kind, String ending) {
    FileChooser dialog = new FileChooser();
    dialog.setInitialDirectory(folder.toFile());
    dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
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
