package voidscope.ui.gallery;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import voidscope.problem.vae.Gallery;
import voidscope.ui.widget.Styles;

/// Images side by side, bright ink on a dark ground as in the data; one of them may be marked.
final class ImageStrip {
  private static final int GAP = 2;

  private final ImageView view = new ImageView();
  private final Region mark = Styles.with(new Region(), "gallery-mark");
  private final StackPane node = new StackPane(view, mark);
  private @Nullable WritableImage image;
  private byte @Nullable [] drawn;
  private int pitch = 1;
  private int marked = -1;
  private double scale = 1;

  /// @param text what it shows, for those who cannot see it
  ImageStrip(String text) {
    view.setSmooth(true);
    view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    view.setAccessibleText(text);
    node.setAlignment(Pos.TOP_LEFT);
    node.setMaxWidth(Region.USE_PREF_SIZE);
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    mark.setVisible(false);
  }

  Node node() {
    return node;
  }

  /// Width of a gallery's strip at scale 1.
  static int width(Gallery gallery) {
    return Gallery.COUNT * (gallery.columns() + GAP) - GAP;
  }

  /// Tells which image is clicked; a press that is let go elsewhere is no click on one.
  void onPick(IntConsumer told) {
    Styles.set(node, "gallery-choice", true);
    view.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress() && view.contains(event.getX(), event.getY())) {
            told.accept((int) (event.getX() / (scale * pitch)));
          }
        });
  }

  /// Marks an image; none at −1.
  void mark(int index) {
    marked = index;
    place();
  }

  void scale(double to) {
    WritableImage shown = image;
    scale = to;
    if (shown != null) {
      view.setFitWidth(to * shown.getWidth());
      view.setFitHeight(to * shown.getHeight());
    }
    place();
  }

  private void place() {
    mark.setVisible(marked >= 0);
    WritableImage shown = image;
    if (marked >= 0 && shown != null) {
      double width = (pitch - GAP) * scale;
      mark.resizeRelocate(marked * pitch * scale, 0, width, shown.getHeight() * scale);
    }
  }

  /// Shows images of a gallery's size.
  @SuppressWarnings("ReferenceEquality") // new pictures are a new array
  void show(Gallery gallery, byte[] pixels) {
    if (pixels == drawn) {
      return;
    }
    drawn = pixels;
    int rows = gallery.rows();
    int columns = gallery.columns();
    int count = pixels.length / (rows * columns);
    pitch = columns + GAP;
    int width = count * pitch - GAP;
    WritableImage to = image;
    if (to == null || to.getWidth() != width || to.getHeight() != rows) {
      to = new WritableImage(width, rows);
      image = to;
      view.setImage(to);
    }
    int[] argb = new int[rows * columns];
    for (int i = 0; i < count; i++) {
      for (int at = 0; at < argb.length; at++) {
        int grey = pixels[i * argb.length + at] & 0xff;
        argb[at] = 0xff000000 | grey << 16 | grey << 8 | grey;
      }
      to.getPixelWriter()
          .setPixels(
              i * pitch, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
    }
  }
}
