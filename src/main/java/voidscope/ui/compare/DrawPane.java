package voidscope.ui.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.EstimateFormula.Factor;
import voidscope.estimator.Term;
import voidscope.experiment.record.OneDraw;
import voidscope.experiment.record.OneDraw.Stage;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.RunParameters;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Decimals;
import voidscope.ui.model.SlowDraw;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// One draw of the estimator in focus, stage by stage: the numbers in the order in which they come
/// about, and below them the formula with each number at its place. Its noise stays, so its numbers
/// follow θ and φ.
public final class DrawPane {
  private final WorkbenchModel model;
  private final SlowDraw slow;
  private final FormulaPieces pieces;
  private final Label title = Styles.with(new Label("One draw, slowly"), "one-draw-title");
  private final Label whose = Styles.with(new Label(), "one-draw-whose");
  private final Label lack = Styles.with(new Label(), "muted");
  private final Button next = new Button("Next", new FontIcon(Feather.CHEVRON_RIGHT));
  private final Button renew = new Button("New draw");
  private final Button turn = new Button("Next coordinate");
  private final GridPane numbers = Styles.with(new GridPane(), "one-draw-numbers");
  private final FlowPane formula = Styles.with(new FlowPane(), "formula", "one-draw-formula");
  private final VBox node;
  private final List<Told> told = new ArrayList<>();
  private final List<Label> heads = new ArrayList<>();
  private @Nullable OneDraw draw;
  private List<Object> laid = List.of();

  /// A number on the screen, and the stage from which it is seen.
  private record Told(Label label, Stage stage, Value value) {}

  /// Reads a number of a draw, as a text.
  private interface Value {
    String of(OneDraw draw);
  }

  /// @param point told the key of the term that the mouse is on, or an empty text
  public DrawPane(WorkbenchModel model, Consumer<String> point) {
    this.model = model;
    slow = model.slowDraw();
    pieces = new FormulaPieces(point);
    Styles.state(formula, "inked", true);
    Button close = Styles.with(new Button("", new FontIcon(Feather.X)), "icon-button");
    close.setAccessibleText("Close");
    close.setTooltip(new Tooltip("Close  (Esc)"));
    close.setOnAction(event -> slow.close());
    button(next, "one-draw-next", "Next stage  (D, or Space and → here)", this::next);
    button(renew, "one-draw-renew", "Another noise  (Shift+D)", slow::renew);
    button(turn, "one-draw-turn", "By the next coordinate of θ  (↓ here)", () -> turn(1));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox head =
        Styles.with(new HBox(title, whose, space, turn, renew, next, close), "one-draw-head");
    numbers.setId("one-draw-numbers");
    formula.setId("one-draw-formula");
    node = Styles.with(new VBox(head, lack, numbers, formula), "chart-card", "one-draw");
    node.setId("one-draw");
    node.setMinHeight(Region.USE_PREF_SIZE);
    node.setFocusTraversable(true);
    node.setAccessibleText("One draw, slowly");
    Actions.own(node, "Space", "Right", "Left", "Up", "Down");
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private static void button(Button button, String id, String tip, Runnable action) {
    button.setId(id);
    Styles.with(button, "small-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(event -> action.run());
  }

  private void key(KeyEvent event) {
    if (!node.isFocused()) {
      return;
    }
    switch (event.getCode()) {
      case SPACE, RIGHT -> next();
      case LEFT -> slow.back();
      case DOWN -> turn(1);
      case UP -> turn(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// The pane.
  public Region node() {
    return node;
  }

  /// Shows one stage more.
  public void next() {
    OneDraw shown = draw;
    slow.next(shown == null ? 0 : shown.stages().size());
  }

  private void turn(int by) {
    OneDraw shown = draw;
    if (shown != null) {
      slow.turn(by, shown.coordinates());
    }
  }

  /// Lets a term stand out.
  ///
  /// @param key of the term, or another
  public void light(String key) {
    pieces.light(key);
  }

  /// Shows a picture of the run, or none.
  public void follow(@Nullable Snapshot snapshot) {
    String focus = model.looks().focus();
    Track track =
        snapshot == null
            ? null
            : snapshot.tracks().stream()
                .filter(each -> each.id().equals(focus))
                .findFirst()
                .orElse(null);
    OneDraw found = track == null ? null : track.exhibit(OneDraw.class);
    String missing = missing(focus, snapshot, track);
    boolean there = missing.isEmpty() && found != null && found.which().equals(slow.which());
    if (there && found != null) {
      draw = found;
      EstimateFormula line = model.contenders().formula(focus);
      List<Object> layout = List.of(focus, line, columns(found), found.terms());
      if (!layout.equals(laid)) {
        laid = layout;
        lay(found, line);
      }
      fill(found, snapshot);
    } else if (!missing.isEmpty()) {
      draw = null;
    }
    lack.setText(missing);
    boolean shown = missing.isEmpty() && draw != null;
    for (Node part : List.of(numbers, formula)) {
      part.setVisible(shown);
      part.setManaged(shown);
    }
    lack.setVisible(!missing.isEmpty());
    lack.setManaged(!missing.isEmpty());
    OneDraw of = draw;
    turn.setVisible(of != null && of.coordinates() > 1);
    turn.setManaged(turn.isVisible());
    next.setDisable(!shown);
    renew.setDisable(!shown);
  }

  /// Why there is no draw to be shown, or an empty text.
  private String missing(String focus, @Nullable Snapshot snapshot, @Nullable Track track) {
    if (focus.isEmpty() || !model.contenders().ids().contains(focus)) {
      return "Put an estimator in focus: Shift + click on its legend.";
    }
    String label = model.contenders().label(focus);
    if (snapshot == null) {
      return "";
    }
    if (track == null) {
      return label + " is not in the run.";
    }
    if (track.failure() != null) {
      return label + " has stopped: " + track.failure().message() + ".";
    }
    if (model.contenders().estimator(focus).evaluations() == 0) {
      return label + " draws nothing.";
    }
    if (Problems.episodic(snapshot.scenario().problem().settings())) {
      return "In an episode one ĝ sums over many draws: one draw is shown of toy problems.";
    }
    return snapshot.images() == null
        ? ""
        : "In a VAE θ is put out by a network for every image: one draw is shown of toy problems.";
  }

  private static List<Object> columns(OneDraw draw) {
    List<Object> columns = new ArrayList<>();
    for (OneDraw.Column column : draw.columns()) {
      columns.add(List.of(column.stage(), column.symbol(), column.values().length));
    }
    return columns;
  }

  private void lay(OneDraw of, EstimateFormula line) {
    told.clear();
    heads.clear();
    layNumbers(of);
    layFormula(of, line);
  }

  private void layNumbers(OneDraw of) {
    numbers.getChildren().clear();
    int rows = of.columns().getFirst().values().length;
    int at = 0;
    if (rows > 1) {
      numbers.add(Styles.with(new Label("k"), "one-draw-symbol"), 0, 1);
      for (int k = 0; k < rows; k++) {
        numbers.add(Styles.with(new Label(Integer.toString(k + 1)), "one-draw-symbol"), 0, k + 2);
      }
      at = 1;
    }
    Stage before = null;
    for (int c = 0; c < of.columns().size(); c++, at++) {
      OneDraw.Column column = of.columns().get(c);
      int index = c;
      if (column.stage() != before) {
        before = column.stage();
        Label caption = Styles.with(new Label(before.label()), "one-draw-stage");
        int wide =
            (int) of.columns().stream().filter(each -> each.stage() == column.stage()).count();
        caption.setMaxWidth(Double.MAX_VALUE);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        heads.add(caption);
        numbers.add(caption, at, 0, wide, 1);
      }
      Label symbol = Styles.with(new Label(column.symbol()), "one-draw-symbol");
      numbers.add(symbol, at, 1);
      GridPane.setHalignment(symbol, HPos.CENTER);
      told.add(new Told(symbol, column.stage(), any -> column.symbol()));
      for (int k = 0; k < rows; k++) {
        int sample = k;
        Label value = value(column.stage(), d -> text(d.columns().get(index).values()[sample]));
        numbers.add(value, at, k + 2);
        GridPane.setHalignment(value, HPos.CENTER);
      }
    }
  }

  /// Below each piece stands its number, and below that the term that has its place there.
  private void layFormula(OneDraw of, EstimateFormula line) {
    formula.getChildren().clear();
    List<Label> texts = pieces.lay(line);
    Set<Term> placed = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      EstimateFormula.Piece piece = line.pieces().get(i);
      Label number = of.factors().containsKey(piece.factor()) ? factor(piece.factor()) : blank();
      Label sum = i == 0 ? value(Stage.ESTIMATE, DrawPane::estimate) : blank();
      Term term = begun(line, i, placed);
      if (term != null) {
        placed.add(term);
        int index = line.terms().indexOf(term);
        sum = value(Stage.TERM, d -> signed(term.sign() * d.values()[index]));
      }
      VBox column = new VBox(texts.get(i), number, Styles.with(sum, "one-draw-term"));
      pieces.target(column, piece);
      formula.getChildren().add(Styles.with(column, "one-draw-piece"));
    }
  }

  private static String estimate(OneDraw draw) {
    return text(draw.estimate()) + (draw.terms().isEmpty() ? "" : " =");
  }

  private static Label blank() {
    return Styles.with(new Label(), "one-draw-value");
  }

  private Label factor(Factor factor) {
    return value(
        OneDraw.stage(factor),
        d -> {
          Float number = d.factors().get(factor);
          return number == null ? "" : text(number);
        });
  }

  /// The term that has its place below a piece: the one that it is part of alone, or one that has
  /// no such piece.
  private static @Nullable Term begun(EstimateFormula line, int index, Set<Term> placed) {
    return line.pieces().get(index).terms().stream()
        .filter(term -> !placed.contains(term))
        .filter(
            term ->
                line.pieces().get(index).terms().size() == 1
                    || line.pieces().stream()
                        .noneMatch(piece -> piece.terms().equals(List.of(term))))
        .findFirst()
        .orElse(null);
  }

  private Label value(Stage stage, Value value) {
    Label label = Styles.with(new Label(), "one-draw-value");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Styles.state(label, "told", true);
    told.add(new Told(label, stage, value));
    return label;
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "" : Decimals.significant(value);
  }

  private static String signed(double value) {
    return (value < 0 ? "" : "+") + Decimals.significant(value);
  }

  private void fill(OneDraw of, @Nullable Snapshot snapshot) {
    List<Stage> stages = of.stages();
    int seen = Math.min(slow.stage(), stages.size() - 1);
    for (Told each : told) {
      each.label().setText(each.value().of(of));
      int stage = stages.indexOf(each.stage());
      each.label().setVisible(stage <= seen);
      Styles.state(each.label(), "fresh", stage == seen);
    }
    for (int i = 0; i < heads.size(); i++) {
      Styles.state(heads.get(i), "fresh", i == seen);
    }
    String label = model.contenders().label(model.looks().focus());
    int rows = of.columns().getFirst().values().length;
    boolean several =
        snapshot != null && snapshot.scenario().run().integer(RunParameters.REPLICATES.key()) > 1;
    whose.setText(
        label
            + (several ? ", replicate 1" : "")
            + ", draw "
            + of.which().number()
            + ", by "
            + of.place()
            + (of.samples() > rows
                ? "; the first " + rows + " of " + of.samples() + " samples"
                : ""));
    next.setText(seen + 1 < stages.size() ? "Next: " + stages.get(seen + 1).label() : "Next draw");
  }
}
