package voidscope.chart.live;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import voidscope.chart.draw.Scenes;
import voidscope.chart.look.Look;

/// Shows episodes as they are played. What stands still is painted once an episode, what moves once
/// a frame, both on the [Painter].
public final class ScenesPane extends Region {
  private static final int LARGEST = 8192;

  private final Painter painter;
  private final ImageView view = new ImageView();
  private final AtomicReference<@Nullable Frame> finished = new AtomicReference<>();
  private final @Nullable Frame[] spare = new Frame[1];
  private @Nullable Still still;
  private @Nullable Scenes newest;
  private @Nullable Frame shown;
  private Look look;
  private boolean painting;
  private long frames;

  /// A picture that the painter writes and the screen reads; never both.
  private record Frame(
      int width,
      int height,
      double scale,
      BufferedImage drawn,
      PixelBuffer<IntBuffer> buffer,
      WritableImage image,
      AtomicReference<@Nullable Painted> painted) {
    static Frame of(int width, int height, double scale) {
      var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
      int[] pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
      var buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      return new Frame(
          width, height, scale, drawn, buffer, new WritableImage(buffer), new AtomicReference<>());
    }

    boolean fits(int[] size, double other) {
      return width == size[0] && height == size[1] && scale == other;
    }
  }

  /// What a frame shows.
  private record Painted(Scenes scenes, Look look) {}

  /// What stands still, painted.
  private record Still(Scenes scenes, Look look, double scale, BufferedImage image) {}

  /// A pane without an episode yet.
  public ScenesPane(Painter painter, Look look) {
    this.painter = painter;
    this.look = look;
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(120, 80);
    view.setManaged(false);
    view.setMouseTransparent(true);
    getChildren().add(view);
  }

  /// Shows scenes from one of the next pulses on; to be called once a frame while it is visible.
  ///
  /// @param scenes or null for none
  public void show(@Nullable Scenes scenes) {
    newest = scenes;
    Frame done = finished.getAndSet(null);
    if (done != null) {
      painting = false;
      spare[0] = shown;
      shown = done;
      done.buffer().updateBuffer(any -> null);
      view.setImage(done.image());
      view.setFitWidth(done.width() / done.scale());
      view.setFitHeight(done.height() / done.scale());
      frames++;
    }
    view.setVisible(scenes != null && shown != null);
    paint();
  }

  /// Paints with other colours and sizes from now on.
  public void setLook(Look other) {
    look = other;
  }

  /// The time of a place, where it is on a strip; NaN elsewhere.
  public double time(double x, double y) {
    Scenes scenes = newest;
    return scenes == null ? Double.NaN : scenes.time(x, y, getWidth(), getHeight(), look);
  }

  /// The time of an abscissa by the strip that is nearest to it; NaN without scenes.
  public double nearest(double x) {
    Scenes scenes = newest;
    return scenes == null ? Double.NaN : scenes.nearest(x, getWidth(), getHeight(), look);
  }

  /// How many pictures have come to the screen.
  public long frames() {
    return frames;
  }

  /// What the picture on the screen shows, or null before the first.
  public @Nullable Scenes onScreen() {
    Frame current = shown;
    Painted painted = current == null ? null : current.painted().get();
    return painted == null ? null : painted.scenes();
  }

  private double scale() {
    Scene scene = getScene();
    return scene == null || scene.getWindow() == null
        ? 1
        : scene.getWindow().getOutputScaleX() * getLocalToSceneTransform().getMxx();
  }

  private void paint() {
    Scenes scenes = newest;
    double scale = scale();
    int[] size = {
      (int) Math.min(LARGEST, Math.round(getWidth() * scale)),
      (int) Math.min(LARGEST, Math.round(getHeight() * scale))
    };
    Frame current = shown;
    Look with = look;
    if (painting || scenes == null || size[0] < 2 || size[1] < 2) {
      return;
    }
    if (current != null
        && current.fits(size, scale)
        && new Painted(scenes, with).equals(current.painted().get())) {
      return;
    }
    Frame kept = spare[0];
    Frame to = kept != null && kept.fits(size, scale) ? kept : Frame.of(size[0], size[1], scale);
    painting =
        painter.submit(
            () -> {
              try {
                draw(scenes, with, to);
                to.painted().set(new Painted(scenes, with));
              } finally {
                finished.set(to);
              }
            });
  }

  /// On a painting thread, one at a time.
  private void draw(Scenes scenes, Look with, Frame to) {
    double width = to.width() / to.scale();
    double height = to.height() / to.scale();
    Still base = still;
    if (base == null
        || base.image().getWidth() != to.width()
        || base.image().getHeight() != to.height()
        || base.scale() != to.scale()
        || !base.look().equals(with)
        || !base.scenes().at(0).equals(scenes.at(0))) {
      var image = new BufferedImage(to.width(), to.height(), BufferedImage.TYPE_INT_ARGB_PRE);
      Graphics2D g = image.createGraphics();
      g.scale(to.scale(), to.scale());
      scenes.ground(g, width, height, with);
      g.dispose();
      base = new Still(scenes, with, to.scale(), image);
      still = base;
    }
    Graphics2D g = to.drawn().createGraphics();
    g.drawImage(base.image(), 0, 0, null);
    g.scale(to.scale(), to.scale());
    scenes.moving(g, width, height, with);
    g.dispose();
  }
}
