package voidscope.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import voidscope.catalogue.Value;
import voidscope.problem.Objection;
import voidscope.ui.model.Slot;
import voidscope.ui.model.Values;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// A text that is typed freely, such as a formula, below its label. It is checked at every letter:
/// below the field a mark points at the character that is wrong, with what was expected there. A
/// click on the words puts the caret there. Enter takes a sound text, and so does leaving; a bad
/// one stays until it is mended. Esc takes back what was typed, then what is pending. While one
/// types and nothing is wrong, it tells what may be written.
final class TextRow implements ParameterRow {
  /// Letters before the mark at most: the words stand behind it and need their room.
  private static final int NEAR = 24;

  private static final String ELLIPSIS = "…";

  private final Slot slot;
  private final Values model;
  private final Label label = Styles.with(new Label(), "parameter-label");
  private final TextField field = Styles.with(new TextField(), "formula-field");
  private final Label mark = Styles.with(new Label(), "formula-mark");
  private final Label complaint = Styles.with(new Label(), "complaint");
  private final Label hint = Styles.with(new Label(), "formula-hint");
  private final VBox node =
      Styles.with(new VBox(label, field, mark, complaint, hint), "formula-row");
  private String last = "";
  private int wrongAt;
  private long run;

  TextRow(Slot slot, Values model) {
    this.slot = slot;
    this.model = model;
    label.setLabelFor(field);
    label.setTooltip(ParameterRow.tooltip(slot.parameter()));
    field.setId("text-" + slot.id());
    field.setAccessibleText(slot.parameter().label());
    field.setTooltip(ParameterRow.tooltip(slot.parameter()));
    mark.setId("mark-" + slot.id());
    complaint.setId("complaint-" + slot.id());
    complaint.setWrapText(true);
    hint.setId("hint-" + slot.id());
    hint.setWrapText(true);
    hint.setText(slot.parameter().sentence());
    complaint.setOnMouseClicked(event -> point());
    field.textProperty().subscribe(text -> check());
    field.setOnAction(
        event -> {
          if (commit()) {
            model.request(Actions.CHARTS);
          } else {
            point();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && edited()) {
                commit();
              }
              check();
            });
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    refresh();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void refresh() {
    String text = shown();
    boolean moved = !field.isFocused() && !text.equals(last);
    if (model.run() != run || moved || !edited()) {
      run = model.run();
      show(text);
    }
    check();
    ParameterRow.caption(label, slot, model);
    Styles.state(field, "pending", model.pending(slot));
  }

  @Override
  public boolean heal() {
    boolean healed = edited() && objection().isPresent();
    if (healed) {
      show(shown());
    }
    return healed;
  }

  private String shown() {
    return slot.parameter().format(model.value(slot));
  }

  private boolean edited() {
    return !field.getText().equals(last);
  }

  private void show(String text) {
    last = text;
    if (!text.equals(field.getText())) {
      field.setText(text);
      field.positionCaret(text.length());
    }
  }

  /// What is wrong with the text as it stands.
  private Optional<Objection> objection() {
    Value value = slot.parameter().domain().parse(field.getText());
    return value == null
        ? Optional.of(
            new Objection(
                slot.parameter().key(), 0, slot.parameter().domain().expectation(), "another"))
        : model.objection(slot, value);
  }

  private void check() {
    Optional<Objection> objection = objection();
    wrongAt = objection.map(Objection::at).orElse(-1);
    mark.setText(objection.map(o -> mark(field.getText(), o.at())).orElse(""));
    complaint.setText(
        objection.map(o -> "expected " + o.expectation() + ", found " + o.found()).orElse(""));
    show(mark, objection.isPresent());
    show(complaint, objection.isPresent());
    show(hint, field.isFocused() && objection.isEmpty());
    Styles.state(field, "error", objection.isPresent());
  }

  private static void show(Label label, boolean shown) {
    label.setVisible(shown);
    label.setManaged(shown);
  }

  /// The text up to a place, with that place underlined by a mark: a line of its own, so that the
  /// place is seen whatever the field shows of a long text.
  private static String mark(String text, int at) {
    int place = Math.min(at, text.length());
    int from = Math.max(0, place - NEAR);
    String before = (from > 0 ? ELLIPSIS : "") + text.substring(from, place);
    String rest = text.substring(place, Math.min(text.length(), place + NEAR));
    return before + "▸" + (rest.isEmpty() ? "␣" : rest);
  }

  private void point() {
    if (wrongAt >= 0) {
      field.requestFocus();
      field.positionCaret(Math.min(wrongAt, field.getLength()));
    }
  }

  /// @return whether the text has been taken
  private boolean commit() {
    Value value = slot.parameter().domain().parse(field.getText());
    if (value == null || objection().isPresent()) {
      return false;
    }
    last = field.getText();
    if (!value.equals(model.value(slot))) {
      model.set(slot, value);
    }
    return true;
  }

  private void escape(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) {
      return;
    }
    if (edited()) {
      show(shown());
    } else {
      if (model.pending(slot)) {
        model.revert(slot);
        show(shown());
      }
      model.request(Actions.CHARTS);
    }
    event.consume();
  }
}
