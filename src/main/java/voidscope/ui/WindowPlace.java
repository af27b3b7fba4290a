package voidscope.ui;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import voidscope.library.Preferences.Place;

/// Where a window stands, now and the next time. For the window's thread.
final class WindowPlace {
  private static final double SMALLEST_WIDTH = 640;
  private static final double SMALLEST_HEIGHT = 480;

  /// What the window takes with its frame where nothing is in its way.
  private static final double WIDTH = 1380;

  private static final double HEIGHT = 810;

  private WindowPlace() {}

  /// Puts a window where it stood last, as far as that screen is still there.
  ///
  /// @param last where it stood, or null
  static void put(Stage stage, @Nullable Place last) {
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    Rectangle2D primary = Screen.getPrimary().getVisualBounds();
    List<Rectangle2D> screens =
        Screen.getScreens().stream().map(screen -> screen.getVisualBounds()).toList();
    Rectangle2D place = last == null ? null : fitting(last, screens);
    if (last != null && place != null) {
      stage.setX(place.getMinX());
      stage.setY(place.getMinY());
      stage.setWidth(place.getWidth());
      stage.setHeight(place.getHeight());
      stage.setMaximized(last.maximised());
    } else if (primary.getWidth() < WIDTH || primary.getHeight() < HEIGHT) {
      stage.setWidth(Math.min(WIDTH, primary.getWidth()));
      stage.setHeight(Math.min(HEIGHT, primary.getHeight()));
    }
  }

  /// A place within the first screen on which it lies at all, no larger than that; null if there is
  /// none.
  static @Nullable Rectangle2D fitting(Place last, List<Rectangle2D> screens) {
    Rectangle2D wanted = new Rectangle2D(last.x(), last.y(), last.width(), last.height());
    for (Rectangle2D screen : screens) {
      if (screen.intersects(wanted)) {
        double width = Math.min(Math.max(SMALLEST_WIDTH, last.width()), screen.getWidth());
        double height = Math.min(Math.max(SMALLEST_HEIGHT, last.height()), screen.getHeight());
        return new Rectangle2D(
            Math.clamp(last.x(), screen.getMinX(), screen.getMaxX() - width),
            Math.clamp(last.y(), screen.getMinY(), screen.getMaxY() - height),
            width,
            height);
      }
    }
    return null;
  }

  /// Where a window stands; one that fills its screen keeps the place that it goes back to.
  ///
  /// @param last where it stood before, or null
  static @Nullable Place of(Stage stage, @Nullable Place last) {
    Place now =
        stage.isMaximized() || stage.isFullScreen()
            ? last
            : new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    return now == null
        ? null
        : new Place(now.x(), now.y(), now.width(), now.height(), stage.isMaximized());
  }
}
