package voidscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import voidscope.chart.series.Charts;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.Term;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.experiment.scenario.RunParameters;
import voidscope.text.Decimals;
import voidscope.ui.model.ViewEntry;
import voidscope.ui.model.WorkbenchModel;
import voidscope.ui.widget.Styles;

/// The formula of the estimator in focus in its pieces, and beside it one draw of ĝ with the terms
/// that it is the sum of. The draw keeps its noise, so its values follow θ and φ and do not
/// flicker.
public final class FormulaBar {
  private static final double LONGEST_OWNER = 200;

  private final WorkbenchModel model;
  private final HBox bar;
  private final Label name = Styles.with(new Label(), "formula-name");
  private final HBox formula = Styles.with(new HBox(), "formula");
  private final FormulaPieces pieces;
  private final HBox terms = Styles.with(new HBox(), "formula-terms");
  private final List<Label> values = new ArrayList<>();
  private final Consumer<String> point;
  private List<Term> shown = List.of();
  private String whose = "";
  private boolean measured;
  private boolean aside;

  /// @param bar where it stands
  /// @param point told the key of the term that the mouse is on, or an empty text
  public FormulaBar(HBox bar, WorkbenchModel model, Consumer<String> point) {
    this.point = key -> point.accept(takesApart() ? key : "");
    this.bar = bar;
    this.model = model;
    pieces = new FormulaPieces(this.point);
    name.setId("formula-name");
    formula.setId("formula");
    terms.setId("formula-terms");
    Tooltip.install(
        terms,
        new Tooltip(
            "One draw by the first coordinate of θ, of the first replicate; its noise stays the"
                + " same"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar.getChildren().setAll(name, formula, space, terms);
    name.setMaxWidth(LONGEST_OWNER);
    formula.setMinWidth(Region.USE_PREF_SIZE);
    terms.setMinWidth(Region.USE_PREF_SIZE);
    bar.setMinWidth(0); // whatever it shows for a frame, the window keeps its size
    bar.widthProperty().subscribe(width -> fit());
    refresh();
  }

  /// The numbers give way where they do not fit beside the formula, and so does the name.
  private void fit() {
    Insets inset = bar.getInsets();
    double room = bar.getWidth() - inset.getLeft() - inset.getRight() - 3 * bar.getSpacing();
    double needed = formula.prefWidth(-1);
    double called = Math.min(LONGEST_OWNER, name.prefWidth(-1));
    boolean named = needed + called <= room;
    needed += named ? called : 0;
    name.setMinWidth(called);
    place(name, named);
    place(terms, measured && needed + terms.prefWidth(-1) <= room);
  }

  private static void place(Node node, boolean placed) {
    if (node.isManaged() != placed) {
      node.setVisible(placed);
      node.setManaged(placed);
    }
  }

  /// Leaves its place to others, or comes back.
  ///
  /// @param away whether something else shows the formula
  public void giveWay(boolean away) {
    if (away != aside) {
      aside = away;
      refresh();
    }
  }

  /// Shows the estimator in focus.
  public void refresh() {
    String focus = model.looks().focus();
    EstimateFormula line =
        model.contenders().ids().contains(focus) ? model.contenders().formula(focus) : null;
    bar.setVisible(line != null && !aside);
    bar.setManaged(!aside);
    if (line != null) {
      name.setText(model.contenders().label(focus));
      if (!pieces.shows(line)) {
        List<Label> labels = pieces.lay(line);
        for (int i = 0; i < labels.size(); i++) {
          pieces.target(labels.get(i), line.pieces().get(i));
        }
        formula.getChildren().setAll(labels);
        formula.applyCss(); // or it is measured in another typeface
      }
      Styles.state(formula, "inked", takesApart());
    }
    follow();
  }

  /// Whether the charts of the view draw the terms.
  private boolean takesApart() {
    return model.looks().view().above() == ViewEntry.Above.TERMS;
  }

  /// The draw that it shows, if there is an estimator in focus; it is among those of everyone.
  public Optional<Wish> wish() {
    return bar.isVisible()
        ? Optional.of(new Wish(Wish.Kind.GRADIENT, model.looks().focus(), Track.Draws.FEW))
        : Optional.empty();
  }

  /// Shows the newest values.
  public void follow() {
    Track.GradientSample sample = sample();
    measured = sample != null;
    if (sample == null) {
      fit();
      return;
    }
    String owner = owner();
    if (!owner.equals(whose) || !sample.terms().equals(shown)) {
      lay(owner, sample.terms());
    }
    float[][] first = sample.values()[0];
    values.getFirst().setText(Decimals.signed(first[0][0]));
    for (int i = 0; i < shown.size(); i++) {
      values.get(i + 1).setText(Decimals.signed(shown.get(i).sign() * first[i + 1][0]));
    }
    fit();
  }

  private Track.@Nullable GradientSample sample() {
    Snapshot snapshot = model.follower().current();
    return snapshot == null || !model.contenders().takesPart(model.looks().focus())
        ? null
        : snapshot.tracks().stream()
            .filter(track -> track.id().equals(model.looks().focus()))
            .map(Track::sample)
            .filter(sample -> sample != null)
            .findFirst()
            .orElse(null);
  }

  /// Whose draw it is.
  private String owner() {
    String label = model.contenders().label(model.looks().focus());
    Snapshot snapshot = model.follower().current();
    boolean several =
        snapshot != null && snapshot.scenario().run().integer(RunParameters.REPLICATES.key()) > 1;
    return several ? label + ", replicate 1" : label;
  }

  private void lay(String owner, List<Term> next) {
    whose = owner;
    shown = next;
    values.clear();
    terms.getChildren().clear();
    add("ĝ of " + owner + ", one draw");
    for (int i = 0; i < shown.size(); i++) {
      terms.getChildren().add(Styles.with(new Label(i == 0 ? "=" : ""), "term-sign"));
      add((shown.get(i).sign() < 0 ? "− " : i == 0 ? "" : "+ ") + shown.get(i).name());
    }
    terms.applyCss(); // or they are measured in another typeface
  }

  private void add(String what) {
    Label value = Styles.with(new Label(), "term-value");
    Label label = Styles.with(new Label(what), "term-name");
    value.setMinWidth(Region.USE_PREF_SIZE);
    boolean owner = values.isEmpty();
    label.setMinWidth(owner ? 0 : Region.USE_PREF_SIZE);
    label.setMaxWidth(owner ? LONGEST_OWNER : Double.MAX_VALUE); // people name estimators at length
    int index = values.size() - 1;
    values.add(value);
    VBox term = Styles.with(new VBox(value, label), "term");
    if (index >= 0) {
      term.setOnMouseEntered(event -> point.accept(Charts.term(index)));
      term.setOnMouseExited(event -> point.accept(""));
    }
    terms.getChildren().add(term);
  }

  /// Lets a term stand out.
  ///
  /// @param key of the term, or another
  public void light(String key) {
    pieces.light(key);
    for (int i = 0; i + 1 < values.size(); i++) {
      Styles.state(values.get(i + 1), "lit", Charts.term(i).equals(key));
    }
  }
}
