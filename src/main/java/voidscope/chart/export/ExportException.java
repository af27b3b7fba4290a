package voidscope.chart.export;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/// An export that could not be written; its message says what, where and what to do.
public final class ExportException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  ExportException(Path file, String why, IOException cause) {
    super(
        "Cannot save "
            + file.getFileName()
            + " in "
            + folder(file)
            + ": "
            + why
            + ". Nothing was changed there. Choose another folder, or make room or get the right to"
            + " write in this one, and export again.",
        cause);
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
