package voidscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import voidscope.chart.series.Charts;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.Term;
import voidscope.ui.widget.Styles;

/// The pieces of a formula: each lights up with every term that it is part of, and lights its own
/// where it is pointed at, unless several share it. A line under it may have the ink of its term.
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
        Styles.set(label, key(next, piece.terms().getFirst()), true);
      } else {
        Styles.set(label, SHARED, !piece.terms().isEmpty());
      }
      labels.add(label);
    }
    return List.copyOf(labels);
  }

  private static String key(EstimateFormula formula, Term term) {
    return Charts.term(formula.terms().indexOf(term));
  }

  /// Lets what stands for a piece light the piece's term where it is pointed at.
  void target(Node node, EstimateFormula.Piece piece) {
    EstimateFormula laid = formula;
    if (laid != null && piece.terms().size() == 1) {
      String key = key(laid, piece.terms().getFirst());
      node.setOnMouseEntered(event -> point.accept(key));
      node.setOnMouseExited(event -> point.accept(""));
    }
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
          laid.pieces().get(i).terms().stream().anyMatch(term -> key(laid, term).equals(key));
      Styles.state(labels.get(i), "lit", lit);
    }
  }
}
