package voidscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import voidscope.chart.look.Palette;
import voidscope.experiment.record.Snapshot;
import voidscope.laboratory.Comparison;
import voidscope.laboratory.ComparisonColumn;
import voidscope.text.Count;
import voidscope.ui.control.EstimatorRow;
import voidscope.ui.model.Message;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// The comparison that the lecture draws, with variance and cost measured in the run. A click on a
/// row puts its estimator in focus.
public final class ComparisonTable {
  private static final int HEADS = 2;
  private static final double WIDE = 1200;

  private final WorkbenchModel model;
  private List<ComparisonColumn> columns = ComparisonColumn.all();
  private double needed;
  private final GridPane grid = Styles.with(new GridPane(), "comparison-grid");
  private final Label caption = Styles.with(new Label(), "comparison-caption");
  private final VBox node = Styles.with(new Place(), "chart-card", "comparison");
  private final List<Line> lines = new ArrayList<>();
  private @Nullable Palette palette;

  /// Fits the table whenever it is laid out.
  private final class Place extends VBox {
    @Override
    protected void layoutChildren() {
      fit();
      super.layoutChildren();
    }
  }

  /// One estimator's row: a ground that takes clicks and focus, and the labels upon it.
  private record Line(
      String id,
      Region ground,
      Label name,
      javafx.scene.shape.Line swatch,
      List<Label> cells,
      Label note) {
    List<Node> nodes() {
      List<Node> nodes = new ArrayList<>(cells);
      nodes.addAll(List.of(ground, name, note));
      return nodes;
    }
  }

  public ComparisonTable(WorkbenchModel model) {
    this.model = model;
    node.setId("comparison");
    node.setMinHeight(Region.USE_PREF_SIZE);
    node.setMinWidth(0);
    caption.setId("comparison-caption");
    Label title = Styles.with(new Label("Comparison"), "comparison-title");
    node.getChildren().setAll(Styles.with(new HBox(title, caption), "comparison-head-line"), grid);
  }

  /// Where there is no place for all columns, those stay that are measured.
  private void fit() {
    double width = node.getWidth();
    Styles.state(node, "wide", width >= WIDE);
    if (width == 0 || !node.isVisible()) {
      return;
    }
    List<ComparisonColumn> all = ComparisonColumn.all();
    boolean whole = columns.size() == all.size();
    double inset = node.snappedLeftInset() + node.snappedRightInset();
    if (whole && grid.prefWidth(-1) + inset > width) {
      needed = grid.prefWidth(-1) + inset;
      columns = all.stream().filter(ComparisonColumn::live).toList();
      lay();
    } else if (!whole && width >= needed) {
      columns = all;
      lay();
    }
  }

  private void lay() {
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    lines.clear();
    constrain();
    heads();
    refresh();
  }

  private void constrain() {
    grid.getColumnConstraints().add(new ColumnConstraints());
    for (int i = 0; i < columns.size(); i++) {
      ColumnConstraints constraint = new ColumnConstraints();
      constraint.setHgrow(Priority.ALWAYS);
      constraint.setFillWidth(true);
      grid.getColumnConstraints().add(constraint);
    }
  }

  private void heads() {
    for (int i = 0; i < columns.size(); i++) {
      ComparisonColumn column = columns.get(i);
      Label head = cell(column.folded(), column, "comparison-head");
      head.setTooltip(new Tooltip(column.sentence()));
      grid.add(head, i + 1, 1);
      if (!column.group().isEmpty()
          && (i == 0 || !columns.get(i - 1).group().equals(column.group()))) {
        int span = (int) columns.stream().filter(c -> c.group().equals(column.group())).count();
        Label group = Styles.with(new Label(column.group()), "comparison-group");
        group.setMaxWidth(Double.MAX_VALUE);
        grid.add(group, i + 1, 0, span, 1);
      }
    }
  }

  private Line line(String id, int row) {
    Region ground = Styles.with(new Region(), "comparison-row");
    ground.setId("compare-" + id);
    ground.setFocusTraversable(true);
    ground.setAccessibleRole(AccessibleRole.TABLE_ROW);
    ground.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            model.looks().focus(id);
          }
        });
    ground.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model.looks().focus(id);
            event.consume();
          }
        });
    grid.add(ground, 0, row, columns.size() + 1, 1);
    var swatch = new javafx.scene.shape.Line(0, 0, 16, 0);
    Label name = Styles.with(new Label("", swatch), "comparison-name");
    name.setMouseTransparent(true);
    name.setMinWidth(Region.USE_PREF_SIZE);
    grid.add(name, 0, row);
    List<Label> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Label cell = cell("", columns.get(i), "comparison-cell");
      cell.setMouseTransparent(true);
      grid.add(cell, i + 1, row);
      cells.add(cell);
    }
    Label note = Styles.with(new Label(), "comparison-note");
    note.setMouseTransparent(true);
    note.setMaxWidth(Double.MAX_VALUE);
    int live = (int) columns.stream().filter(c -> !c.live() || c.group().isEmpty()).count();
    grid.add(note, live + 1, row, columns.size() - live, 1);
    return new Line(id, ground, name, swatch, List.copyOf(cells), note);
  }

  private static Label cell(String text, ComparisonColumn column, String style) {
    Label label = Styles.with(new Label(text), style);
    label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(column.number() ? Pos.CENTER_RIGHT : Pos.CENTER);
    GridPane.setHalignment(label, column.number() ? HPos.RIGHT : HPos.CENTER);
    Styles.set(label, "number", column.number());
    label.getStyleClass().add(column.kind().name().toLowerCase(Locale.ROOT));
    return label;
  }

  public Node node() {
    return node;
  }

  /// Offers copies with a right click.
  public void menu(Actions actions) {
    ContextMenu menu =
        new ContextMenu(
            actions.item("copy-csv"), actions.item("copy-markdown"), actions.item("copy-latex"));
    node.setOnContextMenuRequested(
        event -> menu.show(node, event.getScreenX(), event.getScreenY()));
  }

  /// Puts the table as it is now on the clipboard.
  public void copy(CopyForm form) {
    ClipboardContent content = new ClipboardContent();
    content.putString(form.text(ModelComparison.of(model)));
    Clipboard.getSystemClipboard().setContent(content);
    model.message().set(Message.success("Copied the comparison as " + form.label(), ""));
  }

  /// Follows the theme.
  public void paint(Palette colours) {
    palette = colours;
    needed = 0; // letters may be of another size now
    paintLines(colours);
  }

  private void paintLines(Palette colours) {
    List<String> ids = model.contenders().ids();
    lines.stream()
        .filter(line -> ids.contains(line.id())) // while the table is hidden others may have gone
        .forEach(
            line ->
                EstimatorRow.paint(line.swatch(), colours.ink(model.contenders().ink(line.id()))));
  }

  private void refresh() {
    Snapshot snapshot = model.follower().current();
    caption.setText(
        snapshot == null
            ? ""
            : "each at its own θ, after "
                + Count.grouped(Comparison.reached(snapshot))
                + " steps; "
                + ModelComparison.unit(model));
    List<Comparison.Row> rows = ModelComparison.of(model).rows();
    lay(rows.stream().map(Comparison.Row::id).toList());
    for (int i = 0; i < rows.size(); i++) {
      show(lines.get(i), rows.get(i));
    }
  }

  /// Shows how things stand now in the place that there is. The table is laid out when it is first
  /// to be seen.
  public void follow() {
    if (grid.getColumnConstraints().isEmpty()) {
      lay();
    }
    fit();
    refresh();
  }

  /// Lines for these estimators, anew where they are others than before.
  private void lay(List<String> ids) {
    if (ids.equals(lines.stream().map(Line::id).toList())) {
      return;
    }
    lines.forEach(line -> grid.getChildren().removeAll(line.nodes()));
    lines.clear();
    for (String id : ids) {
      lines.add(line(id, HEADS + lines.size()));
    }
    if (palette != null) {
      paintLines(palette);
    }
  }

  private void show(Line line, Comparison.Row row) {
    boolean noted = !row.note().isEmpty();
    List<String> spoken = new ArrayList<>(List.of(row.label()));
    for (int i = 0; i < columns.size(); i++) {
      ComparisonColumn column = columns.get(i);
      double value = row.values().get(ComparisonColumn.all().indexOf(column));
      boolean covered = noted && column.noted();
      Label cell = line.cells().get(i);
      cell.setText(covered ? "" : row.shown(column));
      Styles.set(
          cell,
          "good",
          !column.number() && value == 1 && column.kind() != ComparisonColumn.Kind.NEED);
      spoken.add(
          column.title() + " " + (column.number() ? column.shown(value) : column.plain(value)));
    }
    line.name().setText(row.label());
    line.note().setText(row.note());
    spoken.add(row.note());
    line.ground().setAccessibleText(String.join(", ", spoken));
    Styles.set(line.ground(), "focused", model.looks().focus().equals(row.id()));
    boolean dim = row.barred() || !model.contenders().takesPart(row.id());
    line.swatch().setOpacity(dim ? 0.45 : 1);
    Styles.set(line.name(), "dim", dim);
    line.cells().forEach(cell -> Styles.set(cell, "dim", dim));
  }
}
