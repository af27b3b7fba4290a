package voidscope.cli;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// A stream for results that remembers why something could not be written, which a plain one
/// swallows. What fails is told when all is done.
final class Outlet extends PrintStream {
  private final Remembering memory;

  private Outlet(Remembering memory, Charset charset) {
    super(memory, true, charset);
    this.memory = memory;
  }

  /// One on top of another stream.
  static Outlet over(OutputStream stream, Charset charset) {
    return new Outlet(new Remembering(stream), charset);
  }

  /// Standard output of this program.
  static Outlet standard() {
    return over(new FileOutputStream(java.io.FileDescriptor.out), System.out.charset());
  }

  /// Why something could not be written, or null if all was.
  @Nullable IOException failure() {
    flush();
    return memory.first;
  }

  /// Whether who was to read it has gone, as `head` does when it has seen enough.
  static boolean unread(IOException failure) {
    String message = failure.getMessage();
    return message != null
        && (message.contains("Broken pipe") || message.contains("pipe is being"));
  }

  private static final class Remembering extends FilterOutputStream {
    private volatile @Nullable IOException first;

    Remembering(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        if (first == null) {
          first = e;
        }
        throw e;
      }
    }
  }
}
