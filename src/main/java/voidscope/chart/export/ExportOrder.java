package voidscope.chart.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
/// @param motion how those that move do
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
    Motion motion,
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
    if (charts.stream().allMatch(ChartEntry::pictures)
        && !formats.isEmpty()
        && charts.stream().allMatch(chart -> suited(List.of(chart)).isEmpty())) {
      return "format: " + formats.getFirst().pictureObstacle(charts.getFirst().played());
    }
    for (FigureFormat format : formats) {
      if (format == FigureFormat.GIF && transparent) {
        return "transparent: a GIF that moves has a ground; an animated PNG needs none";
      }
      for (Preset preset : presets) {
        String large = motion.obstacle(preset.pixelWidth(), preset.pixelHeight());
        if (format.moving() && !large.isEmpty()) {
          return "animate: " + large;
        }
      }
    }
    return "";
  }

  /// The formats that charts can have: what is not over the run does not move, and pictures are
  /// pixels.
  private List<FigureFormat> suited(List<ChartEntry> sheet) {
    if (sheet.getFirst().pictures()) {
      boolean played = sheet.getFirst().played();
      return formats.stream().filter(format -> format.pictureObstacle(played).isEmpty()).toList();
    }
    boolean moves = sheet.stream().allMatch(ChartEntry::overRun);
    return formats.stream().filter(format -> moves || !format.moving()).toList();
  }

  /// The files that it makes or replaces.
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (List<ChartEntry> sheet : sheets()) {
      for (FigureFormat format : suited(sheet)) {
        if (format.sized()) {
          presets.forEach(preset -> files.add(file(sheet, preset, format)));
        } else {
          files.add(file(sheet, format.ending()));
        }
      }
      if (!suited(sheet).isEmpty()) {
        files.add(file(sheet, SIDECAR));
      }
    }
    return List.copyOf(files);
  }

  /// Draws a run and writes the files, each whole or not at all.
  ///
  /// @throws ExportException if one cannot be written; those before it are
  public Done write(Page.Run run) throws ExportException {
    List<String> remarks = new ArrayList<>();
    Function<ChartEntry, FigureDress> dresses = dresses(run);
    for (List<ChartEntry> sheet : sheets()) {
      Origin origin = origin(sheet, run, dresses);
      for (FigureFormat format : suited(sheet)) {
        if (format.sized()) {
          for (Preset preset : presets) {
            write(
                page(sheet, preset, run, dresses),
                origin,
                format,
                file(sheet, preset, format),
                remarks);
          }
        } else {
          Page page = page(sheet, presets.getFirst(), run, dresses);
          write(page, origin, format, file(sheet, format.ending()), remarks);
        }
      }
      remarks.addAll(page(sheet, presets.getFirst(), run, dresses).remarks());
      if (sheet.getFirst().pictures()) {
        formats.stream()
            .map(format -> format.pictureObstacle(sheet.getFirst().played()))
            .filter(obstacle -> !obstacle.isEmpty())
            .distinct()
            .forEach(obstacle -> remarks.add(stem(sheet) + ": " + obstacle));
      } else if (suited(sheet).size() < formats.size()) {
        remarks.add(stem(sheet) + ": it shows a single step, so it does not move");
      }
      if (suited(sheet).isEmpty()) {
        continue;
      }
      byte[] scenario = origin.scenario().getBytes(StandardCharsets.UTF_8);
      ExportFile.write(file(sheet, SIDECAR), out -> out.write(scenario));
    }
    return new Done(files(), List.copyOf(remarks));
  }

  /// Of several charts the first tells how they are looked at.
  private Origin origin(
      List<ChartEntry> sheet, Page.Run run, Function<ChartEntry, FigureDress> dresses) {
    ChartEntry first = sheet.getFirst();
    FigureDress worn = dress.panels().isEmpty() ? dresses.apply(first) : dress;
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

  private Page page(
      List<ChartEntry> sheet,
      Preset preset,
      Page.Run run,
      Function<ChartEntry, FigureDress> dresses) {
    Look look = preset.look(dark, transparent).with(dress.legend(), dress.outlines());
    return new Page(sheet, dresses, dress, preset, look, motion, run);
  }

  /// How each of the charts is dressed.
  private Function<ChartEntry, FigureDress> dresses(Page.Run run) {
    List<ChartEntry> all = sheets().stream().flatMap(List::stream).toList();
    return dress.sameAxes()
        ? SameAxes.of(page(all, presets.getFirst(), run, this::worn))
        : this::worn;
  }

  /// How one of the charts is dressed by itself.
  private FigureDress worn(ChartEntry chart) {
    return dress.of(chart, charts.size() == 1 && dress.panels().isEmpty());
  }

  /// The first page of the order, for a preview.
  ///
  /// @param look how it is drawn, but for its legend
  public Page first(Page.Run run, Look look) {
    Page page = page(sheets().getFirst(), presets.getFirst(), run, dresses(run));
    return new Page(
        page.charts(),
        page.dresses(),
        dress,
        page.preset(),
        look.with(dress.legend(), dress.outlines()),
        motion,
        run);
  }

  private Path file(List<ChartEntry> sheet, Preset preset, FigureFormat format) {
    return file(sheet, (presets.size() == 1 ? "" : "-" + preset.key()) + format.ending());
  }

  private Path file(List<ChartEntry> sheet, String ending) {
    return folder.resolve(stem(sheet) + ending);
  }

  private String stem(List<ChartEntry> sheet) {
    String of = dress.panels().isEmpty() ? sheet.getFirst().key() : PANELS;
    return name.isEmpty() ? of : sheets().size() == 1 ? name : name + "-" + of;
  }
}
