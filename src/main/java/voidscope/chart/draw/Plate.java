package voidscope.chart.draw;

import java.awt.Graphics2D;
import java.util.List;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;

/// A page with a single figure.
public record Plate(Figure figure) implements Picture {
  @Override
  public String title() {
    return figure.title();
  }

  @Override
  public List<String> draw(Graphics2D g, double width, double height, Look look) {
    return FigureDrawing.draw(figure, g, width, height, look);
  }
}
