package voidscope.chart.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.chart.export.FigureSample;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.look.Palette;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;

/// A chart on a real stage.
class ChartPaneTest {
  private final Painter painter = new Painter(1);
  private final ChartPane pane = Toolkit.onFx(() -> new ChartPane(painter, Palette.light(), false));
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
    Toolkit.runFx(() -> pane.show(() -> figure));
    settle();
    for (Figure.Line line : figure.lines()) {
      assertTrue(count(Palette.light().ink(line.key()).argb()) > 50, line.key());
    }
    Toolkit.runFx(() -> pane.setLook(pane.look().with(Palette.dark())));
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
            int points = 2 + i % 5;
            pane.show(() -> FigureSample.surrogate(points));
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
    Toolkit.runFx(() -> pane.show(() -> FigureSample.loss(100, 100)));
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
  @DisplayName("a picture that was begun at another size and comes too late is not seen")
  void late() {
    CountDownLatch grown = new CountDownLatch(1);
    Toolkit.runFx(
        () ->
            pane.show(
                () -> {
                  try {
                    grown.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return FigureSample.loss(100, 100);
                }));
    Toolkit.runFx(
        () -> {
          stage.setWidth(stage.getWidth() + 600);
          stage.setHeight(stage.getHeight() + 400);
        });
    Toolkit.pulses(3);
    grown.countDown();
    Toolkit.until(() -> Toolkit.onFx(this::takesLatePicture));
    settle();
    Toolkit.runFx(
        () -> {
          assertTrue(pane.getChildrenUnmodifiable().getFirst().isVisible());
          double wide = pane.getChildrenUnmodifiable().getFirst().getLayoutBounds().getWidth();
          assertEquals(pane.getWidth(), wide, 1);
        });
  }

  /// Whether the first picture has come, which is of the size before.
  private boolean takesLatePicture() {
    pane.pulse();
    if (pane.frames() == 1) {
      assertFalse(pane.getChildrenUnmodifiable().getFirst().isVisible());
    }
    return pane.frames() >= 1;
  }

  /// What the pane has told of the mouse, in order.
  private static final class Told implements Gestures {
    private final List<String> events = new ArrayList<>();
    private final List<Boolean> grips = new ArrayList<>();
    private @Nullable Extent x;
    private @Nullable Extent y;
    private double hover;
    private String pointed = "";

    @Override
    public void zoom(@Nullable Extent newX, @Nullable Extent newY) {
      x = newX;
      y = newY;
      events.add("zoom");
    }

    @Override
    public void grip(boolean held) {
      grips.add(held);
    }

    @Override
    public void fit() {
      events.add("fit");
    }

    @Override
    public void hover(double at, double up) {
      hover = at;
    }

    @Override
    public void point(String key) {
      pointed = key;
    }

    @Override
    public boolean toggles(String key) {
      return key.equals("relax");
    }

    @Override
    public void legend(String key, boolean focus) {
      events.add(key + focus);
    }

    @Override
    public void title() {
      events.add("title");
    }
  }

  private Told shown() {
    Told told = new Told();
    Figure figure = FigureSample.theta(400, 1000);
    Toolkit.runFx(
        () -> {
          pane.listen(told);
          pane.show(
              () -> figure.on(new Figure.Axis("step", 0, 1000), new Figure.Axis("σ(θ)", 0, 1)));
        });
    settle();
    return told;
  }

  private Figure.Axis drag(Told told, boolean shift, double x0, double y0, double x1, double y1) {
    Toolkit.runFx(
        () -> {
          pane.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, x0, y0, 1, shift));
          pane.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, (x0 + x1) / 2, (y0 + y1) / 2, 0, shift));
          pane.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, x1, y1, 0, shift));
          pane.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, x1, y1, 1, shift));
        });
    Extent x = told.x;
    return x == null ? Figure.Axis.fitting("") : new Figure.Axis("", x.low(), x.high());
  }

  @Test
  @DisplayName("the hair reads off every series; the mouse tells where it points")
  void hair() {
    Told told = shown();
    Toolkit.runFx(
        () -> {
          pane.fireEvent(mouse(MouseEvent.MOUSE_MOVED, 300, 250, 0, false));
          assertTrue(told.hover > 300 && told.hover < 600, () -> "" + told.hover);
          pane.hair(told.hover, Double.NaN);
          Readout readout = (Readout) pane.getChildrenUnmodifiable().getLast();
          for (String name : List.of("step", "Exact", "RELAX", "Concrete")) {
            assertTrue(readout.text().contains(name), readout.text());
          }
          pane.hair(2000, Double.NaN);
          assertEquals("", readout.text());
          pane.hair(told.hover, Double.NaN);
          pane.hair(Double.NaN, Double.NaN);
          assertEquals("", readout.text());
        });
  }

  @Test
  @DisplayName("what the hair reads off hides nothing that is drawn")
  void readoutIsAboveThePlot() {
    for (double width : new double[] {240, 380, 600, 1100}) {
      Toolkit.runFx(() -> stage.setWidth(width));
      Told told = shown();
      Toolkit.runFx(
          () -> {
            pane.fireEvent(mouse(MouseEvent.MOUSE_MOVED, width / 2, 250, 0, false));
            pane.hair(told.hover, Double.NaN);
            Readout readout = (Readout) pane.getChildrenUnmodifiable().getLast();
            double top = ((Line) readout.getChildren().get(0)).getStartY();
            Bounds box = readout.getChildren().get(1).getBoundsInParent();
            assertTrue(box.getMaxY() <= top + 1, box + " over " + top);
            assertTrue(box.getMaxX() <= pane.getWidth(), box.toString());
            assertTrue(box.getMaxX() > pane.getWidth() - 40, box.toString()); // hides the legend
          });
    }
  }

  @Test
  @DisplayName("the line that the mouse is on is told, with its name beside it")
  void pointsAtALine() {
    Told told = shown();
    Label flag = (Label) pane.getChildrenUnmodifiable().get(2);
    List<String> seen = new ArrayList<>();
    Toolkit.runFx(
        () -> {
          for (int y = 60; y < 380; y += 2) {
            pane.fireEvent(mouse(MouseEvent.MOUSE_MOVED, 300, y, 0, false));
            if (!told.pointed.isEmpty()) {
              seen.add(told.pointed);
              assertTrue(flag.isVisible());
              assertFalse(flag.getText().isBlank());
            }
          }
          pane.fireEvent(mouse(MouseEvent.MOUSE_EXITED, 300, 500, 0, false));
          assertEquals("", told.pointed);
          assertFalse(flag.isVisible());
        });
    assertTrue(seen.contains("reinforce") && seen.contains("relax"), seen.toString());
    int ink = Palette.light().ink("relax").argb();
    settle();
    long before = count(ink);
    Toolkit.runFx(() -> pane.setLook(pane.look().lit("exact")));
    settle();
    assertTrue(count(ink) < before / 4, before + " became " + count(ink));
    Toolkit.runFx(() -> pane.setLook(pane.look().lit("relax")));
    settle();
    assertTrue(count(ink) > before / 2, before + " became " + count(ink));
  }

  @Test
  @DisplayName("the hair reads a zero off a logarithmic axis, and names series as tables do")
  void hairOverZero() {
    Figure.Line arm =
        FigureSample.line("arm", "ARM, ρ .93", new double[] {0, 1, 2}, x -> 0).as("ARM");
    Figure.Line other = FigureSample.line("rebar", "REBAR", new double[] {0, 1, 2}, x -> .25);
    Figure.Line exact = other.companion("", "REBAR exact");
    Figure figure =
        new Figure(
            "Zero",
            Figure.Axis.fitting("step"),
            Figure.Axis.fitting("Var ĝ").with(AxisScale.LOG),
            List.of(arm, other, exact),
            List.of(),
            List.of());
    Toolkit.runFx(() -> pane.show(() -> figure));
    settle();
    Toolkit.runFx(
        () -> {
          pane.hair(1, Double.NaN);
          Readout readout = (Readout) pane.getChildrenUnmodifiable().getLast();
          assertEquals(
              List.of("ARM  0", "REBAR  0.2500", "REBAR exact  0.2500"),
              readout.text().lines().skip(1).toList());
        });
  }

  @Test
  @DisplayName("a map is read off at a place, and only where it has one")
  void hairOverMap() {
    double[] values = {.1, .2, .3, Double.NaN};
    HeatMap map = new HeatMap("c", new Extent(0, 2), new Extent(0, 2), 2, values, new Extent(0, 1));
    Figure figure =
        new Figure(
                "Map",
                new Figure.Axis("z₁", 0, 2),
                new Figure.Axis("z₂", 0, 2),
                List.of(),
                List.of(),
                List.of())
            .over(map);
    Toolkit.runFx(() -> pane.show(() -> figure));
    settle();
    Toolkit.runFx(
        () -> {
          Readout readout = (Readout) pane.getChildrenUnmodifiable().getLast();
          pane.hair(1.5, .5);
          List<String> told = readout.text().lines().toList();
          assertEquals("c  0.200", told.getLast());
          assertTrue(told.get(0).startsWith("z₁  1.5") && told.get(1).startsWith("z₂  0.5"));
          pane.hair(1.5, 1.5);
          assertEquals("c  –", readout.text().lines().toList().getLast());
          pane.hair(1.5, 2.5);
          assertFalse(readout.text().contains("c  "), readout.text());
        });
  }

  @Test
  @DisplayName("double clicks on the title and on the plot, and none elsewhere, tell")
  void clicks() {
    Told told = shown();
    Toolkit.runFx(
        () -> {
          pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 60, 14, 2, false));
          pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 300, 250, 2, false));
          pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 300, 398, 2, false));
        });
    assertEquals(List.of("title", "fit"), told.events);
  }

  @Test
  @DisplayName("a drag zooms into its box, a flat one along x only, with Shift it pans")
  void drags() {
    Told told = shown();
    Figure.Axis box = drag(told, false, 200, 150, 400, 300);
    Extent up = told.y;
    assertTrue(box.minimum() > 150 && box.minimum() < 350, box::toString);
    assertTrue(box.maximum() > 500 && box.maximum() < 750, box::toString);
    assertTrue(up != null && up.low() > .05 && up.high() < .95 && up.low() < up.high());
    drag(told, false, 200, 150, 400, 152);
    assertTrue(told.x != null && told.y == null);
    drag(told, false, 200, 150, 202, 300);
    assertTrue(told.x == null && told.y != null);
    Figure.Axis panned = drag(told, true, 400, 200, 300, 200);
    assertEquals(1000, panned.maximum() - panned.minimum(), 1e-6);
    assertTrue(panned.minimum() > 100 && panned.minimum() < 300, panned::toString);
    Extent same = told.y;
    assertTrue(same != null && Math.abs(same.low()) < 1e-9);
    told.events.clear();
    told.grips.clear();
    drag(told, false, 200, 150, 202, 151);
    assertEquals(List.of(), told.events);
    assertEquals(List.of(true, false), told.grips);
  }

  @Test
  @DisplayName("the wheel zooms at the mouse, with Shift along x only")
  void wheel() {
    Told told = shown();
    Toolkit.runFx(
        () -> {
          pane.fireEvent(mouse(MouseEvent.MOUSE_MOVED, 300, 250, 0, false));
          double at = told.hover;
          pane.fireEvent(scroll(300, 250, false));
          Extent x = Objects.requireNonNull(told.x);
          assertEquals(850, x.high() - x.low(), 1e-6);
          assertEquals(at / 1000, (at - x.low()) / 850, 1e-6);
          assertNotNull(told.y);
          pane.fireEvent(scroll(300, 250, true));
          assertNull(told.y);
        });
  }

  @Test
  @DisplayName("a click on a legend entry toggles it, with Shift focuses it")
  void legend() {
    Told told = shown();
    Toolkit.runFx(
        () -> {
          for (double x = 4; x < 600; x += 4) {
            for (double y = 4; y < 70; y += 4) {
              int before = told.events.size();
              pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, x, y, 1, false));
              if (told.events.size() > before) {
                pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, x, y, 1, true));
                assertEquals(List.of("relaxfalse", "relaxtrue"), told.events);
                return;
              }
            }
          }
          throw new AssertionError("no entry answers");
        });
  }

  @Test
  @DisplayName(
      "the count of entries that do not fit opens, and each of them can be shown or hidden")
  void foldedLegend() {
    List<Figure.Line> lines = new ArrayList<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      lines.add(FigureSample.line(entry.key(), entry.label(), new double[] {0, 1, 2}, x -> x));
    }
    Figure figure =
        new Figure(
            "Many",
            new Figure.Axis("step", 0, 2),
            new Figure.Axis("y", 0, 2),
            lines,
            List.of(),
            List.of());
    Told told = shown();
    Toolkit.runFx(() -> pane.show(() -> figure));
    settle();
    List<String> named = new ArrayList<>();
    Toolkit.runFx(
        () -> {
          for (double x = 596; x > 0; x -= 4) {
            for (double y = 4; y < 100; y += 4) {
              pane.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, x, y, 1, false));
              List<ContextMenu> menus =
                  javafx.stage.Window.getWindows().stream()
                      .filter(ContextMenu.class::isInstance)
                      .map(ContextMenu.class::cast)
                      .toList();
              if (!menus.isEmpty()) {
                menus.getFirst().getItems().forEach(item -> named.add(item.getText()));
                told.events.clear();
                menus.getFirst().getItems().stream()
                    .filter(item -> !item.isDisable())
                    .forEach(MenuItem::fire);
                menus.getFirst().hide();
                return;
              }
            }
          }
          throw new AssertionError("no count answers");
        });
    assertTrue(named.size() >= 2, named.toString());
    List<String> last =
        lines.subList(lines.size() - named.size(), lines.size()).stream()
            .map(Figure.Line::name)
            .toList();
    assertEquals(last, named);
  }

  private static ScrollEvent scroll(double x, double y, boolean shift) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        y,
        x,
        y,
        shift,
        false,
        false,
        false,
        false,
        false,
        shift ? 40 : 0,
        shift ? 0 : 40,
        0,
        0,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private static MouseEvent mouse(
      EventType<MouseEvent> type, double x, double y, int clicks, boolean shift) {
    return Mouse.event(type, x, y, clicks, shift, true);
  }

  @Test
  @DisplayName("JFreeChart's viewer shows the same picture as the fast screen")
  void viewerShowsColours() {
    ChartPane still = Toolkit.onFx(() -> new ChartPane(painter, Palette.light(), true));
    Figure figure = FigureSample.theta(400, 1000);
    Toolkit.runFx(
        () -> {
          stage.setScene(new Scene(new StackPane(still), 600, 400));
          still.show(() -> figure);
        });
    for (int i = 0; i < 6; i++) {
      Toolkit.pulses(5, still::pulse);
    }
    WritableImage image = Toolkit.onFx(() -> still.snapshot(null, null));
    for (Figure.Line line : figure.lines()) {
      int argb = Palette.light().ink(line.key()).argb();
      long count = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          count += image.getPixelReader().getArgb(x, y) == argb ? 1 : 0;
        }
      }
      assertTrue(count > 50, line.key() + ": " + count);
    }
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
