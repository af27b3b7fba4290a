package voidscope.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.simd.WarmUp;
import voidscope.ui.file.DialogChooser;
import voidscope.ui.widget.Theme;

/// The program's window. Started with `Application.launch(VoidscopeApp.class, path)`; the path of a
/// scenario may be left out.
public final class VoidscopeApp extends Application {
  /// Until the first charts are on the screen, the processor is theirs.
  private static final long PATIENCE_MILLIS = 2000;

  private @Nullable WorkbenchController controller;

  /// Made by the platform.
  public VoidscopeApp() {}

  @Override
  public void start(Stage stage) {
    Theme.loadFonts();
    Scenario scenario = Scenarios.standard();
    WorkbenchController workbench =
        new WorkbenchController(
            scenario,
            Runner.beside(scenario),
            new DialogChooser(
                () -> stage, folder -> getHostServices().showDocument(folder.toUri().toString())));
    controller = workbench;
    workbench.follow(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    stage.setTitle("Voidscope");
    stage.setScene(workbench.scene());
    stage.setMinWidth(1280);
    stage.setMinHeight(680);
    stage.show();
    workbench.start();
    WarmUp.begin(PATIENCE_MILLIS);
    List<String> paths = getParameters().getUnnamed();
    if (!paths.isEmpty()) {
      workbench.desk().open(Path.of(paths.getFirst()));
    }
  }

  @Override
  public void stop() {
    if (controller != null) {
      controller.close();
    }
  }
}
