package voidscope.chart.live;

import java.awt.image.BufferedImage;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;

/// Where a chart's pictures are seen. For the FX thread.
interface Screen {
  /// What shows them; the mouse passes through it.
  Node node();

  /// Shows a picture, or what has been written into it since.
  ///
  /// @param picture whose pixels both images share
  /// @param width and `height` of it in logical pixels
  void show(Pixels picture, double width, double height);

  /// A picture as JavaFX and as Java2D know it.
  ///
  /// @param image of JavaFX
  /// @param drawn the same pixels for Java2D
  record Pixels(WritableImage image, BufferedImage drawn) {}
}
