package voidscope.ui.widget;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows a content larger than it is laid out: everything in it, text, lines and targets, by one
/// factor. What is drawn stays sharp, as it is scaled before it is drawn. For the window's thread.
public final class Magnifier extends Region {
  private final Region content;
  private final Scale scale = new Scale(1, 1);

  /// Shows it as it is.
  public Magnifier(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    content.setManaged(false);
    getChildren().add(content);
  }

  /// Shows the content so many times as large.
  public void magnify(double factor) {
    if (factor != scale.getX()) {
      scale.setX(factor);
      scale.setY(factor);
      requestLayout();
    }
  }

  /// How many times as large it is shown.
  public double factor() {
    return scale.getX();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
