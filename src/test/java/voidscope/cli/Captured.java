package voidscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/// A command run in this JVM.
///
/// @param code exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Captured(int code, String out, String err) {
  static final Cli.Window CLOSED = (file, paused, terminal) -> 42;

  static Captured run(String... arguments) {
    return run(new Signals(), (signals, line) -> {}, arguments);
  }

  /// One that is stopped as soon as it has told how far it is, as by SIGINT.
  static Captured stopped(String... arguments) {
    return run(
        new Signals(),
        (signals, line) -> {
          if (line.contains(" %  ")) {
            signals.raise(Signals.Kind.INT);
          }
        },
        arguments);
  }

  /// One to which signals may come.
  ///
  /// @param told each time that something has been written to standard error
  static Captured run(Signals signals, BiConsumer<Signals, String> told, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int count) {
            super.write(bytes, from, count);
            told.accept(signals, new String(bytes, from, count, StandardCharsets.UTF_8));
          }
        };
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            signals);
    int code = Cli.run(CLOSED, terminal, arguments);
    return new Captured(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The number behind the first occurrence of a JSON key.
  double number(String key) {
    String mark = "\"" + key + "\" : ";
    int from = out.indexOf(mark) + mark.length();
    int to = from;
    while ("+-.0123456789eE".indexOf(out.charAt(to)) >= 0) {
      to++;
    }
    return Double.parseDouble(out.substring(from, to));
  }
}
