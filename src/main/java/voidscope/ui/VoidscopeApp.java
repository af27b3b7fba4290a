package voidscope.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.library.RunLibrary;
import voidscope.simd.WarmUp;
import voidscope.ui.file.DialogChooser;
import voidscope.ui.widget.Theme;

/// The program's window.
public final class VoidscopeApp extends Application {
  /// Until the first charts are on the screen, the processor is theirs.
  private static final long PATIENCE_MILLIS = 2000;

  private static final double SMALLEST_WIDTH = 640;
  private static final double SMALLEST_HEIGHT = 480;

  /// What the window takes with its frame where nothing is in its way.
  private static final double WIDTH = 1380;

  private static final double HEIGHT = 810;

  private @Nullable Opening first;
  private @Nullable WorkbenchController controller;

  /// Made by the platform.
  public VoidscopeApp() {}

  /// Shows the window until it is closed.
  ///
  /// @param file what it opens first, or null for the standard scenario
  /// @throws OpeningException if the file cannot be opened; then there has been no window
  public static void open(@Nullable Path file) throws OpeningException {
    try {
      launch(VoidscopeApp.class, file == null ? new String[0] : new String[] {file.toString()});
    } catch (RuntimeException e) {
      if (e.getCause() instanceof OpeningException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /// Opens the file that is to be shown first, away from the window's thread.
  @Override
  public void init() throws OpeningException {
    List<String> paths = getParameters().getUnnamed();
    if (!paths.isEmpty()) {
      first = Opening.read(Path.of(paths.getFirst()));
    }
  }

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    Scenario scenario = Scenarios.standard();
    WorkbenchController workbench =
        new WorkbenchController(
            scenario,
            Runner.beside(scenario),
            new DialogChooser(
                () -> stage, folder -> getHostServices().showDocument(folder.toUri().toString())),
            RunLibrary.here().orElse(null));
    controller = workbench;
    workbench.follow(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    stage.setTitle("Voidscope");
    stage.setScene(workbench.scene());
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    if (screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT) {
      stage.setWidth(Math.min(WIDTH, screen.getWidth()));
      stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    }
    stage.show();
    workbench.start();
    WarmUp.begin(PATIENCE_MILLIS);
    if (first != null) {
      workbench.desk().show(first);
      first = null; // a checkpoint takes its room
    }
  }

  @Override
  public void stop() {
    if (controller != null) {
      controller.close();
    }
  }
}
