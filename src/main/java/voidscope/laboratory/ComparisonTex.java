package voidscope.laboratory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import voidscope.chart.export.Origin;
import voidscope.chart.export.TexText;

/// The comparison as a table of LaTeX, with the columns and the rows of the window. It needs no
/// package: lines are drawn by `\hline` alone.
public final class ComparisonTex {
  /// What its file is called.
  public static final String FILE = "comparison.tex";

  private static final String PLAIN =
      "% The table needs no package. In a narrow column: \\footnotesize, or \\r"
          + "esizebox of graphicx.\n";

  /// Alone, a file makes a page of the size of its table.
  private static final String BEGIN =
      """
      \\expandafter\\ifx\\csname @nodocument\\endcsname\\relax
      \\let\\voidscopeend\\relax
      \\else
      \\documentclass{article}
      \\begin{document}
      \\setbox0=\\hbox\\bgroup
      \\def\\voidscopeend{\\egroup
        \\pdfhorigin=10bp \\pdfvorigin=10bp
        \\hoffset=0pt \\voffset=0pt
        \\pdfpagewidth=\\wd0 \\advance\\pdfpagewidth by 20bp
        \\pdfpageheight=\\ht0 \\advance\\pdfpageheight by \\dp0 \\advance\\pdfpageheight by 20bp
        \\shipout\\box0
        \\end{document}}
      \\fi
      """;

  private final Comparison comparison;
  private final List<ComparisonColumn> columns = ComparisonColumn.all();
  private final TexText tex = new TexText();

  /// @param comparison what it shows
  public ComparisonTex(Comparison comparison) {
    this.comparison = comparison;
  }

  /// The table, to be set into a paper.
  public String tabular() {
    StringBuilder out = new StringBuilder(PLAIN);
    out.append("\\begin{tabular}{l");
    columns.forEach(column -> out.append(side(column)));
    out.append("}\n\\hline\n");
    line(out, groups());
    line(out, Stream.concat(Stream.of("estimator"), columns.stream().map(this::head)).toList());
    out.append("\\hline\n");
    comparison.rows().forEach(row -> line(out, cells(row)));
    return out.append("\\hline\n\\end{tabular}\n").toString();
  }

  /// Saves it in a file that LaTeX makes a page of by itself, and that may be `\input` into a
  /// paper. It carries its scenario as an exported figure does.
  ///
  /// @return what cannot be as it should, in words
  /// @throws IOException that names the file and the reason
  public List<String> write(Origin origin, Path file) throws IOException {
    String text =
        origin.texComments()
            + "% Compile it with pdflatex, or \\input it in a paper.\n"
            + BEGIN
            + tabular()
            + "\\voidscopeend\n";
    ResultFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    return tex.unknown().isEmpty()
        ? List.of()
        : List.of(
            file.getFileName()
                + ": LaTeX has no words for "
                + String.join(" ", tex.unknown())
                + ": a ? stands there");
  }

  private static String side(ComparisonColumn column) {
    return column.number() ? "r" : "c";
  }

  /// Columns of one group stand below its name.
  private List<String> groups() {
    List<String> cells = new ArrayList<>(List.of(""));
    for (int i = 0; i < columns.size(); ) {
      String group = columns.get(i).group();
      int from = i;
      do {
        i++;
      } while (!group.isEmpty() && i < columns.size() && columns.get(i).group().equals(group));
      cells.add(group.isEmpty() ? "" : over(i - from, "c", tex.of(group)));
    }
    return cells;
  }

  private String head(ComparisonColumn column) {
    List<String> lines = column.folded().lines().map(tex::of).toList();
    return lines.size() == 1
        ? lines.getFirst()
        : "\\shortstack[" + side(column) + "]{" + String.join("\\\\", lines) + "}";
  }

  /// The note of a row stands in place of what is not measured of it, as in the window.
  private List<String> cells(Comparison.Row row) {
    List<String> cells = new ArrayList<>(List.of(label(row)));
    boolean noted = !row.note().isEmpty();
    columns.stream()
        .filter(column -> !(noted && column.noted()))
        .forEach(column -> cells.add(tex.of(row.shown(column))));
    if (noted) {
      int width = (int) columns.stream().filter(ComparisonColumn::noted).count();
      cells.add(over(width, "l", tex.of(row.note())));
    }
    return cells;
  }

  /// What begins with a bracket or a star would be read as belonging to the end of the line before.
  private String label(Comparison.Row row) {
    String label = tex.of(row.label());
    return label.startsWith("[") || label.startsWith("*") ? "{" + label + "}" : label;
  }

  private static String over(int columns, String side, String text) {
    return "\\multicolumn{" + columns + "}{" + side + "}{" + text + "}";
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" & "))).append(" \\\\\n");
  }
}
