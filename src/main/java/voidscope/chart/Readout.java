package voidscope.chart;

import java.util.Arrays;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The values under the mouse: a hair line, and x with every series' value in the corner of the
/// plot that is away from the mouse.
final class Readout extends Group {
  private static final int MOST = 12;
  private final Line hair = new Line();
  private final VBox box = new VBox(1);
  private final Label[] rows = new Label[MOST + 1];
  private @Nullable Figure figure;
  private @Nullable Look look;
  private @Nullable View view;
  private double scale = 1;
  private double mouseX = Double.NaN;
  private double mouseY;

  Readout() {
    Arrays.setAll(rows, i -> new Label());
    box.getChildren().addAll(rows);
    box.getStyleClass().add("chart-readout");
    box.setPadding(new Insets(4, 8, 5, 8));
    getChildren().addAll(hair, box);
    setVisible(false);
  }

  /// Follows the picture now on the screen.
  void show(Figure shown, Look with, View place, double pixels) {
    figure = shown;
    look = with;
    view = place;
    scale = pixels;
    update();
  }

  /// The mouse is there, in the pane's coordinates.
  void at(double x, double y) {
    mouseX = x;
    mouseY = y;
    update();
  }

  /// The mouse has left.
  void leave() {
    mouseX = Double.NaN;
    setVisible(false);
  }

  /// The text shown, a line a value; empty when hidden.
  String text() {
    var text = new StringBuilder();
    for (Label row : rows) {
      if (isVisible() && row.isVisible()) {
        text.append(row.getText()).append('\n');
      }
    }
    return text.toString();
  }

  private void update() {
    Figure now = figure;
    View place = view;
    Look with = look;
    if (now == null
        || place == null
        || with == null
        || !place.contains(mouseX * scale, mouseY * scale)) {
      setVisible(false);
      return;
    }
    double x = place.fromX(mouseX * scale);
    Palette palette = with.palette();
    int row = 0;
    row = row(row, now.x().label() + "  " + Ticks.reading(x, place.x().length()), palette.muted());
    for (Figure.Line line : now.lines()) {
      double y = value(line, x);
      if (!Double.isNaN(y) && row <= MOST) {
        String text = line.name() + "  " + Ticks.reading(y, place.y().length());
        row = row(row, text, palette.ink(line.key()).argb());
      }
    }
    for (int i = row; i < rows.length; i++) {
      rows[i].setVisible(false);
      rows[i].setManaged(false);
    }
    hair.setStroke(colour(palette.event(), .7));
    hair.setStartX(mouseX);
    hair.setEndX(mouseX);
    hair.setStartY(place.top() / scale);
    hair.setEndY((place.top() + place.height()) / scale);
    box.setBackground(
        new Background(
            new BackgroundFill(colour(palette.ground(), .9), new CornerRadii(4), Insets.EMPTY)));
    setVisible(true);
    box.autosize();
    double left = place.left() / scale;
    double right = (place.left() + place.width()) / scale;
    boolean mouseIsLeft = mouseX < (left + right) / 2;
    box.relocate(mouseIsLeft ? right - box.getWidth() - 4 : left + 4, place.top() / scale + 4);
  }

  private int row(int row, String text, int argb) {
    rows[row].setText(text);
    rows[row].setTextFill(colour(argb, 1));
    rows[row].setVisible(true);
    rows[row].setManaged(true);
    return row + 1;
  }

  private static Color colour(int argb, double opacity) {
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, opacity);
  }

  /// The value of the point nearest to x, or NaN outside the series.
  private static double value(Figure.Line line, double x) {
    double[] xs = line.x();
    if (xs.length == 0) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(xs, x);
    int i = found >= 0 ? found : -found - 1;
    if (i == 0 || i == xs.length) {
      boolean near = found >= 0;
      return near ? line.y()[i] : Double.NaN;
    }
    return line.y()[x - xs[i - 1] < xs[i] - x ? i - 1 : i];
  }
}
