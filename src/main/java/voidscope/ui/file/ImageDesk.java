package voidscope.ui.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Platform;
import voidscope.data.DataException;
import voidscope.data.ImageFile;
import voidscope.data.Images;
import voidscope.text.Count;
import voidscope.thread.Errands;
import voidscope.ui.model.Message;
import voidscope.ui.model.WorkbenchModel;

/// Opens files of images for a VAE to learn. A file is read whole, away from the window's thread,
/// before anything is changed: whatever is wrong with it is told and the run goes on.
public final class ImageDesk {
  /// Such files have all kinds of names.
  private static final String OPENED = "";

  private final WorkbenchModel model;
  private final Chooser chooser;
  private final Runnable restart;

  /// @param restart restarts the run with what is pending
  public ImageDesk(WorkbenchModel model, Chooser chooser, Runnable restart) {
    this.model = model;
    this.chooser = chooser;
    this.restart = restart;
  }

  /// Asks for a file and opens it.
  public void open() {
    chooser.open("IDX file of images", OPENED).ifPresent(this::open);
  }

  /// Whether a file begins as IDX files and gzip data do.
  static boolean takes(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(3);
      return start.length == 3
          && ((start[0] == 0 && start[1] == 0)
              || ((start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b));
    } catch (IOException e) {
      return false;
    }
  }

  /// Reads a file and restarts with a VAE that learns its images.
  public void open(Path path) {
    Path file = path.toAbsolutePath().normalize();
    model.message().set(null);
    Errands.begin(
        "images",
        () -> {
          try {
            Images images = ImageFile.read(file);
            Platform.runLater(() -> learn(file, images));
          } catch (DataException e) {
            refuse(file, Objects.requireNonNullElseGet(e.getMessage(), e::toString));
          }
        },
        why -> refuse(file, why));
  }

  private void learn(Path file, Images images) {
    model.learn(file.toString());
    restart.run();
    model
        .message()
        .set(
            Message.success(
                "The VAE learns " + file.getFileName(),
                "%s images of %d×%d pixels, the last sixth held back for validation."
                    .formatted(Count.grouped(images.count()), images.rows(), images.columns())));
  }

  /// Tells, on any thread, why a file is not opened.
  private void refuse(Path file, String why) {
    Message message =
        Message.failure(
            "Could not open " + file.getFileName(),
            why + "\nOpen another file; the run in progress goes on.");
    Platform.runLater(() -> model.message().set(message));
  }
}
