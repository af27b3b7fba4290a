package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.experiment.run.Runner;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;
import voidscope.ui.file.Home;
import voidscope.ui.widget.Theme;

/// A window that begins with its charts.
final class StartTest {
  @Test
  void startWithCharts_bringsTheControlsAfterTheCharts_forTheScenarioOfThen() {
    Scenario standard = Scenarios.standard();
    ProblemEntry chosen = Problems.catalogue().entries().get(1);
    assertNotEquals(standard.problem().key(), chosen.key());
    Runner engine = Runner.beside(standard);
    WorkbenchController controller =
        Toolkit.onFx(
            () -> {
              Theme.prepare();
              return new WorkbenchController(
                  standard, engine, new Window.Answers(Path.of("target", "untouched")), Home.NONE);
            });
    Stage stage =
        Toolkit.onFx(
            () -> {
              Stage made = new Stage();
              made.setScene(controller.scene());
              made.setWidth(1366);
              made.setHeight(768);
              made.show();
              controller.startWithCharts(false);
              assertNull(problem(controller));
              controller.model().chooseProblem(chosen.key());
              return made;
            });
    Toolkit.until(() -> Toolkit.onFx(() -> problem(controller) != null));
    Toolkit.until(
        () -> Toolkit.onFx(() -> controller.scene().lookup("#section-measurement") != null));
    Toolkit.until(() -> Toolkit.onFx(() -> controller.board().shown()));
    Toolkit.runFx(
        () -> {
          assertEquals(
              chosen, ((ComboBox<?>) Objects.requireNonNull(problem(controller))).getValue());
          controller.close();
          stage.close();
          stage.setScene(null);
        });
  }

  private static @Nullable Node problem(WorkbenchController controller) {
    return controller.scene().lookup("#problem");
  }
}
