package voidscope.chart.live;

import java.util.Arrays;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.figure.Ticks;
import voidscope.chart.figure.View;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.look.Typeface;

/// The values at one abscissa, or of a map at one place: a hair line, and x with every series'
/// value in the place of the legend, which hides nothing that is drawn. Where names and values do
/// not fit there, the colours alone tell whose values they are.
final class Readout extends Group {
  private static final int MOST = 12;
  private static final int DIGITS = 4;
  private static final String FAMILY = "Inter";
  private final Line hair = new Line();
  private final Line level = new Line();
  private final FlowPane box = new FlowPane();
  private final Label[] rows = new Label[MOST + 1];
  private final String[] values = new String[MOST + 1];
  private @Nullable Figure figure;
  private @Nullable Look look;
  private @Nullable View view;
  private double scale = 1;
  private double x = Double.NaN;
  private double y = Double.NaN;

  Readout() {
    Arrays.setAll(rows, i -> new Label());
    box.getChildren().addAll(rows);
    box.setManaged(false); // its place is the legend's, not the one it would like
    box.getStyleClass().add("chart-readout");
    getChildren().addAll(hair, box, level);
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

  /// The place to read off, or NaN for none.
  void at(double abscissa, double ordinate) {
    x = abscissa;
    y = ordinate;
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
    row = row(row, now.x().label(), text(x, now.x(), place.x()), palette.muted());
    HeatMap map = now.map();
    if (map == null) {
      row = lines(row, now, place, palette);
    } else if (place.up().share(y) >= 0 && place.up().share(y) <= 1) {
      row = row(row, now.y().label(), text(y, now.y(), place.y()), palette.muted());
      double value = map.at(x, y);
      String told = Double.isNaN(value) ? "–" : Ticks.reading(value, map.scale().length());
      row = row(row, map.name(), told, palette.text());
    }
    for (int i = row; i < rows.length; i++) {
      rows[i].setVisible(false);
      rows[i].setManaged(false);
    }
    hair.setStroke(colour(palette.event(), .7));
    double at = place.toX(x) / scale;
    level.setVisible(map != null && row > 1);
    level.setStroke(colour(palette.event(), .7));
    level.setStartX(place.left() / scale);
    level.setEndX((place.left() + place.width()) / scale);
    double across = place.toY(y) / scale;
    level.setStartY(level.isVisible() ? across : 0);
    level.setEndY(level.isVisible() ? across : 0);
    hair.setStartX(at);
    hair.setEndX(at);
    hair.setStartY(place.top() / scale);
    hair.setEndY((place.top() + place.height()) / scale);
    box.setBackground(Background.fill(colour(palette.ground(), 1)));
    setVisible(true);
    lay(with, now.title(), place);
  }

  private int lines(int first, Figure now, View place, Palette palette) {
    int row = first;
    for (Figure.Line line : now.lines()) {
      double value = value(line, x);
      boolean told = line.style() != Figure.Style.RAW && line.style() != Figure.Style.PATH;
      if (!Double.isNaN(value) && row <= MOST && told) {
        String number = text(value, now.y(), place.y());
        row = row(row, line.column(), number, palette.ink(line.ink()).argb());
      }
    }
    return row;
  }

  /// Puts the values where the legend is: below the title, or beside it.
  private void lay(Look with, String title, View place) {
    double em = with.fontSize();
    double right = box.getParent().getParent().getLayoutBounds().getWidth() - em - with.corner();
    double bottom = place.top() / scale;
    double below = title.isEmpty() ? .3 * em : 1.9 * em;
    boolean beside = bottom - below < 1.5 * em;
    double left =
        beside ? 2.2 * em + Typeface.width(title, Typeface.SEMI_BOLD.at(1.08 * em)) : .6 * em;
    double top = beside ? .3 * em : below;
    for (Label row : rows) {
      row.setFont(Font.font(FAMILY, .95 * em));
    }
    box.setHgap(1.1 * em);
    box.setVgap(0);
    box.setPadding(new Insets(0, .4 * em, 0, .4 * em));
    double width = Math.max(0, right - left);
    double height = bottom - top - .2 * em;
    if (box.prefHeight(width) > height) {
      for (int i = 1; i < rows.length; i++) {
        rows[i].setText(values[i]);
      }
    }
    for (int i = rows.length - 1; i > 1 && box.prefHeight(width) > height; i--) {
      rows[i].setVisible(false);
      rows[i].setManaged(false);
    }
    box.resizeRelocate(left, top, width, height);
    box.setClip(new Rectangle(width, height));
  }

  private int row(int row, String name, String value, int argb) {
    values[row] = value;
    rows[row].setText(name + "  " + value);
    rows[row].setTextFill(colour(argb, 1));
    rows[row].setVisible(true);
    rows[row].setManaged(true);
    return row + 1;
  }

  private static String text(double value, Figure.Axis axis, Extent ends) {
    if (!axis.names().isEmpty()) {
      return axis.names().get(Math.clamp(Math.round(value) - 1, 0, axis.names().size() - 1));
    }
    return axis.scale() == AxisScale.LINEAR
        ? Ticks.reading(value, ends.length())
        : Ticks.significant(value, DIGITS);
  }

  static Color colour(int argb, double opacity) {
    return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, opacity);
  }

  /// The value of the point nearest to x, or NaN outside the series.
  static double value(Figure.Line line, double x) {
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
