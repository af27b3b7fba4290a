package voidscope.chart.export;

import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import voidscope.chart.draw.EntryBlock;
import voidscope.chart.draw.Header;
import voidscope.chart.draw.Panels;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Ink;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Look;
import voidscope.chart.look.Preset;

/// A page as PGFPlots: a LaTeX file that holds everything, data and scenario included, and needs
/// nothing but the packages `pgfplots` and `geometry`. It makes a page of its size by itself, and
/// may be `\input` into a paper, whose fonts it then takes. Everything stands at absolute places in
/// a box of the page's size; only the data are in the units of their axes.
final class PgfFigure {
  /// How the comment with a line of the scenario begins.
  static final String SCENARIO = "%|";

  /// How the file begins.
  static final String FIRST = "% Voidscope ";

  /// TeX holds fewer points than a printed page shows.
  private static final int COLUMNS = 200;

  private final Page page;
  private final Look look;
  private final double em;
  private final TexText tex = new TexText();
  private final StringBuilder out = new StringBuilder();
  private final PgfLegend legend;

  private PgfFigure(Page page) {
    this.page = page;
    boolean panels = !page.dress().panels().isEmpty();
    look = panels ? Panels.look(page.look(), page.charts().size()) : page.look();
    em = look.fontSize();
    legend = new PgfLegend(look, tex, out);
  }

  /// Saves a page.
  ///
  /// @return what cannot be as it should, in words
  static List<String> write(Page page, Origin origin, Path file) throws ExportException {
    PgfFigure figure = new PgfFigure(page);
    byte[] text = figure.document(origin).getBytes(StandardCharsets.UTF_8);
    ExportFile.write(file, out -> out.write(text));
    List<String> remarks = new ArrayList<>(Page.unnamed(figure.legend.missing()));
    String strange = String.join(" ", figure.tex.unknown());
    if (!strange.isEmpty()) {
      remarks.add("LaTeX has no words for " + strange + ": a ? stands there");
    }
    return remarks;
  }

  private String document(Origin origin) {
    Preset preset = page.preset();
    String body = body(preset);
    StringBuilder text = new StringBuilder(body.length() + 4096);
    text.append(origin.texComments());
    text.append("% Compile it with pdflatex, or \\input it in a paper that loads pgfplots.\n");
    text.append("\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n");
    text.append("\\let\\voidscopeend\\relax\n\\else\n\\documentclass{article}\n");
    text.append(
        String.format(
            Locale.ROOT,
            "\\usepackage[paperwidth=%sbp,paperheight=%sbp,margin=0bp]{geometry}\n",
            number(preset.width()),
            number(preset.height())));
    text.append("\\usepackage{pgfplots}\n\\pgfplotsset{compat=1.16}\n");
    text.append("\\pagestyle{empty}\\parindent0pt\\topskip0pt\\parskip0pt\n");
    text.append("\\begin{document}\n\\def\\voidscopeend{\\end{document}}\n\\fi\n");
    return text.append(body).append("\\voidscopeend\n").toString();
  }

  /// The scenario in such a file, if there is one.
  static Optional<String> scenario(String text) {
    String scenario =
        text.lines()
            .filter(line -> line.startsWith(SCENARIO))
            .map(line -> line.substring(SCENARIO.length()).strip() + "\n")
            .collect(Collectors.joining());
    return scenario.isEmpty() ? Optional.empty() : Optional.of(scenario);
  }

  private String body(Preset preset) {
    List<Figure> figures = page.figures(COLUMNS);
    boolean panels = !page.dress().panels().isEmpty();
    out.append("\\begingroup");
    ground(preset, figures);
    double top = 0;
    String heading = page.picture(figures, figures).title();
    if (panels && !heading.isEmpty()) {
      double size = page.look().fontSize();
      String font = format("\\fontsize{%s}{%s}\\selectfont\\bfseries", size, 1.2 * size);
      out.append(node(size, 1.6 * size, "anchor=base west,font=" + font, tex.of(heading)));
      top = 2 * size;
    }
    Rectangle2D whole = new Rectangle2D.Double(0, top, preset.width(), preset.height() - top);
    if (!panels) {
      plot(figures.getFirst(), whole, look.legend());
    } else {
      grid(figures, whole);
    }
    return out.append("\\end{tikzpicture}\\endgroup\n").toString();
  }

  private void ground(Preset preset, List<Figure> figures) {
    line("\\fontsize{%s}{%s}\\selectfont", em, 1.2 * em);
    Map<String, Ink> inks = new LinkedHashMap<>();
    for (Figure figure : figures) {
      figure.lines().forEach(line -> inks.put(line.ink(), look.palette().ink(line.ink())));
      figure.levels().forEach(level -> inks.put(level.key(), look.palette().ink(level.key())));
    }
    inks.forEach((key, ink) -> colour(PgfPlot.colour(key), ink.argb()));
    colour("voidscope-text", look.palette().text());
    colour("voidscope-muted", look.palette().muted());
    colour("voidscope-grid", look.palette().grid());
    colour("voidscope-axis", look.palette().axis());
    colour("voidscope-event", look.palette().event());
    line("\\begin{tikzpicture}[x=1bp,y=-1bp,color=voidscope-text]");
    line("\\useasboundingbox (0,0) rectangle (%s,%s);", preset.width(), preset.height());
    if (look.palette().ground() != 0) {
      colour("voidscope-ground", look.palette().ground());
      line("\\fill[voidscope-ground] (0,0) rectangle (%s,%s);", preset.width(), preset.height());
    }
  }

  private void grid(List<Figure> figures, Rectangle2D place) {
    boolean shared =
        switch (look.legend()) {
          case ABOVE, BELOW, BESIDE -> true;
          case INSIDE, ENDS, NONE -> false;
        };
    Rectangle2D rest = shared ? legend(figures, place) : place;
    int columns = Panels.columns(figures.size(), rest.getWidth() / rest.getHeight());
    int rows = (figures.size() + columns - 1) / columns;
    double width = rest.getWidth() / columns;
    double height = rest.getHeight() / rows;
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      plot(
          figure.titled((Panels.letter(i) + " " + figure.title()).strip()),
          new Rectangle2D.Double(
              rest.getX() + i % columns * width,
              rest.getY() + Math.floorDiv(i, columns) * height,
              width,
              height),
          shared ? LegendPlace.NONE : look.legend());
    }
  }

  /// Sets the legend of all panels.
  ///
  /// @return the place that it leaves them
  private Rectangle2D legend(List<Figure> figures, Rectangle2D place) {
    List<Header.Entry> entries = Panels.entries(figures, look);
    double x = place.getX();
    double y = place.getY();
    if (look.legend() == LegendPlace.BESIDE) {
      EntryBlock column =
          EntryBlock.columns(
              entries, look, Panels.MOST_COLUMN * place.getWidth(), place.getHeight() - 2 * em);
      double width = column.width() + 1.5 * em;
      legend.put(column, place.getMaxX() - width, y + em);
      return new Rectangle2D.Double(x, y, place.getWidth() - width, place.getHeight());
    }
    EntryBlock rows =
        EntryBlock.rows(
            entries, look, place.getWidth() - 2 * em, Panels.MOST_ROWS * place.getHeight());
    double height = rows.height() + .3 * em;
    boolean above = look.legend() == LegendPlace.ABOVE;
    legend.put(rows, em, above ? y : place.getMaxY() - height);
    return new Rectangle2D.Double(
        x, above ? y + height : y, place.getWidth(), place.getHeight() - height);
  }

  private void plot(Figure figure, Rectangle2D place, LegendPlace at) {
    new PgfPlot(figure, place, look.with(at, false), tex, out).write(legend);
  }

  private void colour(String name, int argb) {
    out.append(
        String.format(Locale.ROOT, "\\definecolor{%s}{HTML}{%06X}%n", name, argb & 0xFFFFFF));
  }

  /// A node with a text.
  static String node(double x, double y, String options, String text) {
    return "\\node["
        + options
        + ",inner sep=0pt] at ("
        + number(x)
        + ","
        + number(y)
        + ") {"
        + text
        + "};\n";
  }

  private void line(String format, Object... numbers) {
    out.append(format(format, numbers)).append('\n');
  }

  /// A line with numbers as TeX reads them in place of `%s`.
  static String format(String format, Object... numbers) {
    List<String> texts = new ArrayList<>();
    for (Object each : numbers) {
      texts.add(each instanceof Double d ? number(d) : String.valueOf(each));
    }
    return String.format(Locale.ROOT, format, texts.toArray());
  }

  /// A length in points, to a hundredth.
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  /// Numbers with commas between them.
  static String numbers(List<Double> values) {
    return values.stream().map(PgfFigure::value).collect(Collectors.joining(","));
  }

  /// A datum in full.
  static String value(double value) {
    return Double.isNaN(value)
        ? "nan"
        : value == Math.rint(value) && Math.abs(value) < 1e9
            ? Long.toString((long) value)
            : Double.toString(value).toLowerCase(Locale.ROOT);
  }
}
