package voidscope.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import voidscope.data.DiskFullException;
import voidscope.data.Letters;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.MemoryException;
import voidscope.laboratory.OpeningException;
import voidscope.text.Reason;
import voidscope.thread.Errands;

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
      "  3  an estimator diverged; what was computed is saved",
      "  4  too little memory",
      "  5  the disk is full",
      "  129, 130, 143  stopped by SIGHUP, by SIGINT (Ctrl + C), by SIGTERM: run and export save",
      "     what was computed and say how to go on, moments and bound print what they have; a",
      "     second signal ends the program at once"
    })
public final class Cli implements Callable<Integer> {
  /// Opens the window.
  @FunctionalInterface
  public interface Window {
    /// Returns the exit code once it is closed.
    ///
    /// @param file the file to open, or null for the standard scenario
    /// @param paused whether it waits to be run
    /// @throws IOException if something cannot be written
    /// @throws OpeningException if the file cannot be opened
    /// @throws ScenarioException if a checkpoint cannot go on
    int open(@Nullable Path file, boolean paused, Terminal terminal)
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

  @Option(names = "--paused", description = "Let the window wait for Space before it runs.")
  private boolean paused;

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
            .setExecutionStrategy(Cli::execute)
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e, terminal));
    return code(execute(line, terminal, arguments), terminal);
  }

  /// Runs a command whose options all say something.
  private static int execute(ParseResult parsed) {
    for (ParseResult at = parsed; at != null; at = at.subcommand()) {
      for (ArgSpec option : at.matchedArgs()) {
        if (lacksAValue(option)) {
          String name =
              option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
          throw new ExecutionException(
              at.commandSpec().commandLine(),
              name,
              new InputException(name + ": expected a value, found none"));
        }
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /// Whether an argument, or one of several in a list, says nothing.
  private static boolean lacksAValue(ArgSpec option) {
    String between = option.splitRegex().isEmpty() ? "\n" : option.splitRegex();
    return option.arity().max() > 0
        && option.originalStringValues().stream()
            .flatMap(text -> Stream.of(text.split(between, -1)))
            .anyMatch(String::isBlank);
  }

  private static int execute(CommandLine line, Terminal terminal, String... arguments) {
    try {
      Optional<String> obstacle =
          Arrays.stream(arguments).flatMap(word -> Letters.obstacle(word).stream()).findFirst();
      if (obstacle.isPresent()) {
        return explain(new InputException(obstacle.get()), terminal);
      }
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      terminal.err().println("voidscope: " + Errands.sentence(e));
      return Exit.MEMORY;
    }
  }

  /// The exit code, unless a signal has ended the command or its results could not be written.
  private static int code(int done, Terminal terminal) {
    IOException lost = terminal.out() instanceof Outlet outlet ? outlet.failure() : null;
    if (lost != null && !Outlet.unread(lost)) {
      terminal.err().println("voidscope: cannot write to standard output: " + Reason.unnamed(lost));
      return DiskFullException.is(lost) ? Exit.DISK : Exit.INPUT;
    }
    Signals.Kind signal = terminal.signals().caught();
    boolean ended = done == Exit.DONE || done == Exit.DIVERGED;
    return signal != null && ended ? signal.exit() : done;
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
    return window.open(path, paused, terminal);
  }

  private static int explain(Exception e, Terminal terminal) {
    String message = "" + e.getMessage();
    if (e instanceof MemoryException) {
      terminal.err().println("voidscope: " + message);
      return Exit.MEMORY;
    }
    if (DiskFullException.is(e)) {
      terminal.err().println("voidscope: " + message);
      return Exit.DISK;
    }
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
