package voidscope.chart.draw;

import java.awt.Graphics2D;
import java.util.List;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;

/// A page with a single figure.
///
/// @param figure what is drawn
/// @param whole the figure whose data set the ends of the axes
public record Plate(Figure figure, Figure whole) implements Picture {
  /// Of a figure on axes of its own.
  public Plate(Figure figure) {
    this(figure, figure);
  }

  @Override
  public String title() {
    return figure.title();
  }

  @Override
  public List<String> draw(Graphics2D g, double width, double height, Look look) {
    return FigureDrawing.draw(
        figure, FigureAxes.of(whole, width, height, look), g, width, height, look);
  }
}
