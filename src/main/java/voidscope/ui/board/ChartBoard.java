package voidscope.ui.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.live.Painter;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.series.Baseline;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.experiment.record.Snapshot;
import voidscope.ui.model.Axes;
import voidscope.ui.model.Contenders;
import voidscope.ui.model.Follower;
import voidscope.ui.model.Looks;

/// The charts of a view, two in a row or, where they are three or six, three; one of them may fill
/// the place of all. A chart is made when it is first shown.
public final class ChartBoard {
  private static final int COLUMNS = 2;
  private static final int ROW = 3;

  private final Painter painter = new Painter(2);
  private final Map<String, ChartCard> cards = new LinkedHashMap<>();
  private final GridPane grid;
  private final Looks looks;
  private final Contenders contenders;
  private final Follower follower;
  private final Pace pace = new Pace();
  private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();
  private List<String> chosen = List.of();
  private @Nullable ChartCard maximised;
  private @Nullable Baseline baseline;
  private Look plain;
  private Consumer<String> pointed = key -> {};
  private Consumer<ChartCard> made = card -> {};

  public ChartBoard(
      GridPane grid, Palette palette, Looks looks, Contenders contenders, Follower follower) {
    this.plain = Look.screen(palette);
    this.grid = grid;
    this.looks = looks;
    this.contenders = contenders;
    this.follower = follower;
  }

  /// The charts that have been shown so far.
  public List<ChartCard> cards() {
    return List.copyOf(cards.values());
  }

  /// Tells of every chart that is made from now on.
  public void made(Consumer<ChartCard> listener) {
    made = listener;
  }

  private ChartCard card(String key) {
    return cards.computeIfAbsent(key, any -> make(Charts.catalogue().get(key)));
  }

  private ChartCard make(ChartEntry entry) {
    ChartCard[] card = new ChartCard[1];
    card[0] =
        new ChartCard(entry, painter, plain.palette(), () -> toggle(card[0]), () -> refit(entry));
    card[0].listen(new CardGestures(this, looks, contenders, card[0]));
    card[0].paint(plain);
    made.accept(card[0]);
    return card[0];
  }

  /// The charts on the screen.
  public List<ChartCard> visible() {
    return maximised == null ? chosen() : List.of(maximised);
  }

  /// Whether all of them have a picture.
  public boolean shown() {
    return visible().stream().allMatch(card -> card.frames() > 0);
  }

  private List<ChartCard> chosen() {
    return chosen.stream().map(this::card).toList();
  }

  /// Shows these charts, and no others.
  public void show(List<String> keys) {
    if (!keys.equals(chosen)) {
      chosen = List.copyOf(keys);
      maximised = null;
      arrange();
    }
  }

  /// Whether one chart fills the place of all.
  public ReadOnlyBooleanProperty filled() {
    return filled.getReadOnlyProperty();
  }

  /// The chart that has the focus, else the first visible one.
  public ChartCard current() {
    return visible().stream()
        .filter(card -> card.node().isFocusWithin())
        .findFirst()
        .orElse(visible().getFirst());
  }

  /// Gives the keys to a chart.
  public void focus() {
    current().node().requestFocus();
  }

  /// Draws charts like this from now on.
  public void paint(Look look) {
    plain = look;
    cards.values().forEach(card -> card.paint(look));
  }

  /// Shows a picture of the run on the visible charts.
  public void pulse(Snapshot snapshot) {
    List<ChartCard> shown = visible();
    shown.forEach(ChartCard::pulse);
    long now = System.nanoTime();
    boolean due =
        shown.stream().noneMatch(ChartCard::busy)
            && pace.due(now, shown.stream().mapToLong(ChartCard::painted).max().orElse(0));
    boolean drawn = false;
    for (ChartCard card : shown) {
      ChartView view = view(card.entry(), card.columns());
      boolean changed = card.changed(snapshot, view, baseline);
      if (changed) {
        pace.touch(now);
      }
      if (due || changed) {
        drawn |= card.draw(snapshot, view, baseline);
      }
    }
    if (drawn) {
      pace.begin(now);
    }
  }

  /// How a chart is looked at.
  public ChartView view(ChartEntry entry, int columns) {
    return looks.outlook().of(entry, columns);
  }

  /// Lays another run under the present one in every chart; null for none.
  public void baseline(@Nullable Baseline other) {
    baseline = other;
  }

  /// The run that lies under the present one, or null.
  public @Nullable Baseline baseline() {
    return baseline;
  }

  /// How the axes are looked at.
  public Axes axes() {
    return looks.outlook().axes();
  }

  /// Looks at the axes otherwise.
  public void axes(UnaryOperator<Axes> change) {
    looks.axes(change);
  }

  /// The chart of θ.
  public ChartEntry theta() {
    return Charts.catalogue().get(Charts.THETA);
  }

  /// The quantities that a chart can show; nothing where there is no choice.
  public List<String> quantities(ChartEntry entry) {
    Snapshot snapshot = follower.newest();
    return snapshot == null ? List.of() : Charts.quantities(entry, snapshot, view(entry, 1));
  }

  private void refit(ChartEntry entry) {
    axes(axes -> entry.overRun() ? axes.follow() : axes.fit(entry));
  }

  /// Shows the values at a place of a chart, and on all others that share its abscissa.
  public void hover(ChartEntry entry, double x, double y) {
    for (ChartCard card : visible()) {
      boolean shares = card.entry().key().equals(entry.key()) || card.entry().sharesAxes(entry);
      card.hair(shares ? x : Double.NaN, shares ? y : Double.NaN);
    }
  }

  /// Lets a series stand out on all charts.
  ///
  /// @param key of the series, or empty
  public void point(String key) {
    Look look = plain.lit(key);
    visible().forEach(card -> card.paint(look));
    pointed.accept(key);
  }

  /// Tells of the series that stands out, by its key, or of none by an empty text.
  public void pointed(Consumer<String> listener) {
    pointed = listener;
  }

  /// The threads that paint.
  public Painter painter() {
    return painter;
  }

  /// Lets a chart fill the place of all, or brings the others back.
  public void toggle(ChartCard card) {
    maximised = maximised == null ? card : null;
    arrange();
    card.node().requestFocus();
  }

  /// Brings all charts back.
  ///
  /// @return whether one was maximised
  public boolean restore() {
    ChartCard card = maximised;
    if (card == null) {
      return false;
    }
    toggle(card);
    return true;
  }

  private void arrange() {
    filled.set(maximised != null);
    List<ChartCard> shown = visible();
    int columns = shown.size() % ROW == 0 ? ROW : Math.min(COLUMNS, shown.size());
    shown.stream()
        .filter(card -> !grid.getChildren().contains(card.node()))
        .forEach(ChartCard::forget); // its last picture may be of long ago
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    grid.getRowConstraints().clear();
    for (int i = 0; i < shown.size(); i++) {
      Node node = shown.get(i).node();
      grid.add(node, i % columns, i / columns);
    }
    int rows = (shown.size() + columns - 1) / columns;
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < rows; i++) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(100.0 / rows);
      grid.getRowConstraints().add(row);
    }
  }

  public void close() {
    painter.close();
  }
}
