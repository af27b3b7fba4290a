package voidscope.ui.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import voidscope.catalogue.Settings;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.RunParameters;
import voidscope.problem.vae.Gallery;
import voidscope.text.Durations;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Styles;

/// Pictures of the VAEs of a run: held-back images, and a line an estimator with its
/// reconstructions of them and its samples from the prior.
public final class GalleryPane {
  /// Id of the action that trains a VAE.
  public static final String TRAIN = "train";

  private static final double LEAST_SCALE = 0.8;
  private static final double GREATEST_SCALE = 2.5;

  /// A longer time than a week is no use to tell.
  private static final double LONGEST = 7 * 86_400;

  /// Width of what stands beside the strips: names, latents, gaps.
  private static final double BESIDE = 190;

  private static final double LATENTS = 410;

  private static final double HEADS = 70;

  /// Of the view's height, what the pictures may take.
  private static final double SHARE = 0.42;

  private final WorkbenchModel model;
  private final GridPane grid = Styles.with(new GridPane(), "gallery-grid");
  private final VBox node = Styles.with(new VBox(), "chart-card", "gallery");
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Label caption = Styles.with(new Label(), "comparison-caption");
  private final ImageStrip inputs = new ImageStrip("Held-back images");
  private final Button bound = Styles.with(new Button("Bound log p(x)"), "small-button");
  private final Button train = Styles.with(new Button("Train one"), "small-button");
  private final LatentPane latents;
  private final HBox body;
  private List<String> shown = List.of();

  /// One estimator's pictures.
  private record Line(Label name, ImageStrip reconstructions, ImageStrip samples) {}

  public GalleryPane(WorkbenchModel model) {
    this.model = model;
    node.setId("gallery");
    node.setMinHeight(Region.USE_PREF_SIZE);
    Label title = Styles.with(new Label("Images"), "comparison-title");
    caption.setId("gallery-caption");
    latents = new LatentPane(model);
    body = Styles.with(new HBox(grid, latents.node()), "gallery-body");
    inputs.onPick(latents::pick);
    bound.setId("gallery-bound");
    bound.setTooltip(
        new Tooltip("The importance-weighted bound of 100 samples, of held-back images  (B)"));
    bound.setOnAction(event -> model.values().request(BoundDesk.ACTION));
    train.setId("gallery-train");
    train.setTooltip(new Tooltip("Opens the sample of a discrete VAE on MNIST"));
    train.setOnAction(event -> model.values().request(TRAIN));
    node.getChildren()
        .setAll(Styles.with(new HBox(title, caption, train, bound), "comparison-head-line"), body);
  }

  public Node node() {
    return node;
  }

  /// Shows whether the likelihood is being bounded.
  public void bounding(boolean working) {
    bound.setDisable(working);
    bound.setText(working ? "Bounding log p(x)…" : "Bound log p(x)");
  }

  /// Shows the pictures of a run.
  public void refresh(Snapshot snapshot) {
    List<Track> tracks =
        snapshot.tracks().stream()
            .filter(track -> track.exhibit(Gallery.class) != null)
            .filter(track -> !model.looks().hidden().contains(track.id()))
            .toList();
    List<String> keys = tracks.stream().map(track -> track.id()).toList();
    if (!keys.equals(shown)) {
      shown = keys;
      arrange(tracks);
    }
    caption.setText(
        tracks.stream()
            .map(track -> track.exhibit(Gallery.class))
            .filter(Objects::nonNull)
            .findFirst()
            .map(gallery -> progress(snapshot, gallery.epoch()))
            .orElse("This run has none: a VAE learns images."));
    train.setVisible(tracks.isEmpty());
    train.setManaged(tracks.isEmpty());
    bound.setManaged(!tracks.isEmpty());
    bound.setVisible(!tracks.isEmpty());
    body.setVisible(!tracks.isEmpty());
    body.setManaged(!tracks.isEmpty());
    String chosen = LatentPane.chosen(model, tracks);
    for (Track track : tracks) {
      Gallery gallery = track.exhibit(Gallery.class);
      if (gallery != null) {
        fit(gallery, tracks.size());
      }
      Line line = lines.get(track.id());
      if (gallery != null && line != null) {
        inputs.show(gallery, gallery.inputs());
        line.reconstructions().show(gallery, gallery.reconstructions());
        line.samples().show(gallery, gallery.samples());
        boolean looked = track.id().equals(chosen);
        line.reconstructions().mark(looked ? latents.image() : -1);
        if (looked) {
          latents.refresh(track, gallery);
        }
      }
    }
  }

  /// How far the training is.
  private String progress(Snapshot snapshot, int epoch) {
    Settings run = snapshot.scenario().run();
    double step = (double) snapshot.step();
    double epochs = step * run.integer(RunParameters.BATCH.key()) / epoch;
    String text = String.format(Locale.ROOT, "epoch %.1f", epochs);
    double rate = snapshot.rates().steps();
    double seconds = (model.budget() - step) / rate;
    return snapshot.state() == Snapshot.State.RUNNING && rate > 0 && seconds < LONGEST
        ? text + " · " + Durations.text(seconds) + " left"
        : text;
  }

  /// As large as the view has room for.
  private void fit(Gallery gallery, int tracks) {
    double room = node.getParent() == null ? 0 : node.getParent().getLayoutBounds().getHeight();
    double across = (node.getWidth() - BESIDE - LATENTS) / (2 * ImageStrip.width(gallery));
    double down = ((SHARE * room - HEADS) / (1 + tracks) - 2) / gallery.rows();
    double scale = Math.clamp(Math.min(across, down), LEAST_SCALE, GREATEST_SCALE);
    double beside = node.getWidth() - BESIDE - 2 * scale * ImageStrip.width(gallery);
    latents.fit(gallery, beside, (1 + tracks) * (scale * gallery.rows() + 2));
    inputs.scale(scale);
    inputs.mark(latents.image());
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
    grid.add(inputs.node(), 1, 1);
    for (Track track : tracks) {
      Line line =
          new Line(
              name(track.label()),
              new ImageStrip(track.label() + ": reconstructions"),
              new ImageStrip(track.label() + ": samples"));
      int row = 2 + lines.size();
      String key = track.id();
      line.reconstructions()
          .onPick(
              index -> {
                model.looks().focus(key);
                latents.pick(index);
              });
      grid.addRow(row, line.name(), line.reconstructions().node(), line.samples().node());
      lines.put(track.id(), line);
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
}
