package voidscope.chart.export;

import java.util.ArrayList;
import java.util.List;
import voidscope.chart.draw.EntryBlock;
import voidscope.chart.draw.Header;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;

/// The legends of a page in LaTeX: samples and names at the places where figures of other kinds
/// have them too.
final class PgfLegend {
  /// TeX's own letters are wider than those that the legend is set for.
  private static final double NAME = .87;

  private final Look look;
  private final TexText tex;
  private final StringBuilder out;
  private final List<String> missing = new ArrayList<>();

  PgfLegend(Look look, TexText tex, StringBuilder out) {
    this.look = look;
    this.tex = tex;
    this.out = out;
  }

  /// Names for which there was no room.
  List<String> missing() {
    return missing;
  }

  /// That some names have no room.
  void lack(List<String> names) {
    missing.addAll(names);
  }

  /// Writes a block from its upper left corner on.
  void put(EntryBlock block, double left, double top) {
    missing.addAll(block.missing());
    double em = block.em();
    for (EntryBlock.Placed placed : block.placed()) {
      Header.Entry entry = placed.entry();
      double x = left + placed.x();
      double y = top + placed.baseline();
      if (!entry.key().isEmpty()) {
        sample(entry, x, y - .33 * em, block.swatch());
        x += block.swatch() + .45 * em;
      }
      String colour = entry.key().isEmpty() ? "voidscope-muted" : "voidscope-text";
      name(x, y, "anchor=base west", em, colour, entry.name());
    }
  }

  /// Writes a name.
  void name(double x, double y, String anchor, double em, String colour, String name) {
    String font = PgfFigure.format("font=\\fontsize{%s}{%s}\\selectfont", NAME * em, em);
    out.append(PgfFigure.node(x, y, anchor + ",color=" + colour + "," + font, tex.of(name)));
  }

  private void sample(Header.Entry entry, double x, double y, double length) {
    boolean path = entry.style() == Figure.Style.PATH;
    boolean spots = path || entry.style() == Figure.Style.SPOTS;
    boolean points = !path && (spots || entry.style() == Figure.Style.POINTS);
    String style = PgfPlot.style(look, entry.ink(), entry.style());
    if (entry.style() == Figure.Style.BAR) {
      style +=
          PgfFigure.format(
              ",line width=%sbp,opacity=%s", look.barSample(), look.bandOpacity(entry.style()));
    }
    if (path) {
      style += "," + PgfPlot.halo(look, entry.ink());
    }
    if (!points) {
      out.append(
          PgfFigure.format("\\draw[%s] (%s,%s) -- (%s,%s);%n", style, x + 1, y, x + length - 1, y));
    }
    if (points || path || entry.style() == Figure.Style.MAIN) {
      out.append(
          PgfFigure.format(
              "\\draw[%s] plot[%s] coordinates {(%s,%s)};%n",
              style,
              spots
                  ? PgfPlot.spot(look, entry.ink())
                  : PgfPlot.mark(look, entry.ink(), .5 * look.fontSize()),
              path ? x + look.spot() + 1 : x + length / 2,
              y));
    }
  }
}
