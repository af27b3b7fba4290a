package voidscope.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import voidscope.chart.series.DressOption;
import voidscope.chart.series.FigureDress;

/// The options of `export` that dress its figures; what they may say, [DressOption] knows.
final class DressOptions {
  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "Heading of the figure, or none, or own for the chart's; _ lowers a sign.")
  private @Nullable String title;

  @Option(names = "--xlabel", paramLabel = "TEXT", description = "Caption of the x axis, likewise.")
  private @Nullable String xLabel;

  @Option(names = "--ylabel", paramLabel = "TEXT", description = "Caption of the y axis, likewise.")
  private @Nullable String yLabel;

  @Option(
      names = "--legend",
      paramLabel = "PLACE",
      description = "above, inside, below, beside, ends (of the lines) or none (default: above).")
  private @Nullable String legend;

  @Option(
      names = "--xlim",
      paramLabel = "LOW:HIGH",
      description = "Ends of the x axis; one left out fits the data.")
  private @Nullable String xLimits;

  @Option(names = "--ylim", paramLabel = "LOW:HIGH", description = "Ends of the y axis, likewise.")
  private @Nullable String yLimits;

  @Option(
      names = "--estimators",
      paramLabel = "ID[,ID]",
      description = "Which estimators to show, in this order (default: all).")
  private @Nullable String estimators;

  @Option(
      names = "--panels",
      paramLabel = "KEY[,KEY]",
      description = "These charts in one figure, as (a), (b), (c), instead of --chart.")
  private @Nullable String panels;

  @Option(names = "--same-axes", description = "The same ends for all axes of the same caption.")
  private boolean sameAxes;

  @Option(
      names = "--outlines",
      description = "Letters as shapes, which need no font, in PDF and SVG.")
  private boolean outlines;

  /// The dress that a figure carries with what is given over it.
  ///
  /// @throws InputException naming the option, if one says what it must not
  FigureDress over(FigureDress carried) {
    Map<DressOption, @Nullable String> given = new EnumMap<>(DressOption.class);
    given.put(DressOption.TITLE, title);
    given.put(DressOption.X_LABEL, xLabel);
    given.put(DressOption.Y_LABEL, yLabel);
    given.put(DressOption.LEGEND, legend);
    given.put(DressOption.X_LIMITS, xLimits);
    given.put(DressOption.Y_LIMITS, yLimits);
    given.put(DressOption.ESTIMATORS, estimators);
    given.put(DressOption.PANELS, panels);
    FigureDress dress = carried;
    for (Map.Entry<DressOption, @Nullable String> each : given.entrySet()) {
      String text = each.getValue();
      if (text != null) {
        try {
          dress = each.getKey().read(dress, text);
        } catch (IllegalArgumentException e) {
          throw new InputException(name(each.getKey()) + ": " + e.getMessage());
        }
      }
    }
    dress = sameAxes ? dress.withSameAxes(true) : dress;
    return outlines ? dress.withOutlines(true) : dress;
  }

  /// The option as it is typed.
  static String name(DressOption option) {
    return "--" + option.key();
  }
}
