package voidscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// A command run in this JVM.
///
/// @param code exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Captured(int code, String out, String err) {
  static final Cli.Window CLOSED = (file, terminal) -> 42;

  static Captured run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
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
