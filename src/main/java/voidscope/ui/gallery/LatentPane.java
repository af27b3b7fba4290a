package voidscope.ui.gallery;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.problem.vae.Gallery;
import voidscope.problem.vae.LatentEdit;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.BitGrid;
import voidscope.ui.widget.Styles;

/// The latents of one held-back image as one estimator's model encodes it: bits that can be set by
/// hand, and what the decoder makes of them.
final class LatentPane {
  private static final double GAP = 14;

  private final WorkbenchModel model;
  private final Label caption = Styles.with(new Label(), "comparison-caption");
  private final Button encoded = Styles.with(new Button("As encoded"), "small-button");
  private final BitGrid bits = new BitGrid(this::toggle);
  private final ImageStrip answer = new ImageStrip("The decoder's answer");
  private final VBox node =
      new VBox(
          Styles.with(new HBox(caption, encoded), "latents-head"),
          Styles.with(new HBox(bits, answer.node()), "latents-body"));
  private @Nullable Track track;
  private int image;

  LatentPane(WorkbenchModel model) {
    this.model = model;
    node.getStyleClass().add("latents");
    caption.setId("latents-caption");
    encoded.setId("latents-encoded");
    encoded.setMinWidth(Region.USE_PREF_SIZE);
    encoded.setTooltip(new Tooltip("Take back what was set by hand"));
    encoded.setOnAction(event -> reset());
    ((HBox) bits.getParent()).setAlignment(Pos.TOP_LEFT);
    bits.setMinWidth(Region.USE_PREF_SIZE);
    Tooltip.install(bits, new Tooltip("Click a latent to set it by hand (arrows and Space)"));
  }

  Node node() {
    return node;
  }

  /// The image that is looked at, from 0.
  int image() {
    return image;
  }

  /// Looks at another image.
  void pick(int index) {
    image = index;
    reset();
  }

  /// Key of the estimator that is looked at: the one in focus if it has pictures.
  static String chosen(WorkbenchModel model, List<Track> tracks) {
    return tracks.stream()
        .map(each -> each.id())
        .filter(key -> key.equals(model.looks().focus()))
        .findFirst()
        .orElseGet(() -> tracks.isEmpty() ? "" : tracks.getFirst().id());
  }

  /// Shows the latents of a track that has pictures.
  void refresh(Track shown, Gallery gallery) {
    track = shown;
    image = Math.min(image, gallery.images() - 1);
    int width = gallery.width();
    LatentEdit edit = edit(width);
    bits.show(gallery.latents(), image * width, edit.values());
    int count = edit.count();
    String many = width > BitGrid.MOST ? ", the first " + BitGrid.MOST + " of " + width : "";
    caption.setText(
        "latents of image %d, %s%s%s"
            .formatted(
                image + 1, shown.label(), many, count == 0 ? "" : " · " + count + " set by hand"));
    encoded.setVisible(count > 0);
    encoded.setManaged(count > 0);
    answer.show(gallery, picture(gallery, edit));
  }

  /// Takes a place's size.
  void fit(Gallery gallery, double width, double height) {
    double side = bits.size(bits.pitch(width - GAP, height));
    answer.scale(side / Math.max(gallery.rows(), gallery.columns()));
  }

  /// What the decoder says, as far as it has been asked.
  private byte[] picture(Gallery gallery, LatentEdit edit) {
    Gallery.Answer given = gallery.answer();
    if (edit.count() > 0 && given != null && given.edit().image() == image) {
      return given.pixels();
    }
    int size = gallery.rows() * gallery.columns();
    byte[] pixels = new byte[size];
    System.arraycopy(gallery.reconstructions(), image * size, pixels, 0, size);
    return pixels;
  }

  /// What is set by hand of the latents that are shown.
  private LatentEdit edit(int width) {
    String key = track == null ? "" : track.id();
    LatentEdit edit = set();
    return edit != null
            && edit.estimator().equals(key)
            && edit.image() == image
            && edit.values().length == width
        ? edit
        : LatentEdit.none(key, image, width);
  }

  private @Nullable LatentEdit set() {
    Wish wish = model.detail().get();
    return wish != null && wish.detail() instanceof LatentEdit edit ? edit : null;
  }

  private void set(LatentEdit edit) {
    model.detail().set(new Wish(Wish.Kind.OWN, edit.estimator(), edit));
  }

  private void toggle(int latent) {
    Track shown = track;
    Gallery gallery = shown == null ? null : shown.exhibit(Gallery.class);
    if (shown == null || gallery == null) {
      return;
    }
    int width = gallery.width();
    LatentEdit edit = edit(width);
    byte now = edit.values()[latent];
    int value = now == LatentEdit.ENCODED ? gallery.latents()[image * width + latent] : now;
    set(edit.with(latent, 1 - value));
    refresh(shown, gallery);
  }

  private void reset() {
    Track shown = track;
    Gallery gallery = shown == null ? null : shown.exhibit(Gallery.class);
    LatentEdit edit = set();
    if (edit != null) {
      set(LatentEdit.none(edit.estimator(), image, edit.values().length));
    }
    if (shown != null && gallery != null) {
      refresh(shown, gallery);
    }
  }
}
