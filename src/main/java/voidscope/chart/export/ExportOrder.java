package voidscope.chart.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import voidscope.chart.draw.Panels;
import voidscope.chart.look.Look;
import voidscope.chart.look.Preset;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.chart.series.DressOption;
import voidscope.chart.series.FigureDress;
import voidscope.experiment.scenario.FileNames;

/// What is to be exported, and where to. Beside the figures of a chart lies their scenario, as
/// TOML.
///
/// @param charts what to draw, each in figures of its own unless the dress asks for panels
/// @param formats as what
/// @param presets how large
/// @param dark whether light ink for a dark ground is wanted
/// @param transparent whether there is to be no ground
/// @param dress how the figures are dressed
/// @param folder where to, which exists
/// @param name of the files of a single page, and what those of several begin with; if it is empty
///   files are called after their chart
public record ExportOrder(
    List<ChartEntry> charts,
    List<FigureFormat> formats,
    List<Preset> presets,
    boolean dark,
    boolean transparent,
    FigureDress dress,
    Path folder,
    String name) {
  /// What the file of several charts is called.
  private static final String PANELS = "panels";

  private static final String SIDECAR = ".toml";

  /// Copies the lists.
  public ExportOrder {
    charts = List.copyOf(charts);
    formats = List.copyOf(formats);
    presets = List.copyOf(presets);
  }

  /// What an order has made.
  ///
  /// @param files those written
  /// @param remarks what of the order they could not follow, in words
  public record Done(List<Path> files, List<String> remarks) {}

  /// Charts that share a file.
  private List<List<ChartEntry>> sheets() {
    return dress.panels().isEmpty()
        ? charts.stream().map(List::of).toList()
        : List.of(dress.panels().stream().map(Charts.catalogue()::get).toList());
  }

  /// Why it cannot be followed, beginning with what it is that cannot; empty if it can.
  public String obstacle() {
    for (DressOption option : dress.single()) {
      boolean heading = option == DressOption.TITLE && !dress.panels().isEmpty();
      if (!heading && (charts.size() > 1 || !dress.panels().isEmpty())) {
        return option.key() + ": expected one chart, as each has its own, found several";
      }
    }
    if (!dress.panels().isEmpty()) {
      if (dress.panels().size() > Panels.MOST) {
        return DressOption.PANELS.key()
            + ": expected at most "
            + Panels.MOST
            + ", found "
            + dress.panels().size();
      }
      for (FigureFormat format : formats) {
        if (!format.sized()) {
          return DressOption.PANELS.key() + ": " + format.label() + " holds one chart alone";
        }
      }
    }
    return "";
  }

  /// The files that it makes or replaces.
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (List<ChartEntry> sheet : sheets()) {
      for (FigureFormat format : formats) {
        if (format.sized()) {
          presets.forEach(preset -> files.add(file(sheet, preset, format)));
        } else {
          files.add(file(sheet, format.ending()));
        }
      }
      files.add(file(sheet, SIDECAR));
    }
    return List.copyOf(files);
  }

  /// Draws a run and writes the files, each whole or not at all.
  ///
  /// @throws ExportException if one cannot be written; those before it are
  public Done write(Page.Run run) throws ExportException {
    List<String> remarks = new ArrayList<>();
    for (List<ChartEntry> sheet : sheets()) {
      Origin origin = origin(sheet, run);
      for (FigureFormat format : formats) {
        if (format.sized()) {
          for (Preset preset : presets) {
            write(page(sheet, preset, run), origin, format, file(sheet, preset, format), remarks);
          }
        } else {
          Page page = page(sheet, presets.getFirst(), run);
          write(page, origin, format, file(sheet, format.ending()), remarks);
        }
      }
      remarks.addAll(page(sheet, presets.getFirst(), run).remarks());
      byte[] scenario = origin.scenario().getBytes(StandardCharsets.UTF_8);
      ExportFile.write(file(sheet, SIDECAR), out -> out.write(scenario));
    }
    return new Done(files(), List.copyOf(remarks));
  }

  /// Of several charts the first tells how they are looked at.
  private Origin origin(List<ChartEntry> sheet, Page.Run run) {
    ChartEntry first = sheet.getFirst();
    FigureDress worn = dress.panels().isEmpty() ? worn(first) : dress;
    CarriedView carried = new CarriedView(first.key(), run.views().apply(first), worn);
    return Origin.of(run.snapshot(), carried, FileNames.shared(folder));
  }

  private static void write(
      Page page, Origin origin, FigureFormat format, Path file, List<String> remarks)
      throws ExportException {
    for (String remark : format.write(page, origin, file)) {
      remarks.add(file.getFileName() + ": " + remark);
    }
  }

  private Page page(List<ChartEntry> sheet, Preset preset, Page.Run run) {
    Look look = preset.look(dark, transparent).with(dress.legend(), dress.outlines());
    return new Page(sheet, this::worn, dress, preset, look, run);
  }

  /// How one of the charts is dressed.
  private FigureDress worn(ChartEntry chart) {
    return dress.of(chart, charts.size() == 1 && dress.panels().isEmpty());
  }

  /// The first page of the order, for a preview.
  ///
  /// @param look how it is drawn, but for its legend
  public Page first(Page.Run run, Look look) {
    Page page = page(sheets().getFirst(), presets.getFirst(), run);
    return new Page(
        page.charts(),
        page.dresses(),
        dress,
        page.preset(),
        look.with(dress.legend(), dress.outlines()),
        run);
  }

  private Path file(List<ChartEntry> sheet, Preset preset, FigureFormat format) {
    return file(sheet, (presets.size() == 1 ? "" : "-" + preset.key()) + format.ending());
  }

  private Path file(List<ChartEntry> sheet, String ending) {
    String of = sheet.size() == 1 && dress.panels().isEmpty() ? sheet.getFirst().key() : PANELS;
    String stem = name.isEmpty() ? of : sheets().size() == 1 ? name : name + "-" + of;
    return folder.resolve(stem + ending);
  }
}
