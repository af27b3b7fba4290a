package voidscope.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Finds out why a window cannot be opened, before the toolkit fails at it.
public final class Display {
  private Display() {}

  /// What is missing for a window and what to do about it, in two lines; empty if nothing is.
  public static List<String> obstacle() {
    return obstacle(
        System.getProperty("os.name", ""),
        System.getProperty("glass.platform", ""),
        System.getenv(),
        Display::loads);
  }

  static List<String> obstacle(
      String system, String platform, Map<String, String> environment, Predicate<String> loads) {
    if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
      return List.of();
    }
    if (platform.equals("headless")) {
      return List.of(
          "The headless platform was asked for: no window is shown.",
          "Leave out -Dglass.platform=headless to see one.");
    }
    if (empty(environment, "DISPLAY") && empty(environment, "WAYLAND_DISPLAY")) {
      return List.of(
          "No display found: neither DISPLAY nor WAYLAND_DISPLAY is set.",
          "Start it from a desktop, or use ssh -X, or xvfb-run for a virtual display.");
    }
    if (empty(environment, "DISPLAY")) {
      return List.of(
          "No display found: the window needs X11, and DISPLAY is not set.",
          "Install XWayland and start it from the desktop's own terminal.");
    }
    if (!loads.test("libgtk-3.so.0") || !loads.test("libXtst.so.6")) {
      return List.of(
          "GTK 3 is missing, which the window needs.",
          "Install it: sudo apt install libgtk-3-0 libxtst6");
    }
    return List.of();
  }

  private static boolean empty(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").isEmpty();
  }

  /// Loading GTK's library does not connect to a display.
  @SuppressWarnings("restricted")
  private static boolean loads(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
