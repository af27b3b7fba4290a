package voidscope.ui;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import voidscope.Toolkit;
import voidscope.experiment.run.Engine;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.library.UserPlace;
import voidscope.ui.file.Chooser;
import voidscope.ui.file.Home;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Theme;

/// A window under test, on a real run; all methods may be called from any thread.
final class Window implements AutoCloseable {
  private final WorkbenchController controller;
  private final Stage stage;

  Window(double width, double height, Chooser chooser) {
    this(width, height, chooser, null);
  }

  /// @param place where it keeps what is its user's, or null
  Window(double width, double height, Chooser chooser, @Nullable UserPlace place) {
    this(width, height, chooser, place, Scenarios.standard());
  }

  /// @param scenario that is open at first
  Window(
      double width, double height, Chooser chooser, @Nullable UserPlace place, Scenario scenario) {
    Home home = Home.of(place);
    Engine engine = Runner.beside(scenario);
    controller =
        Toolkit.onFx(
            () -> {
              Theme.prepare();
              return new WorkbenchController(scenario, engine, chooser, home);
            });
    stage =
        Toolkit.onFx(
            () -> {
              Stage made = new Stage();
              made.setScene(controller.scene());
              made.setWidth(width);
              made.setHeight(height);
              made.show();
              controller.start(false);
              return made;
            });
    Toolkit.pulses(6); // what is open at first is settled then
  }

  Window() {
    this(1366, 768, new Answers(Path.of("target", "untouched")));
  }

  WorkbenchController controller() {
    return controller;
  }

  WorkbenchModel model() {
    return controller.model();
  }

  <T extends Node> T find(Class<T> type, String id) {
    return Toolkit.onFx(
        () -> type.cast(Objects.requireNonNull(controller.scene().lookup("#" + id), id)));
  }

  /// Presses a key where the focus is.
  void press(KeyCode code, boolean shift) {
    Toolkit.runFx(
        () -> {
          Node owner = controller.scene().getFocusOwner();
          Event.fireEvent(
              owner == null ? controller.scene().getRoot() : owner,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        });
    Toolkit.pulses(2);
  }

  void press(KeyCode code) {
    press(code, false);
  }

  void focus(Node node) {
    Toolkit.runFx(node::requestFocus);
  }

  @Override
  public void close() {
    Toolkit.runFx(
        () -> {
          controller.close();
          stage.close();
          // The headless platform's robot holds on to every window that was ever the active one,
          // and that to its scene, and with it to all that a run has recorded.
          stage.setScene(null);
        });
  }

  /// Always the same file.
  record Answers(Path path) implements Chooser {
    @Override
    public Optional<Path> open(String kind, String ending) {
      return Optional.of(path);
    }

    @Override
    public Optional<Path> save(String kind, String ending, String name) {
      return Optional.of(path);
    }
  }
}
