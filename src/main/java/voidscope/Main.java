package voidscope;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.cli.Cli;
import voidscope.cli.Display;
import voidscope.cli.Exit;
import voidscope.cli.RunFolder;
import voidscope.cli.Terminal;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.ui.VoidscopeApp;
import voidscope.ui.WindowPicture;

/// Starts the program: a command, or the window.
public final class Main {
  private static final Path PICTURES = Path.of("voidscope-out");
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;

  private Main() {}

  /// Entry point.
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(Cli.run(Main::window, Terminal.standard(), args));
  }

  private static int window(@Nullable Path file, boolean paused, Terminal terminal)
      throws IOException, OpeningException, ScenarioException {
    List<String> obstacle = Display.obstacle();
    if (!obstacle.isEmpty()) {
      obstacle.forEach(terminal.err()::println);
      return pictures(file == null ? null : Opening.read(file), terminal);
    }
    VoidscopeApp.open(file, paused);
    return Exit.DONE;
  }

  /// Does the window's job where there is none: runs the scenario and saves its charts and a
  /// picture of the window.
  private static int pictures(@Nullable Opening opening, Terminal terminal)
      throws IOException, ScenarioException {
    PrintStream err = terminal.err();
    RunFolder folder = RunFolder.open(PICTURES);
    err.println("Running the scenario without a window, then saving its charts.");
    int threads = Runtime.getRuntime().availableProcessors();
    HeadlessRun run = folder.run(opening, threads, true, terminal);
    System.setProperty("glass.platform", "headless");
    System.setProperty("prism.order", "sw");
    Path picture = folder.path().resolve("window.png");
    WindowPicture.save(run.snapshot(), picture, WIDTH, HEIGHT);
    err.println(
        "The charts, a picture of the window and all numbers are in "
            + folder.path().toAbsolutePath());
    return Exit.of(run);
  }
}
