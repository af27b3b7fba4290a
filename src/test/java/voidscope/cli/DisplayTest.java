package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What stands in the way of a window.
class DisplayTest {
  private static final Map<String, String> DESKTOP = Map.of("DISPLAY", ":0");

  @Test
  void obstacle_isNone_onADesktopWithGtk() {
    assertEquals(List.of(), Display.obstacle("Linux", "", DESKTOP, library -> true));
    assertEquals(List.of(), Display.obstacle("Windows 11", "", Map.of(), library -> false));
  }

  @Test
  void obstacle_isTheDisplay_whereThereIsNone() {
    List<String> lines = Display.obstacle("Linux", "", Map.of("DISPLAY", ""), library -> true);
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().startsWith("No display found"));
  }

  @Test
  void obstacle_isGtk_whereALibraryIsMissing() {
    List<String> lines =
        Display.obstacle("Linux", "", DESKTOP, library -> library.startsWith("libgtk"));
    assertEquals(2, lines.size());
    assertTrue(lines.getLast().contains("apt install libgtk-3-0 libxtst6"));
  }

  @Test
  void obstacle_isTheUsersWish_onTheHeadlessPlatform() {
    assertEquals(2, Display.obstacle("Linux", "headless", DESKTOP, library -> true).size());
  }
}
