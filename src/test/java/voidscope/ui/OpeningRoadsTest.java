package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import voidscope.FreshJvm;
import voidscope.Toolkit;
import voidscope.experiment.record.Snapshot;
import voidscope.laboratory.Kind;
import voidscope.laboratory.Opening;
import voidscope.laboratory.WatchedFiles;
import voidscope.ui.file.Chooser;
import voidscope.ui.model.Message;

/// Every kind of file by the roads of the window: dropped, chosen in a dialog, named as the
/// program's argument.
@SuppressWarnings("NullAway.Init")
final class OpeningRoadsTest {

  @TempDir private Path folder;
  private Window window;
  private Path chosen;

  @BeforeEach
  void open() {
    window =
        new Window(
            1366,
            900,
            new Chooser() {
              @Override
              public Optional<Path> open(String kind, String ending) {
                return Optional.of(chosen);
              }

              @Override
              public Optional<Path> save(String kind, String ending, String name) {
                return Optional.empty();
              }
            });
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void drop_takesEveryKind() throws IOException {
    for (Kind kind : Kind.values()) {
      Path file = kind.write(folder);
      drop(file);
      Toolkit.until(() -> shown(kind, file));
    }
  }

  @Test
  void dialog_takesEveryKind() throws IOException {
    for (Kind kind : Kind.values()) {
      chosen = kind.write(folder);
      act("open");
      Toolkit.until(() -> shown(kind, chosen));
    }
  }

  @Test
  void imagesDialog_tellsWhatAFileIs_asWell() throws IOException {
    chosen = Kind.CHECKPOINT.write(folder);
    act("open-images");
    Toolkit.until(() -> shown(Kind.CHECKPOINT, chosen));
  }

  @Test
  void drop_refusesTruncatedFiles_andTheRunGoesOn() throws IOException {
    for (Kind kind : Kind.values()) {
      Path cut = kind.truncated(folder);
      drop(cut);
      refused(cut, "expected");
    }
  }

  @Test
  void drop_refusesWhatIsOfNoKind_namingWhatWasExpected() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Dear diary");
    drop(notes);
    refused(notes, notes + ": expected a scenario, an exported figure that carries one");
  }

  /// The file is opened on another thread, where the disk may take its time: frames go on.
  @Test
  void open_neitherBlocksTheWindow_norOpensTwice() throws IOException {
    CountDownLatch disk = new CountDownLatch(1);
    AtomicBoolean onWindowThread = new AtomicBoolean();
    WatchedFiles files =
        new WatchedFiles(
            () -> {
              onWindowThread.set(Platform.isFxApplicationThread());
              await(disk);
            });
    for (Kind kind : List.of(Kind.SCENARIO, Kind.PDF, Kind.CHECKPOINT)) {
      int before = files.opened();
      Path file = kind.write(folder);
      Toolkit.runFx(() -> window.controller().desk().open(files.watched(file)));
      Toolkit.until(() -> files.opened() == before + 1);
      Toolkit.pulses(5);
      disk.countDown();
      Toolkit.until(() -> shown(kind, file));
      assertEquals(before + 1, files.opened());
      assertFalse(onWindowThread.get());
    }
  }

  /// A file that is slow to read does not take the place of one that was asked for after it.
  @Test
  void open_ofSeveralFiles_theLastCounts() throws IOException {
    CountDownLatch disk = new CountDownLatch(1);
    WatchedFiles slow = new WatchedFiles(() -> await(disk));
    Path first = Kind.CHECKPOINT.write(folder);
    Path second = Kind.PDF.write(folder);
    Toolkit.runFx(() -> window.controller().desk().open(slow.watched(first)));
    Toolkit.runFx(() -> window.controller().desk().open(second));
    Toolkit.until(() -> shown(Kind.PDF, second));
    disk.countDown();
    Toolkit.pulses(20);
    assertTrue(shown(Kind.PDF, second));
  }

  /// What a window comes to that is opened with images is what is run of them without one.
  @Test
  void images_giveTheScenario_thatTheyGiveWithoutAWindow() throws Exception {
    Path file = Kind.GZIP.write(folder);
    drop(file);
    Toolkit.until(() -> shown(Kind.GZIP, file));
    assertEquals(Opening.read(file).scenario(), Toolkit.onFx(() -> window.model().wanted()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SVG", "CHECKPOINT", "GZIP"})
  void argument_isShownByTheWindow(Kind kind) throws IOException {
    Path file = kind.write(folder);
    String name = file.getFileName().toString();
    String shown = kind == Kind.GZIP ? "images " + name : "scenario " + name;
    assertEquals("shows " + shown, argument(file, name));
  }

  @Test
  void argument_ofNoKind_isRefusedBeforeThereIsAWindow() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Dear diary");
    String told = argument(notes, "notes");
    assertTrue(told.startsWith("refused " + notes + ": expected a scenario"), told);
  }

  private static String argument(Path file, String name) {
    FreshJvm.Result done =
        FreshJvm.run(
            List.of("-Dglass.platform=headless", "-Dprism.order=sw", "-Djava.awt.headless=true"),
            ArgumentWindow.class.getName(),
            file.toString(),
            name);
    assertEquals(0, done.exit(), done.output());
    return done.output()
        .lines()
        .filter(line -> line.startsWith("shows ") || line.startsWith("refused "))
        .findFirst()
        .orElse(done.output());
  }

  private void drop(Path file) {
    boolean taken =
        Toolkit.onFx(
            () -> {
              ClipboardContent content = new ClipboardContent();
              content.putFiles(List.of(file.toFile()));
              Clipboard clipboard = Clipboard.getSystemClipboard();
              clipboard.setContent(content);
              return window.controller().desk().drop(clipboard);
            });
    assertTrue(taken);
  }

  private void act(String action) {
    Toolkit.runFx(() -> window.controller().actions().get(action).handler().run());
  }

  /// Whether the run is that of a file.
  private boolean shown(Kind kind, Path file) {
    Snapshot now = Toolkit.onFx(() -> Objects.requireNonNull(window.model().follower().newest()));
    boolean named =
        Toolkit.onFx(() -> window.model().origin().name()).equals(file.getFileName() + "");
    double seed = now.scenario().run().real("seed");
    return switch (kind) {
      case SCENARIO -> named && seed == Kind.SEED;
      case CHECKPOINT -> named && seed == Kind.SEED && now.step() >= 10;
      case PDF, SVG, PNG, CSV -> named && !now.scenario().events().isEmpty();
      case IDX, GZIP ->
          now.scenario().problem().settings().has("data")
              && now.scenario().problem().settings().text("data").equals("" + file);
    };
  }

  private void refused(Path file, String why) {
    Toolkit.until(() -> Toolkit.onFx(() -> window.model().message().get()) != null);
    Message message = Toolkit.onFx(() -> Objects.requireNonNull(window.model().message().get()));
    assertEquals("Could not open " + file.getFileName(), message.title());
    assertTrue(message.detail().contains(why), message.detail());
    Snapshot now = Toolkit.onFx(() -> Objects.requireNonNull(window.model().follower().newest()));
    assertEquals(0, now.generation());
    Toolkit.until(
        () -> Toolkit.onFx(() -> window.model().follower().current()).step() > now.step());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
