package voidscope.chart.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The quotes of RFC 4180.
final class CsvTest {
  @Test
  void row_quotesACellWithAComma_aQuote_orALinesEnd_andNoOther() {
    assertEquals(
        "1.5,ln Var of logits,\"ln Var of logits, layer 2\",,\"so-called \"\"c\"\"\",\"two\n"
            + "lines\"",
        Csv.row(
            List.of(
                "1.5",
                "ln Var of logits",
                "ln Var of logits, layer 2",
                "",
                "so-called \"c\"",
                "two\nlines")));
  }

  @Test
  void cell_guardsATextFromBeingAFormula_andLeavesNumbers() {
    assertEquals(
        "-1.5E-3,'-a,'=1+1,'@f,NaN", Csv.row(List.of("-1.5E-3", "-a", "=1+1", "@f", "NaN")));
  }
}
