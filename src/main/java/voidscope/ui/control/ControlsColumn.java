package voidscope.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.chart.look.Palette;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;
import voidscope.ui.model.Slot;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Styles;

/// The controls, made from the catalogues.
public final class ControlsColumn {
  private final WorkbenchModel model;
  private final SectionStack stack = new SectionStack();
  private final ComboBox<ProblemEntry> problem = new ComboBox<>();
  private final Label problemNote = Styles.with(new Label(), "problem-note");
  private final Map<String, EstimatorRow> estimators = new LinkedHashMap<>();
  private List<String> known = List.of();
  private final List<ParameterRow> fixed = new ArrayList<>();
  private final SectionStack.Section problemSection;
  private final SectionStack.Section ownSection;
  private final SectionStack.Section relaxationSection;
  private final SectionStack.Section listSection;
  private final Button more = Styles.with(new Button(), "more-estimators");
  private @Nullable Palette palette;
  private List<Slot> shared = List.of();
  private List<ParameterRow> relaxation = List.of();
  private List<Slot> own = List.of();
  private List<ParameterRow> problemRows = List.of();
  private List<ParameterRow> ownRows = List.of();
  private String shownProblem = "";
  private String shownFocus = "";

  public ControlsColumn(WorkbenchModel model) {
    this.model = model;
    configureProblem();
    problemSection = stack.add("problem", "Problem", 6);
    listSection = stack.add("estimators", "Estimators", 5);
    more.setId("more-estimators");
    more.setOnAction(event -> model.contenders().toggleEveryone());
    relaxationSection = stack.add("relaxation", "Relaxation", 4);
    ownSection = stack.add("own", "", 2);
    section("learning", "Learning", 3, Slot.learning());
    section("measurement", "Run and measurement", 1, Slot.measurement());
    refresh();
    model.revision().subscribe(revision -> refresh());
  }

  private void section(String id, String title, int weight, List<Slot> slots) {
    List<ParameterRow> rows = ParameterRow.all(slots, model.values());
    stack.add(id, title, weight).fill(title, rows.stream().map(ParameterRow::node).toList());
    fixed.addAll(rows);
  }

  private void configureProblem() {
    problem.setId("problem");
    problem.setMaxWidth(Double.MAX_VALUE);
    problem.setAccessibleText("problem");
    problem.getItems().setAll(Problems.catalogue().entries());
    problem.setCellFactory(list -> new EntryCell());
    problem.setButtonCell(new EntryCell());
    problem.setOnAction(
        event ->
            Optional.ofNullable(problem.getValue())
                .ifPresent(entry -> model.chooseProblem(entry.key())));
  }

  public Node node() {
    return stack.node();
  }

  /// Puts all on the screen at once, rather than a section with every [#pulse].
  public void complete() {
    stack.complete();
  }

  /// Follows the theme.
  public void paint(Palette colours) {
    palette = colours;
    estimators.values().forEach(row -> row.paint(colours));
  }

  /// Takes texts back that were typed and refused.
  ///
  /// @return whether there was one
  public boolean heal() {
    return Stream.of(fixed, problemRows, relaxation, ownRows)
            .flatMap(List::stream)
            .filter(ParameterRow::heal)
            .count()
        > 0;
  }

  /// Shows what changes by itself while a run goes on.
  public void follow() {
    estimators.values().forEach(EstimatorRow::refreshBadge);
    Stream.of(fixed, relaxation, ownRows)
        .flatMap(List::stream)
        .filter(NumberRow.class::isInstance)
        .forEach(ParameterRow::refresh);
  }

  /// One frame.
  public void pulse() {
    stack.pulse();
  }

  private void refresh() {
    refreshProblem();
    refreshList();
    refreshOwn();
    refreshRelaxation();
    estimators.values().forEach(EstimatorRow::refresh);
    boolean everyone = model.looks().outlook().everyone();
    more.setText(everyone ? "Fewer" : "More estimators");
    more.setGraphic(new FontIcon(everyone ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    Stream.of(fixed, problemRows, relaxation, ownRows)
        .flatMap(List::stream)
        .forEach(ParameterRow::refresh);
  }

  /// The rows of the estimators that are listed, anew where one has come, gone or moved.
  private void refreshList() {
    List<String> before = known;
    known = model.contenders().ids();
    List<String> ids = known.stream().filter(model.contenders()::listed).toList();
    if (ids.equals(List.copyOf(estimators.keySet()))) {
      return;
    }
    Map<String, EstimatorRow> rows = new HashMap<>(estimators);
    estimators.clear();
    for (String id : ids) {
      EstimatorRow row = rows.get(id);
      if (row == null) {
        row = new EstimatorRow(id, model.contenders(), model.looks(), model.follower());
        if (palette != null) {
          row.paint(palette);
        }
      }
      estimators.put(id, row);
    }
    List<Node> nodes = new ArrayList<>();
    estimators.values().forEach(row -> nodes.add(row.node()));
    nodes.add(more);
    listSection.fill("Estimators", nodes);
    EstimatorRow chosen = estimators.get(model.looks().focus());
    if (chosen != null && !before.isEmpty() && !before.contains(chosen.id())) {
      Platform.runLater(chosen::requestFocus); // whoever adds a variant names it next
    }
  }

  private void refreshProblem() {
    ProblemEntry entry = Problems.catalogue().get(model.draft().problem().key());
    if (!shownProblem.equals(entry.key())) {
      shownProblem = entry.key();
      // By its key, as an entry's maker is equal to nothing but itself.
      problem.getItems().stream()
          .filter(item -> item.key().equals(entry.key()))
          .findFirst()
          .ifPresent(problem::setValue);
      problem.setTooltip(new Tooltip(entry.sentence() + " A change needs a restart (R)."));
      problemRows = ParameterRow.all(Slot.problem(entry), model.values());
      List<Node> nodes = new ArrayList<>();
      nodes.add(new VBox(problem, problemNote));
      problemRows.forEach(row -> nodes.add(row.node()));
      problemSection.fill("Problem", nodes);
    }
    boolean pending = model.draft().problemPending();
    Styles.state(problem, "pending", pending);
    Styles.set(problemNote, "pending", pending);
    problemNote.setText(pending ? "pending · R to restart, Esc to go back" : entry.formula());
  }

  /// The relaxation is not shown where nobody who has one can run.
  private void refreshRelaxation() {
    List<Slot> slots = model.shared();
    boolean wanted =
        slots.stream()
            .flatMap(slot -> slot.scopes().stream())
            .anyMatch(
                id ->
                    model.contenders().takesPart(id) || model.contenders().obstacle(id).isEmpty());
    List<Slot> shown = wanted ? slots : List.of();
    if (!shown.equals(shared)) {
      shared = shown;
      relaxation = ParameterRow.all(shown, model.values());
      relaxationSection.fill("Relaxation", relaxation.stream().map(ParameterRow::node).toList());
    }
  }

  private void refreshOwn() {
    String focus = model.looks().focus();
    List<Slot> slots = model.own(focus);
    String title = slots.isEmpty() ? "" : model.contenders().label(focus);
    if (shownFocus.equals(focus) && slots.equals(own)) {
      ownSection.call(title);
      return;
    }
    shownFocus = focus;
    own = slots;
    ownRows = ParameterRow.all(slots, model.values());
    ownSection.fill(title, ownRows.stream().map(ParameterRow::node).toList());
  }

  private static final class EntryCell extends ListCell<ProblemEntry> {
    @Override
    protected void updateItem(ProblemEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(empty || entry == null ? "" : entry.label());
    }
  }
}
