package voidscope.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import voidscope.data.WholeFile;
import voidscope.text.Reason;

/// Writes a file of results whole or not at all, and says which it was and why it could not be.
public final class ResultFile {
  private ResultFile() {}

  /// Writes it.
  ///
  /// @throws IOException that names file and reason; what was there before is left whole
  public static void write(Path file, WholeFile.Content content) throws IOException {
    try {
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + Reason.unnamed(e), e);
    }
  }
}
