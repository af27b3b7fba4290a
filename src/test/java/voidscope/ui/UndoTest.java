package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.Toolkit;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.library.LibraryEntry;
import voidscope.library.RunLibrary;
import voidscope.library.UserPlace;
import voidscope.ui.model.Axes;
import voidscope.ui.model.Draft;
import voidscope.ui.model.Message;
import voidscope.ui.model.Outlook;
import voidscope.ui.model.Slot;

/// Steps taken back, variants and kept runs, in the window.
class UndoTest {
  @TempDir private Path folder;

  private final Window window = new Window();

  @AfterEach
  void close() {
    window.close();
  }

  private Snapshot current() {
    Snapshot[] found = new Snapshot[1];
    Toolkit.until(
        () -> {
          found[0] = Toolkit.onFx(() -> window.model().follower().current());
          return found[0] != null;
        });
    return found[0];
  }

  private void shortcut(KeyCode code, boolean shift) {
    Toolkit.runFx(
        () -> {
          Node owner = window.controller().scene().getFocusOwner();
          fire(owner == null ? window.controller().scene().getRoot() : owner, code, shift);
        });
    Toolkit.pulses(2);
  }

  private static void fire(Node node, KeyCode code, boolean shift) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false));
  }

  private void click(String id) {
    Button button = window.find(Button.class, id);
    Toolkit.runFx(button::fire);
    Toolkit.pulses(3);
  }

  private String shownName() {
    return Toolkit.onFx(() -> window.find(Label.class, "scenario-name").getText());
  }

  @Test
  void restart_isUndone_withRecordAndZoom_andGoesOn() {
    Toolkit.until(() -> current().step() > 500);
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> current().state() == Snapshot.State.PAUSED);
    Snapshot before = current();
    var board = window.controller().board();
    Extent part = new Extent(50, 300);
    Toolkit.runFx(() -> board.axes(axes -> axes.zoom(board.theta(), part, null)));
    window.press(KeyCode.R);
    Toolkit.until(() -> current().generation() > before.generation());
    Message told = Toolkit.onFx(() -> Objects.requireNonNull(window.model().message().get()));
    assertTrue(told.title().startsWith("Restarted · Undo brings back "), told.title());
    assertNull(Toolkit.onFx(() -> board.axes().across(board.theta()).window()));
    long restarted = current().generation();
    shortcut(KeyCode.Z, false);
    Toolkit.until(() -> current().generation() > restarted);
    Snapshot back = current();
    assertEquals(before.step(), back.step());
    assertEquals(
        before.tracks().getFirst().theta().middle().newest(),
        back.tracks().getFirst().theta().middle().newest());
    assertEquals(part, Toolkit.onFx(() -> board.axes().across(board.theta()).window()));
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> current().step() > back.step());
    shortcut(KeyCode.Z, true);
    Toolkit.until(() -> current().generation() > back.generation());
    assertTrue(current().step() < before.step());
  }

  @Test
  void value_isUndone_andTheNameShowsWhatWasChanged() {
    assertEquals("Standard", shownName());
    assertTrue(Toolkit.onFx(() -> window.find(Button.class, "action-undo").isDisabled()));
    TextField field = window.find(TextField.class, "field-run-theta-rate");
    window.focus(field);
    Toolkit.runFx(
        () -> {
          field.setText("0.25");
          Event.fireEvent(field, new javafx.event.ActionEvent());
        });
    window.focus(window.find(Node.class, "chart-theta"));
    Toolkit.until(() -> rate(current().scenario().settled()) == .25);
    assertEquals("Standard •", shownName());
    assertFalse(Toolkit.onFx(() -> window.find(Button.class, "action-undo").isDisabled()));
    assertTrue(Toolkit.onFx(() -> window.find(Button.class, "action-redo").isDisabled()));
    shortcut(KeyCode.Z, false);
    Toolkit.until(() -> rate(current().scenario().settled()) == .01);
    assertEquals("Standard", shownName());
    shortcut(KeyCode.Z, true);
    Toolkit.until(() -> rate(current().scenario().settled()) == .25);
  }

  private static double rate(Scenario scenario) {
    return scenario.run().real("theta-rate");
  }

  /// While a text is edited, its own steps are taken back.
  @Test
  void textField_keepsItsOwnUndo() {
    TextField field = window.find(TextField.class, "field-run-seed");
    Toolkit.runFx(() -> window.model().looks().setHidden("rebar", true));
    Toolkit.pulses(10);
    window.focus(field);
    assertEquals(field, Toolkit.onFx(() -> window.controller().scene().getFocusOwner()));
    Toolkit.runFx(
        () -> {
          field.selectAll();
          field.replaceSelection("3");
          fire(field, KeyCode.Z, false);
        });
    assertTrue(Toolkit.onFx(() -> window.model().looks().hidden().contains("rebar")));
    assertEquals("42", Toolkit.onFx(field::getText));
    shortcut(KeyCode.Z, false);
    assertFalse(Toolkit.onFx(() -> window.model().looks().hidden().contains("rebar")));
  }

  @Test
  void variant_isAdded_named_drawn_andRemoved() {
    click("add-relax");
    Toolkit.until(() -> current().tracks().stream().anyMatch(t -> t.id().equals("relax-2")));
    assertEquals("relax-2", Toolkit.onFx(() -> window.model().looks().focus()));
    assertNotNull(window.find(Node.class, "field-relax-2-width"));
    assertNotNull(window.find(Node.class, "field-relax-2-temperature"));
    Button name = window.find(Button.class, "focus-relax-2");
    window.focus(name);
    window.press(KeyCode.F2);
    TextField rename = window.find(TextField.class, "rename-relax-2");
    Toolkit.runFx(
        () -> {
          rename.setText("wide");
          Event.fireEvent(rename, new javafx.event.ActionEvent());
        });
    Toolkit.until(() -> labels().contains("wide"));
    Toolkit.until(() -> inks().contains("relax#1"));
    List<String> before = Toolkit.onFx(() -> window.model().contenders().ids());
    Toolkit.runFx(() -> window.model().contenders().move("relax-2", -1));
    Toolkit.until(
        () ->
            current().tracks().stream().map(t -> t.id()).toList().indexOf("relax-2")
                < current().tracks().stream().map(t -> t.id()).toList().indexOf("relax"));
    shortcut(KeyCode.Z, false);
    assertEquals(before, Toolkit.onFx(() -> window.model().contenders().ids()));
    window.focus(window.find(Button.class, "focus-relax-2"));
    window.press(KeyCode.DELETE);
    Toolkit.until(() -> current().tracks().stream().noneMatch(t -> t.id().equals("relax-2")));
    shortcut(KeyCode.Z, false);
    Toolkit.until(() -> labels().contains("wide"));
    CheckBox part = window.find(CheckBox.class, "part-relax-2");
    assertTrue(Toolkit.onFx(part::isSelected));
    shortcut(KeyCode.Z, true);
    click("add-relax");
    Toolkit.until(() -> current().tracks().stream().anyMatch(t -> t.id().equals("relax-3")));
  }

  /// The keys of a row are the row's, also those that do something else elsewhere.
  @Test
  void addedVariant_hasTheKeys_andIsMovedByThem() {
    click("add-relax");
    Toolkit.until(() -> "focus-relax-2".equals(owner()));
    List<String> ids = Toolkit.onFx(() -> window.model().contenders().ids());
    assertEquals(ids.indexOf("relax") + 1, ids.indexOf("relax-2"));
    press(KeyCode.UP);
    List<String> moved = Toolkit.onFx(() -> window.model().contenders().ids());
    assertEquals(ids.indexOf("relax"), moved.indexOf("relax-2"));
    assertEquals(Axes.PLAIN, Toolkit.onFx(() -> window.model().looks().outlook().axes()));
    assertEquals("focus-relax-2", owner());
    click("add-relax");
    Toolkit.until(() -> "focus-relax-3".equals(owner()));
    List<String> three = Toolkit.onFx(() -> window.model().contenders().ids());
    assertEquals(three.indexOf("relax") + 1, three.indexOf("relax-3"));
    assertEquals(three.indexOf("relax") - 1, three.indexOf("relax-2"));
  }

  private void press(KeyCode code) {
    Toolkit.runFx(
        () ->
            Event.fireEvent(
                window.controller().scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false)));
    Toolkit.pulses(2);
  }

  private String owner() {
    return Toolkit.onFx(() -> window.controller().scene().getFocusOwner().getId());
  }

  /// What the table showed before it was hidden may be gone when the colours change.
  @Test
  void theme_changes_afterAVariantHasGone() {
    click("add-relax");
    Toolkit.runFx(() -> window.model().looks().show("comparison"));
    Toolkit.until(
        () -> Toolkit.onFx(() -> window.controller().scene().lookup("#compare-relax-2")) != null);
    Toolkit.runFx(() -> window.model().looks().show("trajectories"));
    Toolkit.pulses(2);
    Toolkit.runFx(() -> window.model().contenders().remove("relax-2"));
    Toolkit.runFx(() -> window.controller().actions().get("theme").handler().run());
  }

  /// An opening that is taken back gives the name back, too, and a saved name stays.
  @Test
  void name_comesBack_whenAnOpeningIsTakenBack() {
    Toolkit.runFx(() -> window.controller().desk().open(Path.of("samples", "t-499.toml")));
    Toolkit.until(() -> title().equals("t-499") && generation(window) == 1);
    shortcut(KeyCode.Z, false);
    Toolkit.until(() -> title().equals("Standard") && generation(window) == 2);
    shortcut(KeyCode.Z, true);
    Toolkit.until(() -> title().equals("t-499") && generation(window) == 3);
    Toolkit.runFx(() -> window.model().values().set(Slot.learning().get(1), .02));
    Toolkit.runFx(() -> window.model().saved("mine", window.model().wanted()));
    assertEquals("mine", title());
    shortcut(KeyCode.Z, false);
    assertEquals("mine •", title());
    shortcut(KeyCode.Z, false);
    Toolkit.until(() -> title().equals("Standard"));
  }

  /// No picture of either run comes between the strokes.
  @Test
  void restart_thatNobodyHasSeen_isTakenBackAndAgain() {
    Toolkit.until(() -> current().step() > 2000);
    window.press(KeyCode.SPACE);
    Toolkit.until(() -> current().state() == Snapshot.State.PAUSED);
    Snapshot before = current();
    Toolkit.runFx(
        () -> {
          window.model().chooseProblem("random-quadratic");
          Node root = window.controller().scene().getRoot();
          Event.fireEvent(
              root,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.R, false, false, false, false));
          for (int i = 0; i < 3; i++) {
            fire(root, KeyCode.Z, false);
            fire(root, KeyCode.Z, true);
          }
        });
    Toolkit.until(() -> current().generation() > before.generation());
    Snapshot begun = current();
    assertEquals("random-quadratic", begun.scenario().problem().key());
    assertEquals(0, begun.step());
    shortcut(KeyCode.Z, false);
    Toolkit.until(() -> current().generation() > begun.generation());
    assertEquals(before.step(), current().step());
    assertEquals(before.scenario().problem(), current().scenario().problem());
  }

  private String title() {
    return Toolkit.onFx(() -> window.find(Label.class, "scenario-name").getText());
  }

  private List<String> labels() {
    return current().tracks().stream().map(track -> track.label()).toList();
  }

  private List<String> inks() {
    Figure figure = Toolkit.onFx(() -> window.controller().board().cards().getFirst().onScreen());
    return figure == null ? List.of() : figure.lines().stream().map(Figure.Line::ink).toList();
  }

  @Test
  void run_isLaidUnderTheNext_andTakenAway() {
    Toolkit.until(() -> current().step() > 300);
    window.press(KeyCode.B, true);
    Toolkit.until(() -> baselines() > 0);
    window.press(KeyCode.B, true);
    Toolkit.until(() -> baselines() == 0);
  }

  private long baselines() {
    Figure figure = Toolkit.onFx(() -> window.controller().board().cards().getFirst().onScreen());
    return figure == null
        ? 0
        : figure.lines().stream().filter(l -> l.style() == Figure.Style.BASELINE).count();
  }

  /// What was left and what was under way when the window closes are there in the next one.
  @Test
  void runs_areKept_listed_opened_andRemoved() {
    UserPlace place = UserPlace.of(folder.resolve("runs"));
    RunLibrary library = place.runs();
    Window first = new Window(1366, 768, new Window.Answers(folder), place);
    Toolkit.until(() -> step(first) > 500);
    Toolkit.runFx(() -> first.controller().actions().get("restart").handler().run());
    // Further than the one before: left at the same step it would be the same run, kept once.
    Toolkit.until(() -> generation(first) == 1 && step(first) > 3000);
    first.close();
    List<LibraryEntry> entries = library.entries().entries();
    assertEquals(
        2,
        entries.size(),
        library.entries().remarks() + " " + Toolkit.onFx(() -> first.model().message().get()));
    assertTrue(entries.stream().allMatch(e -> e.pictured() && e.note().step() > 500));
    Window second = new Window(1366, 768, new Window.Answers(folder), place);
    Toolkit.runFx(() -> second.controller().actions().get("runs").handler().run());
    String id = entries.getLast().id();
    Toolkit.until(() -> Toolkit.onFx(() -> lookup(second, "under-" + id)) != null);
    fire(second, "under-" + id);
    Toolkit.until(() -> Toolkit.onFx(() -> second.controller().board().baseline()) != null);
    Toolkit.runFx(() -> second.controller().actions().get("runs").handler().run());
    Toolkit.until(() -> Toolkit.onFx(() -> lookup(second, "open-" + id)) != null);
    fire(second, "open-" + id);
    Toolkit.until(() -> generation(second) == 1 && step(second) >= entries.getLast().note().step());
    Toolkit.runFx(() -> second.controller().actions().get("runs").handler().run());
    Toolkit.until(() -> Toolkit.onFx(() -> lookup(second, "remove-" + id)) != null);
    fire(second, "remove-" + id);
    Toolkit.until(() -> library.entries().entries().size() == 1);
    second.close();
  }

  /// A run comes back with what was set beside it, and as it was looked at.
  @Test
  void openedRun_isLookedAtAsItWasKept() {
    UserPlace place = UserPlace.of(folder.resolve("runs"));
    RunLibrary library = place.runs();
    Window first = new Window(1366, 768, new Window.Answers(folder), place);
    Toolkit.until(() -> step(first) > 500);
    Toolkit.runFx(
        () -> {
          first.model().values().set(Slot.seed(), 77);
          first.model().values().set(Slot.learning().get(1), .02);
          first.model().looks().show("gradient");
          first.model().looks().setHidden("reinforce", true);
          ChartEntry variance = Charts.catalogue().get(Charts.VARIANCE);
          first.model().looks().axes(axes -> axes.zoom(variance, new Extent(20, 90), null));
        });
    long then = step(first);
    Toolkit.until(() -> step(first) > then + 100);
    Draft draft = Toolkit.onFx(() -> first.model().draft());
    Outlook outlook = Toolkit.onFx(() -> first.model().looks().outlook());
    first.close();
    Window second = new Window(1366, 768, new Window.Answers(folder), place);
    Toolkit.runFx(() -> second.controller().actions().get("runs").handler().run());
    String id = "open-" + library.entries().entries().getFirst().id();
    Toolkit.until(() -> Toolkit.onFx(() -> lookup(second, id)) != null);
    fire(second, id);
    Toolkit.until(() -> generation(second) == 1);
    assertEquals(outlook, Toolkit.onFx(() -> second.model().looks().outlook()));
    assertEquals(draft, Toolkit.onFx(() -> second.model().draft()));
    assertTrue(Toolkit.onFx(() -> second.model().anyPending()));
    second.close();
  }

  private static long step(Window window) {
    Snapshot now = Toolkit.onFx(() -> window.model().follower().current());
    return now == null ? 0 : now.step();
  }

  private static long generation(Window window) {
    Snapshot now = Toolkit.onFx(() -> window.model().follower().newest());
    return now == null ? -1 : now.generation();
  }

  private static Node lookup(Window window, String id) {
    return window.controller().scene().lookup("#" + id);
  }

  private static void fire(Window window, String id) {
    Button button = window.find(Button.class, id);
    Toolkit.runFx(button::fire);
    Toolkit.pulses(2);
  }
}
