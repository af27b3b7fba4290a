package voidscope.cli;

import java.io.Console;
import java.io.PrintStream;

/// Where a command writes.
///
/// @param out results
/// @param err messages and progress
/// @param live whether a person watches, so that a line may be rewritten
public record Terminal(PrintStream out, PrintStream err, boolean live) {
  /// Standard output and error of this program.
  @SuppressWarnings("SystemConsoleNull") // without the module jdk.internal.le it is null
  public static Terminal standard() {
    Console console = System.console();
    boolean live = console != null && console.isTerminal();
    return new Terminal(System.out, System.err, live);
  }
}
