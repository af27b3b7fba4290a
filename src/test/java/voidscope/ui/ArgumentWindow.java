package voidscope.ui;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import voidscope.laboratory.OpeningException;

/// Opens the program's window with a file as the command line does, prints what it shows once it
/// shows the file's name, as a scenario's or as that of images, and ends; prints why a file is
/// refused.
final class ArgumentWindow {
  private static final int LOOKS = 2000;
  private static final int MILLIS = 50;

  private ArgumentWindow() {}

  /// Runs it.
  ///
  /// @param arguments the file, and the name that is to be shown
  public static void main(String[] arguments) {
    Thread watch = new Thread(() -> watch(arguments[1]));
    watch.setDaemon(true);
    watch.start();
    try {
      VoidscopeApp.open(Path.of(arguments[0]), false);
    } catch (OpeningException e) {
      System.out.println("refused " + e.getMessage());
    }
    System.exit(0);
  }

  private static void watch(String name) {
    try {
      for (int i = 0; i < LOOKS; i++) {
        Thread.sleep(MILLIS);
        if (!Window.getWindows().isEmpty()) {
          Platform.runLater(() -> Window.getWindows().forEach(window -> tell(window, name)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.println("shows nothing of " + name);
    System.exit(3);
  }

  private static void tell(Window window, String name) {
    Scene scene = window.getScene();
    if (scene.lookup("#controls") == null) { // a small screen folds them away
      Event.fireEvent(
          scene.getRoot(),
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, false, false, false));
    }
    if (scene.lookup("#scenario-name") instanceof Label label && label.getText().equals(name)) {
      System.out.println("shows scenario " + name);
      System.exit(0);
    }
    if (scene.lookup("#choice-problem-data") instanceof ComboBox<?> images
        && name.equals(String.valueOf(images.getValue()))) {
      System.out.println("shows images " + name);
      System.exit(0);
    }
  }
}
