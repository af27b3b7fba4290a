package voidscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.library.Preferences;
import voidscope.library.UserPlace;
import voidscope.simd.WarmUp;
import voidscope.ui.file.DialogChooser;
import voidscope.ui.file.Home;
import voidscope.ui.widget.Theme;

/// The program's window.
public final class VoidscopeApp extends Application {
  /// Until the first charts are on the screen, the processor is theirs.
  private static final long PATIENCE_MILLIS = 2000;

  private static final String PAUSED = "paused";
  private static final double SMALLEST_WIDTH = 640;
  private static final double SMALLEST_HEIGHT = 480;

  /// What the window takes with its frame where nothing is in its way.
  private static final double WIDTH = 1380;

  private static final double HEIGHT = 810;

  private @Nullable Opening first;
  private @Nullable WorkbenchController controller;
  private @Nullable Stage window;
  private Home home = Home.NONE;

  /// Made by the platform.
  public VoidscopeApp() {}

  /// Shows the window until it is closed.
  ///
  /// @param file what it opens first, or null for the standard scenario
  /// @throws OpeningException if the file cannot be opened; then there has been no window
  /// @param paused whether it waits to be run
  public static void open(@Nullable Path file, boolean paused) throws OpeningException {
    List<String> arguments = new ArrayList<>();
    if (paused) {
      arguments.add("--" + PAUSED + "=true");
    }
    if (file != null) {
      arguments.add(file.toString());
    }
    try {
      launch(VoidscopeApp.class, arguments.toArray(String[]::new));
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
    home = Home.of(UserPlace.here().orElse(null));
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
            home);
    controller = workbench;
    window = stage;
    Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(scheme -> workbench.follow(scheme == ColorScheme.DARK));
    stage.setTitle("Voidscope");
    stage.setScene(workbench.scene());
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    place(stage);
    stage.show();
    workbench.start(getParameters().getNamed().containsKey(PAUSED));
    WarmUp.begin(PATIENCE_MILLIS);
    if (first != null) {
      workbench.desk().show(first);
      first = null; // a checkpoint takes its room
    }
  }

  /// Puts the window where it stood last, as far as a screen is still there.
  private void place(Stage stage) {
    Optional<Preferences.Place> last = home.found().preferences().place();
    List<Screen> screens =
        last.map(p -> Screen.getScreensForRectangle(p.x(), p.y(), p.width(), p.height()))
            .orElse(FXCollections.observableArrayList());
    if (last.isPresent() && !screens.isEmpty()) {
      Preferences.Place at = last.get();
      Rectangle2D screen = screens.getFirst().getVisualBounds();
      double width = Math.min(Math.max(SMALLEST_WIDTH, at.width()), screen.getWidth());
      double height = Math.min(Math.max(SMALLEST_HEIGHT, at.height()), screen.getHeight());
      stage.setX(Math.clamp(at.x(), screen.getMinX(), screen.getMaxX() - width));
      stage.setY(Math.clamp(at.y(), screen.getMinY(), screen.getMaxY() - height));
      stage.setWidth(width);
      stage.setHeight(height);
      stage.setMaximized(at.maximised());
      return;
    }
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    if (screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT) {
      stage.setWidth(Math.min(WIDTH, screen.getWidth()));
      stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    }
  }

  @Override
  public void stop() {
    if (controller != null) {
      if (window != null) {
        controller.preferences().change(this::placed);
      }
      controller.close();
    }
  }

  /// The preferences with where the window stands; one that fills its screen keeps the place that
  /// it goes back to.
  private Preferences placed(Preferences before) {
    Stage stage = Objects.requireNonNull(window);
    boolean fills = stage.isMaximized() || stage.isFullScreen();
    Preferences.Place now =
        new Preferences.Place(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    Preferences.Place last = fills ? before.place().orElse(null) : now;
    return last == null
        ? before
        : before.at(
            new Preferences.Place(
                last.x(), last.y(), last.width(), last.height(), stage.isMaximized()));
  }
}
