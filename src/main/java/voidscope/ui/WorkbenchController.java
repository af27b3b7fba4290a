package voidscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.chart.look.Look;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Engine;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.laboratory.Sample;
import voidscope.library.Preferences;
import voidscope.library.RunNote;
import voidscope.library.UserPlace;
import voidscope.ui.board.AverageStrip;
import voidscope.ui.board.ChartActions;
import voidscope.ui.board.ChartBoard;
import voidscope.ui.board.ChartCard;
import voidscope.ui.board.DiscountStrip;
import voidscope.ui.compare.ComparisonTable;
import voidscope.ui.compare.CopyForm;
import voidscope.ui.compare.DrawPane;
import voidscope.ui.compare.FormulaBar;
import voidscope.ui.compare.HelpSheet;
import voidscope.ui.compare.TermMatrix;
import voidscope.ui.control.ControlsColumn;
import voidscope.ui.control.GoalField;
import voidscope.ui.control.SeedField;
import voidscope.ui.file.BaselineDesk;
import voidscope.ui.file.ChartMenu;
import voidscope.ui.file.CheckpointDesk;
import voidscope.ui.file.Chooser;
import voidscope.ui.file.ExportDesk;
import voidscope.ui.file.FileDesk;
import voidscope.ui.file.Home;
import voidscope.ui.file.PreferenceDesk;
import voidscope.ui.file.RunDesk;
import voidscope.ui.file.RunsSheet;
import voidscope.ui.file.SamplesSheet;
import voidscope.ui.gallery.BoundDesk;
import voidscope.ui.gallery.GalleryPane;
import voidscope.ui.model.Message;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Speed;
import voidscope.ui.model.Transport;
import voidscope.ui.model.ViewEntry;
import voidscope.ui.model.Views;
import voidscope.ui.model.WindowState;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.scene.EpisodePane;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.MessageBar;
import voidscope.ui.widget.Sheet;
import voidscope.ui.widget.StatusText;
import voidscope.ui.widget.Styles;
import voidscope.ui.widget.Theme;
import voidscope.ui.widget.Ticker;
import voidscope.ui.widget.VectorNote;

/// Binds `Workbench.fxml` to the model and the run.
@SuppressWarnings("NullAway.Init")
final class WorkbenchController {
  private final WorkbenchModel model;

  /// Height below which the charts need all of it.
  private static final double ROOM_FOR_TERMS = 560;

  /// Charts below one draw that is taken apart, which have room for one row: of its terms, or where
  /// it has one only of ĝ.
  private static final List<String> BELOW_TERMS = List.of(Charts.TERMS, Charts.BALANCE);

  private static final List<String> BELOW_ONE = List.of(Charts.GRADIENT, Charts.VARIANCE);

  /// Frames after which the controls come at the latest.
  private static final int PATIENCE = 60;

  /// Frames that the charts' first pictures have to come on the screen.
  private static final int BREATH = 4;

  private final Engine engine;
  private final Transport transport;
  private final FileDesk desk;
  private final CheckpointDesk checkpoints;
  private final Chooser chooser;
  private final @Nullable UserPlace place;
  private final PreferenceDesk preferences;
  private final Actions actions = new Actions();
  private final Ticker ticker = new Ticker(this::frame, this::status);
  private final Scene scene;
  private @Nullable ControlsColumn controls;
  private SeedField seed;
  private GoalField goal;
  private ScreenModes modes;
  private ChartBoard board;
  private FormulaBar formula;
  private TermMatrix matrix;
  private DrawPane slowDraw;
  private ViewTabs tabs;
  private ComparisonTable comparison;
  private AverageStrip average;
  private DiscountStrip discount;
  private GalleryPane gallery;
  private EpisodePane episodes;
  private BoundDesk bounds;
  private HelpSheet help;
  private ChartMenu menu;
  private ExportDesk exports;
  private BaselineDesk baselines;
  private @Nullable RunDesk runs;
  private @Nullable RunsSheet runsSheet;
  private SamplesSheet samples;
  private Theme theme = Theme.LIGHT;
  private Set<Wish> wished = Set.of();
  private String shownStatus = "";
  private boolean waiting;
  private int patience = PATIENCE;

  @FXML private StackPane root;
  @FXML private BorderPane window;
  @FXML private StackPane controlsPlace;
  @FXML private StackPane chartsPlace;
  @FXML private VBox viewPlace;
  @FXML private GridPane charts;
  @FXML private HBox viewTabs;
  @FXML private Label scenarioName;
  @FXML private Label pendingNote;
  @FXML private HBox formulaBar;
  @FXML private Button playButton;
  @FXML private Button undoButton;
  @FXML private Button redoButton;
  @FXML private Slider speed;
  @FXML private Label speedText;
  @FXML private HBox seedPlace;
  @FXML private HBox goalPlace;
  @FXML private HBox titleBar;
  @FXML private HBox statusBar;
  @FXML private VBox bottom;
  @FXML private Label programName;
  @FXML private Label speedName;
  @FXML private Label statusText;
  @FXML private Label stepText;

  /// Builds the window's content.
  ///
  /// @param scenario what to show first
  /// @param engine the run, which this controller closes
  /// @param chooser asks for files
  /// @param home what is found of the user
  WorkbenchController(Scenario scenario, Engine engine, Chooser chooser, Home home) {
    this.place = home.place();
    this.model = new WorkbenchModel(scenario);
    this.preferences = new PreferenceDesk(home, model);
    this.engine = engine;
    this.chooser = chooser;
    this.transport = new Transport(model, engine);
    this.checkpoints = new CheckpointDesk(model, engine, chooser);
    this.desk = new FileDesk(model, chooser, new Opened(), preferences::used);
    load();
    this.scene = new Scene(modes.node(), 1366, 768);
    actions.listen(scene, modes::presenting);
    desk.accept(scene);
    dress(Theme.LIGHT);
  }

  private void load() {
    FXMLLoader loader =
        new FXMLLoader(
            Objects.requireNonNull(getClass().getResource("/voidscope/fxml/Workbench.fxml")));
    loader.setController(this);
    try {
      loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("the program lacks its window's layout", e);
    }
  }

  @FXML
  void initialize() {
    modes = new ScreenModes(root, window, controlsPlace, this::restyle);
    modes.yields(programName, ScreenModes.SNUG_WIDTH);
    for (Node node : List.of(speedName, statusBar)) {
      modes.yields(node, ScreenModes.SLIM_WIDTH);
    }
    modes.yields(speedText, ScreenModes.TINY_WIDTH);
    modes.yields(titleBar, 0);
    modes.yields(bottom, 0);
    register();
    board =
        new ChartBoard(
            charts, theme.palette(), model.looks(), model.contenders(), model.follower());
    baselines = new BaselineDesk(board, model.follower(), model);
    exports =
        new ExportDesk(
            model.follower(), model, board, chooser, () -> theme, () -> scene(), preferences);
    menu = new ChartMenu(actions, exports, board);
    board.made(menu::install);
    formula = new FormulaBar(formulaBar, model, board::point);
    matrix = new TermMatrix(board::point);
    slowDraw = new DrawPane(model, board::point);
    viewPlace.getChildren().addAll(0, List.of(slowDraw.node(), matrix.node()));
    board.pointed(
        key -> {
          formula.light(key);
          slowDraw.light(key);
          matrix.light(key);
        });
    tabs = new ViewTabs(viewTabs, model.looks());
    comparison = new ComparisonTable(model);
    comparison.menu(actions);
    viewPlace.getChildren().addFirst(comparison.node());
    average = new AverageStrip(model.looks());
    viewPlace.getChildren().addFirst(average.node());
    discount = new DiscountStrip(model.looks());
    viewPlace.getChildren().addFirst(discount.node());
    gallery = new GalleryPane(model);
    bounds = new BoundDesk(model, engine, this::train);
    bounds.working().subscribe(gallery::bounding);
    viewPlace.getChildren().addFirst(gallery.node());
    episodes = new EpisodePane(model.episodes(), board.painter(), Look.screen(theme.palette()));
    viewPlace.getChildren().addFirst(episodes.node());
    board.filled().subscribe(filled -> arrange());
    help = new HelpSheet(actions, model.contenders());
    chartsPlace.getChildren().add(new MessageBar(model).node());
    samples = new SamplesSheet(desk, preferences, () -> theme, model);
    root.getChildren().addAll(help.sheet().node(), samples.sheet().node());
    if (place != null) {
      runs = new RunDesk(place.runs(), engine, model);
      runsSheet = new RunsSheet(place.runs(), model, new Kept());
      root.getChildren().add(runsSheet.sheet().node());
    }
    seed = new SeedField(model.values());
    seedPlace.getChildren().add(seed.node());
    goal = new GoalField(transport::runTo, () -> board.focus());
    goalPlace.getChildren().add(goal.node());
    speed.valueProperty().subscribe(position -> speed(position.doubleValue()));
    actions.attach(root);
    model.revision().subscribe(revision -> transport.submit());
    model.revision().subscribe(revision -> refresh());
    model.revision().subscribe(revision -> note());
    model.revision().subscribe(revision -> seed.refresh());
    model.detail().subscribe(detail -> wish());
    model.slowDraw().revision().subscribe(revision -> arrange());
    model
        .request()
        .subscribe(
            request -> {
              if (request != null) {
                actions.get(request.action()).handler().run();
              }
            });
  }

  private void register() {
    actions.add("run", "Run or pause", Feather.PAUSE, "Space", transport::toggle);
    actions.add("step", "One step", Feather.SKIP_FORWARD, "Right", () -> transport.step(1));
    actions.add(
        "leap", "100 steps", Feather.FAST_FORWARD, "Shift+Right", () -> transport.step(100));
    actions.add("restart", "Restart with the same seed", Feather.ROTATE_CCW, "R", this::restart);
    actions.add("undo", "Undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", transport::undo);
    actions.add("redo", "Redo", Feather.CORNER_UP_RIGHT, "Shortcut+Shift+Z", transport::redo);
    actions.add("reseed", "Restart with a new seed", Feather.SHUFFLE, "Shift+R", this::reseed);
    actions.add(
        "samples",
        "Samples and recent files…",
        Feather.GRID,
        "Shortcut+Shift+O",
        () -> samples.toggle());
    actions.add("open", "Open a scenario…", Feather.FOLDER, "Shortcut+O", desk::open);
    actions.add(Actions.OPEN_IMAGES, "Open images…", Feather.IMAGE, "Shortcut+I", desk::openImages);
    actions.add("save", "Save the scenario…", Feather.SAVE, "Shortcut+S", this::save);
    actions.add(
        "save-checkpoint",
        "Save a checkpoint…",
        null,
        "Shortcut+Shift+S",
        () -> checkpoints.save(model.origin().name()));
    actions.add("runs", "Kept runs…", Feather.ARCHIVE, "Shortcut+L", this::keptRuns);
    actions.add(
        "baseline",
        "Baseline: this run, or none",
        null,
        "Shift+B",
        () -> baselines.toggle(model.origin().name()));
    actions.add("export", "Repeat the last export", null, "Shortcut+E", () -> exports.repeat());
    actions.add(
        "export-as",
        "Export charts…",
        Feather.DOWNLOAD,
        "Shortcut+Shift+E",
        () -> exports.ask(board.current()));
    actions.add("copy", "Copy the chart", null, "Shortcut+C", () -> exports.copy(board.current()));
    actions.add(BoundDesk.ACTION, "Bound log p(x), 100 samples", null, "B", () -> bounds.ask());
    actions.add(GalleryPane.TRAIN, "Train a discrete VAE", null, "", this::train);
    actions.add("maximise", "Maximise the chart", Feather.MAXIMIZE_2, "M", this::maximise);
    actions.add("pin", "Pin the surrogates here", null, "K", transport::pin);
    actions.add("draw", "One draw, slowly: its next stage", null, "D", this::drawSlowly);
    actions.add("redraw", "One draw, slowly: a new one", null, "Shift+D", this::redraw);
    actions.add("abscissa", "Surrogate over u, z, σ(z/λ)", null, "Z", model.looks()::turnAbscissa);
    new ChartActions(() -> board).register(actions);
    ViewTabs.register(actions, model.looks());
    actions.add(
        "copy-csv", "Copy the comparison as CSV", null, "", () -> comparison.copy(CopyForm.CSV));
    actions.add(
        "copy-markdown",
        "Copy the comparison as Markdown",
        null,
        "",
        () -> comparison.copy(CopyForm.MARKDOWN));
    actions.add(
        "copy-latex",
        "Copy the comparison as LaTeX",
        null,
        "",
        () -> comparison.copy(CopyForm.LATEX));
    modes.register(actions);
    actions.add("goal", "Run to a step and stop", null, "G", () -> goal.requestFocus());
    actions.add("theme", "Light or dark", Feather.MOON, "T", this::recolour);
    actions.add(Actions.CHARTS, "To the charts", null, "", () -> board.focus());
    actions.add("panes", "Next pane", null, "F6", this::nextPane);
    actions.add(
        Actions.HELP, "Keys and estimators", Feather.HELP_CIRCLE, "F1", () -> help.toggle());
    actions.add("back", "Back; take pending changes back", null, "Esc", this::back);
  }

  /// Shows one draw from its first stage, or its next stage.
  private void drawSlowly() {
    if (slowDraw.node().isVisible()) {
      slowDraw.next();
    } else {
      board.restore();
      model.looks().show(Views.GRADIENT);
      model.slowDraw().begin();
      slowDraw.node().requestFocus();
    }
  }

  private void redraw() {
    if (slowDraw.node().isVisible()) {
      model.slowDraw().renew();
    } else {
      drawSlowly();
    }
  }

  private void reseed() {
    model.values().set(Slot.seed(), 1 + Math.floorMod(System.nanoTime() / 1000, 999_999));
    restart();
  }

  private void restart() {
    transport.restart();
    board.focus();
  }

  private void save() {
    desk.save();
    refresh();
  }

  private void keptRuns() {
    if (runsSheet == null) {
      model.tell(Message.failure("No runs are kept", "There is no folder of yours to keep them."));
    } else {
      runsSheet.toggle();
    }
  }

  /// Takes runs that were kept.
  private final class Kept implements RunsSheet.Chosen {
    @Override
    public void open(RunNote note, Checkpoint checkpoint) {
      WindowState.parse(note.window())
          .ifPresentOrElse(
              window -> transport.resume(checkpoint, window), () -> transport.resume(checkpoint));
      model.opened(note.name(), checkpoint.scenario());
      refresh();
      board.focus();
    }

    @Override
    public void under(RunNote note, Checkpoint checkpoint) {
      baselines.lay(note.name(), checkpoint);
    }
  }

  private void train() {
    desk.open(Sample.catalogue().get(Sample.VAE));
  }

  private void maximise() {
    board.toggle(board.current());
  }

  private void back() {
    Optional<Sheet> open = sheets().filter(Sheet::shown).findFirst();
    if (open.isPresent()) {
      open.get().hide();
    } else if (!board.restore()) {
      if (scene.getFocusOwner() instanceof TextInputControl) {
        board.focus();
      } else if (slowDraw.node().isVisible()) {
        model.slowDraw().close();
        board.focus();
      } else if ((controls != null && controls.heal()) || seed.heal()) {
        board.focus();
      } else if (model.message().get() != null) {
        model.message().set(null);
      } else if (!model.anyPending() && modes.leave()) {
        board.focus();
      } else {
        model.revertAll();
      }
    }
  }

  private Stream<Sheet> sheets() {
    return Stream.concat(
        Stream.of(help.sheet(), samples.sheet()),
        Stream.ofNullable(runsSheet).map(RunsSheet::sheet));
  }

  private void nextPane() {
    List<Parent> panes =
        Stream.<Parent>of(controlsPlace, viewPlace, bottom, titleBar)
            .filter(pane -> pane.isVisible() && pane.getScene() != null)
            .toList();
    Node owner = scene.getFocusOwner();
    int current = -1;
    for (int i = 0; i < panes.size(); i++) {
      for (Node node = owner; node != null; node = node.getParent()) {
        current = node.equals(panes.get(i)) ? i : current;
      }
    }
    first(panes.get((current + 1) % panes.size())).requestFocus();
  }

  private static Node first(Parent parent) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isVisible() && !child.isDisabled()) {
        if (child.isFocusTraversable()) {
          return child;
        }
        if (child instanceof Parent below && first(below).isFocusTraversable()) {
          return first(below);
        }
      }
    }
    return parent;
  }

  private void speed(double position) {
    double held = Speed.detent(position);
    if (held != position) {
      speed.setValue(held);
      return;
    }
    speedText.setText(Speed.text(held));
    transport.speed(held);
  }

  /// Hands what has been opened to the run.
  private final class Opened implements FileDesk.Opened {
    @Override
    public void scenario(Scenario scenario) {
      ready();
      transport.restart(scenario);
      begin();
    }

    @Override
    public void look(CarriedView carried) {
      model.look(carried);
    }

    @Override
    public void resume(Checkpoint checkpoint) {
      ready();
      transport.resume(checkpoint);
      begin();
    }

    @Override
    public void learn(Path file) {
      model.learn(file.toString());
      ready();
      transport.restart();
      begin();
    }

    /// What is to wait takes no step: the run that it replaces is halted first.
    private void ready() {
      if (waits()) {
        transport.pause();
      }
    }

    private void begin() {
      if (!waits()) {
        transport.run();
      }
      waiting = false;
      refresh();
      board.focus();
    }
  }

  private void recolour() {
    dress(theme.other());
    Preferences.Theme chosen =
        theme == Theme.DARK ? Preferences.Theme.DARK : Preferences.Theme.LIGHT;
    preferences.change(old -> old.with(chosen));
  }

  private void dress(Theme next) {
    theme = next;
    theme.apply(scene);
    restyle();
  }

  /// Follows the theme and the modes of the screen.
  private void restyle() {
    scene.getStylesheets().removeIf(sheet -> sheet.startsWith(ScreenModes.DATA));
    scene.getStylesheets().add(modes.popups());
    Styles.state(modes.node(), "dark", theme == Theme.DARK);
    Look look = modes.look(theme);
    if (controls != null) {
      controls.paint(look.palette());
    }
    board.paint(look);
    episodes.paint(look);
    matrix.paint(look.palette());
    comparison.paint(look.palette());
    if (scene.getWindow() != null) {
      scene
          .getRoot()
          .applyCss(); // a tip that shows before the next frame takes its colours from it
    }
  }

  private void refresh() {
    formula.refresh();
    tabs.refresh();
    arrange();
    scenarioName.setText(model.origin().name() + (model.changed() ? " •" : ""));
    pendingNote.setVisible(model.anyPending());
    undoButton.setDisable(!model.canUndo());
    redoButton.setDisable(!model.canRedo());
  }

  /// The comparison stands above the charts of its view, unless one of them fills the place of all.
  private void arrange() {
    boolean slowly =
        model.slowDraw().open() && model.looks().view().above() == ViewEntry.Above.TERMS;
    board.show(slowly ? belowDraw() : model.looks().view().charts());
    ViewEntry.Above above =
        board.filled().get() ? ViewEntry.Above.NOTHING : model.looks().view().above();
    place(slowDraw.node(), slowly && !board.filled().get());
    formula.giveWay(slowDraw.node().isVisible());
    slowDraw.follow(model.follower().current());
    place(average.node(), model.looks().view().above() == ViewEntry.Above.AVERAGE);
    place(
        discount.node(),
        model.looks().view().above() == ViewEntry.Above.DISCOUNT
            && board.visible().stream()
                .anyMatch(card -> card.entry().exhibits() == Wish.Kind.POLICY_FLOOR));
    place(comparison.node(), above == ViewEntry.Above.COMPARISON);
    place(gallery.node(), above == ViewEntry.Above.GALLERY);
    place(episodes.node(), above == ViewEntry.Above.EPISODES);
    takeApart(model.follower().current());
    if (comparison.node().isVisible()) {
      comparison.follow();
    }
    wish();
  }

  private List<String> belowDraw() {
    String focus = model.looks().focus();
    boolean single =
        model.contenders().ids().contains(focus)
            && model.contenders().formula(focus).terms().isEmpty();
    return single ? BELOW_ONE : BELOW_TERMS;
  }

  /// Shows the covariances of the terms above their charts, where both have room and there are any.
  private void takeApart(@Nullable Snapshot snapshot) {
    boolean wanted =
        !board.filled().get()
            && !model.slowDraw().open()
            && model.looks().view().above() == ViewEntry.Above.TERMS
            && viewPlace.getHeight() >= ROOM_FOR_TERMS;
    place(
        matrix.node(),
        wanted
            && snapshot != null
            && matrix.follow(snapshot, board.view(Charts.catalogue().get(Charts.TERMS), 1)));
  }

  /// Says what the window shows beside curves: nothing else is computed.
  private void wish() {
    Set<Wish> wishes = new HashSet<>(exports.wishes());
    for (ChartCard card : board.visible()) {
      Wish.Kind kind = card.entry().exhibits();
      if (kind != null) {
        wishes.add(new Wish(kind));
      }
    }
    if (!wishes.contains(new Wish(Wish.Kind.GRADIENT))) {
      formula.wish().ifPresent(wishes::add);
    }
    if (slowDraw.node().isVisible()) {
      model.slowDraw().wish(model.looks().focus()).ifPresent(wishes::add);
    }
    if (episodes.node().isVisible()) {
      wishes.addAll(model.episodes().wishes(model.follower().current()));
    }
    if (gallery.node().isVisible()) {
      wishes.add(new Wish(Wish.Kind.OWN));
      Wish detail = model.detail().get();
      if (detail != null) {
        wishes.add(detail);
      }
    }
    if (!wishes.equals(wished)) {
      wished = Set.copyOf(wishes);
      engine.wish(wished);
    }
  }

  private static void place(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void frame() {
    show(transport.pulse());
    if (controls != null) {
      controls.pulse();
    } else {
      patience = Math.min(patience, board.shown() ? BREATH : PATIENCE) - 1;
      controls = patience == 0 ? controls() : null;
    }
    average.refresh();
    discount.refresh(model.follower().current());
    exports.pulse();
    Snapshot snapshot = model.follower().current();
    if (episodes.node().isVisible() && snapshot != null) {
      episodes.pulse(System.nanoTime(), snapshot);
    }
    wish();
  }

  private ControlsColumn controls() {
    ControlsColumn made = new ControlsColumn(model);
    made.paint(modes.look(theme).palette());
    controlsPlace.getChildren().setAll(made.node());
    return made;
  }

  private void show(@Nullable Snapshot snapshot) {
    if (snapshot != null) {
      board.pulse(snapshot);
      takeApart(snapshot);
      if (slowDraw.node().isVisible()) {
        slowDraw.follow(snapshot);
      }
      if (gallery.node().isVisible()) {
        gallery.refresh(snapshot);
      }
    }
  }

  /// Notes how the run on the screen stands, for the runs that are kept.
  private void note() {
    Snapshot snapshot = model.follower().current();
    if (snapshot != null && runs != null) {
      runs.follow(
          snapshot, model.origin(), new WindowState(model.draft(), model.looks().outlook()));
    }
  }

  private void status(double fps) {
    if (controls != null) {
      controls.follow();
    }
    formula.follow();
    if (comparison.node().isVisible()) {
      comparison.follow();
    }
    Snapshot snapshot = model.follower().current();
    String state = transport.running() + " " + (snapshot == null ? "" : snapshot.state());
    if (!state.equals(shownStatus)) {
      shownStatus = state;
      playButton.setGraphic(new FontIcon(transport.running() ? Feather.PAUSE : Feather.PLAY));
    }
    note();
    if (snapshot != null) {
      stepText.setText(
          StatusText.step(snapshot, model.wanted().run().real(RunParameters.STEPS.key())));
      statusText.setText(StatusText.of(snapshot, fps));
    }
  }

  /// The scene to put on a stage.
  Scene scene() {
    return scene;
  }

  /// The run.
  Engine engine() {
    return engine;
  }

  /// The charts.
  ChartBoard board() {
    return board;
  }

  /// The view model.
  WorkbenchModel model() {
    return model;
  }

  /// The registry of actions.
  Actions actions() {
    return actions;
  }

  /// The exports.
  ExportDesk exports() {
    return exports;
  }

  /// The scenarios' files.
  FileDesk desk() {
    return desk;
  }

  /// The user's preferences.
  PreferenceDesk preferences() {
    return preferences;
  }

  /// Takes the system's colours, unless the user has chosen some.
  void follow(boolean dark) {
    dress(
        switch (preferences.preferences().theme()) {
          case LIGHT -> Theme.LIGHT;
          case DARK -> Theme.DARK;
          case SYSTEM -> dark ? Theme.DARK : Theme.LIGHT;
        });
  }

  /// Begins to show, and to run unless it is to wait.
  ///
  /// @param paused whether it waits this once, with what is opened first; else as the user likes it
  void start(boolean paused) {
    controls = controls();
    controls.complete();
    startWithCharts(paused);
  }

  /// The same, with the charts before the controls, which take a third of what a start takes: they
  /// come when the charts have a picture.
  void startWithCharts(boolean paused) {
    waiting = paused;
    // An answer is painted at once, to be on the screen with the next frame.
    engine.onAnswer(() -> Platform.runLater(() -> show(transport.poll())));
    ticker.start();
    VectorNote.put(statusText, model);
    if (!waits()) {
      transport.run();
    }
  }

  private boolean waits() {
    return waiting || preferences.preferences().paused();
  }

  /// Stops everything.
  void close() {
    exports.close();
    ticker.stop();
    board.close();
    engine.close();
    if (runs != null) {
      runs.close();
    }
    preferences.close();
  }
}
