package voidscope.ui.widget;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import voidscope.chart.look.Palette;

/// The window's looks.
public enum Theme {
  /// Dark on light.
  LIGHT("tokens.css"),
  /// Light on dark.
  DARK("tokens-dark.css");

  private static final String STYLES = "/voidscope/styles/";

  private final String tokens;

  Theme(String tokens) {
    this.tokens = tokens;
  }

  /// Loads the typeface, once before the first window, and puts a look in place: the first control
  /// would load that of JavaFX.
  public static void prepare() {
    LIGHT.install();
    for (String name : new String[] {"Regular", "Medium", "SemiBold"}) {
      Font.loadFont(resource("fonts/Inter-" + name + ".ttf"), 12);
    }
  }

  /// Dresses the program and a scene. Menus and tooltips that are open are shut: they take their
  /// colours from the scene, and would be restyled while those are gone.
  public void apply(Scene scene) {
    List.copyOf(Window.getWindows()).stream()
        .filter(PopupWindow.class::isInstance)
        .forEach(Window::hide);
    install();
    scene
        .getStylesheets()
        .setAll(resource("voidscope.css"), resource(tokens), resource("projector.css"));
  }

  private void install() {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
  }

  /// The charts' colours.
  public Palette palette() {
    return this == LIGHT ? Palette.light() : Palette.dark();
  }

  /// The other one.
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  private static String resource(String name) {
    URL url = Objects.requireNonNull(Theme.class.getResource(STYLES + name), name);
    return url.toExternalForm();
  }
}
