package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.estimator.Estimators;

/// The comparison as a table for a spreadsheet.
final class ComparisonTest {
  @Test
  void csv_quotesANoteWithAComma() {
    List<Double> values = Collections.nCopies(ComparisonColumn.all().size(), 1.0);
    Comparison.Row row =
        new Comparison.Row(
            Estimators.catalogue().get("relax"), values, "needs f′, not \"black\"", true);
    String csv = new Comparison(List.of(row)).csv();
    assertTrue(csv.endsWith(",\"needs f′, not \"\"black\"\"\"\n"), csv);
  }
}
