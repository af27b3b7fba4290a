package voidscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whoever writes the checkpoint of a run that is to be kept. It returns when the file is whole.
@FunctionalInterface
public interface CheckpointSource {
  /// Writes it.
  ///
  /// @param file where to; there is none yet
  /// @throws IOException if it cannot be written
  void write(Path file) throws IOException;

  /// That of a content.
  static CheckpointSource of(byte[] content) {
    return file -> Files.write(file, content);
  }
}
