package voidscope.chart.live;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import voidscope.chart.draw.Header;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.View;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;

/// Shows figures live. They are made and painted on the [Painter], in one piece of work, so that no
/// pulse passes between the two; a finished picture comes to the screen with the next [#pulse()],
/// and of several figures that arrive before their painting begins only the newest is made and
/// painted.
///
/// All methods are called on the FX thread.
public final class ChartPane extends Region {
  private static final int PICTURES = 3;
  private static final int LARGEST = 8192;

  /// The share by which a chart's size changes at once, other than by a hand.
  private static final double JUMP = .2;

  /// A picture is new as a whole, which its buffer wants said as no rectangle.
  private static final @Nullable Rectangle2D WHOLE = null;

  private final Painter painter;
  private final FigurePainter engine = new FigurePainter();
  private final AtomicReference<@Nullable Painting> finished = new AtomicReference<>();
  private final Screen screen;
  private final Readout readout = new Readout();
  private final ChartMouse mouse = new ChartMouse(this);
  private final @Nullable Picture[] pictures = new Picture[PICTURES];

  private Look look;
  private volatile @Nullable Drawing newest;
  private @Nullable Painting last;
  private @Nullable Painting shown;
  private boolean painting;
  private int next;
  private long frames;

  /// A picture that the painter writes and the screen reads; never both.
  private record Picture(
      int width, int height, int[] pixels, PixelBuffer<IntBuffer> buffer, Screen.Pixels seen) {
    static Picture of(int width, int height) {
      var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
      int[] pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
      var buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      return new Picture(
          width, height, pixels, buffer, new Screen.Pixels(new WritableImage(buffer), drawn));
    }
  }

  /// A figure that is made when it is first painted. Only the painting thread in charge asks for
  /// it.
  private static final class Drawing {
    private final Supplier<Figure> maker;
    private @Nullable Figure made;

    Drawing(Supplier<Figure> maker) {
      this.maker = maker;
    }

    Figure figure() {
      Figure figure = made;
      if (figure == null) {
        figure = maker.get();
        made = figure;
      }
      return figure;
    }
  }

  /// What a painting thread hands over; without a view the painting failed.
  private record Painting(
      Drawing drawing,
      Picture picture,
      double scale,
      @Nullable Figure figure,
      Look look,
      @Nullable View view,
      List<Header.Box> legend,
      long done) {}

  /// A pane without a figure yet.
  ///
  /// @param still whether its charts change seldom and stand in JFreeChart's viewer
  public ChartPane(Painter painter, Palette palette, boolean still) {
    this.painter = painter;
    screen = still ? new ViewerScreen() : new FastScreen();
    look = Look.screen(palette);
    getStyleClass().add("chart-pane");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(120, 80);
    setPrefSize(480, 300);
    screen.node().setManaged(false);
    screen.node().setMouseTransparent(true);
    readout.setManaged(false);
    readout.setMouseTransparent(true);
    getChildren().addAll(screen.node(), mouse.band(), mouse.flag(), readout);
  }

  /// Shows a figure from one of the next pulses on.
  ///
  /// @param maker makes the figure, once at most, on a painting thread
  public void show(Supplier<Figure> maker) {
    newest = new Drawing(maker);
    paint();
  }

  /// Whether a picture is being painted or waits for its painting.
  public boolean busy() {
    return painting;
  }

  /// When the last picture was ready, on the clock of [System#nanoTime()]; 0 before the first.
  public long painted() {
    Painting done = last;
    return done == null ? 0 : done.done();
  }

  /// Brings a finished picture to the screen; to be called once a frame while the pane is visible.
  public void pulse() {
    Painting done = finished.getAndSet(null);
    if (done != null) {
      painting = false;
      last = done;
      Figure figure = done.figure();
      View view = done.view();
      if (figure != null && view != null) {
        take(done, figure, view);
      }
    }
    paint();
  }

  /// Paints with other colours and sizes from now on.
  public void setLook(Look other) {
    if (!other.equals(look)) {
      look = other;
      paint();
    }
  }

  /// The colours and sizes it paints with.
  public Look look() {
    return look;
  }

  /// Who is told of what the mouse does.
  public void listen(Gestures gestures) {
    mouse.listen(gestures);
  }

  /// Draws a hair line with the values at an abscissa, also while the figures change; NaN for none.
  ///
  /// @param y ordinate, which only maps ask for
  public void hair(double x, double y) {
    readout.at(x, y);
  }

  /// The part of x that shrinks by a factor around its middle and moves by a share of itself, as
  /// the picture on the screen has it; null before the first.
  public @Nullable Extent part(double factor, double shift) {
    Painting current = shown;
    View view = current == null ? null : current.view();
    return view == null ? null : ChartMouse.around(view.across(), .5, factor, shift);
  }

  /// How many pictures have come to the screen.
  public long frames() {
    return frames;
  }

  /// The figure whose picture is on the screen, or null before the first.
  public @Nullable Figure onScreen() {
    Painting current = shown;
    return current == null ? null : current.figure();
  }

  /// Takes the picture away until a new one is painted: the chart has not been followed for a
  /// while.
  public void forget() {
    screen.node().setVisible(false);
    readout.at(Double.NaN, Double.NaN);
    last = null;
  }

  @Override
  protected void layoutChildren() {
    Painting current = shown;
    if (current != null && last != null) {
      screen.node().setVisible(fits(current.picture()));
    }
    paint();
  }

  /// Whether a picture is about as large as its place. One that is not is not seen, as after
  /// maximising, also if it was begun before and comes too late; what a hand draws larger stays.
  private boolean fits(Picture picture) {
    int[] size = size();
    return !changed(picture.width(), size[0]) && !changed(picture.height(), size[1]);
  }

  private static boolean changed(int before, int now) {
    return Math.abs(before - now) > JUMP * before;
  }

  private double scale() {
    Scene scene = getScene();
    return scene == null || scene.getWindow() == null
        ? 1
        : scene.getWindow().getOutputScaleX() * getLocalToSceneTransform().getMxx();
  }

  private int[] size() {
    double scale = scale();
    return new int[] {
      (int) Math.min(LARGEST, Math.round(getWidth() * scale)),
      (int) Math.min(LARGEST, Math.round(getHeight() * scale))
    };
  }

  private void paint() {
    Drawing wanted = newest;
    int[] size = size();
    double scale = scale();
    if (painting || wanted == null || size[0] < 2 || size[1] < 2 || !stale(wanted, size, scale)) {
      return;
    }
    Look with = look;
    Picture picture = picture(size[0], size[1]);
    Runnable work =
        () -> {
          Drawing drawing = Objects.requireNonNull(newest);
          Figure figure = null;
          View view = null;
          try {
            figure = drawing.figure();
            view =
                engine.paint(
                    figure, picture.width(), picture.height(), scale, with, picture.pixels());
          } finally {
            finished.set(
                new Painting(
                    drawing,
                    picture,
                    scale,
                    figure,
                    with,
                    view,
                    engine.legend(),
                    System.nanoTime()));
          }
        };
    painting = painter.submit(work);
  }

  /// Whether the last painting was of another figure, or in other colours or another size.
  @SuppressWarnings("ReferenceEquality") // a new figure is a new object
  private boolean stale(Drawing wanted, int[] size, double scale) {
    Painting done = last;
    return done == null
        || done.drawing() != wanted
        || !done.look().equals(look)
        || done.picture().width() != size[0]
        || done.picture().height() != size[1]
        || done.scale() != scale;
  }

  /// The picture that is neither on the screen nor still being read for the frame before.
  private Picture picture(int width, int height) {
    next = (next + 1) % PICTURES;
    Picture kept = pictures[next];
    if (kept == null || kept.width() != width || kept.height() != height) {
      kept = Picture.of(width, height);
      pictures[next] = kept;
    }
    return kept;
  }

  private void take(Painting done, Figure figure, View view) {
    Picture picture = done.picture();
    picture.buffer().updateBuffer(buffer -> WHOLE);
    screen.node().setVisible(fits(picture));
    screen.show(picture.seen(), picture.width() / done.scale(), picture.height() / done.scale());
    shown = done;
    frames++;
    setAccessibleText(figure.title() + ": " + figure.y().label() + " over " + figure.x().label());
    readout.show(figure, done.look(), view, done.scale());
    mouse.show(figure, view, done.scale(), done.legend(), done.look());
  }
}
