package voidscope.ui.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import voidscope.chart.draw.Plate;
import voidscope.chart.export.ExportOrder;
import voidscope.chart.export.FigureExport;
import voidscope.chart.export.FigureFormat;
import voidscope.chart.export.Motion;
import voidscope.chart.export.Origin;
import voidscope.chart.export.Page;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Look;
import voidscope.chart.look.Preset;
import voidscope.chart.look.Presets;
import voidscope.chart.series.Baseline;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.chart.series.FigureDress;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.library.ExportStyle;
import voidscope.thread.Errands;
import voidscope.ui.board.ChartBoard;
import voidscope.ui.board.ChartCard;
import voidscope.ui.model.Follower;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;
import voidscope.ui.widget.Theme;

/// Exports charts: asks how once, then repeats it at a key. All work is done on the charts'
/// painters, from the picture of the run at the moment of asking.
public final class ExportDesk implements AutoCloseable {
  private static final double WIDTH = 1240;
  private static final double HEIGHT = 660;
  private static final int COPIED_COLUMNS = 1920;

  private final Follower follower;
  private final Messages messages;
  private final ChartBoard board;
  private final Chooser chooser;
  private final Supplier<Theme> theme;
  private final Supplier<Scene> scene;
  private final PreferenceDesk preferences;
  private @Nullable ExportOrder last;
  private @Nullable Stage stage;
  private @Nullable ExportController dialog;
  private @Nullable Job<?> job;
  private @Nullable Runnable next;

  /// Work under way.
  ///
  /// @param done told what came of it, on the FX thread
  private record Job<T>(CompletableFuture<T> future, Consumer<T> done) {
    void finish() {
      done.accept(future.join());
    }
  }

  /// What goes onto the clipboard.
  private record Copied(Image image, String svg) {}

  /// @param scene of the window over which the dialog stands
  /// @param preferences that say how figures were exported before the window opened
  public ExportDesk(
      Follower follower,
      Messages messages,
      ChartBoard board,
      Chooser chooser,
      Supplier<Theme> theme,
      Supplier<Scene> scene,
      PreferenceDesk preferences) {
    this.follower = follower;
    this.messages = messages;
    this.board = board;
    this.chooser = chooser;
    this.theme = theme;
    this.scene = scene;
    this.preferences = preferences;
  }

  /// What a picture must have beside curves for the charts that may be exported: all of them while
  /// it is being asked, then those that are exported again at a key.
  public Set<Wish> wishes() {
    ExportOrder order = last;
    List<ChartEntry> charts =
        stage != null ? Charts.exported().entries() : order == null ? List.of() : order.charts();
    return charts.stream()
        .map(ChartEntry::exhibits)
        .filter(Objects::nonNull)
        .map(Wish::new)
        .collect(Collectors.toSet());
  }

  /// Does the last export again with the run as it is now; asks if there was none.
  public void repeat() {
    ExportOrder order = last;
    if (order == null) {
      ask(board.current());
    } else {
      export(order);
    }
  }

  /// Asks what to export, beginning with a chart.
  public void ask(ChartCard card) {
    if (stage != null || follower.newest() == null) {
      return;
    }
    ExportController asking =
        new ExportController(this, chooser, first(card), answer -> answered(answer));
    Stage window = new Stage();
    window.initOwner(scene.get().getWindow());
    window.initModality(Modality.WINDOW_MODAL);
    window.setTitle("Export");
    Scene content = new Scene(asking.root(), WIDTH, HEIGHT);
    content.getStylesheets().setAll(scene.get().getStylesheets());
    window.setScene(content);
    window.setOnHidden(event -> forget());
    dialog = asking;
    stage = window;
    window.show();
  }

  /// What can be exported of the run that is shown: its charts, and a VAE's pictures or episodes.
  List<ChartEntry> charts() {
    Snapshot snapshot = follower.newest();
    return snapshot == null ? Charts.catalogue().entries() : Charts.exported(snapshot);
  }

  private ExportOrder first(ChartCard card) {
    ExportOrder order = last;
    return order != null
        ? new ExportOrder(
            order.charts().size() == 1 ? List.of(card.entry()) : order.charts(),
            order.formats(),
            order.presets(),
            order.dark(),
            order.transparent(),
            order.dress(),
            order.motion(),
            order.folder(),
            order.charts().size() == 1 ? card.entry().key() : order.name())
        : preferences
            .preferences()
            .exported()
            .map(style -> style.order(card.entry(), place(style.folder())))
            .orElseGet(() -> plain(card.entry()));
  }

  private static ExportOrder plain(ChartEntry chart) {
    return new ExportOrder(
        List.of(chart),
        List.of(FigureFormat.PDF, FigureFormat.SVG, FigureFormat.PNG),
        List.of(Presets.catalogue().entries().getFirst()),
        false,
        false,
        FigureDress.PLAIN,
        Motion.PLAIN,
        here(),
        chart.key());
  }

  /// A folder, or the program's own where that one is gone.
  private static Path place(Path folder) {
    return Files.isDirectory(folder) ? folder : here();
  }

  private static Path here() {
    return Path.of("").toAbsolutePath();
  }

  private void answered(Optional<ExportOrder> answer) {
    Stage window = stage;
    forget();
    if (window != null) {
      window.close();
    }
    answer.ifPresent(
        order -> {
          last = order;
          preferences.change(old -> old.exporting(ExportStyle.of(order)));
          export(order);
        });
  }

  private void forget() {
    stage = null;
    dialog = null;
  }

  private void export(ExportOrder order) {
    Snapshot snapshot = follower.newest();
    boolean none = snapshot != null && snapshot.images() == null;
    if (none && order.charts().stream().anyMatch(ChartEntry::pictures)) {
      messages
          .message()
          .set(Message.failure("This run has no images to export", "Only a VAE learns images."));
    } else if (snapshot != null) {
      Page.Run run = run(snapshot);
      begin(() -> order.write(run), done -> saved(order, done));
    }
  }

  /// A picture of the run as its charts are looked at now.
  private Page.Run run(Snapshot snapshot) {
    Map<String, ChartView> views = new HashMap<>();
    Charts.exported().entries().forEach(chart -> views.put(chart.key(), view(chart)));
    return new Page.Run(
        snapshot, chart -> Objects.requireNonNull(views.get(chart.key())), board.baseline());
  }

  private ChartView view(ChartEntry chart) {
    return board.view(chart, 1);
  }

  private void saved(ExportOrder order, ExportOrder.Done done) {
    List<Path> files = done.files();
    Path first = files.getFirst();
    String what =
        order.charts().size() == 1 || !order.dress().panels().isEmpty()
            ? "Saved " + first.getFileName()
            : "Saved " + order.charts().size() + " charts";
    String more = files.size() == 1 ? "" : files.size() + " files in ";
    String remarks = done.remarks().isEmpty() ? "" : "; " + String.join("; ", done.remarks());
    messages
        .message()
        .set(
            new Message(
                Message.Kind.SUCCESS,
                what,
                more + order.folder() + remarks,
                new Message.Remedy("Open folder", () -> chooser.reveal(order.folder()))));
  }

  /// Puts a chart onto the clipboard, as a picture and as SVG.
  public void copy(ChartCard card) {
    Snapshot snapshot = follower.newest();
    if (snapshot != null) {
      ChartView view = view(card.entry());
      boolean dark = theme.get() == Theme.DARK;
      Baseline baseline = board.baseline();
      begin(
          () -> copied(card.entry(), snapshot, view, baseline, dark),
          copied -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(copied.image());
            content.put(svg(), ByteBuffer.wrap(copied.svg().getBytes(StandardCharsets.UTF_8)));
            Clipboard.getSystemClipboard().setContent(content);
            messages.message().set(Message.success("Copied “" + card.entry().label() + "”", ""));
          });
    }
  }

  private static DataFormat svg() {
    DataFormat known = DataFormat.lookupMimeType("image/svg+xml");
    return known == null ? new DataFormat("image/svg+xml") : known;
  }

  private static Copied copied(
      ChartEntry entry,
      Snapshot snapshot,
      ChartView view,
      @Nullable Baseline baseline,
      boolean dark) {
    Preset preset = Presets.catalogue().entries().getFirst();
    Look look = preset.look(dark, false);
    Figure figure = entry.draw(snapshot, view.withColumns(COPIED_COLUMNS), baseline);
    return new Copied(
        FigureExport.image(
            new Plate(figure),
            preset.pixelWidth(),
            preset.pixelHeight(),
            preset.dpi() / Preset.INCH,
            look),
        FigureExport.svg(
            figure, preset.width(), preset.height(), look, Origin.of(snapshot, entry, view)));
  }

  /// Why the run under way cannot be dressed so; empty if it can.
  String obstacle(FigureDress dress) {
    Snapshot snapshot = follower.newest();
    return snapshot == null ? "" : dress.obstacle(snapshot.scenario());
  }

  /// Draws a preview of an order's first page.
  ///
  /// @param width in device pixels
  CompletableFuture<Image> preview(ExportOrder order, int width, int height, Look look) {
    Snapshot snapshot = follower.newest();
    if (snapshot == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("no run yet"));
    }
    Page page = order.first(run(snapshot), look);
    return Errands.ask(
        () ->
            FigureExport.image(
                page.picture(), width, height, width / page.preset().width(), page.look()),
        board.painter()::submit);
  }

  /// Begins work, or lets it follow what is under way; of several that wait only the newest is
  /// done.
  private <T> void begin(Callable<T> work, Consumer<T> done) {
    if (job != null) {
      next = () -> begin(work, done);
      return;
    }
    job = new Job<>(Errands.ask(work, board.painter()::submit), done);
  }

  /// Tells of finished work; to be called once a frame.
  public void pulse() {
    if (dialog != null) {
      dialog.pulse();
    }
    Job<?> running = job;
    if (running == null || !running.future().isDone()) {
      return;
    }
    job = null;
    try {
      running.finish();
    } catch (CompletionException e) {
      failed(e.getCause() == null ? e : e.getCause());
    }
    Runnable waiting = next;
    next = null;
    if (waiting != null) {
      waiting.run();
    }
  }

  private void failed(Throwable cause) {
    String why = cause.getMessage();
    messages
        .message()
        .set(
            new Message(
                Message.Kind.FAILURE,
                "The export failed",
                why == null ? cause.toString() : why,
                new Message.Remedy("Export…", () -> ask(board.current()))));
  }

  /// The dialog, or null when it is not open.
  public @Nullable Stage stage() {
    return stage;
  }

  @Override
  public void close() {
    if (stage != null) {
      stage.close();
    }
  }
}
