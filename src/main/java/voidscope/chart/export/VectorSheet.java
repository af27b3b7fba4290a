package voidscope.chart.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// A page of vector graphics. Places are in points from the top left corner, y down.
interface VectorSheet {
  /// From now on only what lies within this rectangle shows; null: everything does.
  void clip(@Nullable Rectangle2D rectangle);

  /// Fills an area.
  void fill(Shape area, Color colour);

  /// Draws a line; the stroke's lengths are in points.
  void stroke(Shape line, BasicStroke stroke, Color colour);

  /// Shows pixels as sharp squares, neither turned nor sheared.
  ///
  /// @param place of the whole on the page
  void image(BufferedImage image, Rectangle2D place);

  /// Whether who shows it sets a mark, such as the tilde of z̃, over the sign before it.
  boolean placesMarks();

  /// Writes a string.
  ///
  /// @param font in one of the bundled typefaces
  /// @param place takes the baseline's start from the origin to the page
  void text(String text, Font font, AffineTransform place, Color colour);
}
