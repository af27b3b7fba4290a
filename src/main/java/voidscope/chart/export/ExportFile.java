package voidscope.chart.export;

import java.io.IOException;
import java.nio.file.Path;
import voidscope.data.WholeFile;
import voidscope.text.Reason;

/// Writes an exported file whole or not at all, and says in words why it could not.
final class ExportFile {
  private ExportFile() {}

  static void write(Path file, WholeFile.Content content) throws ExportException {
    try {
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new ExportException(file, Reason.unnamed(e), e);
    }
  }
}
