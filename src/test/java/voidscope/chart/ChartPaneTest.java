package voidscope.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;

/// A chart on a real stage.
class ChartPaneTest {
  private final Painter painter = new Painter(1);
  private final ChartPane pane = Toolkit.onFx(() -> new ChartPane(painter, Palette.light()));
  private final Stage stage = Toolkit.onFx(Stage::new);

  @BeforeEach
  void open() {
    Toolkit.runFx(
        () -> {
          stage.setScene(new Scene(new StackPane(pane), 600, 400));
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Toolkit.runFx(stage::close);
    painter.close();
  }

  @Test
  @DisplayName("after some pulses the window shows every series in its colour")
  void showsColours() {
    Figure figure = FigureSample.theta(400, 1000);
    Toolkit.runFx(() -> pane.show(figure));
    settle();
    for (Figure.Line line : figure.lines()) {
      assertTrue(count(Palette.light().ink(line.key()).argb()) > 50, line.key());
    }
    Toolkit.runFx(() -> pane.setPalette(Palette.dark()));
    settle();
    assertTrue(count(Palette.dark().ground()) > 20_000);
    assertTrue(count(Palette.dark().ink("relax").argb()) > 50);
  }

  @Test
  @DisplayName("of many figures in one frame only the newest are painted")
  void latestWins() {
    Toolkit.runFx(
        () -> {
          for (int i = 1; i <= 1000; i++) {
            pane.show(FigureSample.surrogate(2 + i % 5));
          }
        });
    settle();
    assertTrue(pane.frames() >= 1 && pane.frames() <= 3, () -> pane.frames() + " frames");
    Toolkit.runFx(
        () -> assertEquals("Surrogate", String.valueOf(pane.getAccessibleText()).split(":", 2)[0]));
  }

  @Test
  @DisplayName("a pane that grows is painted anew at its size")
  void resize() {
    Toolkit.runFx(() -> pane.show(FigureSample.loss(100, 100)));
    settle();
    Toolkit.runFx(
        () -> {
          stage.setWidth(stage.getWidth() + 200);
          stage.setHeight(stage.getHeight() + 100);
        });
    settle();
    Toolkit.runFx(
        () ->
            assertEquals(
                800, pane.getChildrenUnmodifiable().getFirst().getLayoutBounds().getWidth(), 1));
  }

  @Test
  @DisplayName("the mouse over the plot reads off every series; a double click on the title calls")
  void mouse() {
    Figure figure = FigureSample.theta(400, 1000);
    Toolkit.runFx(() -> pane.show(figure));
    settle();
    var calls = new AtomicInteger();
    Toolkit.runFx(
        () -> {
          pane.setOnTitle(calls::incrementAndGet);
          pane.fireEvent(mouse(MouseEvent.MOUSE_MOVED, 300, 250, 0));
          String text = ((Readout) pane.getChildrenUnmodifiable().getLast()).text();
          for (String name : List.of("step", "Exact", "RELAX", "Concrete")) {
            assertTrue(text.contains(name), text);
          }
          pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 60, 14, 2));
          pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 300, 250, 2));
          assertEquals(1, calls.get());
        });
  }

  private MouseEvent mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        clicks,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  /// Until the painter has nothing left to do.
  private void settle() {
    for (int i = 0; i < 6; i++) {
      Toolkit.pulses(5, pane::pulse);
    }
  }

  private long count(int argb) {
    WritableImage image = Toolkit.onFx(() -> pane.snapshot(null, null));
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getPixelReader().getArgb(x, y) == argb ? 1 : 0;
      }
    }
    return count;
  }
}
