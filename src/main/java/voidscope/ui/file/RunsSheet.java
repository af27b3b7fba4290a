package voidscope.ui.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.library.LibraryEntry;
import voidscope.library.LibrarySettings;
import voidscope.library.Listing;
import voidscope.library.RunLibrary;
import voidscope.library.RunNote;
import voidscope.text.Count;
import voidscope.thread.Errands;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;
import voidscope.ui.widget.Sheet;
import voidscope.ui.widget.Styles;

/// The runs that were kept, over the window: each can be opened, laid under the present one, or
/// removed. For the window's thread; the disk is read aside.
public final class RunsSheet {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());
  private static final double PICTURE_WIDTH = 160;

  private final RunLibrary library;
  private final Messages messages;
  private final Chosen chosen;
  private final Sheet sheet = new Sheet("runs");
  private final VBox rows = Styles.with(new VBox(), "run-rows");
  private final Label remarks = Styles.with(new Label(), "run-remarks");
  private final CheckBox keep = new CheckBox("Keep runs, at most");
  private final Spinner<Integer> entries = new Spinner<>(1, 10_000, 30);
  private final Spinner<Integer> mebibytes = new Spinner<>(1, 1_000_000, 1024, 128);
  private boolean refreshing = true;

  /// Who takes a run that was chosen, on the window's thread.
  public interface Chosen {
    /// Goes on with it.
    void open(RunNote note, Checkpoint checkpoint);

    /// Lays it under the present one.
    void under(RunNote note, Checkpoint checkpoint);
  }

  /// @param chosen takes what is chosen
  public RunsSheet(RunLibrary library, Messages messages, Chosen chosen) {
    this.library = library;
    this.messages = messages;
    this.chosen = chosen;
    ScrollPane scroll = Styles.with(new ScrollPane(rows), "run-scroll");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label title = Styles.with(new Label("Kept runs"), "help-title");
    VBox content = Styles.with(new VBox(title, scroll, remarks, settings()), "runs");
    content.setMaxSize(760, Region.USE_PREF_SIZE);
    sheet.fill(content);
    remarks.setWrapText(true);
    refreshing = false;
  }

  private HBox settings() {
    keep.setId("keep-runs");
    entries.setId("keep-entries");
    mebibytes.setId("keep-mebibytes");
    for (Spinner<Integer> spinner : List.of(entries, mebibytes)) {
      spinner.setEditable(true);
      spinner.setPrefWidth(96);
      spinner.valueProperty().subscribe(value -> changed());
    }
    keep.selectedProperty().subscribe(on -> changed());
    HBox line = new HBox(keep, entries, new Label("runs in"), mebibytes, new Label("MiB"));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setSpacing(8);
    return line;
  }

  /// What the user sets holds at once.
  private void changed() {
    if (refreshing) {
      return;
    }
    LibrarySettings wanted =
        new LibrarySettings(keep.isSelected(), entries.getValue(), mebibytes.getValue());
    aside(
        () -> {
          library.set(wanted);
          return library.entries();
        });
  }

  /// What lies over the window.
  public Sheet sheet() {
    return sheet;
  }

  /// Shows or hides it.
  public void toggle() {
    if (sheet.shown()) {
      sheet.hide();
    } else {
      sheet.show();
      aside(library::entries);
    }
  }

  /// Something that is read or written and leads to a new list.
  private interface Work {
    Listing run() throws IOException;
  }

  private void aside(Work work) {
    Errands.begin(
        "runs",
        () -> {
          try {
            Listing listing = work.run();
            LibrarySettings now = library.settings();
            List<Image> pictures = new ArrayList<>();
            for (LibraryEntry entry : listing.entries()) {
              pictures.add(picture(entry));
            }
            Platform.runLater(() -> show(listing, pictures, now));
          } catch (IOException e) {
            tell(Objects.requireNonNullElseGet(e.getMessage(), e::toString));
          }
        },
        this::tell);
  }

  private void tell(String why) {
    Platform.runLater(() -> messages.tell(Message.failure("The kept runs", why)));
  }

  private @Nullable Image picture(LibraryEntry entry) {
    try {
      Optional<byte[]> png = library.picture(entry);
      return png.map(bytes -> new Image(new ByteArrayInputStream(bytes))).orElse(null);
    } catch (IOException e) {
      return null; // it has just been removed; the next list says so
    }
  }

  private void show(Listing listing, List<@Nullable Image> pictures, LibrarySettings settings) {
    refreshing = true;
    keep.setSelected(settings.keep());
    entries.getValueFactory().setValue(settings.entries());
    mebibytes.getValueFactory().setValue(settings.mebibytes());
    refreshing = false;
    List<Node> shown = new ArrayList<>();
    for (int i = 0; i < listing.entries().size(); i++) {
      shown.add(row(listing.entries().get(i), pictures.get(i)));
    }
    if (shown.isEmpty()) {
      shown.add(
          Styles.with(
              new Label(
                  "None yet: a run is kept when it has finished, when Undo no longer brings it"
                      + " back, or when the window closes."),
              "run-note"));
    }
    rows.getChildren().setAll(shown);
    remarks.setText(String.join("\n", listing.remarks()));
    remarks.setVisible(!listing.remarks().isEmpty());
    remarks.setManaged(remarks.isVisible());
  }

  private HBox row(LibraryEntry entry, @Nullable Image picture) {
    ImageView view = new ImageView(picture);
    view.setFitWidth(PICTURE_WIDTH);
    view.setPreserveRatio(true);
    Label name = Styles.with(new Label(entry.note().name()), "run-name");
    Label when =
        Styles.with(
            new Label(
                Count.grouped(entry.note().step())
                    + " steps · "
                    + DATE.format(entry.note().date())),
            "run-note");
    String differs = entry.note().differs();
    Label what =
        Styles.with(new Label(differs.isEmpty() ? "as it was opened" : differs), "run-note");
    what.setWrapText(true);
    VBox text = Styles.with(new VBox(name, when, what), "run-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    VBox buttons =
        Styles.with(
            new VBox(
                button("open-" + entry.id(), "Open", () -> read(entry, chosen::open)),
                button("under-" + entry.id(), "Baseline", () -> read(entry, chosen::under)),
                button("remove-" + entry.id(), "Remove", () -> remove(entry))),
            "run-buttons");
    return Styles.with(new HBox(view, text, buttons), "run-row");
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void remove(LibraryEntry entry) {
    aside(
        () -> {
          library.remove(entry);
          return library.entries();
        });
  }

  /// Takes a note and its run.
  private interface Taker {
    void take(RunNote note, Checkpoint checkpoint);
  }

  private void read(LibraryEntry entry, Taker taker) {
    sheet.hide();
    Errands.begin(
        "runs",
        () -> {
          try {
            Checkpoint checkpoint = library.read(entry);
            Platform.runLater(() -> taker.take(entry.note(), checkpoint));
          } catch (ScenarioException e) {
            tell(Objects.requireNonNullElseGet(e.getMessage(), e::toString));
          }
        },
        this::tell);
  }
}
