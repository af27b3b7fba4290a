package voidscope.chart.export;

import java.nio.file.Path;
import java.util.List;
import voidscope.catalogue.Catalogue;

/// The kinds of file that a figure can be saved as.
public enum FigureFormat implements Catalogue.Named {
  /// Vector, text as text.
  PDF("pdf", "PDF", "pdf", Extent.SIZED),
  /// Vector, text as text.
  SVG("svg", "SVG", "svg", Extent.SIZED),
  /// Pixels.
  PNG("png", "PNG", "png", Extent.PIXELS),
  /// A figure in LaTeX's words, for a paper.
  PGFPLOTS("pgfplots", "PGFPlots", "tex", Extent.SIZED),
  /// Pixels that move, in at most 256 colours.
  GIF("gif", "Animated GIF", "gif", Extent.MOVING),
  /// Pixels that move, in all colours.
  APNG("apng", "Animated PNG", "apng", Extent.MOVING),
  /// The data.
  CSV("csv", "CSV", "csv", Extent.DATA);

  private final String key;
  private final String label;
  private final String ending;
  private final Extent extent;

  FigureFormat(String key, String label, String ending, Extent extent) {
    this.key = key;
    this.label = label;
    this.ending = ending;
    this.extent = extent;
  }

  /// What a file of the kind is as large as.
  enum Extent {
    /// As a page.
    SIZED,
    /// As a page, in pixels.
    PIXELS,
    /// As a page, in pixels, in many frames.
    MOVING,
    /// As its data: it is the same for every page, and holds one chart.
    DATA
  }

  /// All of them.
  public static Catalogue<FigureFormat> catalogue() {
    return new Catalogue<>("format", List.of(values()));
  }

  /// Its name on the command line.
  @Override
  public String key() {
    return key;
  }

  @Override
  public String label() {
    return label;
  }

  /// How its files end, with the point.
  public String ending() {
    return "." + ending;
  }

  /// Whether its files differ with the page's size.
  public boolean sized() {
    return extent != Extent.DATA;
  }

  /// Whether its files are pixels, for which there must be room.
  public boolean pixels() {
    return extent == Extent.PIXELS || extent == Extent.MOVING;
  }

  /// Whether its files show the run at one step after another.
  public boolean moving() {
    return extent == Extent.MOVING;
  }

  /// Why its files cannot hold a problem's pictures; empty if they can.
  ///
  /// @param played whether these move
  String pictureObstacle(boolean played) {
    return switch (this) {
      case PDF, SVG, PNG -> "";
      case PGFPLOTS -> "PGFPlots draws lines and text, not pixels";
      case GIF, APNG -> played ? "" : "it shows a single step, so it does not move";
      case CSV -> "a CSV holds the numbers of lines, of which it has none";
    };
  }

  /// Writes a page to a file, whole or not at all.
  ///
  /// @return what the file could not follow, in words
  List<String> write(Page page, Origin origin, Path file) throws ExportException {
    return switch (this) {
      case PDF -> FigureExport.pdf(page, origin, file);
      case SVG -> FigureExport.svg(page, origin, file);
      case PNG -> FigureExport.png(page, origin, file);
      case PGFPLOTS -> PgfFigure.write(page, origin, file);
      case GIF -> GifFile.write(page, origin, file);
      case APNG -> ApngFile.write(page, origin, file);
      case CSV -> FigureExport.csv(page, origin, file);
    };
  }
}
