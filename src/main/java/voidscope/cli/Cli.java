package voidscope.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.OpeningException;

/// The command line: its commands, or the window.
@Command(
    name = "voidscope",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Monte Carlo gradient estimators, live: REINFORCE, Concrete, REBAR, RELAX and others race on",
      "one objective, with their exact bias and variance beside what is measured.",
      "",
      "Without a command it opens the window; without a display it runs the standard scenario and",
      "saves the charts and a picture of the window into the folder voidscope-out."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  voidscope                                   the window",
      "  voidscope samples/t-45.toml                 the window with a scenario",
      "  voidscope run samples/t-499.toml --out out  the same scenario without a window",
      "  voidscope export samples/t-499.toml --preset column --out figures",
      "  voidscope moments --estimator rebar --theta 0.3 --target 0.45 --samples 1000000 --seed 1",
      "  voidscope list                              every parameter, as JSON",
      "",
      "Exit codes:",
      "  0  done",
      "  1  a fault of the program",
      "  2  bad input: an option, a scenario, or a folder that cannot be written to",
      "  3  an estimator diverged; what was computed is saved"
    })
public final class Cli implements Callable<Integer> {
  /// Opens the window.
  @FunctionalInterface
  public interface Window {
    /// Returns the exit code once it is closed.
    ///
    /// @param file the file to open, or null for the standard scenario
    /// @throws IOException if something cannot be written
    /// @throws OpeningException if the file cannot be opened
    /// @throws ScenarioException if a checkpoint cannot go on
    int open(@Nullable Path file, Terminal terminal)
        throws IOException, OpeningException, ScenarioException;
  }

  private final Window window;
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "What the window opens: a scenario's file, an exported figure, a checkpoint or images.")
  private @Nullable Path file;

  private Cli(Window window, Terminal terminal) {
    this.window = window;
    this.terminal = terminal;
  }

  /// Does what the arguments say.
  ///
  /// @return the exit code
  public static int run(Window window, Terminal terminal, String... arguments) {
    CommandLine line =
        new CommandLine(new Cli(window, terminal))
            .addSubcommand("run", new RunCommand(terminal))
            .addSubcommand("export", new ExportCommand(terminal))
            .addSubcommand("moments", MomentsCommand.commandLine(terminal))
            .addSubcommand("bound", new BoundCommand(terminal))
            .addSubcommand("list", new ListCommand(terminal))
            .setOut(writer(terminal.out()))
            .setErr(writer(terminal.err()))
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e, terminal));
    return line.execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
  }

  @Override
  public Integer call() throws IOException, OpeningException, ScenarioException {
    Path path = file;
    if (path != null && !Files.exists(path)) {
      throw new InputException(
          "\"" + path + "\" is neither a command (run, export, moments, bound, list) nor a file");
    }
    return window.open(path, terminal);
  }

  private static int explain(Exception e, Terminal terminal) {
    String message = "" + e.getMessage();
    boolean input =
        e instanceof OpeningException
            || e instanceof ScenarioException
            || e instanceof InputException
            || e instanceof IllegalArgumentException
            || e instanceof IOException;
    if (input) {
      terminal.err().println("voidscope: " + message);
      return Exit.INPUT;
    }
    terminal.err().println("voidscope: a fault of the program: " + e);
    return Exit.FAULT;
  }
}
