package voidscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.chart.look.Palette;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
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
  private final List<EstimatorRow> estimators = new ArrayList<>();
  private final List<ParameterRow> fixed = new ArrayList<>();
  private final SectionStack.Section problemSection;
  private final SectionStack.Section ownSection;
  private final SectionStack.Section relaxationSection;
  private final List<ParameterRow> relaxation;
  private final Button more = Styles.with(new Button(), "more-estimators");
  private boolean relaxes;
  private List<ParameterRow> problemRows = List.of();
  private List<ParameterRow> ownRows = List.of();
  private String shownProblem = "";
  private String shownFocus = "";

  public ControlsColumn(WorkbenchModel model) {
    this.model = model;
    configureProblem();
    problemSection = stack.add("problem", "Problem", 6);
    SectionStack.Section list = stack.add("estimators", "Estimators", 5);
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      estimators.add(new EstimatorRow(entry, model));
    }
    more.setId("more-estimators");
    more.setOnAction(event -> model.toggleEveryone());
    List<Node> rows = new ArrayList<>(estimators.stream().map(EstimatorRow::node).toList());
    rows.add(more);
    list.fill("Estimators", rows);
    relaxation = ParameterRow.all(Slot.shared(), model);
    relaxationSection = stack.add("relaxation", "Relaxation", 4);
    fixed.addAll(relaxation);
    ownSection = stack.add("own", "", 2);
    section("learning", "Learning", 3, Slot.learning());
    section("measurement", "Run and measurement", 1, Slot.measurement());
    refresh();
    model.revision().subscribe(revision -> refresh());
  }

  private void section(String id, String title, int weight, List<Slot> slots) {
    List<ParameterRow> rows = ParameterRow.all(slots, model);
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

  /// Follows the theme.
  public void paint(Palette palette) {
    estimators.forEach(row -> row.paint(palette));
  }

  /// Shows what changes by itself while a run goes on.
  public void follow() {
    estimators.forEach(EstimatorRow::refreshBadge);
    fixed.stream().filter(NumberRow.class::isInstance).forEach(ParameterRow::refresh);
    ownRows.stream().filter(NumberRow.class::isInstance).forEach(ParameterRow::refresh);
  }

  private void refresh() {
    refreshProblem();
    refreshOwn();
    refreshRelaxation();
    estimators.forEach(EstimatorRow::refresh);
    more.setText(model.everyone() ? "Fewer" : "More estimators");
    more.setGraphic(new FontIcon(model.everyone() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    fixed.forEach(ParameterRow::refresh);
    problemRows.forEach(ParameterRow::refresh);
    ownRows.forEach(ParameterRow::refresh);
  }

  private void refreshProblem() {
    ProblemEntry entry = Problems.catalogue().get(model.problem().key());
    if (!shownProblem.equals(entry.key())) {
      shownProblem = entry.key();
      // By its key, as an entry's maker is equal to nothing but itself.
      problem.getItems().stream()
          .filter(item -> item.key().equals(entry.key()))
          .findFirst()
          .ifPresent(problem::setValue);
      problem.setTooltip(new Tooltip(entry.sentence() + " A change needs a restart (R)."));
      problemRows = ParameterRow.all(Slot.problem(entry), model);
      List<Node> nodes = new ArrayList<>();
      nodes.add(new VBox(problem, problemNote));
      problemRows.forEach(row -> nodes.add(row.node()));
      problemSection.fill("Problem", nodes);
    }
    boolean pending = model.problemPending();
    Styles.state(problem, "pending", pending);
    Styles.set(problemNote, "pending", pending);
    problemNote.setText(pending ? "pending · R to restart, Esc to go back" : entry.formula());
  }

  /// The relaxation is not shown where nobody who has one can run.
  private void refreshRelaxation() {
    boolean wanted =
        Slot.shared().stream()
            .flatMap(slot -> slot.scopes().stream())
            .anyMatch(key -> model.takesPart(key) || model.obstacle(key).isEmpty());
    if (wanted != relaxes) {
      relaxes = wanted;
      relaxationSection.fill(
          "Relaxation", wanted ? relaxation.stream().map(ParameterRow::node).toList() : List.of());
    }
  }

  private void refreshOwn() {
    if (shownFocus.equals(model.focus())) {
      return;
    }
    shownFocus = model.focus();
    Optional<EstimatorEntry> entry = Estimators.catalogue().find(shownFocus);
    ownRows = entry.map(e -> ParameterRow.all(Slot.own(e), model)).orElse(List.of());
    ownSection.fill(
        entry.map(EstimatorEntry::label).orElse(""),
        ownRows.stream().map(ParameterRow::node).toList());
    if (!ownRows.isEmpty() && stack.node().getScene() != null) {
      ownSection.reveal();
    }
  }

  private static final class EntryCell extends ListCell<ProblemEntry> {
    @Override
    protected void updateItem(ProblemEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(empty || entry == null ? "" : entry.label());
    }
  }
}
