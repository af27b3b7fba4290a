package voidscope.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// The comparison as a table of LaTeX, read back.
class ComparisonTexTest {
  private static final int HEADS = 2;

  private static Comparison ran(String problem, String... estimators) {
    Scenario scenario =
        new Scenario(
            Scenarios.problem(problem),
            Arrays.stream(estimators).map(Scenarios::estimator).toList(),
            Scenarios.standard().run(),
            List.of());
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(200);
      return Comparison.of(experiment.snapshot());
    }
  }

  /// Every cell of the table is that of the CSV, as the screen writes it.
  @Test
  void cells_areThoseOfTheCsv() {
    Comparison comparison = ran("squared-distance", "exact", "reinforce", "straight-through");
    List<List<String>> rows = TexCells.of(new ComparisonTex(comparison).tabular()).rows();
    List<String[]> csv = comparison.csv().lines().map(line -> line.split(",", -1)).toList();
    assertEquals(csv.size() - 1, rows.size() - HEADS);
    List<ComparisonColumn> columns = ComparisonColumn.all();
    int measured = 0;
    for (int i = 1; i < csv.size(); i++) {
      String[] wanted = csv.get(i);
      List<String> found = rows.get(HEADS + i - 1);
      String note = wanted[wanted.length - 1];
      assertEquals(wanted[0], found.getFirst());
      for (int c = 0; c < columns.size(); c++) {
        ComparisonColumn column = columns.get(c);
        if (note.isEmpty() || !column.noted()) {
          assertEquals(column.shown(value(wanted[c + 1])), found.get(c + 1), wanted[0] + " " + c);
          measured += column.noted() ? 1 : 0;
        }
      }
      if (!note.isEmpty()) {
        assertEquals(note, found.getLast());
      }
      int covered = note.isEmpty() ? 0 : 4;
      assertEquals(1 + columns.size() - covered, found.size());
    }
    assertEquals(3 * 5, measured);
  }

  private static double value(String cell) {
    return switch (cell) {
      case "" -> Double.NaN;
      case "yes" -> 1;
      case "no" -> 0;
      default -> Double.parseDouble(cell);
    };
  }

  @Test
  void heads_areThoseOfTheWindow_belowTheirGroups() {
    List<List<String>> rows =
        TexCells.of(new ComparisonTex(ran("squared-distance", "exact")).tabular()).rows();
    assertEquals(List.of("", "", "", "usable when", "needs", "takes", "measured now"), rows.get(0));
    assertEquals(
        Stream.concat(
                Stream.of("estimator"),
                ComparisonColumn.all().stream().map(ComparisonColumn::folded))
            .toList(),
        rows.get(1));
  }

  @Test
  void notes_standInPlaceOfWhatIsNotMeasured() {
    Comparison comparison = ran("gaussian-steps", "reinforce");
    List<List<String>> rows = TexCells.of(new ComparisonTex(comparison).tabular()).rows();
    List<String> relax =
        rows.stream().filter(row -> row.getFirst().equals("RELAX")).findFirst().orElseThrow();
    assertEquals("b is continuous", relax.getLast());
    assertEquals(1 + 8 + 1, relax.size());
  }

  /// Names are anybody's: none ends the table, or is read as a length after the end of a line.
  @Test
  void names_areEscaped() {
    List<Double> values = Collections.nCopies(ComparisonColumn.all().size(), 1.0);
    Comparison comparison =
        new Comparison(
            List.of(
                new Comparison.Row("a", "50 % & #1", values, "", false),
                new Comparison.Row("b", "[2cm]", values, "", false)));
    String tex = new ComparisonTex(comparison).tabular();
    assertTrue(tex.contains("\n50 \\% \\& \\#1 & "), tex);
    assertTrue(tex.contains("\n{[2cm]} & "), tex);
  }
}
