package voidscope.ui.compare;

import voidscope.laboratory.Comparison;
import voidscope.laboratory.ComparisonTex;

/// The forms in which the comparison can be copied.
public enum CopyForm {
  /// For a spreadsheet.
  CSV("CSV"),
  /// For a text.
  MARKDOWN("Markdown"),
  /// For a paper.
  LATEX("LaTeX");

  private final String label;

  CopyForm(String label) {
    this.label = label;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// The comparison in this form.
  String text(Comparison comparison) {
    return switch (this) {
      case CSV -> comparison.csv();
      case MARKDOWN -> comparison.markdown();
      case LATEX -> new ComparisonTex(comparison).tabular();
    };
  }
}
