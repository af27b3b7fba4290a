package voidscope.chart.export;

import java.awt.geom.Rectangle2D;
import voidscope.chart.draw.ColourBar;
import voidscope.chart.draw.Marks;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.look.Look;
import voidscope.chart.look.Ramp;

/// A map as a matrix plot of PGFPlots, with the bar that tells its colours.
///
/// @param map the map
/// @param look colours and sizes
/// @param out where it is written to
record PgfMap(HeatMap map, Look look, StringBuilder out) {
  private static final int STOPS = 16;
  private static final int STEPS = 64;
  private static final int A_LINE = 4;

  /// Writes the cells, within an axis.
  void cells() {
    Ramp ramp = look.palette().ramp();
    out.append("\\addplot[matrix plot*,mesh/cols=").append(map.columns());
    out.append(",point meta=explicit,point meta min=").append(PgfFigure.value(map.scale().low()));
    out.append(",point meta max=").append(PgfFigure.value(map.scale().high()));
    out.append(",unbounded coords=jump,colormap={voidscope}{");
    for (int i = 0; i <= STOPS; i++) {
      int argb = ramp.argb((double) i / STOPS);
      out.append("rgb255=(").append(argb >> 16 & 255).append(',');
      out.append(argb >> 8 & 255).append(',').append(argb & 255).append(") ");
    }
    out.append("}] coordinates {");
    for (int i = 0; i < map.values().length; i++) {
      out.append(i % A_LINE == 0 ? "\n" : " ");
      out.append('(').append(PgfFigure.value(map.x(i % map.columns()))).append(',');
      out.append(PgfFigure.value(map.y(Math.floorDiv(i, map.columns())))).append(") [");
      out.append(PgfFigure.value(map.values()[i])).append(']');
    }
    out.append("};\n");
  }

  /// Writes the bar beside the place of the data.
  void bar(ColourBar bar, Rectangle2D data, double em, TexText tex) {
    Rectangle2D place = bar.place(data);
    double step = place.getHeight() / STEPS;
    for (int i = 0; i < STEPS; i++) {
      // Each reaches to the end, so that no seam shows between two of them.
      int argb = look.palette().ramp().argb(i / (STEPS - 1.0));
      line(
          "\\fill[color={rgb,255:red,%s;green,%s;blue,%s}] (%s,%s) rectangle (%s,%s);",
          argb >> 16 & 255,
          argb >> 8 & 255,
          argb & 255,
          place.getX(),
          place.getY(),
          place.getMaxX(),
          place.getMaxY() - i * step);
    }
    for (Marks.Mark mark : bar.marks()) {
      double y = bar.down(mark, place);
      line(
          "\\draw[color=voidscope-axis,line width=%sbp] (%s,%s) -- (%s,%s);",
          em / 12, place.getMaxX(), y, place.getMaxX() + .25 * em, y);
      out.append(
          PgfFigure.node(
              place.getMaxX() + .45 * em,
              y,
              "anchor=mid west,inner sep=0pt,color=voidscope-muted,font="
                  + PgfFigure.format("\\fontsize{%s}{%s}\\selectfont", .88 * em, em),
              tex.of(mark.text())));
    }
  }

  private void line(String format, Object... numbers) {
    out.append(PgfFigure.format(format, numbers)).append('\n');
  }
}
