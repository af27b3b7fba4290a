package voidscope.ui.scene;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.chart.draw.Scenes;
import voidscope.chart.live.Painter;
import voidscope.chart.live.ScenesPane;
import voidscope.chart.look.Look;
import voidscope.experiment.record.Snapshot;
import voidscope.problem.Episode;
import voidscope.ui.model.EpisodeReplay;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// Episodes of training, played again: a scene an estimator with what there is to be told along its
/// time. A click or a drag on that, or the arrows, go to a moment.
public final class EpisodePane {
  /// Of the view's height, what the scenes take.
  private static final double SHARE = 0.46;

  private static final double LOWEST = 150;
  private static final double NANOS = 1e-9;

  /// A frame that comes later than this was none: the window was hidden.
  private static final double LATEST = 0.5;

  private final EpisodeReplay replay;
  private final ScenesPane screen;
  private final Map<Episode.Which, ToggleButton> choices = new EnumMap<>(Episode.Which.class);
  private final Label caption = Styles.with(new Label(), "comparison-caption");
  private final Label pace = Styles.with(new Label(), "episode-pace");
  private final Button play = Styles.with(new Button(), "small-button");
  private final Button all = Styles.with(new Button(), "small-button");
  private final VBox node;
  private boolean shownPlaying;
  private long last;

  /// @param painter the threads that paint
  public EpisodePane(EpisodeReplay replay, Painter painter, Look look) {
    this.replay = replay;
    screen = new ScenesPane(painter, look);
    screen.setId("episodes-screen");
    screen.setFocusTraversable(true);
    screen.setAccessibleText("Episodes");
    Styles.with(screen, "episode-screen");
    Actions.own(screen, "Space", "Left", "Right", "Up", "Down", "Home", "End");
    screen.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    screen.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    screen.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    Label title = Styles.with(new Label("Episodes"), "comparison-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    caption.setId("episodes-caption");
    pace.setId("episodes-pace");
    pace.setMinWidth(Region.USE_PREF_SIZE);
    button(play, "episodes-play", "", "", replay::toggle);
    button(all, "episodes-all", "", "", () -> replay.everyone(!replay.everyone()));
    Button slower = Styles.with(new Button(), "small-button");
    button(slower, "episodes-slower", "−", "Slower  (↓ on the scenes)", () -> replay.quicken(-1));
    Button faster = Styles.with(new Button(), "small-button");
    button(faster, "episodes-faster", "+", "Faster  (↑ on the scenes)", () -> replay.quicken(1));
    slower.setAccessibleText("Slower");
    faster.setAccessibleText("Faster");
    HBox speeds = Styles.with(new HBox(slower, pace, faster), "episode-speeds");
    speeds.setAlignment(Pos.CENTER);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        Styles.with(new HBox(title, which(), play, speeds, caption, space, all), "episode-head");
    head.setAlignment(Pos.CENTER_LEFT);
    node = Styles.with(new VBox(head, screen), "chart-card", "episodes");
    node.setId("episodes");
    node.setMinHeight(Region.USE_PREF_SIZE);
    refresh();
  }

  private HBox which() {
    HBox box = Styles.with(new HBox(), "segments");
    box.setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    for (Episode.Which which : Episode.Which.values()) {
      ToggleButton choice = Styles.with(new ToggleButton(which.label()), "segment");
      choice.setId("episodes-" + which.name().toLowerCase(Locale.ROOT));
      choice.setMinWidth(Region.USE_PREF_SIZE);
      choice.setToggleGroup(group);
      choice.setTooltip(new Tooltip(tip(which)));
      choice.setOnAction(
          event -> {
            replay.choose(which);
            refresh();
          });
      choices.put(which, choice);
      box.getChildren().add(choice);
    }
    return box;
  }

  private static String tip(Episode.Which which) {
    return switch (which) {
      case NEWEST -> "The newest episode of training, of all from the same start";
      case BEST -> "Of the last 100 episodes that with the greatest return";
      case MEDIAN -> "Of the last 100 episodes the one in the middle by its return";
      case FIRST -> "The first episode, by the policy that nothing has been learned of";
    };
  }

  private void button(Button button, String id, String text, String tip, Runnable action) {
    button.setId(id);
    button.setText(text);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(
        event -> {
          action.run();
          refresh();
        });
  }

  /// The pane.
  public Region node() {
    return node;
  }

  /// Paints like this from now on.
  public void paint(Look look) {
    screen.setLook(look);
  }

  private void press(MouseEvent event) {
    screen.requestFocus();
    double time = screen.time(event.getX(), event.getY());
    if (!Double.isNaN(time)) {
      replay.seek(time);
      refresh();
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    double time = screen.nearest(event.getX());
    if (!Double.isNaN(time)) {
      replay.seek(time);
      refresh();
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case SPACE -> replay.toggle();
      case LEFT -> replay.step(event.isShiftDown() ? -10 : -1);
      case RIGHT -> replay.step(event.isShiftDown() ? 10 : 1);
      case HOME -> replay.seek(0);
      case END -> replay.seek(Double.MAX_VALUE);
      case UP -> replay.quicken(1);
      case DOWN -> replay.quicken(-1);
      default -> {
        return;
      }
    }
    event.consume();
    refresh();
  }

  /// Shows the next frame; to be called once a frame while it is visible.
  ///
  /// @param nanos the time
  /// @param snapshot of the run
  public void pulse(long nanos, Snapshot snapshot) {
    double seconds = last == 0 ? 0 : (nanos - last) * NANOS;
    last = nanos;
    replay.follow(snapshot);
    replay.pulse(seconds > LATEST ? 0 : seconds);
    Scenes scenes = replay.scenes();
    screen.show(scenes.shown().isEmpty() ? null : scenes);
    fit();
    tell(snapshot);
  }

  /// As large as the view has room for.
  private void fit() {
    double room = node.getParent() == null ? 0 : node.getParent().getLayoutBounds().getHeight();
    double head = node.getHeight() - screen.getHeight();
    double wanted = Math.max(LOWEST, Math.rint(SHARE * room - head));
    if (screen.getPrefHeight() != wanted) {
      screen.setPrefHeight(wanted);
      screen.setMinHeight(wanted);
    }
  }

  private void tell(Snapshot snapshot) {
    Scenes scenes = replay.scenes();
    if (scenes.shown().isEmpty()) {
      caption.setText("No episode yet: run, or take a step  (→)");
    } else {
      List<Scenes.Shown> shown = scenes.shown();
      Episode first = shown.getFirst().episode();
      String time =
          first.period() > 0
              ? String.format(Locale.ROOT, "%.2f of %.2f s", scenes.time(), scenes.seconds())
              : String.format(
                  Locale.ROOT,
                  "step %d of %d",
                  (int) Math.floor(scenes.time() / Scenes.period(first) + 1e-6),
                  Math.round(scenes.seconds() / Scenes.period(first)));
      caption.setText(time);
    }
    int count = replay.candidates(snapshot);
    all.setText(replay.everyone() ? "First " + EpisodeReplay.FEW : "All " + count);
    all.setVisible(count > EpisodeReplay.FEW);
    all.setManaged(count > EpisodeReplay.FEW);
    if (shownPlaying != replay.playing()) {
      refresh();
    }
  }

  private void refresh() {
    choices.forEach((which, choice) -> choice.setSelected(which == replay.which()));
    pace.setText(text(replay.speed()));
    shownPlaying = replay.playing();
    play.setGraphic(new FontIcon(shownPlaying ? Feather.PAUSE : Feather.PLAY));
    String what = shownPlaying ? "Rest here" : "Play";
    play.setAccessibleText(what);
    play.getTooltip().setText(what + "; training does not wait for it  (Space on the scenes)");
  }

  private static String text(double speed) {
    if (speed == .25) {
      return "×¼";
    }
    return speed == .5 ? "×½" : "×" + Math.round(speed);
  }
}
