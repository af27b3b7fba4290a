package voidscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
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
  /// Until the compilers have seen to what is on the screen, the processor is theirs. Whoever opens
  /// a wide network before has its kernels compiled at once.
  private static final long PATIENCE_MILLIS = 20_000;

  private static final String PAUSED = "paused";

  /// Begun before the platform makes the application.
  private static final AtomicReference<@Nullable Beginning> BEGINNING = new AtomicReference<>();

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
    BEGINNING.set(Beginning.of(Scenarios::standard));
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
    Theme.prepare();
    Beginning begun = BEGINNING.getAndSet(null);
    Beginning.Made run = (begun == null ? Beginning.of(Scenarios::standard) : begun).made();
    WorkbenchController workbench =
        new WorkbenchController(
            run.scenario(),
            run.runner(),
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
    WindowPlace.put(stage, home.found().preferences().place().orElse(null));
    run.runner().ready();
    stage.show();
    workbench.startWithCharts(getParameters().getNamed().containsKey(PAUSED));
    WarmUp.begin(PATIENCE_MILLIS);
    if (first != null) {
      workbench.desk().show(first);
      first = null; // a checkpoint takes its room
    }
  }

  @Override
  public void stop() {
    WorkbenchController workbench = controller;
    Stage stage = window;
    if (workbench != null && stage != null) {
      workbench
          .preferences()
          .change(
              before -> {
                Preferences.Place now = WindowPlace.of(stage, before.place().orElse(null));
                return now == null ? before : before.at(now);
              });
      workbench.close();
    }
  }
}
