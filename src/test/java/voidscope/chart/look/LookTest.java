package voidscope.chart.look;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import voidscope.chart.figure.Figure;

/// How wide lines are drawn.
class LookTest {
  /// Drawn four pixels wide on a projector, no style of any ink is below three.
  @Test
  void lines_areWideEnough_onAProjector() {
    for (Palette palette : new Palette[] {Palette.light(), Palette.dark()}) {
      Look look = Look.projector(palette.projector(), 4);
      for (Ink ink : palette.inks().values()) {
        for (Figure.Style style : Figure.Style.values()) {
          assertTrue(look.width(ink, style) >= 3, ink.key() + " " + style);
        }
      }
    }
  }
}
