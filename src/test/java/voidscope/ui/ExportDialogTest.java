package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Toolkit;
import voidscope.chart.figure.Extent;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Preset;
import voidscope.chart.look.Presets;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.laboratory.Opening;
import voidscope.library.UserPlace;
import voidscope.problem.Pictures;
import voidscope.ui.board.ChartBoard;
import voidscope.ui.file.Chooser;
import voidscope.ui.file.Ground;
import voidscope.ui.model.Axes;
import voidscope.ui.model.Message;
import voidscope.ui.model.Slot;

/// The export dialog and its keys, in a real window on a real run.
@SuppressWarnings("NullAway.Init")
final class ExportDialogTest {

  @TempDir private Path folder = Path.of("");
  private final AtomicReference<Path> revealed = new AtomicReference<>();
  @TempDir private Path home = Path.of("");
  private Chooser chooser;
  private Window window;

  @BeforeEach
  void open() {
    chooser =
        new Chooser() {
          @Override
          public Optional<Path> open(String kind, String ending) {
            return Optional.empty();
          }

          @Override
          public Optional<Path> save(String kind, String ending, String name) {
            return Optional.empty();
          }

          @Override
          public Optional<Path> folder(Path now) {
            return Optional.of(folder);
          }

          @Override
          public void reveal(Path shown) {
            revealed.set(shown);
          }
        };
    window = new Window(1366, 768, chooser, UserPlace.of(home.resolve("runs")));
    Toolkit.until(() -> snapshot() != null && Objects.requireNonNull(snapshot()).step() > 5);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Snapshot snapshot() {
    return Toolkit.onFx(() -> window.model().follower().newest());
  }

  private Stage dialog() {
    return Toolkit.onFx(() -> window.controller().exports().stage());
  }

  private <T extends Node> T part(Class<T> type, String id) {
    return Toolkit.onFx(
        () -> type.cast(Objects.requireNonNull(dialog().getScene().lookup("#export-" + id), id)));
  }

  private void key(KeyCode code, boolean shift) {
    Toolkit.runFx(
        () ->
            Event.fireEvent(
                window.controller().scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false)));
    Toolkit.pulses(2);
  }

  private void press(String button) {
    Button found = part(Button.class, button);
    Toolkit.runFx(found::fire);
  }

  private <T> void choose(String id, T value) {
    @SuppressWarnings("unchecked")
    ChoiceBox<T> box = part(ChoiceBox.class, id);
    Toolkit.runFx(() -> box.setValue(value));
  }

  private void type(String id, String text) {
    TextField field = part(TextField.class, id);
    Toolkit.runFx(() -> field.setText(text));
  }

  private void tick(String id, boolean on) {
    CheckBox box = part(CheckBox.class, id);
    Toolkit.runFx(() -> box.setSelected(on));
  }

  private Message message() {
    Toolkit.until(() -> Toolkit.onFx(() -> window.model().message().get() != null));
    return Toolkit.onFx(() -> Objects.requireNonNull(window.model().message().get()));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> "" + file.getFileName()).sorted().toList();
    }
  }

  @Test
  void firstCtrlE_asks_andTheNextRepeats_andTheFolderCanBeOpened() throws Exception {
    key(KeyCode.E, false);
    assertNotNull(dialog());
    press("browse");
    tick("csv", true);
    press("go");
    assertNull(dialog());
    Message saved = message();
    assertEquals(Message.Kind.SUCCESS, saved.kind(), saved.detail());
    assertEquals("Open folder", saved.remedy().label());
    Toolkit.runFx(saved.remedy().action());
    assertEquals(folder, revealed.get());
    List<String> written =
        List.of("theta.csv", "theta.pdf", "theta.png", "theta.svg", "theta.toml");
    assertEquals(written, names());

    Toolkit.runFx(() -> window.model().message().set(null));
    for (String name : written) {
      Files.delete(folder.resolve(name));
    }
    key(KeyCode.E, false);
    assertNull(dialog());
    assertEquals(Message.Kind.SUCCESS, message().kind());
    assertEquals(written, names());
  }

  /// How figures were exported is kept from one window to the next, and what one figure said is
  /// not.
  @Test
  void lastExport_isKept_andTheNextWindowAsksFirst() throws Exception {
    key(KeyCode.E, true);
    press("browse");
    tick("csv", true);
    tick("svg", false);
    type("title", "Of this figure alone");
    tick("outlines", true);
    choose("legend", LegendPlace.ENDS.label());
    choose("presets", "Own size");
    type("own-size", "90x60mm");
    type("own-font", "7.5");
    type("fps", "20");
    press("go");
    assertEquals(Message.Kind.SUCCESS, message().kind());
    List<String> written = List.of("theta.csv", "theta.pdf", "theta.png", "theta.toml");
    assertEquals(written, names());
    window.close();

    window = new Window(1366, 768, chooser, UserPlace.of(home.resolve("runs")));
    Toolkit.until(() -> snapshot() != null);
    key(KeyCode.E, false);
    assertNotNull(dialog());
    assertEquals(folder.toString(), Toolkit.onFx(part(TextField.class, "folder")::getText));
    assertEquals("90x60mm", Toolkit.onFx(part(TextField.class, "own-size")::getText));
    assertEquals("7.5", Toolkit.onFx(part(TextField.class, "own-font")::getText));
    assertEquals("20", Toolkit.onFx(part(TextField.class, "fps")::getText));
    assertEquals("", Toolkit.onFx(part(TextField.class, "title")::getText));
    assertTrue(Toolkit.onFx(part(CheckBox.class, "outlines")::isSelected));
    assertFalse(Toolkit.onFx(part(CheckBox.class, "svg")::isSelected));
    assertEquals(LegendPlace.ENDS.label(), Toolkit.onFx(part(ChoiceBox.class, "legend")::getValue));
    for (String name : written) {
      Files.delete(folder.resolve(name));
    }
    press("go");
    assertEquals(Message.Kind.SUCCESS, message().kind());
    assertEquals(written, names());
  }

  @Test
  void exportedFigure_bringsTheRunBack_withItsEventsAndStep() throws Exception {
    Toolkit.runFx(() -> window.model().values().set(slot("theta-rate"), .5));
    Toolkit.until(() -> !snapshot().scenario().events().isEmpty());
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> snapshot().state() == Snapshot.State.PAUSED);
    Toolkit.runFx(() -> window.model().looks().setHidden("concrete", true));
    ChartBoard board = window.controller().board();
    ChartEntry theta = Charts.catalogue().get("theta");
    ChartEntry loss = Charts.catalogue().get("loss");
    Extent part = new Extent(0, 4);
    Toolkit.runFx(() -> board.axes(a -> a.zoom(theta, part, new Extent(-.5, .5))));
    key(KeyCode.E, true);
    press("browse");
    press("go");
    assertEquals(Message.Kind.SUCCESS, message().kind());
    Toolkit.runFx(() -> board.axes(Axes::follow));
    Toolkit.runFx(() -> window.model().looks().show("comparison"));
    Snapshot shown = snapshot();
    Scenario carried = Opening.read(folder.resolve("theta.pdf")).scenario();
    assertEquals(shown.scenario().events(), carried.events());
    assertEquals((double) shown.step(), carried.run().real("steps"));

    Toolkit.runFx(() -> window.model().looks().setHidden("concrete", false));
    Slider speed = window.find(Slider.class, "speed");
    Toolkit.runFx(() -> speed.setValue(speed.getMax()));
    Toolkit.runFx(() -> window.controller().desk().open(folder.resolve("theta.svg")));
    Toolkit.until(() -> snapshot().generation() > shown.generation());
    Toolkit.until(() -> snapshot().step() == shown.step());
    assertEquals(carried, snapshot().scenario());
    assertEquals("theta", Toolkit.onFx(() -> window.model().origin().name()));
    assertEquals(Set.of("concrete"), Toolkit.onFx(() -> window.model().looks().hidden()));
    Toolkit.until(() -> Toolkit.onFx(() -> part.equals(board.axes().across(theta).window())));
    assertEquals(new Extent(-.5, .5), Toolkit.onFx(() -> board.axes().up(theta).window()));
    assertEquals(part, Toolkit.onFx(() -> board.axes().across(loss).window()));
    assertNull(Toolkit.onFx(() -> board.axes().up(loss).window()));
    assertEquals("trajectories", Toolkit.onFx(() -> window.model().looks().view().key()));
  }

  private static Slot slot(String key) {
    return Slot.learning().stream()
        .filter(slot -> slot.parameter().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allCharts_areOneAction_inASizeOfOnesOwn() throws Exception {
    key(KeyCode.E, true);
    press("browse");
    choose("charts", "All charts");
    type("name", "toy");
    choose("presets", "Own size");
    type("own-size", "400 x 300 px");
    choose("grounds", Ground.DARK_PAGE);
    tick("pdf", false);
    tick("svg", false);
    tick("csv", true);
    // Also of the views that are not on the screen, here and when the export is repeated.
    Toolkit.until(() -> drawn() > 1);
    press("go");
    int count = Charts.catalogue().entries().size();
    assertEquals("Saved " + count + " charts", message().title());
    assertTrue(names().containsAll(List.of("toy-theta.png", "toy-loss.png", "toy-loss.toml")));
    assertTrue(Files.readAllLines(folder.resolve("toy-gradient.csv")).size() > 10);
    assertTrue(Files.readAllLines(folder.resolve("toy-surrogate.csv")).size() > 10);
    long before = snapshot().generation();
    window.press(KeyCode.R);
    Toolkit.until(() -> snapshot().generation() > before && drawn() > 1);
    var picture = javax.imageio.ImageIO.read(folder.resolve("toy-variance.png").toFile());
    assertEquals(400, picture.getWidth());
    assertTrue(picture.getColorModel().hasAlpha());
  }

  /// A VAE's pictures are offered where there are some, and an export of them is not repeated with
  /// a run that has none.
  @Test
  void images_areExported_ofARunThatHasThem() throws Exception {
    key(KeyCode.E, true);
    assertFalse(Toolkit.onFx(() -> part(ChoiceBox.class, "charts").getItems().contains("Images")));
    press("cancel");
    Toolkit.runFx(() -> window.model().chooseProblem("vae-linear"));
    window.press(KeyCode.R);
    Toolkit.until(() -> snapshot().images() != null);
    key(KeyCode.E, true);
    choose("charts", "Images");
    type("folder", folder.toString());
    assertEquals("images", Toolkit.onFx(() -> part(TextField.class, "name").getText()));
    Toolkit.until(
        () -> snapshot().tracks().stream().allMatch(t -> t.exhibit(Pictures.class) != null));
    Toolkit.runFx(() -> window.model().message().set(null)); // who has left with the problem
    press("go");
    assertEquals(Message.Kind.SUCCESS, message().kind(), message().detail());
    assertEquals(List.of("images.pdf", "images.png", "images.svg", "images.toml"), names());
    String svg = Files.readString(folder.resolve("images.svg"));
    int pictures = 8 * (1 + 2 * snapshot().tracks().size());
    assertEquals(pictures, svg.split("data:image/png", -1).length - 1);

    Toolkit.runFx(() -> window.model().chooseProblem("squared-distance"));
    window.press(KeyCode.R);
    Toolkit.until(() -> snapshot().images() == null);
    Toolkit.runFx(() -> window.model().message().set(null));
    key(KeyCode.E, false);
    assertEquals("This run has no images to export", message().title());
  }

  /// Contenders whose fresh gradients are there to be drawn.
  private long drawn() {
    return snapshot().tracks().stream().filter(track -> track.sample() != null).count();
  }

  @Test
  void dialog_saysWhatIsWrong_andExportsOnlyWhatCanBe() {
    key(KeyCode.E, true);
    Button go = part(Button.class, "go");
    Label note = part(Label.class, "files-note");
    press("browse");
    assertFalse(go.isDisabled());
    assertEquals("Writes theta.pdf, theta.svg, theta.png, theta.toml", note.getText());
    type("folder", folder.resolve("none").toString());
    assertTrue(go.isDisabled() && note.getText().startsWith("Folder:"), note.getText());
    type("folder", folder.toString());
    type("name", "a/b");
    assertTrue(go.isDisabled() && note.getText().startsWith("Name:"), note.getText());
    type("name", "a");
    choose("presets", "Own size");
    type("own-size", "wide");
    assertTrue(go.isDisabled() && note.getText().startsWith("Size:"), note.getText());
    tick("fit", true);
    type("own-size", "200 x 200 in");
    assertTrue(go.isDisabled() && note.getText().startsWith("PNG:"), note.getText());
    type("own-size", "5 x 3 in");
    assertFalse(go.isDisabled());
    for (String format : List.of("pdf", "svg", "png")) {
      tick(format, false);
    }
    assertTrue(go.isDisabled() && note.getText().contains("kind of file"), note.getText());
    press("cancel");
    assertNull(dialog());
  }

  @Test
  void dress_isExported_andAskedForAgain_andWhatIsWrongWithIt_isSaid() throws Exception {
    key(KeyCode.E, false);
    type("folder", folder.toString());
    for (String kind : List.of("pdf", "png")) {
      tick(kind, false);
    }
    type("title", "Our words");
    type("xlabel", "none");
    type("estimators", "relax, exact");
    choose("legend", LegendPlace.BESIDE.label());
    tick("outlines", false);
    type("xlim", "5:1");
    Label note = part(Label.class, "files-note");
    assertTrue(Toolkit.onFx(note::getText).startsWith("x axis: expected"), "xlim");
    assertTrue(Toolkit.onFx(() -> part(Button.class, "go").isDisabled()));
    type("xlim", "0:");
    type("estimators", "nobody");
    assertTrue(Toolkit.onFx(note::getText).contains("unknown estimator \"nobody\""));
    type("estimators", "relax, rebar");
    press("go");
    assertEquals("Saved theta.svg", message().title());
    String svg = Files.readString(folder.resolve("theta.svg"));
    assertTrue(svg.contains(">Our words</text>") && svg.contains(">RELAX</text>"));
    assertTrue(svg.indexOf(">RELAX</text>") < svg.indexOf(">REBAR</text>"));
    assertFalse(svg.contains(">step</text>") || svg.contains(">Concrete</text>"));
    assertTrue(svg.contains("# dress: title = Our words; xlabel = none; legend = beside"));
  }

  @Test
  void panelsAndMotion_areExported() throws Exception {
    key(KeyCode.E, false);
    type("folder", folder.toString());
    for (String kind : List.of("pdf", "svg")) {
      tick(kind, false);
    }
    tick("apng", true);
    tick("pgfplots", true);
    choose("presets", "Own size");
    type("own-size", "300x200px");
    type("panels", "theta, loss");
    type("fps", "4");
    type("seconds", "1");
    press("go");
    message();
    String tex = Files.readString(folder.resolve("theta.tex"));
    assertTrue(tex.contains("{(a) ") && tex.contains("{(b) "), tex);
    byte[] apng = Files.readAllBytes(folder.resolve("theta.apng"));
    String letters = new String(apng, StandardCharsets.ISO_8859_1);
    assertEquals(4, letters.split("fcTL", -1).length - 1);
  }

  @Test
  void preview_hasTheSizeOnPaper_andFitsOnDemand() {
    key(KeyCode.E, true);
    ImageView preview = part(ImageView.class, "preview");
    Preset slide = Presets.catalogue().get("slide");
    Toolkit.until(() -> preview.getImage() != null);
    double inch = Toolkit.onFx(() -> preview.getFitWidth()) / (slide.width() / Preset.INCH);
    assertTrue(inch >= 50 && inch <= 600, inch + " pixels an inch");
    choose("presets", "Paper, one column");
    Toolkit.until(() -> Math.abs(preview.getFitWidth() - 3.25 * inch) < 1);
    tick("fit", true);
    Toolkit.until(() -> preview.getFitWidth() > 3.5 * inch);
    assertTrue(part(Label.class, "preview-note").getText().contains("%"));
  }

  @Test
  void failedExport_isTold_andLeavesNothing() throws Exception {
    key(KeyCode.E, true);
    press("browse");
    Files.createDirectory(folder.resolve("theta.svg"));
    press("go");
    Message told = message();
    assertEquals(Message.Kind.FAILURE, told.kind());
    assertTrue(told.detail().contains("theta.svg"), told.detail());
    assertFalse(told.detail().contains("Exception"), told.detail());
    assertEquals(List.of("theta.pdf", "theta.svg"), names());
    assertEquals("Export…", told.remedy().label());
  }

  @Test
  void figureWithoutAScenario_isRefused_andTheRunGoesOn() throws Exception {
    Path foreign = Files.writeString(folder.resolve("a.svg"), "<svg xmlns='x'/>");
    long generation = snapshot().generation();
    Toolkit.runFx(() -> window.controller().desk().open(foreign));
    Message told = message();
    assertEquals("Could not open a.svg", told.title());
    assertTrue(told.detail().contains("carries its scenario"), told.detail());
    assertEquals(generation, snapshot().generation());
  }

  @Test
  void copy_putsThePictureAndItsSvg_ontoTheClipboard() {
    key(KeyCode.C, false);
    assertTrue(message().title().startsWith("Copied"));
    boolean both =
        Toolkit.onFx(
            () -> {
              Clipboard clipboard = Clipboard.getSystemClipboard();
              return clipboard.hasImage()
                  && clipboard.getImage().getWidth() == 1920
                  && clipboard.getContentTypes().toString().contains("image/svg+xml");
            });
    assertTrue(both);
  }
}
