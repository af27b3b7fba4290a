package voidscope.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Durations;
import voidscope.catalogue.Settings;
import voidscope.experiment.Gallery;
import voidscope.experiment.RunParameters;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// Pictures of the VAEs of a run: held-back images, and a line an estimator with its
/// reconstructions of them and its samples from the prior.
final class GalleryPane {
  private static final int GAP = 2;
  private static final double LEAST_SCALE = 0.8;
  private static final double GREATEST_SCALE = 2.5;

  /// A longer time than a week is no use to tell.
  private static final double LONGEST = 7 * 86_400;

  private static final double NAMES = 190;
  private static final double HEADS = 70;

  /// Of the view's height, what the pictures may take.
  private static final double SHARE = 0.42;

  private final WorkbenchModel model;
  private final GridPane grid = Styles.with(new GridPane(), "gallery-grid");
  private final VBox node = Styles.with(new VBox(), "chart-card", "gallery");
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Label caption = Styles.with(new Label(), "comparison-caption");
  private final Strip inputs = new Strip("Held-back images");
  private List<String> shown = List.of();

  /// One estimator's pictures.
  private record Line(Label name, Strip reconstructions, Strip samples) {}

  GalleryPane(WorkbenchModel model) {
    this.model = model;
    node.setId("gallery");
    node.setMinHeight(Region.USE_PREF_SIZE);
    Label title = Styles.with(new Label("Images"), "comparison-title");
    caption.setId("gallery-caption");
    node.getChildren().setAll(Styles.with(new HBox(title, caption), "comparison-head-line"), grid);
  }

  Node node() {
    return node;
  }

  /// Shows the pictures of a run.
  void refresh(Snapshot snapshot) {
    List<Track> tracks =
        snapshot.tracks().stream()
            .filter(track -> track.gallery() != null)
            .filter(track -> !model.hidden().contains(track.choice().key()))
            .toList();
    List<String> keys = tracks.stream().map(track -> track.choice().key()).toList();
    if (!keys.equals(shown)) {
      shown = keys;
      arrange(tracks);
    }
    caption.setText(
        tracks.stream()
            .map(Track::gallery)
            .filter(Objects::nonNull)
            .findFirst()
            .map(gallery -> progress(snapshot, gallery.epoch()))
            .orElse("This run has none: choose a VAE as the problem and restart."));
    grid.setVisible(!tracks.isEmpty());
    grid.setManaged(!tracks.isEmpty());
    for (Track track : tracks) {
      Gallery gallery = track.gallery();
      if (gallery != null) {
        fit(gallery, tracks.size());
      }
      Line line = lines.get(track.choice().key());
      if (gallery != null && line != null) {
        inputs.show(gallery, gallery.inputs());
        line.reconstructions().show(gallery, gallery.reconstructions());
        line.samples().show(gallery, gallery.samples());
      }
    }
  }

  /// How far the training is.
  private String progress(Snapshot snapshot, int epoch) {
    Settings run = snapshot.scenario().run();
    double step = (double) snapshot.step();
    double epochs = step * run.integer(RunParameters.BATCH.key()) / epoch;
    String text = String.format(Locale.ROOT, "epoch %.1f", epochs);
    double rate =
        snapshot.rates().steps()
            / (snapshot.tracks().size() * run.integer(RunParameters.REPLICATES.key()));
    double seconds = (model.budget() - step) / rate;
    return snapshot.state() == Snapshot.State.RUNNING && rate > 0 && seconds < LONGEST
        ? text + " · " + Durations.text(seconds) + " left"
        : text;
  }

  /// As large as the view has room for.
  private void fit(Gallery gallery, int tracks) {
    double room = node.getParent() == null ? 0 : node.getParent().getLayoutBounds().getHeight();
    double across = (node.getWidth() - NAMES) / (2 * Strip.width(gallery));
    double down = ((SHARE * room - HEADS) / (1 + tracks) - GAP) / gallery.rows();
    double scale = Math.clamp(Math.min(across, down), LEAST_SCALE, GREATEST_SCALE);
    inputs.scale(scale);
    for (Line line : lines.values()) {
      line.reconstructions().scale(scale);
      line.samples().scale(scale);
    }
  }

  private void arrange(List<Track> tracks) {
    lines.clear();
    grid.getChildren().clear();
    grid.add(head("reconstructed from a latent sample"), 1, 0);
    grid.add(head("samples from the prior"), 2, 0);
    grid.add(name("Input"), 0, 1);
    grid.add(inputs.view(), 1, 1);
    for (Track track : tracks) {
      Line line =
          new Line(
              name(track.label()),
              new Strip(track.label() + ": reconstructions"),
              new Strip(track.label() + ": samples"));
      int row = 2 + lines.size();
      grid.addRow(row, line.name(), line.reconstructions().view(), line.samples().view());
      lines.put(track.choice().key(), line);
    }
  }

  private static Label head(String text) {
    return Styles.with(new Label(text), "comparison-caption");
  }

  private static Label name(String text) {
    Label label = Styles.with(new Label(text), "gallery-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(label, HPos.LEFT);
    return label;
  }

  /// Images side by side, bright ink on a dark ground as in the data.
  private static final class Strip {
    private final ImageView view = new ImageView();
    private @Nullable WritableImage image;
    private byte @Nullable [] drawn;

    Strip(String text) {
      view.setSmooth(true);
      view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      view.setAccessibleText(text);
    }

    Node view() {
      return view;
    }

    static int width(Gallery gallery) {
      return Gallery.COUNT * (gallery.columns() + GAP) - GAP;
    }

    void scale(double to) {
      WritableImage shown = image;
      if (shown != null) {
        view.setFitWidth(to * shown.getWidth());
        view.setFitHeight(to * shown.getHeight());
      }
    }

    @SuppressWarnings("ReferenceEquality") // new pictures are a new array
    void show(Gallery gallery, byte[] pixels) {
      if (pixels == drawn) {
        return;
      }
      drawn = pixels;
      int rows = gallery.rows();
      int columns = gallery.columns();
      int count = pixels.length / (rows * columns);
      int width = count * (columns + GAP) - GAP;
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
                i * (columns + GAP),
                0,
                columns,
                rows,
                PixelFormat.getIntArgbInstance(),
                argb,
                0,
                columns);
      }
    }
  }
}
