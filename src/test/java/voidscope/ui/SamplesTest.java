package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Toolkit;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;
import voidscope.laboratory.Sample;
import voidscope.library.Preferences;
import voidscope.library.UserPlace;
import voidscope.ui.model.Message;

/// Samples, recent files and preferences, in the window.
class SamplesTest {
  @TempDir private Path folder;

  private Window open() {
    UserPlace place = UserPlace.of(folder.resolve("runs"));
    return new Window(1366, 768, new Window.Answers(folder.resolve("mine.toml")), place);
  }

  private static void act(Window window, String action) {
    Toolkit.runFx(() -> window.controller().actions().get(action).handler().run());
    Toolkit.pulses(3);
  }

  private static void fire(Window window, String id) {
    Button button = window.find(Button.class, id);
    Toolkit.runFx(button::fire);
  }

  private static String title(Window window) {
    return Toolkit.onFx(() -> window.find(Label.class, "scenario-name").getText());
  }

  private static Snapshot.State state(Window window) {
    return Toolkit.onFx(
        () -> {
          Snapshot now = window.model().follower().current();
          return now == null ? Snapshot.State.FINISHED : now.state();
        });
  }

  @Test
  void sample_isOpened_andItsPictureIsDrawn() {
    try (Window window = open()) {
      act(window, "samples");
      Button card = window.find(Button.class, "sample-categorical");
      ImageView picture = Toolkit.onFx(() -> (ImageView) card.getGraphic().lookup(".image-view"));
      Toolkit.until(() -> Toolkit.onFx(() -> picture.getImage() != null));
      fire(window, "sample-categorical");
      Toolkit.until(() -> title(window).equals("categorical"));
      assertEquals(
          Sample.catalogue().get("categorical").open().scenario(),
          Toolkit.onFx(() -> window.model().wanted()));
      assertFalse(Toolkit.onFx(() -> window.find(CheckBox.class, "start-paused")).isSelected());
    }
  }

  @Test
  void startPaused_isKept_andWhatIsOpenedWaits() {
    try (Window window = open()) {
      act(window, "samples");
      CheckBox paused = window.find(CheckBox.class, "start-paused");
      Toolkit.runFx(paused::fire);
      fire(window, "sample-t-45");
      Toolkit.until(() -> title(window).equals("t-45"));
      Toolkit.until(() -> state(window) == Snapshot.State.PAUSED);
      assertEquals(0, window.controller().engine().poll().step());
    }
    try (Window window = open()) {
      Toolkit.pulses(30);
      assertEquals(Snapshot.State.PAUSED, state(window));
      assertEquals(0, window.controller().engine().poll().step());
      window.press(KeyCode.SPACE);
      Toolkit.until(() -> window.controller().engine().poll().step() > 10);
    }
  }

  @Test
  void theme_isKept_whateverTheSystemSays() {
    try (Window window = open()) {
      Toolkit.runFx(() -> window.controller().follow(false));
      window.press(KeyCode.T);
      Toolkit.runFx(() -> window.controller().follow(false));
      assertEquals("dark", palette(window));
    }
    try (Window window = open()) {
      Toolkit.runFx(() -> window.controller().follow(false));
      assertEquals("dark", palette(window));
      act(window, "samples");
      CheckBox system = window.find(CheckBox.class, "system-theme");
      assertFalse(Toolkit.onFx(system::isSelected));
      Toolkit.runFx(system::fire);
      Toolkit.runFx(() -> window.controller().follow(false));
      assertEquals("light", palette(window));
    }
    Preferences kept = UserPlace.of(folder.resolve("runs")).preferences().read().preferences();
    assertEquals(Preferences.Theme.SYSTEM, kept.theme());
  }

  private static String palette(Window window) {
    boolean dark =
        Toolkit.onFx(
            () ->
                window.controller().scene().getStylesheets().stream()
                    .anyMatch(sheet -> sheet.endsWith("tokens-dark.css")));
    return dark ? "dark" : "light";
  }

  @Test
  void savedAndOpenedFiles_areRecent() throws IOException {
    Path other = folder.resolve("other.toml");
    ScenarioFile.write(Scenarios.standard(), other);
    try (Window window = open()) {
      act(window, "save");
      Toolkit.runFx(() -> window.controller().desk().open(other));
      Toolkit.until(() -> title(window).equals("other"));
      act(window, "samples");
      MenuButton recent = window.find(MenuButton.class, "recent-files");
      Toolkit.until(() -> Toolkit.onFx(() -> recent.getItems().size() == 2));
      String names =
          Toolkit.onFx(
              () ->
                  recent.getItems().stream()
                      .map(item -> item.getText().split(" ", 2)[0])
                      .collect(Collectors.joining(" ")));
      assertEquals("other.toml mine.toml", names);
      Toolkit.runFx(() -> recent.getItems().getLast().fire());
      Toolkit.until(() -> title(window).equals("mine"));
    }
  }

  /// Preferences that cannot be kept are told once, in words.
  @Test
  void unwritablePlace_isToldOnce() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file");
    UserPlace place = UserPlace.of(folder.resolve("taken").resolve("in").resolve("runs"));
    try (Window window = new Window(1366, 768, new Window.Answers(folder), place)) {
      Message unread = Toolkit.onFx(() -> Objects.requireNonNull(window.model().message().get()));
      assertTrue(unread.detail().startsWith("preferences.toml: "), unread.detail());
      Toolkit.runFx(() -> window.model().message().set(null));
      window.press(KeyCode.T);
      Toolkit.until(() -> Toolkit.onFx(() -> window.model().message().get()) != null);
      Message told = Toolkit.onFx(() -> Objects.requireNonNull(window.model().message().get()));
      assertTrue(told.detail().startsWith("the preferences are not kept: "), told.detail());
      Toolkit.runFx(() -> window.model().message().set(null));
      window.press(KeyCode.T);
      Toolkit.pulses(10);
      assertEquals(null, Toolkit.onFx(() -> window.model().message().get()));
    }
  }

  /// A menu that is open has colours that go with the theme: it shuts, and nothing is logged.
  @Test
  void themeChange_withAMenuOpen_logsNothing() {
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord told) {
            logged.add(told.getLoggerName() + ": " + told.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(listening);
    try (Window window = open()) {
      act(window, "samples");
      MenuButton recent = window.find(MenuButton.class, "recent-files");
      for (int i = 0; i < 4; i++) {
        Toolkit.runFx(
            () -> {
              recent.setDisable(false);
              recent.getItems().setAll(new MenuItem("one"), new MenuItem("another"));
              recent.show();
            });
        Toolkit.pulses(5);
        assertTrue(Toolkit.onFx(recent::isShowing));
        act(window, "theme");
        Toolkit.pulses(5);
        assertFalse(Toolkit.onFx(recent::isShowing));
      }
    } finally {
      Logger.getLogger("").removeHandler(listening);
    }
    assertEquals(List.of(), logged);
  }
}
