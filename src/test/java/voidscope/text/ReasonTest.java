package voidscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/// Why files cannot be read or written, in words.
class ReasonTest {
  @Test
  void reason_namesTheFile_andNoClass() {
    assertEquals("/home may not be read or written", Reason.of(new AccessDeniedException("/home")));
    assertEquals("/home/a does not exist", Reason.of(new NoSuchFileException("/home/a")));
    assertEquals("/a: No space", Reason.of(new FileSystemException("/a", null, "No space")));
    assertEquals("No space left on device", Reason.of(new IOException("No space left on device")));
    assertEquals("IOException", Reason.of(new IOException()));
    assertEquals("No space", Reason.unnamed(new FileSystemException("/a", null, "No space")));
    assertEquals("the folder does not exist", Reason.unnamed(new NoSuchFileException("/home/a")));
  }
}
