package voidscope.chart.draw;

import java.awt.Graphics2D;
import java.util.List;
import voidscope.chart.look.Look;

/// What a page shows.
public interface Picture {
  /// What it is called where files tell it, such as a PDF's title.
  String title();

  /// Draws it on any Java2D surface in the look's units.
  ///
  /// @return the names for which its legend had no room
  List<String> draw(Graphics2D g, double width, double height, Look look);
}
