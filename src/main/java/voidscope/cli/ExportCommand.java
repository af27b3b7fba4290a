package voidscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import voidscope.catalogue.Catalogue;
import voidscope.chart.export.ExportOrder;
import voidscope.chart.export.FigureFormat;
import voidscope.chart.export.Motion;
import voidscope.chart.export.Origin;
import voidscope.chart.export.Page;
import voidscope.chart.export.PictureRoom;
import voidscope.chart.figure.ChartView;
import voidscope.chart.look.Preset;
import voidscope.chart.look.Presets;
import voidscope.chart.series.Baseline;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.chart.series.DressOption;
import voidscope.chart.series.FigureDress;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.FileNames;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.Comparison;
import voidscope.laboratory.ComparisonTex;
import voidscope.laboratory.HeadlessRun;
import voidscope.laboratory.MemoryException;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.thread.ThreadTeam;

/// Runs a scenario and exports its charts and its comparison.
@Command(
    name = ExportCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Runs a scenario without a window and saves its charts as figures for slides and papers,"
            + " each with its scenario inside and, as TOML, beside it. SCENARIO may itself be such"
            + " a figure: it is then made anew, dressed as it was.",
    footer = {
      "",
      "Presets: slide, slide-4k, half-slide, beamer, column, two-columns, handout (black and"
          + " white).",
      "",
      "Examples:",
      "  voidscope export samples/t-499.toml --format pdf,svg --out figures",
      "  voidscope export samples/t-499.toml --preset slide,column --out figures",
      "  voidscope export slow.toml --baseline fast.toml --chart loss --out figures",
      "  voidscope export samples/t-499.toml --table --out tables",
      "  voidscope export slow.toml --panels theta,variance --legend below --out figures"
    })
final class ExportCommand implements Callable<Integer> {
  static final String NAME = "export";

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SCENARIO",
      description =
          "The scenario's file, a figure that carries it, a checkpoint, from which it goes on, or"
              + " an IDX file of images for a VAE to learn.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "KEY[,KEY]",
      split = ",",
      hideParamSyntax = true,
      description = "pdf, svg, png, pgfplots, gif, apng, csv (default: pdf).")
  private List<String> formats = List.of();

  @Option(
      names = "--preset",
      paramLabel = "KEY[,KEY]",
      split = ",",
      hideParamSyntax = true,
      description = "What the figures are for (default: slide).")
  private List<String> presets = List.of();

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "A size of your own in mm, in or px, such as 120x80mm, with text of 9 pt.")
  private @Nullable String size;

  @Option(
      names = "--font",
      paramLabel = "PT",
      description = "Size of the text in points, instead of the preset's.")
  private @Nullable Double font;

  @Option(
      names = "--chart",
      paramLabel = "KEY[,KEY]",
      split = ",",
      hideParamSyntax = true,
      description =
          "Which charts (default: all but pareto, which tells times); images: the pictures of a"
              + " VAE, as PDF, SVG or PNG; scene: an episode of each estimator, as these, GIF or"
              + " APNG; both are not among all.")
  private List<String> charts = List.of();

  @Option(
      names = "--table",
      description =
          "The comparison of the estimators as a table of LaTeX, comparison.tex, with the columns"
              + " and rows of the window; alone, unless figures are asked for too.")
  private boolean table;

  @Mixin private DressOptions dressing = new DressOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the figures; made if it is not there.")
  private Path out = Path.of("");

  @Option(
      names = "--animate",
      paramLabel = "KEY[,KEY]",
      split = ",",
      hideParamSyntax = true,
      description = "gif, apng: the charts over the run, moving from step to step.")
  private List<String> animations = List.of();

  @Option(
      names = "--fps",
      paramLabel = "RATE",
      description = "Frames a second of what moves (default: 12).")
  private double rate = Motion.PLAIN.rate();

  @Option(names = "--seconds", paramLabel = "S", description = "How long it moves (default: 6).")
  private double seconds = Motion.PLAIN.seconds();

  @Option(names = "--transparent", description = "Paint no ground below the figures.")
  private boolean transparent;

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      description = "Ink for a light or a dark page (default: light).")
  private String theme = "light";

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Training steps (default: the scenario's step budget).")
  private @Nullable Long steps;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Another run to lay under the figures, faint: a checkpoint as it stands, or a scenario or"
              + " a figure that carries it, which is run to its step budget or to that of --steps.")
  private @Nullable Path baseline;

  @Option(
      names = "--average",
      paramLabel = "N",
      description =
          "Estimates whose mean's error the chart trade-off shows, 1 to 1000000 (default: 100, or"
              + " as the figure that is made anew).")
  private @Nullable Long averaged;

  @Option(
      names = "--floor-discount",
      paramLabel = "G",
      description =
          "γ at which the chart policy-floor shows the parts of a variance, 0 to 1: the nearest of"
              + " those that are measured (default: the run's, or as the figure that is made"
              + " anew).")
  private @Nullable Double discount;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Threads that compute (default: all).")
  private int threads = Runtime.getRuntime().availableProcessors();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws OpeningException, ScenarioException, IOException {
    RunCommand.checkThreads(threads);
    if (!theme.equals("light") && !theme.equals("dark")) {
      throw new InputException("--theme: expected light or dark, found \"" + theme + "\"");
    }
    List<ChartEntry> chosen =
        charts.isEmpty() ? Charts.repeatable() : all("--chart", Charts.exported(), charts);
    List<FigureFormat> kinds = kinds();
    List<Preset> sizes = sizes();
    kinds.stream()
        .filter(FigureFormat::pixels)
        .forEach(format -> sizes.forEach(size -> checkPixels(format, size)));
    dressing.over(FigureDress.PLAIN);
    Path under = baseline;
    Opening other = under == null ? null : BaselineRun.open(under);
    Opening opening = RunInput.open(file);
    Scenario scenario =
        steps == null ? opening.scenario() : RunCommand.budget(opening.scenario(), steps);
    CarriedView view = discounted(averaged(view(opening)));
    FigureDress dress = dress(view.dress(), scenario);
    try (ThreadTeam team = new ThreadTeam(threads);
        Signals.Listening _ = terminal.listen()) {
      Experiment experiment = opening.experiment(scenario, team);
      RunInput.check(experiment, scenario, steps, terminal);
      for (ChartEntry chart : chosen) {
        String lack = Charts.lack(chart, experiment.records());
        if (!lack.isEmpty()) {
          throw new InputException("--chart " + chart.key() + ": " + lack);
        }
      }
      ExportOrder order = order(chosen, kinds, sizes, dress);
      RunFolder folder = RunFolder.open(out);
      long budget = scenario.settled().run().whole(RunParameters.STEPS.key());
      experiment.wish(ChartEntry.wishes(chosen));
      HeadlessRun run =
          HeadlessRun.run(
              experiment,
              budget,
              threads,
              new HeadlessRun.Saving(folder.state(), HeadlessRun.Saving.NEVER),
              new ProgressLine(terminal, "steps", budget));
      Baseline below = other == null ? null : BaselineRun.run(other, steps, threads, terminal);
      ExportOrder.Done done = order.write(new Page.Run(run.snapshot(), view::of, below));
      done.files().forEach(terminal.out()::println);
      done.remarks().forEach(terminal.err()::println);
      if (table) {
        table(run.snapshot(), new CarriedView(chosen.getFirst().key(), view.of(chosen.getFirst())));
      }
      tellEarlier(order, done.files());
      RunFolder.failures("", run.snapshot(), terminal);
      folder.stopped(run, this::goingOn, terminal);
      return Exit.of(run);
    } catch (OutOfMemoryError e) {
      throw new MemoryException(scenario, e);
    }
  }

  /// How the figures are dressed: as the figure that is made anew, unless told otherwise.
  private FigureDress dress(FigureDress carried, Scenario scenario) {
    FigureDress dress = dressing.over(charts.isEmpty() ? carried : carried.withPanels(List.of()));
    String obstacle = dress.obstacle(scenario);
    if (!obstacle.isEmpty()) {
      throw new InputException(DressOptions.name(DressOption.ESTIMATORS) + ": " + obstacle);
    }
    return dress;
  }

  /// Saves the comparison.
  private void table(Snapshot snapshot, CarriedView view) throws IOException {
    Path file = out.resolve(ComparisonTex.FILE);
    List<String> remarks =
        new ComparisonTex(Comparison.of(snapshot))
            .write(Origin.of(snapshot, view, FileNames.shared(out)), file);
    terminal.out().println(file);
    remarks.forEach(terminal.err()::println);
  }

  /// Whether the table is all that is asked for.
  private boolean tableAlone() {
    return table
        && charts.isEmpty()
        && presets.isEmpty()
        && size == null
        && dressing.over(FigureDress.PLAIN).equals(FigureDress.PLAIN);
  }

  /// What is asked for: without a word on it PDF, unless something is to move, or the table is all.
  private List<FigureFormat> kinds() {
    boolean plain = formats.isEmpty() && animations.isEmpty() && !tableAlone();
    List<String> still = plain ? List.of(FigureFormat.PDF.key()) : formats;
    Catalogue<FigureFormat> moving =
        new Catalogue<>(
            "animation",
            FigureFormat.catalogue().entries().stream().filter(FigureFormat::moving).toList());
    List<FigureFormat> kinds = new ArrayList<>(all("--format", FigureFormat.catalogue(), still));
    kinds.addAll(all("--animate", moving, animations));
    return kinds.stream().distinct().toList();
  }

  private Motion motion() {
    try {
      return new Motion(rate, seconds);
    } catch (IllegalArgumentException e) {
      throw new InputException("--fps, --seconds: " + e.getMessage());
    }
  }

  private ExportOrder order(
      List<ChartEntry> chosen, List<FigureFormat> kinds, List<Preset> sizes, FigureDress dress) {
    ExportOrder order =
        new ExportOrder(
            chosen, kinds, sizes, theme.equals("dark"), transparent, dress, motion(), out, "");
    String obstacle = order.obstacle();
    if (!obstacle.isEmpty()) {
      throw new InputException("--" + obstacle);
    }
    return order;
  }

  /// Tells which figures of the same charts an earlier export has left, in other formats or sizes:
  /// they may be of another run.
  private void tellEarlier(ExportOrder order, List<Path> written) {
    List<String> names = new ArrayList<>();
    for (ChartEntry chart : order.formats().isEmpty() ? List.<ChartEntry>of() : order.charts()) {
      for (FigureFormat format : FigureFormat.catalogue().entries()) {
        for (String stem : stems(chart)) {
          Path file = order.folder().resolve(stem + format.ending());
          if (!written.contains(file) && Files.exists(file)) {
            names.add(String.valueOf(file.getFileName()));
          }
        }
      }
    }
    if (!table && Files.exists(out.resolve(ComparisonTex.FILE))) {
      names.add(ComparisonTex.FILE);
    }
    if (!names.isEmpty()) {
      terminal.err().println("Left as they were by an earlier export: " + String.join(", ", names));
    }
  }

  /// What the files of a chart's figures may be called.
  private static List<String> stems(ChartEntry chart) {
    List<String> stems = new ArrayList<>(List.of(chart.key()));
    Presets.catalogue().entries().forEach(preset -> stems.add(chart.key() + "-" + preset.key()));
    return stems;
  }

  /// The command that makes the same figures of the rest of the run.
  private String goingOn(String state) {
    List<String> given =
        spec == null ? List.of() : spec.commandLine().getParseResult().originalArgs();
    List<String> words = new ArrayList<>(List.of(NAME, state));
    for (String word : given) {
      if (!word.equals(NAME) && !word.equals(file.toString())) {
        words.add(RunFolder.quoted(Path.of(word)));
      }
    }
    return String.join(" ", words);
  }

  /// Refuses a picture for which there is no room.
  private static void checkPixels(FigureFormat format, Preset preset) {
    String obstacle = PictureRoom.obstacle(preset.pixelWidth(), preset.pixelHeight());
    if (!obstacle.isEmpty()) {
      throw new InputException(
          "--format " + format.key() + " of the size " + preset.key() + ": " + obstacle);
    }
  }

  /// With the number of estimates averaged that is asked for.
  private CarriedView averaged(CarriedView carried) {
    Long count = averaged;
    if (count == null) {
      return carried;
    }
    if (count < 1 || count > ChartView.MOST_AVERAGED) {
      throw new InputException(
          "--average: expected 1 to " + ChartView.MOST_AVERAGED + ", found " + count);
    }
    return new CarriedView(carried.chart(), carried.view().withAveraged(count), carried.dress());
  }

  /// With the parts of a variance at the γ that is asked for.
  private CarriedView discounted(CarriedView carried) {
    Double gamma = discount;
    if (gamma == null) {
      return carried;
    }
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new InputException("--floor-discount: expected 0 to 1, found " + gamma);
    }
    return new CarriedView(carried.chart(), carried.view().withDiscount(gamma), carried.dress());
  }

  private static CarriedView view(Opening opening) {
    Optional<CarriedView> carried =
        opening instanceof Opening.OfScenario figure ? figure.view() : Optional.empty();
    return carried.orElse(new CarriedView("", ChartView.plain(1)));
  }

  private List<Preset> sizes() {
    List<Preset> sizes = new ArrayList<>(all("--preset", Presets.catalogue(), presets));
    String own = size;
    if (own != null) {
      sizes.add(
          Preset.own(own)
              .orElseThrow(
                  () ->
                      new InputException(
                          "--size: expected " + Preset.OWN_EXPECTED + ", found \"" + own + "\"")));
    }
    if (sizes.isEmpty()) {
      sizes.add(Presets.catalogue().entries().getFirst());
    }
    Double points = font;
    if (points != null) {
      if (!Preset.hasFont(points)) {
        throw new InputException("--font: expected " + Preset.FONT_EXPECTED + ", found " + points);
      }
      sizes.replaceAll(preset -> preset.withFont(points));
    }
    return sizes;
  }

  private static <T extends Catalogue.Named> List<T> all(
      String option, Catalogue<T> catalogue, List<String> keys) {
    List<T> found = new ArrayList<>();
    for (String key : keys) {
      try {
        found.add(catalogue.get(key.strip()));
      } catch (IllegalArgumentException e) {
        throw new InputException(option + ": " + e.getMessage());
      }
    }
    return found.stream().distinct().toList();
  }
}
