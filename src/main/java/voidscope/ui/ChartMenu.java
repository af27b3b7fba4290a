package voidscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import voidscope.chart.ExportException;
import voidscope.chart.Figure;
import voidscope.chart.FigureExport;
import voidscope.chart.Look;
import voidscope.chart.Palette;
import voidscope.experiment.ScenarioFile;
import voidscope.experiment.Snapshot;

/// What a right click on a chart offers.
///
/// @param model tells how it went
/// @param chooser asks for the file
/// @param board maximises
/// @param palette the colours of now
record ChartMenu(
    WorkbenchModel model, Chooser chooser, ChartBoard board, Supplier<Palette> palette) {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final double SCALE = 2;
  private static final double FONT = 12;

  /// Writes a figure to a file.
  private interface Export {
    void write(Figure figure, Path file) throws ExportException;
  }

  /// Gives a chart its menu.
  void install(ChartCard card) {
    card.menu(
        item("Save as PNG…", () -> png(card)),
        item("Save as CSV…", () -> csv(card)),
        item("Copy", () -> copy(card)),
        item("Maximise or restore", () -> board.toggle(card)));
  }

  /// Saves a picture of a slide's size.
  void png(ChartCard card) {
    save(
        card,
        "PNG picture",
        ".png",
        (figure, file) -> FigureExport.png(figure, file, WIDTH, HEIGHT, SCALE, look()));
  }

  /// Saves the data, with the scenario as comments.
  void csv(ChartCard card) {
    save(card, "CSV table", ".csv", (figure, file) -> FigureExport.csv(figure, comments(), file));
  }

  private void save(ChartCard card, String kind, String ending, Export export) {
    Figure figure = card.figure();
    Optional<Path> file =
        figure == null ? Optional.empty() : chooser.save(kind, ending, card.entry().key() + ending);
    if (figure == null || file.isEmpty()) {
      return;
    }
    try {
      export.write(figure, file.get());
      model.message().set(Message.success("Saved " + file.get().toAbsolutePath(), ""));
    } catch (ExportException e) {
      model.message().set(Message.failure("The chart was not saved", "" + e.getMessage()));
    }
  }

  private void copy(ChartCard card) {
    Figure figure = card.figure();
    if (figure != null) {
      ClipboardContent content = new ClipboardContent();
      content.putImage(
          SwingFXUtils.toFXImage(FigureExport.picture(figure, WIDTH, HEIGHT, SCALE, look()), null));
      Clipboard.getSystemClipboard().setContent(content);
      model.message().set(Message.success("Copied “" + figure.title() + "”", ""));
    }
  }

  private Look look() {
    return Look.export(palette.get(), FONT);
  }

  private List<String> comments() {
    @Nullable Snapshot snapshot = model.snapshot();
    return snapshot == null ? List.of() : ScenarioFile.format(snapshot.scenario()).lines().toList();
  }

  private static MenuItem item(String label, Runnable action) {
    MenuItem item = new MenuItem(label);
    item.setOnAction(event -> action.run());
    return item;
  }
}
