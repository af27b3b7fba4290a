package voidscope.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// Bits as cells in rows, which are clicked, or walked over with the arrow keys and toggled with
/// Space.
public final class BitGrid extends GridPane {
  /// Rows of cells.
  private static final int ROWS = 8;

  private static final double LEAST = 9;
  private static final double GREATEST = 16;

  /// Bits that are shown at most.
  public static final int MOST = 256;

  private final List<Region> cells = new ArrayList<>();
  private final IntConsumer toggled;
  private int columns = 1;
  private int cursor;

  /// @param toggled told which bit is to change
  public BitGrid(IntConsumer toggled) {
    this.toggled = toggled;
    getStyleClass().add("bit-grid");
    setId("latents");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(focused -> point());
  }

  /// Shows bits; of a set one `set` is anything but −1.
  ///
  /// @param bits 0 or 1, from `at` on
  public void show(byte[] bits, int at, byte[] set) {
    int count = Math.min(set.length, MOST);
    if (count != cells.size()) {
      build(count);
    }
    for (int i = 0; i < count; i++) {
      Region cell = cells.get(i);
      boolean own = set[i] >= 0;
      Styles.state(cell, "on", (own ? set[i] : bits[at + i]) == 1);
      Styles.state(cell, "set", own);
    }
  }

  /// Width of a cell with its gap that fits into a place together with a square as high as the
  /// rows.
  public double pitch(double width, double height) {
    double across = Math.floor(width / (columns + ROWS));
    return Math.clamp(Math.min(across, Math.floor(height / ROWS)), LEAST, GREATEST);
  }

  /// Gives the cells their size.
  ///
  /// @return the height of all rows
  public double size(double pitch) {
    for (Region cell : cells) {
      cell.setMinSize(pitch - 1, pitch - 1);
      cell.setPrefSize(pitch - 1, pitch - 1);
    }
    return ROWS * pitch - 1;
  }

  private void build(int count) {
    cells.clear();
    getChildren().clear();
    columns = Math.max(1, (count + ROWS - 1) / ROWS);
    cursor = 0;
    for (int i = 0; i < count; i++) {
      Region cell = Styles.with(new Region(), "bit");
      cells.add(cell);
      add(cell, i % columns, i / columns);
    }
    point();
  }

  private void click(MouseEvent event) {
    requestFocus();
    int index = cells.indexOf(event.getTarget());
    if (index >= 0) {
      cursor = index;
      point();
      toggled.accept(index);
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> move(-1);
      case RIGHT -> move(1);
      case UP -> move(-columns);
      case DOWN -> move(columns);
      case SPACE, ENTER -> {
        if (!cells.isEmpty()) {
          toggled.accept(cursor);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int to = cursor + by;
    if (to >= 0 && to < cells.size()) {
      cursor = to;
      point();
    }
  }

  private void point() {
    for (int i = 0; i < cells.size(); i++) {
      Styles.state(cells.get(i), "cursor", isFocused() && i == cursor);
    }
  }
}
