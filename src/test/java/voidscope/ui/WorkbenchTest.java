package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.catalogue.Parameter;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.EstimatorParameters;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.laboratory.TexCells;
import voidscope.problem.vae.Gallery;
import voidscope.problem.vae.LatentEdit;
import voidscope.ui.board.ChartCard;
import voidscope.ui.model.Message;
import voidscope.ui.model.Slot;
import voidscope.ui.widget.BitGrid;

/// The window as a user meets it: through its scene graph, on a real run.
@SuppressWarnings("NullAway.Init")
final class WorkbenchTest {
  @TempDir private Path folder;
  private Window window;

  @BeforeEach
  void open() {
    window = new Window(1366, 900, new Window.Answers(folder.resolve("run.toml")));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void slider_reachesTheRunAsAnEvent_whenMoved() {
    openLearning();
    Slider slider = window.find(Slider.class, "slider-run-theta-rate");
    Toolkit.runFx(() -> slider.setValue(-1));
    assertEquals(0.1, window.model().wanted().run().real("theta-rate"));
    Toolkit.until(() -> !snapshot().scenario().events().isEmpty());
    assertEquals("theta-rate", snapshot().scenario().events().getFirst().key());
  }

  /// Trajectories show every surrogate, and the bar one draw of whom is in focus; the gradient's
  /// view shows draws of all. Nothing else is made.
  @Test
  void view_saysWhatIsMade() {
    String focus = window.model().looks().focus();
    Toolkit.until(() -> drawn().equals(List.of(focus)) && curves() > 0);
    Toolkit.runFx(() -> window.model().looks().show("gradient"));
    Toolkit.until(() -> drawn().size() > 3 && curves() == 0);
    String other = drawn().stream().filter(key -> !key.equals(focus)).findFirst().orElseThrow();
    Toolkit.runFx(() -> window.model().looks().show("comparison"));
    Toolkit.runFx(() -> window.model().looks().focus(other));
    Toolkit.until(() -> drawn().equals(List.of(other)) && curves() == 0);
  }

  private List<String> drawn() {
    return snapshot().tracks().stream()
        .filter(track -> track.sample() != null)
        .map(track -> track.id())
        .toList();
  }

  private long curves() {
    return snapshot().tracks().stream().filter(track -> track.curve() != null).count();
  }

  @Test
  void vae_isOpened_withItsViewAndPictures() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("small.toml"),
            """
            voidscope = 1
            [problem]
            name = "vae-linear"
            data = "omniglot-small"
            latents = 10
            [run]
            batch = 8
            steps = 1000000
            measure-every = 10
            measure-samples = 3
            [[estimator]]
            name = "rebar"
            [[estimator]]
            name = "disarm"
            """);
    Toolkit.runFx(() -> window.controller().desk().open(file));
    Toolkit.until(() -> snapshot().scenario().problem().key().equals("vae-linear"));
    Toolkit.until(() -> snapshot().step() > 10);
    Node gallery = window.find(Node.class, "gallery");
    assertTrue(gallery.isVisible());
    Toolkit.until(
        () ->
            gallery.lookupAll(".image-view").stream()
                    .filter(node -> node instanceof ImageView view && view.getImage() != null)
                    .count()
                == 6);
    assertTrue(window.find(Label.class, "gallery-caption").getText().startsWith("epoch "));
    Toolkit.runFx(() -> window.find(Button.class, "gallery-bound").fire());
    Toolkit.until(() -> shows("Importance-weighted bound on log p(x)"));
    assertTrue(shows("REBAR −"), "a bound of each");
    Message told = Objects.requireNonNull(window.model().message().get());
    assertTrue(told.detail().contains(" ± "), told.detail());
    latents_areSetByHand();
    Toolkit.runFx(() -> window.model().looks().show("trajectories"));
    assertFalse(gallery.isVisible());
  }

  @Test
  void checkpoint_isSavedAndGoneOnFrom_andABadOneLeavesTheRunAlone() throws IOException {
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> snapshot().state() == Snapshot.State.PAUSED);
    long step = snapshot().step();
    Toolkit.runFx(() -> window.controller().actions().get("save-checkpoint").handler().run());
    Toolkit.until(() -> shows("Saved "));
    Path saved = folder.resolve("run.toml");
    assertTrue(Checkpoint.begins(Files.readAllBytes(saved)));
    window.press(KeyCode.R);
    Toolkit.until(() -> snapshot().generation() == 1);
    Path damaged = folder.resolve("damaged");
    byte[] bytes = Files.readAllBytes(saved);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    Toolkit.runFx(() -> window.controller().engine().speed(5));
    Toolkit.runFx(() -> window.controller().desk().open(damaged));
    Toolkit.until(() -> shows("Could not open damaged"));
    assertEquals(1, snapshot().generation());
    Toolkit.runFx(() -> window.controller().desk().open(saved));
    Toolkit.until(() -> snapshot().generation() == 2 && snapshot().step() > step);
    assertTrue(snapshot().step() < step + 50, "it goes on from there");
    assertEquals(0, snapshot().tracks().getFirst().loss().middle().step(0, 0));
  }

  /// A click sets a latent, Space the one under the cursor, and the decoder answers, even at rest.
  private void latents_areSetByHand() {
    BitGrid bits = window.find(BitGrid.class, "latents");
    assertEquals(10, bits.getChildren().size());
    Toolkit.runFx(() -> window.model().looks().focus("rebar"));
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> snapshot().state() == Snapshot.State.PAUSED);
    Node third = bits.getChildren().get(2);
    Toolkit.runFx(() -> Event.fireEvent(third, Mouse.event(MouseEvent.MOUSE_CLICKED, 0, 0, false)));
    Toolkit.until(() -> answered() == 1);
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> answered() == 2);
    assertEquals(Snapshot.State.PAUSED, snapshot().state());
    LatentEdit edit = (LatentEdit) Objects.requireNonNull(window.model().detail().get()).detail();
    assertNotNull(edit);
    assertTrue(edit.values()[2] >= 0 && edit.values()[3] >= 0);
    assertTrue(window.find(Label.class, "latents-caption").getText().endsWith("2 set by hand"));
    Toolkit.runFx(() -> window.find(Button.class, "latents-encoded").fire());
    Toolkit.until(() -> answered() == 0);
  }

  /// Latents set by hand to which the decoder has answered; -1 before it does.
  private int answered() {
    return snapshot().tracks().stream()
        .map(track -> track.exhibit(Gallery.class))
        .filter(Objects::nonNull)
        .map(Gallery::answer)
        .filter(Objects::nonNull)
        .mapToInt(answer -> answer.edit().count())
        .max()
        .orElse(-1);
  }

  @Test
  void images_areLearned_whenOpened_andBadOnesLeaveTheRunAlone() throws IOException {
    ByteBuffer small = ByteBuffer.allocate(16 + 60 * 12);
    small.putInt(0x803).putInt(60).putInt(3).putInt(4);
    byte[] bytes = small.array();
    for (int i = 16; i < bytes.length; i++) {
      bytes[i] = (byte) (97 * i);
    }
    Path whole = Files.write(folder.resolve("whole"), bytes);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, 300));
    Toolkit.runFx(() -> window.controller().desk().open(whole));
    Toolkit.until(() -> snapshot().scenario().problem().key().equals("vae-linear"));
    Toolkit.until(() -> snapshot().step() > 10);
    assertEquals(
        whole.toAbsolutePath().toString(), snapshot().scenario().problem().settings().text("data"));
    assertTrue(shows("60 images of 3×4 pixels"));
    long generation = snapshot().generation();
    Toolkit.runFx(() -> window.controller().desk().open(cut));
    Toolkit.until(() -> shows("Could not open cut"));
    assertTrue(String.valueOf(window.model().message().get()).contains("284 bytes (truncated)"));
    long step = snapshot().step();
    Toolkit.until(() -> snapshot().step() > step);
    assertEquals(generation, snapshot().generation());
    ComboBox<?> images = window.find(ComboBox.class, "choice-problem-data");
    assertEquals("whole", String.valueOf(images.getValue()));
  }

  @Test
  void vaeView_ofAToy_saysWhatToDo_andTrainsOne() {
    window.press(KeyCode.DIGIT4);
    Label caption = window.find(Label.class, "gallery-caption");
    Toolkit.until(() -> caption.getText().contains("a VAE learns images"));
    Button train = window.find(Button.class, "gallery-train");
    assertTrue(Toolkit.onFx(train::isVisible));
    Toolkit.runFx(train::fire);
    Toolkit.until(() -> caption.getText().startsWith("epoch"));
    assertFalse(Toolkit.onFx(train::isVisible));
    clicksBesideAnImage_pickNone();
    Button bound = window.find(Button.class, "gallery-bound");
    Toolkit.runFx(bound::fire);
    Toolkit.until(() -> Toolkit.onFx(bound::isDisabled));
    assertTrue(message().title().startsWith("Bounding log p(x)"), message().title());
    Toolkit.until(() -> message().kind() == Message.Kind.RESULT);
    assertFalse(Toolkit.onFx(bound::isDisabled));
    String numbers = message().detail();
    assertTrue(numbers.contains("REBAR −") && numbers.contains(" ± "), numbers);
    Button copy = window.find(Button.class, "message-copy");
    assertTrue(Toolkit.onFx(copy::isVisible));
    Toolkit.runFx(copy::fire);
    assertTrue(clipboard().endsWith(numbers), numbers);
  }

  private Message message() {
    return Toolkit.onFx(
        () ->
            Objects.requireNonNullElse(
                window.model().message().get(), Message.success("nothing", "")));
  }

  /// A chart that is maximised, or comes back with its view, shows no picture of another size or of
  /// long ago.
  @Test
  void picture_isNeverStale() {
    Toolkit.until(() -> Toolkit.onFx(() -> card("theta").onScreen()) != null);
    for (KeyCode key : new KeyCode[] {KeyCode.M, KeyCode.M, KeyCode.DIGIT2, KeyCode.DIGIT1}) {
      Toolkit.runFx(
          () -> {
            Event.fireEvent(
                window.controller().scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            window.controller().scene().getRoot().layout();
            pictures().forEach(WorkbenchTest::isOfItsPlace);
          });
      for (int i = 0; i < 6; i++) {
        Toolkit.pulses(1);
        Toolkit.runFx(() -> pictures().forEach(WorkbenchTest::isOfItsPlace));
      }
      Toolkit.until(() -> Toolkit.onFx(() -> pictures().stream().allMatch(Node::isVisible)));
    }
  }

  private List<ImageView> pictures() {
    return window.controller().scene().getRoot().lookupAll(".chart-pane").stream()
        .map(pane -> (ImageView) ((Region) pane).getChildrenUnmodifiable().getFirst())
        .toList();
  }

  private static void isOfItsPlace(ImageView picture) {
    Region pane = (Region) picture.getParent();
    double wide = picture.getLayoutBounds().getWidth();
    double high = picture.getLayoutBounds().getHeight();
    assertTrue(
        !picture.isVisible()
            || (Math.abs(wide - pane.getWidth()) < .2 * pane.getWidth()
                && Math.abs(high - pane.getHeight()) < .2 * pane.getHeight()),
        wide + "×" + high + " in " + pane.getWidth() + "×" + pane.getHeight());
  }

  /// A press on a strip that is let go beside it, on either side.
  private void clicksBesideAnImage_pickNone() {
    Toolkit.runFx(
        () -> {
          for (Node strip : window.controller().scene().getRoot().lookupAll(".gallery-choice")) {
            ImageView view = (ImageView) strip.lookup(".image-view");
            for (double x : new double[] {-60, view.getLayoutBounds().getWidth() + 60}) {
              for (boolean still : new boolean[] {false, true}) {
                Event.fireEvent(view, Mouse.event(MouseEvent.MOUSE_CLICKED, x, 5, still));
              }
            }
          }
        });
  }

  private void openLearning() {
    Button header = window.find(Button.class, "section-learning");
    Node rates = header.getParent().getChildrenUnmodifiable().get(1);
    Toolkit.runFx(
        () -> {
          if (!rates.isVisible()) {
            header.fire();
          }
        });
    Toolkit.pulses(2);
  }

  @Test
  void arrows_moveATwentiethOfADecade_onALogarithmicSlider() {
    Slider slider = window.find(Slider.class, "slider-run-theta-rate");
    Toolkit.runFx(
        () -> {
          slider.requestFocus();
          slider.requestFocusTraversal(TraversalDirection.NEXT);
          window
              .controller()
              .scene()
              .getFocusOwner()
              .requestFocusTraversal(TraversalDirection.PREVIOUS);
        });
    window.press(KeyCode.RIGHT);
    assertEquals(0.0112, window.model().wanted().run().real("theta-rate"), 1e-9);
    window.press(KeyCode.PAGE_DOWN);
    assertEquals(0.00354, window.model().wanted().run().real("theta-rate"), 1e-9);
  }

  @Test
  void field_complainsAndKeepsTheValue_whenTheTextIsBad() {
    openLearning();
    TextField field = window.find(TextField.class, "field-run-theta-rate");
    window.focus(field);
    Toolkit.runFx(() -> field.setText("many"));
    window.press(KeyCode.ENTER);
    assertTrue(shows("expected a number from"));
    assertEquals(0.01, window.model().wanted().run().real("theta-rate"));
    window.press(KeyCode.ESCAPE);
    assertEquals("0.01", field.getText());
    assertFalse(shows("expected a number from"));
  }

  @Test
  void field_commits_onEnter() {
    openLearning();
    TextField field = window.find(TextField.class, "field-run-theta-rate");
    window.focus(field);
    Toolkit.runFx(() -> field.setText("0.25"));
    window.press(KeyCode.ENTER);
    assertEquals(0.25, window.model().wanted().run().real("theta-rate"));
  }

  @Test
  void restartValue_waits_untilR() {
    TextField field = window.find(TextField.class, "field-problem-latents");
    window.focus(field);
    Toolkit.runFx(() -> field.setText("3"));
    window.press(KeyCode.ENTER);
    assertEquals(1, snapshot().scenario().problem().settings().integer("latents"));
    assertTrue(shows("latents D ↻ R"));
    window.focus(window.find(Slider.class, "slider-run-theta-rate"));
    window.press(KeyCode.R);
    Toolkit.until(() -> snapshot().scenario().problem().settings().integer("latents") == 3);
    assertFalse(window.model().anyPending());
  }

  @Test
  void restartValue_isTakenBack_byEsc() {
    TextField field = window.find(TextField.class, "field-problem-latents");
    window.focus(field);
    Toolkit.runFx(() -> field.setText("3"));
    window.press(KeyCode.ENTER);
    window.press(KeyCode.ESCAPE);
    assertFalse(window.model().anyPending());
    assertEquals("1", field.getText());
  }

  @Test
  void letters_areInert_inTextFields() {
    long generation = snapshot().generation();
    window.focus(window.find(TextField.class, "field-run-seed"));
    window.press(KeyCode.R);
    Toolkit.pulses(10);
    assertEquals(generation, snapshot().generation());
  }

  @Test
  void space_pausesTheRun_andGoesOn() {
    window.focus(window.find(CheckBox.class, "part-relax"));
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> snapshot().state() == Snapshot.State.PAUSED);
    assertTrue(window.model().contenders().takesPart("relax"));
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> snapshot().state() == Snapshot.State.RUNNING);
  }

  @Test
  void estimator_joinsAndLeaves_withItsBox() {
    CheckBox box = window.find(CheckBox.class, "part-reinforce-mean");
    Toolkit.runFx(box::fire);
    Toolkit.until(() -> snapshot().tracks().size() == 6);
    Toolkit.runFx(box::fire);
    Toolkit.until(() -> snapshot().tracks().size() == 5);
  }

  @Test
  void everyParameterOfTheCatalogues_hasAControl() {
    assertEquals(Set.of(), withoutControl(EstimatorParameters.episodic()));
    for (Slot slot : Slot.learning()) {
      assertTrue(controlled(slot.parameter().key()), slot.id());
    }
    for (Slot slot : Slot.measurement()) {
      assertTrue(controlled(slot.parameter().key()), slot.id());
    }
    assertTrue(controlled("seed"));
  }

  /// Those that mean nothing on a toy stand there where they do.
  @Test
  void parametersOfEpisodes_haveControls_whereThereAreEpisodes() {
    Toolkit.runFx(() -> window.model().chooseProblem("cartpole"));
    Toolkit.pulses(2);
    assertEquals(Set.of(), withoutControl(List.of()));
    Toolkit.runFx(() -> window.model().chooseProblem("squared-distance"));
    Toolkit.pulses(2);
    assertEquals(
        Set.of("critic", "critic-steps", "critic-rate", "gae", "bootstrap", "clock", "phi-by"),
        withoutControl(List.of()).stream()
            .map(missing -> missing.substring(missing.indexOf('.') + 1))
            .collect(Collectors.toSet()));
  }

  /// Parameters of estimators that no control sets.
  private Set<String> withoutControl(List<Parameter> butFor) {
    Set<String> missing = new TreeSet<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      Toolkit.runFx(() -> window.model().looks().focus(entry.key()));
      Toolkit.pulses(1);
      for (Parameter parameter : entry.parameters()) {
        if (!butFor.contains(parameter) && !controlled(parameter.key())) {
          missing.add(entry.key() + "." + parameter.key());
        }
      }
    }
    return missing;
  }

  @Test
  void badScenario_isToldAndTheRunGoesOn_whenOpened() throws IOException {
    Files.writeString(
        folder.resolve("run.toml"), "voidscope = 1\n[problem]\nname = \"nonsense\"\n");
    long generation = snapshot().generation();
    Toolkit.runFx(() -> window.controller().actions().get("open").handler().run());
    Toolkit.until(() -> shows("Could not open run.toml"));
    Message message = Objects.requireNonNull(window.model().message().get());
    assertTrue(message.detail().contains("run.toml:3"), message.detail());
    long before = snapshot().step();
    Toolkit.until(() -> snapshot().step() > before);
    assertEquals(generation, snapshot().generation());
    window.press(KeyCode.ESCAPE);
    assertNull(window.model().message().get());
  }

  @Test
  void scenario_isSavedWithItsEvents() throws ScenarioException {
    Toolkit.runFx(() -> window.find(Slider.class, "slider-run-theta-rate").setValue(-1));
    Toolkit.until(() -> !snapshot().scenario().events().isEmpty());
    Toolkit.runFx(() -> window.controller().actions().get("save").handler().run());
    Scenario saved = ScenarioFile.read(folder.resolve("run.toml"));
    assertEquals(1, saved.events().size());
    assertEquals(0.01, saved.run().real("theta-rate"));
  }

  @Test
  void theme_changesTheColours() {
    List<String> light =
        Toolkit.onFx(() -> List.copyOf(window.controller().scene().getStylesheets()));
    Toolkit.runFx(() -> window.controller().actions().get("theme").handler().run());
    List<String> dark =
        Toolkit.onFx(() -> List.copyOf(window.controller().scene().getStylesheets()));
    assertFalse(light.equals(dark));
  }

  @Test
  void chart_fillsTheBoard_onEnter_andGoesBackOnEsc() {
    var card = window.find(javafx.scene.layout.StackPane.class, "chart-variance");
    window.focus(card);
    double narrow = card.getWidth();
    window.press(KeyCode.ENTER);
    assertTrue(card.getWidth() > 1.8 * narrow);
    window.press(KeyCode.ESCAPE);
    assertEquals(narrow, card.getWidth(), 1);
  }

  @Test
  void digits_chooseTheView_butNotInTextFields() {
    window.press(KeyCode.DIGIT3);
    assertTrue(window.find(VBox.class, "comparison").isVisible());
    assertEquals(
        List.of("variance"),
        window.controller().board().visible().stream().map(c -> c.entry().key()).toList());
    window.focus(window.find(TextField.class, "field-run-seed"));
    window.press(KeyCode.DIGIT1);
    assertEquals("comparison", window.model().looks().view().key());
    Toolkit.runFx(() -> window.find(ToggleButton.class, "view-trajectories").fire());
    assertFalse(window.find(VBox.class, "comparison").isVisible());
    assertEquals(4, window.controller().board().visible().size());
  }

  @Test
  void chartsOutOfView_areNotDrawn() {
    Toolkit.runFx(() -> window.model().looks().show("comparison"));
    Toolkit.pulses(20);
    ChartCard theta = card("theta");
    ChartCard variance = card("variance");
    long before = theta.frames();
    long drawn = variance.frames();
    Toolkit.until(() -> variance.frames() > drawn + 2);
    assertEquals(before, theta.frames());
  }

  /// What a window begins with is not kept waiting by what it may show later.
  @Test
  void window_makesNothing_beforeItIsShown() {
    List<String> charts = window.model().looks().view().charts();
    assertEquals(charts, charts());
    GridPane table =
        Toolkit.onFx(() -> (GridPane) window.controller().scene().lookup(".comparison-grid"));
    assertTrue(table.getChildren().isEmpty());
    assertNull(window.controller().scene().lookup("#part-gumbel-rao"));
    Toolkit.runFx(() -> window.model().looks().show("comparison"));
    assertFalse(table.getChildren().isEmpty());
    assertTrue(charts().containsAll(window.model().looks().view().charts()));
    Toolkit.runFx(() -> window.model().contenders().toggleEveryone());
    assertTrue(window.find(CheckBox.class, "part-gumbel-rao").isVisible());
  }

  private List<String> charts() {
    return Toolkit.onFx(
        () -> window.controller().board().cards().stream().map(c -> c.entry().key()).toList());
  }

  @Test
  void comparison_measuresWhoRuns_saysWhyOthersDoNot_andFocusesOnAClick() {
    Toolkit.runFx(() -> window.model().looks().show("comparison"));
    Toolkit.until(() -> spoken("reinforce").contains("× REINFORCE 1.00"));
    assertTrue(spoken("relax").contains("unbiased yes"), spoken("relax"));
    assertTrue(spoken("relax").contains("learned φ 33"), spoken("relax"));
    assertTrue(spoken("concrete").contains("unbiased no"), spoken("concrete"));
    assertTrue(spoken("lax").endsWith("b is discrete"), spoken("lax"));
    assertTrue(spoken("reinforce-mean").endsWith("not in the run"), spoken("reinforce-mean"));
    Region row = window.find(Region.class, "compare-rebar");
    window.focus(row);
    window.press(KeyCode.ENTER);
    assertEquals("rebar", window.model().looks().focus());
    assertTrue(row.getStyleClass().contains("focused"));
  }

  @Test
  void comparison_isCopied_asATableOfAllEstimators() {
    Toolkit.runFx(() -> window.model().contenders().toggleEveryone());
    Toolkit.runFx(() -> window.controller().actions().get("copy-csv").handler().run());
    List<String> lines = clipboard().lines().toList();
    assertEquals(1 + Estimators.catalogue().entries().size(), lines.size());
    assertTrue(lines.getFirst().startsWith("estimator,unbiased,low variance,usable when f"));
    assertEquals(1, lines.stream().map(line -> line.split(",", -1).length).distinct().count());
    Toolkit.runFx(() -> window.controller().actions().get("copy-markdown").handler().run());
    assertTrue(clipboard().startsWith("| estimator | unbiased |"), clipboard());
    Toolkit.runFx(() -> window.controller().actions().get("copy-latex").handler().run());
    List<List<String>> rows = TexCells.of(clipboard()).rows();
    assertEquals(2 + Estimators.catalogue().entries().size(), rows.size());
    assertTrue(rows.stream().anyMatch(row -> row.getFirst().equals("RELAX")));
  }

  @Test
  void estimatorsThatCannotRun_areBarredWithTheReason_andOthersJoin() {
    Toolkit.runFx(() -> window.model().chooseProblem("gaussian-steps"));
    window.press(KeyCode.R);
    Toolkit.until(() -> snapshot().tracks().stream().anyMatch(track -> track.id().equals("lax")));
    assertTrue(window.find(CheckBox.class, "part-reparameterization").isDisabled());
    assertTrue(window.find(CheckBox.class, "part-relax").isDisabled());
    assertTrue(shows("f has no derivative"));
    assertTrue(shows("b is continuous"));
    Message message = Objects.requireNonNull(window.model().message().get());
    assertTrue(message.title().startsWith("Concrete, REBAR and RELAX"), message.title());
    Toolkit.runFx(() -> window.model().chooseProblem("squared-distance"));
    window.press(KeyCode.R);
    Toolkit.until(() -> snapshot().tracks().stream().anyMatch(track -> track.id().equals("relax")));
    assertFalse(window.find(CheckBox.class, "part-relax").isDisabled());
    assertFalse(window.model().contenders().takesPart("lax"));
  }

  private boolean draw(String whose) {
    return Toolkit.onFx(
        () ->
            window.find(HBox.class, "formula-terms").lookupAll(".term-name").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().equals(whose)));
  }

  @Test
  void formulaBar_saysWhoseDrawItShows_andOfWhichReplicate() {
    Toolkit.runFx(() -> window.model().looks().focus("rebar"));
    Toolkit.until(() -> draw("ĝ of REBAR, one draw"));
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.until(() -> draw("ĝ of RELAX, one draw"));
    Toolkit.runFx(
        () ->
            window
                .model()
                .values()
                .set(
                    Slot.measurement().stream()
                        .filter(slot -> slot.parameter().key().equals("replicates"))
                        .findFirst()
                        .orElseThrow(),
                    2));
    window.press(KeyCode.R);
    Toolkit.until(() -> draw("ĝ of RELAX, replicate 1, one draw"));
  }

  @Test
  void formulaBar_showsTermsThatAddUpToTheGradient() {
    Toolkit.runFx(() -> window.model().looks().focus("relax"));
    Toolkit.until(() -> shows("− REINFORCE of c(z̃)"));
    List<Double> values =
        Toolkit.onFx(
            () ->
                window.find(HBox.class, "formula-terms").lookupAll(".term-value").stream()
                    .map(node -> number(((Labeled) node).getText()))
                    .toList());
    double sum = values.stream().skip(1).mapToDouble(v -> v).sum();
    assertEquals(values.getFirst(), sum, 0.0003);
  }

  @Test
  void scenarioThatCannotBe_isRefused_andNothingChanges() throws IOException {
    Files.writeString(
        folder.resolve("run.toml"),
        "voidscope = 1\n[problem]\nname = \"gaussian-steps\"\n[[estimator]]\nname = \"rebar\"\n");
    long generation = snapshot().generation();
    Toolkit.runFx(() -> window.controller().actions().get("open").handler().run());
    Toolkit.until(() -> shows("Could not open run.toml"));
    Message message = Objects.requireNonNull(window.model().message().get());
    assertTrue(message.detail().startsWith("REBAR cannot run"), message.detail());
    assertTrue(message.detail().contains("f has no derivative"), message.detail());
    assertEquals("Standard", window.find(Label.class, "scenario-name").getText());
    assertEquals("squared-distance", window.model().wanted().problem().key());
    assertEquals(generation, snapshot().generation());
  }

  /// Reads what [Decimals][voidscope.text.Decimals] has written.
  private static double number(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.replace("·10", "e").toCharArray()) {
      int power = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
      plain.append(power >= 0 ? (char) ('0' + power) : c == '−' || c == '⁻' ? '-' : c);
    }
    return Double.parseDouble(plain.toString());
  }

  private String spoken(String key) {
    return Toolkit.onFx(
        () -> String.valueOf(window.find(Region.class, "compare-" + key).getAccessibleText()));
  }

  private ChartCard card(String key) {
    return window.controller().board().cards().stream()
        .filter(card -> card.entry().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static String clipboard() {
    return Toolkit.onFx(() -> Clipboard.getSystemClipboard().getString());
  }

  private Snapshot snapshot() {
    return Toolkit.onFx(() -> Objects.requireNonNull(window.model().follower().newest()));
  }

  private boolean shows(String text) {
    return Toolkit.onFx(
        () ->
            window.controller().scene().getRoot().lookupAll(".label").stream()
                .anyMatch(
                    node ->
                        node instanceof Labeled labeled
                            && labeled.isVisible()
                            && labeled.getText().startsWith(text)));
  }

  private boolean controlled(String key) {
    return Toolkit.onFx(
        () ->
            window.controller().scene().getRoot().lookupAll("*").stream()
                .map(node -> String.valueOf(node.getId()))
                .anyMatch(
                    id ->
                        id.matches("(slider|field|flag|choice|text)-[a-z0-9-]+-" + key)
                            || id.matches("flag-[a-z0-9-]+-" + key.replace("tune-", ""))));
  }
}
