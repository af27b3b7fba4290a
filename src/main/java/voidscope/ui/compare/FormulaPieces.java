package voidscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import voidscope.chart.series.Charts;
import voidscope.estimator.EstimateFormula;
import voidscope.ui.widget.Styles;

/// The pieces of a formula: each lights up with every term that it is part of, and lights its own
/// where it is pointed at, unless several share it. A line under it has the ink of its term.
final class FormulaPieces {
  private static final String SHARED = "term-shared";

  private final Consumer<String> point;
  private final List<Label> labels = new ArrayList<>();
  private @Nullable EstimateFormula formula;

  /// @param point told the key of the term that the mouse is on, or an empty text
  FormulaPieces(Consumer<String> point) {
    this.point = point;
  }

  /// Whether it is that formula which is laid out.
  boolean shows(EstimateFormula other) {
    return other.equals(formula);
  }

  /// Lays out a formula.
  ///
  /// @return a label for each of its pieces
  List<Label> lay(EstimateFormula next) {
    formula = next;
    labels.clear();
    for (EstimateFormula.Piece piece : next.pieces()) {
      Label label = Styles.with(new Label(piece.text()), "formula-piece");
      label.setMinWidth(Region.USE_PREF_SIZE);
      if (piece.terms().size() == 1) {
        String key = Charts.term(next.terms().indexOf(piece.terms().getFirst()));
        Styles.set(label, key, true);
        label.setOnMouseEntered(event -> point.accept(key));
        label.setOnMouseExited(event -> point.accept(""));
      } else {
        Styles.set(label, SHARED, !piece.terms().isEmpty());
      }
      labels.add(label);
    }
    return List.copyOf(labels);
  }

  /// Lets the pieces of a term stand out.
  ///
  /// @param key of the term, or another
  void light(String key) {
    EstimateFormula laid = formula;
    if (laid == null) {
      return;
    }
    for (int i = 0; i < labels.size(); i++) {
      boolean lit =
          laid.pieces().get(i).terms().stream()
              .anyMatch(term -> Charts.term(laid.terms().indexOf(term)).equals(key));
      Styles.state(labels.get(i), "lit", lit);
    }
  }
}
