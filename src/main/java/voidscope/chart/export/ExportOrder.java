package voidscope.chart.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;
import voidscope.chart.look.Preset;
import voidscope.chart.series.Baseline;
import voidscope.chart.series.ChartEntry;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.FileNames;

/// What is to be exported, and where to. Beside the figures of a chart lies their scenario, as
/// TOML.
///
/// @param charts what to draw
/// @param formats as what
/// @param presets how large
/// @param dark whether light ink for a dark ground is wanted
/// @param transparent whether there is to be no ground
/// @param folder where to, which exists
/// @param name of the files of a single chart, and what those of several begin with; if it is empty
///   files are called after their chart
public record ExportOrder(
    List<ChartEntry> charts,
    List<FigureFormat> formats,
    List<Preset> presets,
    boolean dark,
    boolean transparent,
    Path folder,
    String name) {
  private static final String SIDECAR = ".toml";
  private static final double COLUMNS_PER_POINT = 2;

  /// Copies the lists.
  public ExportOrder {
    charts = List.copyOf(charts);
    formats = List.copyOf(formats);
    presets = List.copyOf(presets);
  }

  /// The files that it makes or replaces.
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (ChartEntry chart : charts) {
      for (FigureFormat format : formats) {
        if (format == FigureFormat.CSV) {
          files.add(file(chart, "." + format.key()));
        } else {
          presets.forEach(preset -> files.add(file(chart, preset, format)));
        }
      }
      files.add(file(chart, SIDECAR));
    }
    return List.copyOf(files);
  }

  /// Draws a run and writes the files, each whole or not at all.
  ///
  /// @param views how each chart is looked at
  /// @return the files written
  /// @throws ExportException if one cannot be written; those before it are
  public List<Path> write(Snapshot snapshot, Function<ChartEntry, ChartView> views)
      throws ExportException {
    return write(snapshot, views, null);
  }

  /// The same with another run under it.
  ///
  /// @param views how each chart is looked at
  /// @param baseline the run under it, or null
  /// @return the files written
  /// @throws ExportException if one cannot be written; those before it are
  public List<Path> write(
      Snapshot snapshot, Function<ChartEntry, ChartView> views, @Nullable Baseline baseline)
      throws ExportException {
    for (ChartEntry chart : charts) {
      ChartView view = views.apply(chart);
      Origin origin = Origin.of(snapshot, chart, view, FileNames.shared(folder));
      for (FigureFormat format : formats) {
        if (format == FigureFormat.CSV) {
          FigureExport.csv(
              full(chart, snapshot, view, baseline), file(chart, "." + format.key()), origin);
        } else {
          for (Preset preset : presets) {
            write(figure(chart, preset, snapshot, view, baseline), chart, preset, format, origin);
          }
        }
      }
      byte[] scenario = origin.scenario().getBytes(StandardCharsets.UTF_8);
      ExportFile.write(file(chart, SIDECAR), out -> out.write(scenario));
    }
    return files();
  }

  private void write(
      Figure figure, ChartEntry chart, Preset preset, FigureFormat format, Origin origin)
      throws ExportException {
    Path file = file(chart, preset, format);
    Look look = preset.look(dark, transparent);
    double width = preset.width();
    double height = preset.height();
    switch (format) {
      case PDF -> FigureExport.pdf(figure, file, width, height, look, origin);
      case SVG -> FigureExport.svg(figure, file, width, height, look, origin);
      default ->
          FigureExport.png(
              figure,
              file,
              preset.pixelWidth(),
              preset.pixelHeight(),
              preset.dpi() / Preset.INCH,
              look,
              origin);
    }
  }

  /// A chart's figure, thinned for a preset's width.
  public static Figure figure(ChartEntry chart, Preset preset, Snapshot snapshot, ChartView view) {
    return figure(chart, preset, snapshot, view, null);
  }

  /// The same with another run under it.
  ///
  /// @param baseline the run under it, or null
  public static Figure figure(
      ChartEntry chart,
      Preset preset,
      Snapshot snapshot,
      ChartView view,
      @Nullable Baseline baseline) {
    int columns = (int) Math.clamp(COLUMNS_PER_POINT * preset.width(), 256, 4096);
    return chart.draw(snapshot, view.withColumns(columns), baseline);
  }

  /// A chart's figure with everything that was recorded, from end to end.
  private static Figure full(
      ChartEntry chart, Snapshot snapshot, ChartView view, @Nullable Baseline baseline) {
    return chart.draw(snapshot, view.unthinned(), baseline);
  }

  private Path file(ChartEntry chart, Preset preset, FigureFormat format) {
    return file(chart, (presets.size() == 1 ? "" : "-" + preset.key()) + "." + format.key());
  }

  private Path file(ChartEntry chart, String ending) {
    String stem =
        name.isEmpty() ? chart.key() : charts.size() == 1 ? name : name + "-" + chart.key();
    return folder.resolve(stem + ending);
  }
}
