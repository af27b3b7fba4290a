package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.FreshJvm;
import voidscope.Mouse;
import voidscope.Toolkit;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Fingerprint;
import voidscope.experiment.scenario.Event;

/// The target dragged while it runs: the run goes on, the change is recorded, the curve follows,
/// and the saved scenario gives the same bits in another JVM.
final class DragReplayTest {
  @TempDir private Path folder;

  @Test
  void target_draggedDuringARun_isRecordedAndReplaysBitForBit() {
    Path file = folder.resolve("dragged.toml");
    try (Window window = new Window(1366, 768, new Window.Answers(file))) {
      Snapshot before = await(window, s -> s.step() > 60);
      drag(window.find(Slider.class, "slider-problem-target"), 70);
      Snapshot after = await(window, s -> !s.scenario().events().isEmpty());
      assertEquals(before.generation(), after.generation());
      for (Event event : after.scenario().events()) {
        assertEquals("target", event.key());
        assertTrue(event.step() > 60);
      }
      double wanted = window.model().wanted().problem().settings().real("target");
      assertTrue(wanted > 0.501, "dragged to the right, but t = " + wanted);
      Snapshot moved =
          await(window, s -> s.scenario().settled().problem().settings().real("target") == wanted);
      assertNotEquals(curve(before), curve(moved));
      await(window, s -> s.step() > moved.step() + 50);

      List<Event> events = moved.scenario().events();
      assertTrue(events.size() > 1, events.size() + " events");
      assertEquals(1, events.stream().mapToLong(Event::since).distinct().count());

      Toolkit.runFx(() -> window.controller().actions().get("run").handler().run());
      Snapshot end =
          await(
              window,
              s ->
                  s.state() == Snapshot.State.PAUSED
                      && s.tracks().stream().allMatch(t -> t.step() == s.step()));
      Toolkit.runFx(() -> window.controller().actions().get("save").handler().run());
      FreshJvm.Result replay =
          FreshJvm.run(
              List.of(),
              "voidscope.experiment.run.Replay",
              file.toString(),
              Long.toString(end.step()));
      assertEquals(0, replay.exit(), replay.output());
      assertEquals(Fingerprint.of(end), replay.output());
    }
  }

  private static String curve(Snapshot snapshot) {
    Track relax =
        snapshot.tracks().stream().filter(t -> t.id().equals("relax")).findFirst().orElseThrow();
    return Arrays.toString(Objects.requireNonNull(relax.curve()).relaxed());
  }

  /// Drags the thumb as a mouse does, frame by frame.
  private static void drag(Slider slider, double by) {
    Node thumb = Toolkit.onFx(() -> slider.lookup(".thumb"));
    Point2D start =
        Toolkit.onFx(
            () -> {
              var box = thumb.localToScene(thumb.getBoundsInLocal());
              return new Point2D(box.getCenterX(), box.getCenterY());
            });
    fire(thumb, MouseEvent.MOUSE_PRESSED, start);
    for (int i = 1; i <= 7; i++) {
      fire(thumb, MouseEvent.MOUSE_DRAGGED, start.add(by * i / 7, 0));
      Toolkit.pulses(3);
    }
    fire(thumb, MouseEvent.MOUSE_RELEASED, start.add(by, 0));
    Toolkit.pulses(3);
  }

  private static void fire(Node node, EventType<MouseEvent> type, Point2D at) {
    Toolkit.runFx(
        () -> javafx.event.Event.fireEvent(node, Mouse.event(type, at.getX(), at.getY(), true)));
  }

  private static Snapshot await(Window window, Predicate<Snapshot> condition) {
    for (int i = 0; i < 1200; i++) {
      Snapshot snapshot = Toolkit.onFx(() -> window.model().follower().newest());
      if (snapshot != null && condition.test(snapshot)) {
        return snapshot;
      }
      Toolkit.pulses(1);
    }
    throw new AssertionError("waited in vain");
  }
}
