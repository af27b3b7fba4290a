package voidscope.laboratory;

import java.util.List;
import java.util.stream.Stream;

/// The cells of a table of LaTeX as a reader of the paper finds them.
///
/// @param rows each of its cells, with a cell over several columns once
public record TexCells(List<List<String>> rows) {
  private static final String[][] WORDS = {
    {"$\\surd $", "✓"},
    {"$\\hat{g}$", "ĝ"},
    {"$\\varphi $", "φ"},
    {"$\\theta $", "θ"},
    {"$\\mu $", "µ"},
    {"$\\cdot $", "·"},
    {"$\\times $", "×"},
    {"$^\\prime$", "′"},
    {"$^-$", "⁻"},
    {"$^0$", "⁰"},
    {"$^1$", "¹"},
    {"$^2$", "²"},
    {"$^3$", "³"},
    {"$^4$", "⁴"},
    {"$^5$", "⁵"},
    {"$^6$", "⁶"},
    {"$^7$", "⁷"},
    {"$^8$", "⁸"},
    {"$^9$", "⁹"},
    {"$-$", "−"},
    {"--", "–"},
    {"\\,", "\u2009"},
    {"~", "\u00a0"},
    {"\\&", "&"},
    {"\\%", "%"},
    {"\\#", "#"},
  };

  /// Reads the one table of a file.
  public static TexCells of(String tex) {
    String table =
        tex.substring(tex.indexOf("\\begin{tabular}"), tex.indexOf("\\end{tabular}"))
            .replaceFirst("\\\\begin\\{tabular}\\{[lcr]+}", "");
    return new TexCells(
        table
            .lines()
            .filter(line -> line.endsWith(" \\\\"))
            .map(line -> line.substring(0, line.length() - 3))
            .map(line -> Stream.of(line.split(" & ", -1)).map(TexCells::text).toList())
            .toList());
  }

  private static String text(String cell) {
    String text = cell.strip();
    text = text.replaceFirst("^\\\\multicolumn\\{\\d+}\\{[lcr]}\\{(.*)}$", "$1");
    text = text.replaceFirst("^\\\\shortstack\\[[cr]]\\{(.*)}$", "$1").replace("\\\\", "\n");
    for (String[] word : WORDS) {
      text = text.replace(word[0], word[1]);
    }
    return text;
  }
}
