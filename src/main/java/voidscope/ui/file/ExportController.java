package voidscope.ui.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import voidscope.chart.export.ExportOrder;
import voidscope.chart.export.FigureFormat;
import voidscope.chart.export.PictureRoom;
import voidscope.chart.look.Look;
import voidscope.chart.look.Preset;
import voidscope.chart.look.Presets;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.chart.series.FigureDress;
import voidscope.text.Numbers;
import voidscope.ui.widget.Styles;

/// Binds `Export.fxml`: asks what to export, and shows it as large as it will be.
@SuppressWarnings("NullAway.Init")
final class ExportController {
  private static final String ALL = "All charts";
  private static final String OWN = "Own size";
  private static final double SANE_LEAST = 50;
  private static final double SANE_MOST = 600;
  private static final double USUAL = 96;
  private static final double MARGIN = 30;
  private static final int NAMED = 4;
  private static final double WAITING = .4;

  private final ExportDesk desk;
  private final Chooser chooser;
  private final Consumer<Optional<ExportOrder>> answer;
  private final Map<FigureFormat, CheckBox> formats = new EnumMap<>(FigureFormat.class);
  private final Parent root;
  private @Nullable CompletableFuture<Image> painting;
  private boolean stale = true;
  private DressForm dress;

  @FXML private ChoiceBox<String> charts;
  @FXML private FlowPane kinds;
  @FXML private ChoiceBox<String> presets;
  @FXML private HBox ownRow;
  @FXML private TextField ownSize;
  @FXML private TextField ownFont;
  @FXML private Label sizeNote;
  @FXML private ChoiceBox<Ground> grounds;
  @FXML private TextField name;
  @FXML private TextField folder;
  @FXML private Label filesNote;
  @FXML private Button export;
  @FXML private Label previewNote;
  @FXML private CheckBox fit;
  @FXML private ToggleButton dressing;
  @FXML private VBox dressRows;
  @FXML private ScrollPane scroll;
  @FXML private StackPane paper;
  @FXML private ImageView preview;

  /// @param first the order that it shows at first
  /// @param answer told the order, or that there is none
  ExportController(
      ExportDesk desk, Chooser chooser, ExportOrder first, Consumer<Optional<ExportOrder>> answer) {
    this.desk = desk;
    this.chooser = chooser;
    this.answer = answer;
    FXMLLoader loader =
        new FXMLLoader(
            Objects.requireNonNull(getClass().getResource("/voidscope/fxml/Export.fxml")));
    loader.setController(this);
    try {
      root = loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("the program lacks its export dialog's layout", e);
    }
    show(first);
    watch();
    refresh();
  }

  @FXML
  void initialize() {
    for (FigureFormat format : FigureFormat.catalogue().entries()) {
      CheckBox box = new CheckBox(format.label());
      box.setId("export-" + format.key());
      formats.put(format, box);
      kinds.getChildren().add(box);
    }
    dressRows.managedProperty().bind(dressRows.visibleProperty());
    dressRows.visibleProperty().bind(dressing.selectedProperty());
    charts.getItems().add(ALL);
    desk.charts().forEach(entry -> charts.getItems().add(entry.label()));
    Presets.catalogue().entries().forEach(preset -> presets.getItems().add(preset.label()));
    presets.getItems().add(OWN);
    grounds.getItems().setAll(Ground.values());
    ownRow.managedProperty().bind(ownRow.visibleProperty());
    ownRow.visibleProperty().bind(presets.valueProperty().isEqualTo(OWN));
  }

  private void show(ExportOrder order) {
    boolean one = order.charts().size() == 1;
    charts.setValue(one ? order.charts().getFirst().label() : ALL);
    formats.forEach((format, box) -> box.setSelected(order.formats().contains(format)));
    Preset preset = order.presets().getFirst();
    boolean known = Presets.catalogue().find(preset.key()).isPresent();
    presets.setValue(known ? preset.label() : OWN);
    ownSize.setText(known ? "120 x 80 mm" : preset.key());
    ownFont.setText(Numbers.shortText(known ? 9 : preset.fontSize()));
    for (Ground ground : Ground.values()) {
      if (ground.dark() == order.dark() && ground.transparent() == order.transparent()) {
        grounds.setValue(ground);
      }
    }
    dress = new DressForm(dressRows, order.dress(), order.motion(), this::refresh);
    dressing.setSelected(!order.dress().equals(FigureDress.PLAIN));
    name.setText(order.name());
    folder.setText(order.folder().toString());
  }

  private void watch() {
    charts.valueProperty().subscribe((old, chart) -> rename(old, chart));
    formats.values().forEach(box -> box.selectedProperty().subscribe(on -> refresh()));
    presets.valueProperty().subscribe(preset -> refresh());
    grounds.valueProperty().subscribe(ground -> refresh());
    for (TextField field : List.of(ownSize, ownFont, name, folder)) {
      field.textProperty().subscribe(text -> refresh());
    }
    fit.selectedProperty().subscribe(on -> refresh());
    scroll.viewportBoundsProperty().subscribe(bounds -> stale |= fit.isSelected());
  }

  /// A name that was that of the chart follows the chart.
  private void rename(String old, String chart) {
    if (name.getText().isBlank() || name.getText().equals(key(old))) {
      name.setText(key(chart));
    }
    refresh();
  }

  private static String key(String label) {
    return Charts.exported().entries().stream()
        .filter(entry -> entry.label().equals(label))
        .map(ChartEntry::key)
        .findFirst()
        .orElse("");
  }

  /// The dialog's content.
  Parent root() {
    return root;
  }

  private List<ChartEntry> chosenCharts() {
    return charts.getValue().equals(ALL)
        ? Charts.catalogue().entries()
        : Charts.exported().entries().stream()
            .filter(entry -> entry.label().equals(charts.getValue()))
            .toList();
  }

  /// The preset, if it is one.
  private Optional<Preset> preset() {
    if (!presets.getValue().equals(OWN)) {
      return Presets.catalogue().entries().stream()
          .filter(preset -> preset.label().equals(presets.getValue()))
          .findFirst();
    }
    try {
      double size = Double.parseDouble(ownFont.getText().strip().replace(',', '.'));
      return Preset.hasFont(size)
          ? Preset.own(ownSize.getText()).map(own -> own.withFont(size))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// What is asked for, or why it cannot be.
  private ExportOrder order() throws Refusal {
    Preset preset =
        preset()
            .orElseThrow(
                () ->
                    new Refusal(
                        "Size: expected "
                            + Preset.OWN_EXPECTED
                            + ", and text of "
                            + Preset.FONT_EXPECTED));
    List<FigureFormat> chosen = new ArrayList<>();
    formats.forEach(
        (format, box) -> {
          if (box.isSelected()) {
            chosen.add(format);
          }
        });
    if (chosen.isEmpty()) {
      throw new Refusal("Choose at least one kind of file");
    }
    String tooLarge = PictureRoom.obstacle(preset.pixelWidth(), preset.pixelHeight());
    for (FigureFormat format : chosen) {
      if (format.pixels() && !tooLarge.isEmpty()) {
        throw new Refusal(format.label() + ": " + tooLarge);
      }
    }
    String plain = name.getText().strip();
    try {
      if (Path.of(plain).getNameCount() != 1) {
        throw new Refusal("Name: expected a name without slashes; the folder stands below");
      }
      Path place = Path.of(folder.getText().strip()).toAbsolutePath();
      if (!Files.isDirectory(place)) {
        throw new Refusal("Folder: there is none of that name");
      }
      ExportOrder order = draft(preset, chosen, place, plain);
      String obstacle = order.obstacle() + desk.obstacle(order.dress());
      if (!obstacle.isEmpty()) {
        throw new Refusal(obstacle);
      }
      return order;
    } catch (InvalidPathException e) {
      throw new Refusal("Name and folder: expected what this system can call a file");
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private ExportOrder draft(Preset preset, List<FigureFormat> kinds, Path place, String stem) {
    return new ExportOrder(
        chosenCharts(),
        kinds,
        List.of(preset),
        grounds.getValue().dark(),
        grounds.getValue().transparent(),
        dress.dress(),
        dress.motion(),
        place,
        stem);
  }

  /// Why there can be no export.
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String why) {
      super(why);
    }
  }

  private void refresh() {
    stale = true;
    preset().ifPresent(preset -> sizeNote.setText(size(preset)));
    boolean monochrome = preset().map(Preset::monochrome).orElse(false);
    grounds.setDisable(monochrome && !grounds.getValue().dark());
    try {
      List<Path> files = order().files();
      long there = files.stream().filter(Files::exists).count();
      filesNote.setText(names(files) + (there == 0 ? "" : " (replaces " + there + ")"));
      Styles.state(filesNote, "error", false);
      export.setDisable(false);
    } catch (Refusal e) {
      filesNote.setText(e.getMessage());
      Styles.state(filesNote, "error", true);
      export.setDisable(true);
    }
  }

  private static String names(List<Path> files) {
    List<String> names =
        files.stream().limit(NAMED).map(file -> String.valueOf(file.getFileName())).toList();
    int more = files.size() - names.size();
    return "Writes " + String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String size(Preset preset) {
    return Math.round(preset.width() / Preset.MILLIMETRE)
        + " × "
        + Math.round(preset.height() / Preset.MILLIMETRE)
        + " mm · text "
        + Numbers.shortText(preset.fontSize())
        + " pt · PNG "
        + preset.pixelWidth()
        + " × "
        + preset.pixelHeight();
  }

  /// Lets a finished preview show and begins the next if something has changed.
  void pulse() {
    CompletableFuture<Image> running = painting;
    if (running != null && running.isDone()) {
      painting = null;
      if (!running.isCompletedExceptionally()) {
        preview.setImage(running.join());
      }
    }
    Optional<Preset> preset = preset();
    if (stale && painting == null && preset.isPresent()) {
      stale = false;
      paint(preset.get());
    }
  }

  private void paint(Preset preset) {
    Screen screen = screen();
    double dense = screen.getOutputScaleX();
    double trueScale = dotsPerInch(screen) / dense / Preset.INCH;
    double across = (scroll.getViewportBounds().getWidth() - MARGIN) / preset.width();
    double down = (scroll.getViewportBounds().getHeight() - MARGIN) / preset.height();
    double scale = fit.isSelected() ? Math.max(.1, Math.min(across, down)) : trueScale;
    int width = (int) Math.max(1, Math.round(preset.width() * scale * dense));
    int height = (int) Math.max(1, Math.round(preset.height() * scale * dense));
    preview.setFitWidth(width / dense);
    preview.setFitHeight(height / dense);
    paper.setMaxSize(width / dense + 2, height / dense + 2);
    paper.setMinSize(width / dense + 2, height / dense + 2);
    previewNote.setText(
        fit.isSelected()
            ? "Preview at " + Math.round(100 * scale / trueScale) + " % of its true size"
            : "Preview in true size");
    // Where there is no ground, the preview shows the page that the ink is for.
    Look look = preset.look(grounds.getValue().dark(), false);
    try {
      ExportOrder shown = draft(preset, List.of(), Path.of(""), "");
      if ((shown.obstacle() + desk.obstacle(shown.dress())).isEmpty()) {
        painting = desk.preview(shown, width, height, look);
      }
    } catch (IllegalArgumentException e) {
      // The form says what is wrong with it; the preview stays as it was until that is put right.
      preview.setOpacity(WAITING);
      return;
    }
    preview.setOpacity(1);
  }

  private Screen screen() {
    var window = root.getScene() == null ? null : root.getScene().getWindow();
    return window == null
        ? Screen.getPrimary()
        : Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream()
            .findFirst()
            .orElse(Screen.getPrimary());
  }

  /// The screen's density, unless what it says cannot be.
  private static double dotsPerInch(Screen screen) {
    double dpi = screen.getDpi();
    return dpi >= SANE_LEAST && dpi <= SANE_MOST ? dpi : USUAL * screen.getOutputScaleX();
  }

  @FXML
  void browse() {
    chooser.folder(Path.of(folder.getText())).ifPresent(path -> folder.setText(path.toString()));
  }

  @FXML
  void cancel() {
    answer.accept(Optional.empty());
  }

  @FXML
  void export() {
    try {
      answer.accept(Optional.of(order()));
    } catch (Refusal e) {
      refresh();
    }
  }
}
