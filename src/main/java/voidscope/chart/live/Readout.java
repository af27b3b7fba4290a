package voidscope.chart.live;

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
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Ticks;
import voidscope.chart.figure.View;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;

/// The values at one abscissa: a hair line, and x with every series' value in the corner of the
/// plot that is away from it.
final class Readout extends Group {
  private static final int MOST = 12;
  private static final int DIGITS = 4;
  private final Line hair = new Line();
  private final VBox box = new VBox(1);
  private final Label[] rows = new Label[MOST + 1];
  private @Nullable Figure figure;
  private @Nullable Look look;
  private @Nullable View view;
  private double scale = 1;
  private double x = Double.NaN;

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

  /// The abscissa to read off, or NaN for none.
  void at(double abscissa) {
    x = abscissa;
    update();
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
        || !(place.across().share(x) >= 0 && place.across().share(x) <= 1)) {
      setVisible(false);
      return;
    }
    Palette palette = with.palette();
    int row = 0;
    row = row(row, now.x().label() + "  " + text(x, now.x(), place.x()), palette.muted());
    for (Figure.Line line : now.lines()) {
      double y = value(line, x);
      if (!Double.isNaN(y) && row <= MOST && line.style() != Figure.Style.RAW) {
        String text = line.column() + "  " + text(y, now.y(), place.y());
        row = row(row, text, palette.ink(line.ink()).argb());
      }
    }
    for (int i = row; i < rows.length; i++) {
      rows[i].setVisible(false);
      rows[i].setManaged(false);
    }
    hair.setStroke(colour(palette.event(), .7));
    double at = place.toX(x) / scale;
    hair.setStartX(at);
    hair.setEndX(at);
    hair.setStartY(place.top() / scale);
    hair.setEndY((place.top() + place.height()) / scale);
    box.setBackground(
        new Background(
            new BackgroundFill(colour(palette.ground(), .9), new CornerRadii(4), Insets.EMPTY)));
    setVisible(true);
    box.autosize();
    double left = place.left() / scale;
    double right = (place.left() + place.width()) / scale;
    boolean hairIsLeft = at < (left + right) / 2;
    box.relocate(hairIsLeft ? right - box.getWidth() - 4 : left + 4, place.top() / scale + 4);
  }

  private int row(int row, String text, int argb) {
    rows[row].setText(text);
    rows[row].setTextFill(colour(argb, 1));
    rows[row].setVisible(true);
    rows[row].setManaged(true);
    return row + 1;
  }

  private static String text(double value, Figure.Axis axis, Extent ends) {
    return axis.scale() == AxisScale.LINEAR
        ? Ticks.reading(value, ends.length())
        : Ticks.significant(value, DIGITS);
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
