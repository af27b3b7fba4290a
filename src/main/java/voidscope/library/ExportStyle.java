package voidscope.library;

import java.nio.file.Path;
import java.util.List;
import voidscope.chart.export.ExportOrder;
import voidscope.chart.export.FigureFormat;
import voidscope.chart.export.Motion;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Preset;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.chart.series.FigureDress;

/// How figures were exported last, as far as that holds for other figures of other runs, too: not
/// their words, the limits of their axes or whom they showed. Immutable.
///
/// @param every whether all charts were exported
/// @param formats as what
/// @param preset how large
/// @param dark whether with light ink for a dark ground
/// @param transparent whether without a ground
/// @param legend where the lines were named
/// @param sameAxes whether axes of the same caption had the same ends
/// @param outlines whether letters were shapes
/// @param motion how what moves did
/// @param folder where to, absolute
public record ExportStyle(
    boolean every,
    List<FigureFormat> formats,
    Preset preset,
    boolean dark,
    boolean transparent,
    LegendPlace legend,
    boolean sameAxes,
    boolean outlines,
    Motion motion,
    Path folder) {
  /// Copies the list.
  public ExportStyle {
    formats = List.copyOf(formats);
  }

  /// That of an order.
  public static ExportStyle of(ExportOrder order) {
    FigureDress dress = order.dress();
    return new ExportStyle(
        order.charts().size() > 1,
        order.formats(),
        order.presets().getFirst(),
        order.dark(),
        order.transparent(),
        dress.legend(),
        dress.sameAxes(),
        dress.outlines(),
        order.motion(),
        order.folder().toAbsolutePath());
  }

  /// What to export of a chart in this style.
  ///
  /// @param to folder, which exists
  public ExportOrder order(ChartEntry chart, Path to) {
    return new ExportOrder(
        every ? Charts.catalogue().entries() : List.of(chart),
        formats,
        List.of(preset),
        dark,
        transparent,
        FigureDress.PLAIN.with(legend).withSameAxes(sameAxes).withOutlines(outlines),
        motion,
        to,
        every ? "" : chart.key());
  }
}
