package voidscope.ui.widget;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Style classes that come and go.
public final class Styles {
  private Styles() {}

  /// Adds or removes a style class.
  public static void set(Node node, String style, boolean on) {
    if (on != node.getStyleClass().contains(style)) {
      if (on) {
        node.getStyleClass().add(style);
      } else {
        node.getStyleClass().remove(style);
      }
    }
  }

  /// Adds style classes.
  public static <T extends Node> T with(T node, String... styles) {
    node.getStyleClass().addAll(styles);
    return node;
  }

  /// Sets a pseudo-class.
  public static void state(Node node, String name, boolean on) {
    node.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), on);
  }
}
