package voidscope.cli;

import java.io.Console;
import java.io.PrintStream;
import voidscope.simd.VectorUse;

/// Where a command writes, and what ends it before its time.
///
/// @param out results
/// @param err messages and progress
/// @param live whether a person watches, so that a line may be rewritten
/// @param signals that came
public record Terminal(PrintStream out, PrintStream err, boolean live, Signals signals) {
  /// One to which no signal has come.
  public Terminal(PrintStream out, PrintStream err, boolean live) {
    this(out, err, live, new Signals());
  }

  /// Standard output and error of this program.
  @SuppressWarnings("SystemConsoleNull") // without the module jdk.internal.le it is null
  public static Terminal standard() {
    Console console = System.console();
    boolean live = console != null && console.isTerminal();
    return new Terminal(Outlet.standard(), System.err, live);
  }

  /// Lets signals end a command at its next step, until that is closed: every command that computes
  /// works within it. Tells if it will be slow.
  Signals.Listening listen() {
    if (!VectorUse.inUse()) {
      err.println(VectorUse.sentence());
    }
    return signals.listen(
        kind ->
            err.println(
                (live ? "\n" : "")
                    + kind.label()
                    + ": stopping at the end of this step; a second signal ends it at once."));
  }
}
