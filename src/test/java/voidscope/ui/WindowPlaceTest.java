package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.library.Preferences.Place;

class WindowPlaceTest {
  private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 1024);
  private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1040);

  private static Place place(double x, double y, double width, double height) {
    return new Place(x, y, width, height, false);
  }

  @Test
  void place_isTheLastOne_withinTheScreensThatAreThere() {
    List<Rectangle2D> both = List.of(MAIN, LEFT);
    assertEquals(
        new Rectangle2D(100, 50, 900, 700), WindowPlace.fitting(place(100, 50, 900, 700), both));
    assertEquals(
        new Rectangle2D(-1200, 10, 900, 700),
        WindowPlace.fitting(place(-1200, 10, 900, 700), both));
    assertNull(WindowPlace.fitting(place(-1200, 10, 900, 700), List.of(MAIN)));
    assertEquals(
        new Rectangle2D(1020, 340, 900, 700),
        WindowPlace.fitting(place(1800, 1000, 900, 700), both));
    assertEquals(MAIN, WindowPlace.fitting(place(-5, -5, 4000, 3000), List.of(MAIN)));
    assertEquals(
        new Rectangle2D(0, 0, 640, 480), WindowPlace.fitting(place(-20, -20, 100, 90), both));
  }

  @Test
  void window_standsWhereItStoodLast() {
    Toolkit.start();
    Place last = place(120, 80, 700, 600);
    Stage stage = Toolkit.onFx(Stage::new);
    Toolkit.runFx(
        () -> {
          WindowPlace.put(stage, last);
          stage.show();
        });
    Toolkit.pulses(2);
    assertEquals(last, Toolkit.onFx(() -> WindowPlace.of(stage, null)));
    Toolkit.runFx(() -> stage.setMaximized(true));
    Toolkit.pulses(2);
    assertEquals(
        new Place(120, 80, 700, 600, true), Toolkit.onFx(() -> WindowPlace.of(stage, last)));
    Toolkit.runFx(stage::hide);
  }
}
