package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;

/// The sections of the controls, which open and shut only when they are asked to.
class SectionsTest {
  private final Window window = new Window();

  @AfterEach
  void close() {
    window.close();
  }

  private Map<String, Boolean> open() {
    return Toolkit.onFx(
        () -> {
          Map<String, Boolean> open = new LinkedHashMap<>();
          for (Node header : window.controller().scene().getRoot().lookupAll(".section-header")) {
            Node content = header.getParent().getChildrenUnmodifiable().get(1);
            if (header.getParent().isVisible()) {
              open.put(header.getId(), content.isVisible());
            }
          }
          return open;
        });
  }

  private void toggle(String id) {
    Button header = window.find(Button.class, id);
    Toolkit.runFx(header::fire);
    Toolkit.pulses(3);
  }

  @Test
  void sections_openAndShut_onlyWhenAsked() {

    Map<String, Boolean> expected = open();
    assertTrue(expected.containsValue(false) && expected.containsValue(true), "" + expected);
    for (String id : expected.keySet().toArray(String[]::new)) {
      boolean before = expected.getOrDefault(id, false);
      toggle(id);
      expected.put(id, !before);
      assertEquals(expected, open());
      if (before) {
        toggle(id);
        expected.put(id, true);
        assertEquals(expected, open());
      }
    }
    assertFalse(expected.containsValue(false));
    toggle("section-problem");
    expected.put("section-problem", false);
    Toolkit.runFx(() -> window.model().looks().focus("rebar"));
    Toolkit.runFx(() -> window.model().contenders().toggleEveryone());
    Toolkit.pulses(3);
    assertEquals(expected, open());
  }

  /// What is opened is to be seen, wherever the stack is scrolled to.
  @Test
  void section_thatIsOpened_isInSight() {
    for (String id : open().keySet().toArray(String[]::new)) {
      if (!open().getOrDefault(id, true)) {
        toggle(id);
        Toolkit.until(() -> Toolkit.onFx(() -> inSight(id)));
      }
    }
  }

  private boolean inSight(String id) {
    Node header = window.find(Button.class, id);
    Node scroll = header.getParent();
    while (!(scroll instanceof ScrollPane)) {
      scroll = scroll.getParent();
    }
    Bounds seen = scroll.localToScene(scroll.getLayoutBounds());
    Bounds box = header.getParent().localToScene(header.getParent().getLayoutBounds());
    return box.getMinY() >= seen.getMinY() - 1
        && (box.getMaxY() <= seen.getMaxY() + 1 || box.getHeight() > seen.getHeight());
  }
}
