package voidscope.chart.live;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import voidscope.chart.draw.Header;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Projection;
import voidscope.chart.figure.View;
import voidscope.chart.look.Look;

/// Turns the mouse on a chart into [Gestures]: a drag zooms into a box, or along one axis where it
/// is flat; with Shift or the middle button it pans; the wheel zooms at the mouse, with Shift along
/// x only; a double click fits.
final class ChartMouse {
  private static final double SLACK = 5;
  private static final double NOTCH = 40;
  private static final double NOTCH_FACTOR = 0.85;

  private final Region pane;
  private final Rectangle band = new Rectangle();
  private static final double NEAR = 7;

  private final Tooltip tip = new Tooltip();
  private final ContextMenu more = new ContextMenu();
  private Gestures gestures = Gestures.NONE;
  private @Nullable View view;
  private double scale = 1;
  private List<Header.Box> legend = List.of();
  private @Nullable Press press;
  private boolean tipped;
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;
  private final Label flag = new Label();
  private @Nullable Figure figure;
  private @Nullable Look look;
  private String pointed = "";

  /// Where a drag began, and what the chart showed then.
  private record Press(double x, double y, boolean pans, View view) {}

  ChartMouse(Region pane) {
    this.pane = pane;
    band.setManaged(false);
    band.setMouseTransparent(true);
    band.setVisible(false);
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
    pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    flag.setManaged(false);
    flag.setMouseTransparent(true);
    flag.setVisible(false);
    flag.getStyleClass().add("chart-flag");
    // A dialog that opens takes the mouse away without a word.
    pane.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .subscribe(
            focused -> {
              if (focused != null && !focused) {
                left();
              }
            });
  }

  void listen(Gestures listener) {
    gestures = listener;
  }

  /// The rubber band.
  Rectangle band() {
    return band;
  }

  /// The name of the line that the mouse points at.
  Label flag() {
    return flag;
  }

  /// Follows the picture now on the screen.
  void show(Figure drawn, View shown, double pixels, List<Header.Box> boxes, Look with) {
    figure = drawn;
    look = with;
    view = shown;
    scale = pixels;
    legend = boxes;
    if (!Double.isNaN(mouseX)) {
      gestures.hover(shown.fromX(mouseX * scale), shown.fromY(mouseY * scale));
    }
    int argb = with.palette().event();
    Color colour = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    band.setFill(colour.deriveColor(0, 1, 1, .15));
    band.setStroke(colour);
  }

  private boolean inside(MouseEvent event) {
    View now = view;
    return now != null && now.contains(event.getX() * scale, event.getY() * scale);
  }

  private void moved(MouseEvent event) {
    View now = view;
    boolean within = now != null && inside(event);
    mouseX = within ? event.getX() : Double.NaN;
    mouseY = within ? event.getY() : Double.NaN;
    gestures.hover(
        now == null ? Double.NaN : now.fromX(mouseX * scale),
        now == null ? Double.NaN : now.fromY(mouseY * scale));
    Optional<Header.Box> box = legend(event);
    point(named(event), event);
    pane.setCursor(
        box.isPresent() ? Cursor.HAND : inside(event) ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    if (box.isPresent() != tipped) {
      tipped = box.isPresent();
      if (tipped) {
        Tooltip.install(pane, tip);
      } else {
        Tooltip.uninstall(pane, tip);
      }
    }
    box.ifPresent(found -> tip.setText(said(found)));
  }

  /// Key of the legend's entry that the mouse is on, whether or not it answers to a click.
  private String named(MouseEvent event) {
    return legend.stream()
        .filter(box -> box.place().contains(event.getX(), event.getY()) && box.folded().isEmpty())
        .findFirst()
        .map(box -> box.entry().key())
        .orElse("");
  }

  private static String said(Header.Box box) {
    if (!box.folded().isEmpty()) {
      return "Click: name them";
    }
    return (box.entry().hidden() ? "Click: show " : "Click: hide ")
        + box.entry().name()
        + "\nShift+click: bring it in focus";
  }

  /// Names the entries for which the legend has no room.
  private void unfold(Header.Box box) {
    Look with = look;
    if (with == null) {
      return;
    }
    more.getItems().clear();
    for (Header.Entry entry : box.folded()) {
      MenuItem item = new MenuItem(entry.name());
      item.setMnemonicParsing(false);
      int argb = with.palette().ink(entry.ink()).argb();
      item.setGraphic(new Rectangle(16, 4, Readout.colour(argb, entry.hidden() ? .3 : 1)));
      item.setDisable(!gestures.toggles(entry.key()));
      item.setOnAction(event -> gestures.legend(entry.key(), false));
      more.getItems().add(item);
    }
    Point2D place = pane.localToScreen(box.place().getX(), box.place().getMaxY());
    more.show(pane, place.getX(), place.getY());
  }

  /// Lets the line stand out that the mouse is on, and tells its name beside it.
  private void point(String entry, MouseEvent event) {
    Figure.Line line = inside(event) ? near(event.getX() * scale, event.getY() * scale) : null;
    String key = line == null ? entry : line.key();
    if (!key.equals(pointed)) {
      pointed = key;
      gestures.point(key);
    }
    Look with = look;
    flag.setVisible(line != null && with != null);
    if (line != null && with != null) {
      int argb = with.palette().ink(line.ink()).argb();
      int ground = with.palette().ground();
      flag.setText(line.column());
      flag.setTextFill(Readout.colour(argb, 1));
      flag.setBackground(Background.fill(Readout.colour(ground, .9)));
      flag.autosize();
      double x = Math.min(event.getX() + 12, pane.getWidth() - flag.getWidth() - 6);
      flag.relocate(x, Math.max(0, event.getY() - flag.getHeight() - 6));
    }
  }

  /// The line that passes nearest to a place, but not far from it; null if none does.
  private Figure.@Nullable Line near(double x, double y) {
    View now = view;
    Figure drawn = figure;
    Figure.Line nearest = null;
    double least = NEAR * scale;
    if (now != null && drawn != null) {
      for (Figure.Line line : drawn.lines()) {
        double away = Math.abs(now.toY(Readout.value(line, now.fromX(x))) - y);
        if (!line.key().isEmpty() && away < least) {
          nearest = line;
          least = away;
        }
      }
    }
    return nearest;
  }

  private void left() {
    flag.setVisible(false);
    if (!pointed.isEmpty()) {
      pointed = "";
      gestures.point("");
    }
    mouseX = Double.NaN;
    mouseY = Double.NaN;
    gestures.hover(Double.NaN, Double.NaN);
  }

  private Optional<Header.Box> legend(MouseEvent event) {
    return legend.stream()
        .filter(box -> box.place().contains(event.getX(), event.getY()))
        .filter(box -> !box.folded().isEmpty() || gestures.toggles(box.entry().key()))
        .findFirst();
  }

  private void pressed(MouseEvent event) {
    View now = view;
    boolean pans = event.getButton() == MouseButton.MIDDLE || event.isShiftDown();
    boolean drags = pans || event.getButton() == MouseButton.PRIMARY;
    press =
        now != null && drags && inside(event)
            ? new Press(event.getX(), event.getY(), pans, now)
            : null;
    gestures.grip(press != null);
  }

  private void dragged(MouseEvent event) {
    Press from = press;
    if (from == null) {
      return;
    }
    View at = from.view();
    if (from.pans()) {
      double dx = (event.getX() - from.x()) * scale / at.width();
      double dy = (event.getY() - from.y()) * scale / at.height();
      gestures.zoom(part(at.across(), -dx, 1 - dx), part(at.up(), dy, 1 + dy));
      return;
    }
    double left = at.left() / scale;
    double top = at.top() / scale;
    double right = left + at.width() / scale;
    double bottom = at.bottom() / scale;
    double x = Math.clamp(event.getX(), left, right);
    double y = Math.clamp(event.getY(), top, bottom);
    boolean flat = Math.abs(y - from.y()) < SLACK;
    boolean thin = Math.abs(x - from.x()) < SLACK;
    band.setVisible(!flat || !thin);
    band.setX(thin ? left : Math.min(x, from.x()));
    band.setWidth(thin ? right - left : Math.abs(x - from.x()));
    band.setY(flat ? top : Math.min(y, from.y()));
    band.setHeight(flat ? bottom - top : Math.abs(y - from.y()));
  }

  private void released(MouseEvent event) {
    Press from = press;
    press = null;
    if (from != null && !from.pans() && band.isVisible()) {
      band.setVisible(false);
      zoom(from, event);
    }
    gestures.grip(false);
  }

  /// Shows what the rubber band surrounds.
  private void zoom(Press from, MouseEvent event) {
    View at = from.view();
    boolean flat = Math.abs(event.getY() - from.y()) < SLACK;
    boolean thin = Math.abs(event.getX() - from.x()) < SLACK;
    double left = (band.getX() * scale - at.left()) / at.width();
    double right = left + band.getWidth() * scale / at.width();
    double low = 1 - ((band.getY() + band.getHeight()) * scale - at.top()) / at.height();
    double high = low + band.getHeight() * scale / at.height();
    gestures.zoom(
        thin ? null : part(at.across(), left, right), flat ? null : part(at.up(), low, high));
  }

  private void clicked(MouseEvent event) {
    View now = view;
    if (now == null || event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    Optional<Header.Box> box = legend(event);
    if (box.isPresent() && !box.get().folded().isEmpty()) {
      unfold(box.get());
    } else if (box.isPresent()) {
      gestures.legend(box.get().entry().key(), event.isShiftDown());
    } else if (event.getClickCount() == 2 && event.getY() * scale < now.top()) {
      gestures.title();
    } else if (event.getClickCount() == 2 && inside(event)) {
      gestures.fit();
    }
  }

  private void scrolled(ScrollEvent event) {
    View now = view;
    double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    if (now == null
        || delta == 0
        || event.isInertia()
        || !now.contains(event.getX() * scale, event.getY() * scale)) {
      return;
    }
    double factor = Math.pow(NOTCH_FACTOR, Math.clamp(delta / NOTCH, -5, 5));
    double x = (event.getX() * scale - now.left()) / now.width();
    double y = 1 - (event.getY() * scale - now.top()) / now.height();
    gestures.zoom(
        around(now.across(), x, factor), event.isShiftDown() ? null : around(now.up(), y, factor));
    event.consume();
  }

  /// The part of an axis that shrinks by a factor around a place.
  static Extent around(Projection axis, double share, double factor) {
    return around(axis, share, factor, 0);
  }

  /// The same, moved by a share of what is shown.
  static Extent around(Projection axis, double share, double factor, double shift) {
    return part(axis, share - factor * share + shift, share + factor * (1 - share) + shift);
  }

  private static Extent part(Projection axis, double low, double high) {
    return new Extent(axis.value(low), axis.value(high));
  }
}
