package voidscope.ui.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import voidscope.chart.look.Palette;
import voidscope.laboratory.Sample;
import voidscope.library.Preferences;
import voidscope.thread.Errands;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;
import voidscope.ui.widget.Sheet;
import voidscope.ui.widget.Styles;
import voidscope.ui.widget.Theme;

/// What can be begun with, over the window: the program's samples, each with a picture that is run
/// for it, the files used last, and how the window is to begin. For the window's thread.
public final class SamplesSheet {
  private static final double WIDTH = 800;

  private final FileDesk desk;
  private final PreferenceDesk preferences;
  private final Supplier<Theme> theme;
  private final Messages messages;
  private final Sheet sheet = new Sheet("samples");
  private final Map<Sample, ImageView> pictures = new LinkedHashMap<>();
  private final MenuButton recent = new MenuButton("Recent files");
  private final CheckBox paused = new CheckBox("Start paused");
  private final CheckBox system = new CheckBox("Colours of the system");
  private Theme painted = Theme.LIGHT;

  /// @param desk opens what is chosen
  /// @param theme the present one
  public SamplesSheet(
      FileDesk desk, PreferenceDesk preferences, Supplier<Theme> theme, Messages messages) {
    this.desk = desk;
    this.preferences = preferences;
    this.theme = theme;
    this.messages = messages;
    refresh();
    paused.setId("start-paused");
    paused.setTooltip(new Tooltip("What is opened waits for Space"));
    paused.selectedProperty().subscribe(on -> preferences.change(old -> old.beginning(on)));
    recent.setId("recent-files");
    system.setId("system-theme");
    system.selectedProperty().subscribe(this::followSystem);
  }

  /// What lies over the window.
  public Sheet sheet() {
    return sheet;
  }

  /// Shows or hides it.
  public void toggle() {
    if (sheet.shown()) {
      sheet.hide();
      return;
    }
    if (pictures.isEmpty()) {
      sheet.fill(content());
    }
    refresh();
    preferences.recent(this::list);
    sheet.show();
    paint();
  }

  private void refresh() {
    paused.setSelected(preferences.preferences().paused());
    system.setSelected(preferences.preferences().theme() == Preferences.Theme.SYSTEM);
  }

  private void followSystem(boolean on) {
    boolean before = preferences.preferences().theme() == Preferences.Theme.SYSTEM;
    if (on != before) {
      Preferences.Theme own =
          theme.get() == Theme.DARK ? Preferences.Theme.DARK : Preferences.Theme.LIGHT;
      preferences.change(old -> old.with(on ? Preferences.Theme.SYSTEM : own));
    }
  }

  private VBox content() {
    FlowPane cards = Styles.with(new FlowPane(), "sample-cards");
    for (Sample sample : Sample.catalogue().entries()) {
      cards.getChildren().add(card(sample));
    }
    ScrollPane scroll = Styles.with(new ScrollPane(cards), "run-scroll");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button file = new Button("Open a file…");
    file.setId("samples-open");
    file.setOnAction(
        event -> {
          sheet.hide();
          desk.open();
        });
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox foot = Styles.with(new HBox(paused, system, between, recent, file), "sample-foot");
    VBox content =
        Styles.with(
            new VBox(Styles.with(new Label("Samples"), "help-title"), scroll, foot), "samples");
    content.setMaxWidth(WIDTH);
    return content;
  }

  private Node card(Sample sample) {
    ImageView picture = new ImageView();
    picture.setFitWidth(SamplePicture.WIDTH);
    picture.setFitHeight(SamplePicture.HEIGHT);
    pictures.put(sample, picture);
    Label name = Styles.with(new Label(sample.label()), "run-name");
    String whole = sample.description();
    int end = whole.indexOf(". ");
    Label sentence =
        Styles.with(new Label(end < 0 ? whole : whole.substring(0, end + 1)), "sample-sentence");
    sentence.setWrapText(true);
    sentence.setPrefWidth(SamplePicture.WIDTH);
    Button card = Styles.with(new Button(), "sample-card");
    card.setId("sample-" + sample.key());
    card.setGraphic(Styles.with(new VBox(picture, name, sentence), "sample-text"));
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.setAccessibleText(sample.label() + ": " + whole);
    card.setTooltip(new Tooltip(whole));
    card.getTooltip().setWrapText(true);
    card.getTooltip().setPrefWidth(420);
    card.setOnAction(
        event -> {
          sheet.hide();
          desk.open(sample);
        });
    return card;
  }

  private void list(List<Path> files) {
    recent.getItems().clear();
    recent.setDisable(files.isEmpty());
    for (Path file : files) {
      MenuItem item = new MenuItem(file.getFileName() + "   " + file.getParent());
      item.setMnemonicParsing(false);
      item.setOnAction(
          event -> {
            sheet.hide();
            desk.open(file);
          });
      recent.getItems().add(item);
    }
  }

  /// Has the pictures made, one after another, in the present colours.
  private void paint() {
    Theme now = theme.get();
    boolean done = pictures.values().stream().allMatch(view -> view.getImage() != null);
    if (done && now == painted) {
      return;
    }
    painted = now;
    Palette palette = now.palette();
    double scale = Math.max(1, sheet.node().getScene().getWindow().getOutputScaleX());
    Errands.begin(
        "samples",
        () ->
            pictures.forEach(
                (sample, view) -> {
                  Image image = SamplePicture.of(sample.open().scenario(), palette, scale);
                  Platform.runLater(() -> show(view, image, now));
                }),
        why -> Platform.runLater(() -> messages.tell(Message.failure("The samples", why))));
  }

  private void show(ImageView view, Image image, Theme with) {
    if (with == painted) {
      view.setImage(image);
    }
  }
}
